"""What becomes of the organisations, posts and memberships of an RDF graph.

Units and sub-organisations are part of what they belong to. `org:reportsTo` is what its vocabulary
calls it, a line of reporting; nothing else is a line of account.
"""

import re
from collections.abc import Iterable
from typing import Any

from govgraph.errors import Place
from govgraph.formats.account import Account, Left
from govgraph.formats.identifiers import Identifiers, slug
from govgraph.formats.rdf_statements import BLANK, in_order
from govgraph.formats.role_words import role_of
from govgraph.formats.values import composed, is_sound_id
from govgraph.formats.w3c_org_vocabulary import (
    BODIES,
    CLASSIFICATION,
    DECLARED,
    ENDS,
    HELD,
    KINDS,
    NAMES,
    NOTES,
    ORG,
    OTHER_NAMES,
    POSTS,
    PURPOSE,
    RELATIONS,
    STARTS,
    TYPE,
)
from govgraph.model.bodies import Body
from govgraph.model.dates import PartialDate
from govgraph.model.kinds import BODY_KINDS, BodyKind
from govgraph.model.relations import Relation
from govgraph.model.seats import Person, Role, Seat
from govgraph.model.structure import Structure

_ADDRESS = re.compile(r"\w+://\S+$")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


class Organisations:
    """Reads one graph; `asked` are the predicates that were used."""

    def __init__(self, graph: Any, file: str) -> None:  # noqa: ANN401 - rdflib comes late
        self.file = file
        self.ids = Identifiers()
        self.asked = {TYPE}
        self.said: dict[str, dict[str, list[str]]] = {}
        self.pointing: dict[str, dict[str, list[str]]] = {}
        for subject, predicate, value in in_order(graph):
            self.said.setdefault(subject, {}).setdefault(predicate, []).append(value)
            self.pointing.setdefault(predicate, {}).setdefault(value, []).append(subject)
        self.types = {thing: set(said.get(TYPE, ())) for thing, said in self.said.items()}
        self.unnamed: list[str] = []
        self.addresses: list[str] = []
        self.kinds: dict[str, BodyKind] = {}
        self.bodies: dict[str, Body] = {}
        self.people: dict[str, Person] = {}

    def account(self) -> Account:
        """The structure, and what was taken and left."""
        for thing, types in self.types.items():
            kind = next((kind for type_, kind in BODIES.items() if type_ in types), "")
            if kind:
                self._body(thing, kind)
        relations = tuple(self._relations())
        seats = (*self._posts(), *self._memberships())
        used = {body.kind for body in self.bodies.values()}
        kinds = {relation.kind for relation in relations}
        structure = Structure(
            bodies=tuple(self.bodies.values()),
            relations=relations,
            seats=seats,
            people=tuple(self.people.values()),
            body_kinds=(
                *(kind for id_, kind in KINDS.items() if id_ in used),
                *(kind for id_, kind in self.kinds.items() if id_ in used),
            ),
            relation_kinds=tuple(kind for kind in DECLARED if kind.id in kinds),
        )
        taken = (
            f"{len(self.bodies)} organizations as bodies",
            f"{len(relations)} links between them as relations; only org:reportsTo is a line",
            f"{len(seats)} posts and memberships as seats",
        )
        return Account(structure, taken, tuple(self._left()))

    def _left(self) -> Iterable[Left]:
        """The predicates that were not asked for, and how often each occurs."""
        counts: dict[str, int] = {}
        for said in self.said.values():
            for predicate, values in said.items():
                if predicate not in self.asked:
                    counts[predicate] = counts.get(predicate, 0) + len(values)
        if self.unnamed:
            what = f"{len(self.unnamed)} statements of {CLASSIFICATION}"
            yield Left(what, "what they name is not described in the file")
        if self.addresses:
            yield Left(
                "notes and purposes", "they are addresses, not words", of=tuple(self.addresses)
            )
        for predicate, count in sorted(counts.items()):
            what = f"{count} statements of {predicate}"
            yield Left(what, "a structure has no place for them")

    def _all(self, thing: str, *predicates: str) -> list[str]:
        """Everything that is said of something by some predicates."""
        self.asked.update(predicates)
        said = self.said.get(thing, {})
        return [value for predicate in predicates for value in said.get(predicate, ())]

    def _from(self, thing: str, *predicates: str) -> list[str]:
        """Everything that points at something by some predicates."""
        self.asked.update(predicates)
        return [
            subject
            for predicate in predicates
            for subject in self.pointing.get(predicate, {}).get(thing, ())
        ]

    def _id(self, thing: str) -> str:
        """The id of something: the last part of its address."""
        if thing in self.ids.by_key:
            return self.ids.by_key[thing]
        local = composed(re.split(r"[/#:]", thing.rstrip("/#"))[-1])
        if thing.startswith(BLANK):
            named = self._all(thing, *NAMES)
            return self.ids.of(thing, named[0] if named else "unnamed")
        if is_sound_id(local) and local not in self.ids.taken:
            self.ids.by_key[thing] = local
            self.ids.taken.add(local)
        return self.ids.of(thing, local)

    def _name(self, thing: str) -> str:
        """The name of something, or the last part of its address."""
        named = self._all(thing, *NAMES)
        return " ".join(named[0].split()) if named and named[0].strip() else self._id(thing)

    def _date(self, thing: str, *predicates: str) -> PartialDate | None:
        """A date that is said of something; a time of day is left off."""
        for value in self._all(thing, *predicates):
            match = _DATE.match(value)
            if match:
                try:
                    return PartialDate.parse(match[0])
                except ValueError:
                    continue
        return None

    def _body(self, thing: str, kind: str) -> str:
        """A body for an organisation, or for a post that somebody reports to; its id."""
        id_ = self._id(thing)
        if id_ not in self.bodies:
            self.bodies[id_] = Body(
                id=id_,
                name=self._name(thing),
                kind=self._kind(thing) or kind,
                also_known_as=tuple(dict.fromkeys(self._all(thing, *OTHER_NAMES))),
                from_=self._date(thing, *STARTS),
                until=self._date(thing, *ENDS),
                remit=self._words(thing, PURPOSE),
                note=self._words(thing, *NOTES),
                place=Place(self.file, 0, 0),
            )
        return id_

    def _kind(self, thing: str) -> str:
        """The kind that an organisation is classified as, if the file says what that is."""
        for concept in self._all(thing, CLASSIFICATION):
            named = self._all(concept, *NAMES)
            last = slug(re.split(r"[/#:]", concept.rstrip("/#"))[-1])
            if last in BODY_KINDS:
                return last
            if named and (id_ := slug(named[0])):
                if id_ not in {*BODY_KINDS, *KINDS}:
                    self.kinds.setdefault(id_, BodyKind(id_, " ".join(named[0].split())))
                return id_
            self.unnamed.append(concept)
        return ""

    def _words(self, thing: str, *predicates: str) -> str:
        """What is said of something in words; an address is none."""
        said = self._all(thing, *predicates)
        self.addresses += [text for text in said if _ADDRESS.match(text)]
        return " ".join(" ".join(text.split()) for text in said if not _ADDRESS.match(text))

    def _relations(self) -> list[Relation]:
        """Every link between bodies; posts and people in a line of reporting become bodies."""
        found: dict[tuple[str, str, str], Relation] = {}
        for predicate, kind, backward in RELATIONS:
            for thing in self.said:
                for other in self._all(thing, predicate):
                    lower, upper = (other, thing) if backward else (thing, other)
                    if kind == "reports_to":
                        for end in (lower, upper):
                            if end in self.said and self._id(end) not in self.bodies:
                                self._body(end, "post")
                    relation = Relation(
                        from_body=self._id(lower), kind=kind, to_body=self._id(upper)
                    )
                    found.setdefault(relation.key, relation)
        return list(found.values())

    def _person(self, thing: str) -> str:
        """A person; their id."""
        id_ = self._id(thing)
        if id_ not in self.people:
            self.people[id_] = Person(
                id=id_,
                name=self._name(thing),
                also_known_as=tuple(dict.fromkeys(self._all(thing, *OTHER_NAMES))),
                note=self._words(thing, *NOTES),
            )
        return id_

    def _posts(self) -> list[Seat]:
        """A seat for each post of each body."""
        links = [(body, post) for body in self.said for post in self._all(body, *POSTS)]
        links += [(body, post) for post in self.said for body in self._all(post, f"{ORG}postIn")]
        return [self._post(body, post) for body, post in dict.fromkeys(links)]

    def _post(self, body: str, post: str) -> Seat:
        """The seat of one post."""
        holders = [*self._all(post, *HELD), *self._from(post, f"{ORG}holds")]
        roles = self._all(post, f"{ORG}role")
        label = self._all(post, *NAMES)
        words = self._name(roles[0]) if roles else (label[0] if label else "")
        role, rest = role_of(words or "member")
        return Seat(
            body=self._id(body),
            role=role,
            held_by=tuple(self._person(holder) for holder in dict.fromkeys(holders)),
            from_=self._date(post, *STARTS),
            until=self._date(post, *ENDS),
            note=self._words(post, *NOTES) or rest,
        )

    def _memberships(self) -> list[Seat]:
        """A seat for each membership, and for each member named without one."""
        seats = [
            self._membership(thing) for thing in self.said if self._all(thing, f"{ORG}organization")
        ]
        known = {(seat.body, holder) for seat in seats for holder in seat.held_by}
        for predicate, role, backward in (
            (f"{ORG}memberOf", Role.MEMBER, False),
            (f"{ORG}hasMember", Role.MEMBER, True),
            (f"{ORG}headOf", Role.LEAD_OFFICER, False),
        ):
            for thing in self.said:
                for other in self._all(thing, predicate):
                    member, body = (other, thing) if backward else (thing, other)
                    pair = (self._id(body), self._id(member))
                    if pair not in known or role is not Role.MEMBER:
                        known.add(pair)
                        seats.append(self._seat(body, member, role))
        return seats

    def _membership(self, thing: str) -> Seat:
        """The seat of one membership."""
        body = self._all(thing, f"{ORG}organization")[0]
        members = self._all(thing, f"{ORG}member")
        roles = self._all(thing, f"{ORG}role")
        role, rest = role_of(self._name(roles[0]) if roles else "member")
        held = members[0] if members else ""
        seat = self._seat(body, held, role)
        return Seat(
            body=seat.body,
            role=role,
            held_by=seat.held_by,
            represents=seat.represents,
            note=self._words(thing, *NOTES) or rest,
            from_=self._date(thing, *STARTS),
            until=self._date(thing, *ENDS),
        )

    def _seat(self, body: str, member: str, role: Role) -> Seat:
        """The seat of a member: a person's, or one that stands for an organisation."""
        known = self.bodies.get(self._id(member)) if member else None
        if known:
            return Seat(body=self._id(body), role=role, represents=(known.name,))
        held = (self._person(member),) if member else ()
        return Seat(body=self._id(body), role=role, held_by=held)
