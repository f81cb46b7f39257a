"""What becomes of the organisations, posts and memberships of an RDF graph.

Units and sub-organisations are part of what they belong to. `org:reportsTo` is what its vocabulary
calls it, a line of reporting; nothing else is a line of account.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote

from govgraph.errors import Place
from govgraph.formats.identifiers import Identifiers, slug
from govgraph.formats.ledger import Ledger
from govgraph.formats.rdf_dates import Dates
from govgraph.formats.rdf_names import Names, find_language
from govgraph.formats.rdf_statements import BLANK, Statement
from govgraph.formats.rdf_things import THING, Things
from govgraph.formats.w3c_org_vocabulary import (
    BODIES,
    CHANGED_BY,
    CHANGED_FROM,
    CHANGED_TO,
    CLASSIFICATION,
    FAMILY_NAMES,
    GIVEN_NAMES,
    KINDS,
    NAMES,
    NOTES,
    OTHER_NAMES,
    OURS,
    PEOPLE,
    PURPOSE,
    RELATIONS,
    RESULTED_FROM,
)
from govgraph.model.bodies import Body
from govgraph.model.kinds import BODY_KINDS, BodyKind
from govgraph.model.relations import Relation
from govgraph.model.seats import Person

_ADDRESS = re.compile(r"\w+://\S+$")
_PARTS = re.compile(r"[/#:]")
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OUR_KIND = f"{OURS}kind:"
_ONE_KIND = "a body is of one kind, and another is said"


class Organisations:
    """The bodies, people and relations of one graph."""

    def __init__(
        self, statements: Iterable[Statement], file: str, content: bytes, parser: str
    ) -> None:
        self.file = file
        self.ledger = Ledger(file)
        self.things = Things(statements, self.ledger)
        language = find_language(content, parser, self.things)
        self.names = Names(self.things, NAMES, OTHER_NAMES, language)
        self.dates = Dates(self.things)
        self._became: dict[str, dict[str, None]] = {}
        self._merged: dict[str, tuple[str, str]] = {}
        self._refused: dict[str, str] = {}
        self.kinds: dict[str, BodyKind] = {}
        self.bodies: dict[str, Body] = {}
        self.people: dict[str, Person] = {}
        self.relations: dict[tuple[str, str, str], Relation] = {}
        self._body_ids = Identifiers()
        self._person_ids = Identifiers()

    def read_bodies(self) -> None:
        """Take the organisations, and what their relations join; people after them."""
        people: list[str] = []
        for thing in self.things.said:
            types = self.things.types(thing)
            if base := next((BODIES[type_] for type_ in types if type_ in BODIES), ""):
                self.body(thing, self._kind_of_class(types) or base)
            elif any(type_ in PEOPLE for type_ in types):
                people.append(thing)
        self._read_relations()
        self._read_changes()
        for thing in people:
            if thing not in self.bodies:
                self.person(thing)

    def text(self, thing: str, *predicates: str) -> str:
        """What is said of something in words; an address is none."""
        said = self.names.texts(thing, *predicates)
        for value in self.things.all(thing, *predicates):
            if value.is_text and _ADDRESS.match(value.text):
                self.things.skip(thing, predicates, value, "it is an address, not words")
        return " ".join(text for text in said if not _ADDRESS.match(text))

    def id_of(self, thing: str) -> str:
        """The id of a body: the last part of its address."""
        return self._id(self._body_ids, thing)

    def name_of(self, thing: str) -> str:
        """What to call a thing: its name, or the last part of its address."""
        named = self.names.of(thing)
        return named[0] if named else local_name(thing)

    def body(self, thing: str, kind: str) -> str:
        """The id of the body for an organisation, or a post in a line of reporting."""
        id_ = self.id_of(thing)
        if thing in self.bodies:
            return id_
        named = self.names.of(thing) or (id_,)
        self.bodies[thing] = Body(
            id=id_,
            name=named[0],
            kind=self._classified(thing) or kind,
            also_known_as=named[1:],
            from_=self.dates.start(thing),
            until=self.dates.end(thing),
            remit=self.text(thing, PURPOSE),
            note=self.text(thing, *NOTES),
            place=Place(self.file, 0, 0),
        )
        self.became(thing, "body")
        return id_

    def person(self, thing: str) -> str:
        """The id of a person, who becomes one the first time."""
        id_ = self._id(self._person_ids, thing)
        if thing not in self.people:
            named = self.names.of(thing) or self._named_in_parts(thing) or (id_,)
            self.people[thing] = Person(
                id=id_, name=named[0], also_known_as=named[1:], note=self.text(thing, *NOTES)
            )
            self.became(thing, "person")
        return id_

    def became(self, thing: str, what: str) -> None:
        """Note what a thing is in the structure; one thing may be several."""
        self._became.setdefault(thing, {})[what] = None

    def merge(self, thing: str, into: str, why: str) -> None:
        """Note that a thing says something of another, which counts if it is nothing else."""
        self._merged.setdefault(thing, (into, why))

    def refuse(self, thing: str, why: str) -> None:
        """Note why a thing is not in the structure, which counts if it is nothing else."""
        self._refused.setdefault(thing, why)

    def settle(self) -> None:
        """Say what became of every thing and statement, once all that is wanted was taken."""
        for thing, interval_of in self.dates.intervals.items():
            self.merge(thing, f"the dates of {local_name(interval_of)}", "it says when")
        for term in self.things.declared:
            self.merge(term, "what it is declared to be part of", "it says what others are")
        for thing in self.things.said:
            if became := self._became.get(thing):
                self.ledger.imported(THING, thing, " and ".join(became))
            elif merged := self._merged.get(thing):
                self.ledger.merged(THING, thing, *merged)
            else:
                why = self._refused.get(thing, "it is nothing that a structure holds")
                self.ledger.skipped(THING, thing, why)
        self.things.settle()

    def _id(self, ids: Identifiers, thing: str) -> str:
        """The id of something, made from the last part of its address, or from its name."""
        if thing in ids.by_key:
            return ids.by_key[thing]
        if thing.startswith(BLANK):
            return ids.of(thing, next(iter(self.names.of(thing)), "unnamed"))
        local = local_name(thing)
        return ids.of(thing, local, written=local)

    def _named_in_parts(self, thing: str) -> tuple[str, ...]:
        """The name of a person whose given and family names are said apart."""
        parts = [self.text(thing, *each) for each in (GIVEN_NAMES, FAMILY_NAMES)]
        return (" ".join(filter(None, parts)),) if any(parts) else ()

    def _kind_of_class(self, types: Iterable[str]) -> str:
        """The kind for the first class that the file itself describes, and no vocabulary does."""
        for type_ in types:
            if type_ in BODIES:
                return ""
            if type_ in self.things.said:
                self.merge(type_, "the kind of its bodies", "a class says what others are")
                words = self.names.words(type_) or (_CAPITAL.sub(" ", local_name(type_)),)
                return self._declare(words)
        return ""

    def _classified(self, thing: str) -> str:
        """The kind that an organisation is classified as, if the file says what that is."""
        chosen = ""
        for value in self.things.all(thing, CLASSIFICATION):
            words = (value.text,) if value.is_text else self.names.words(value.text)
            last = "" if value.is_text else slug(local_name(value.text))
            if chosen:
                self.things.skip(thing, (CLASSIFICATION,), value, _ONE_KIND)
            elif last in BODY_KINDS:
                chosen = last
            elif words and value.text.startswith(_OUR_KIND):
                chosen = self._declare(words, local_name(value.text))
            elif words:
                chosen = self._declare(words)
            else:
                why = "what it names is not described in the file"
                self.things.skip(thing, (CLASSIFICATION,), value, why)
            if not value.is_text:
                self.merge(value.text, "the kind of its bodies", "it classifies others")
        return chosen

    def _declare(self, words: tuple[str, ...], id_: str = "") -> str:
        """The id of a kind that goes by some words; one that is not ours is declared."""
        slugs = [id_] if id_ else [slug(each) for each in words]
        known = next((each for each in slugs if each in {*BODY_KINDS, *KINDS}), "")
        if known or not slugs[0]:
            return known
        self.kinds.setdefault(slugs[0], BodyKind(slugs[0], " ".join(words[0].split())))
        return slugs[0]

    def _read_relations(self) -> None:
        """Every link between bodies; what is described and linked is a body."""
        for predicate, kind, backward in RELATIONS:
            for thing, other in self.things.pairs(predicate):
                lower, upper = (other, thing) if backward else (thing, other)
                for end in (lower, upper):
                    if end in self.things.said and end not in self.bodies:
                        self.body(end, "post" if kind == "reports_to" else "organization")
                ends = self.id_of(lower), self.id_of(upper)
                relation = Relation(from_body=ends[0], kind=kind, to_body=ends[1])
                self.relations.setdefault(relation.key, relation)

    def _read_changes(self) -> None:
        """Which bodies took over from which, by the events that changed them."""
        succeeded: dict[str, dict[str, None]] = {}
        for thing in self.things.said:
            old = [
                *self.things.addresses(thing, *CHANGED_FROM),
                *self.things.pointing_at(thing, CHANGED_BY),
            ]
            resulting = [
                *self.things.addresses(thing, *CHANGED_TO),
                *self.things.pointing_at(thing, RESULTED_FROM),
            ]
            for new in dict.fromkeys(resulting) if old else ():
                if new in self.bodies:
                    before = (self.id_of(each) for each in old if each != new)
                    succeeded.setdefault(new, {}).update(dict.fromkeys(before))
                    into = f"body {self.bodies[new].id}"
                    self.merge(thing, into, "it says from whom that took over")
        for new, ids in succeeded.items():
            self.bodies[new] = replace(self.bodies[new], succeeds=tuple(ids))


def local_name(address: str) -> str:
    """The last part of an address, as people read it.

    >>> local_name("http://example.org/id/caf%C3%A9/"), local_name("urn:x:a%2Fb")
    ('café', 'a/b')
    """
    return unquote(_PARTS.split(address.rstrip("/#"))[-1], errors="replace")
