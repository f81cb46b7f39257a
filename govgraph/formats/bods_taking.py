"""What becomes of the entities, people and interests of ownership statements."""

import re

from govgraph.formats.account import Account
from govgraph.formats.bods_interests import Interest, interests_of, say_interests
from govgraph.formats.collecting import Collector
from govgraph.formats.identifiers import slug
from govgraph.formats.nodes import MapNode, Node, TextNode
from govgraph.model.bodies import Body, Status
from govgraph.model.kinds import BodyKind, RelationClass, RelationKind
from govgraph.model.relations import Relation
from govgraph.model.seats import Person, Role, Seat
from govgraph.model.structure import Structure

DIRECT = "owned_or_controlled_by"
INDIRECT = "indirectly_owned_or_controlled_by"
KINDS = (
    RelationKind(DIRECT, RelationClass.STRUCTURAL, "is owned or controlled by"),
    RelationKind(INDIRECT, RelationClass.STRUCTURAL, "is indirectly owned or controlled by"),
)
_STATEMENT = "statement"
_PARTS = {
    "entity": "entity", "entityStatement": "entity",
    "person": "person", "personStatement": "person",
    "relationship": "relationship", "ownershipOrControlStatement": "relationship",
}  # fmt: skip
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PRIVATE = "it is about the person, not the structure"
_REASONS = {
    **dict.fromkeys(("nationalities", "birthDate", "placeOfBirth", "taxResidencies"), _PRIVATE),
    **dict.fromkeys(("politicalExposure", "pepStatus", "hasPepStatus", "deathDate"), _PRIVATE),
    **dict.fromkeys(("publicationDetails", "source"), "it is about the statement"),
    "componentRecords": "the components are records of their own",
    "componentStatementIDs": "the components are statements of their own",
}


class Ownership(Collector):
    """The parts of a structure that statements of ownership come to."""

    def take_party(self, statement: MapNode) -> None:
        """Take a statement about an entity or a person."""
        part = self._part(statement)
        details = self._details(statement, part)
        if part == "entity":
            self._entity(statement, details)
        elif part == "person":
            self._person(statement, details)
        elif not part:
            self.taking.leave("a statement", "its type is none of the standard's", statement)

    def take_interests(self, statement: MapNode) -> None:
        """Take a statement about what one party has in another."""
        if self._part(statement) != "relationship":
            return
        sort = "relationship"
        details = self._details(statement, sort)
        subject = self._party(details, "subject")
        party = self._party(details, "interestedParty")
        if not subject or not party:
            self.taking.leave("a relationship", "it does not say between whom", statement)
            return
        interests = interests_of(self.taking, details)
        ended = self._has_ended(statement)
        for interest in interests:
            if interest.role:
                self._seat(subject, party, interest, statement, ended=ended)
        owning = [interest for interest in interests if not interest.role]
        if owning or not interests:
            self._relation(subject, party, owning, statement, ended=ended)

    def account(self, superseded: int) -> Account:
        """The structure, and what was taken and left."""
        used = {relation.kind for relation in self.relations}
        structure = Structure(
            bodies=tuple(self.bodies.values()),
            relations=tuple(self.relations),
            seats=tuple(self.seats),
            people=tuple(self.people.values()),
            body_kinds=tuple(self.kinds.values()),
            relation_kinds=tuple(kind for kind in KINDS if kind.id in used),
        )
        taken = (
            f"{len(self.bodies)} entities, owners and unspecified parties as bodies",
            f"{len(self.relations)} relationships as '{DIRECT}', which is no line of account",
            f"{len(self.seats)} places on boards as seats",
            f"{superseded} statements not, because a later one of the same record replaces them",
        )
        return Account(structure, taken, self.taking.account(_REASONS))

    def _part(self, statement: MapNode) -> str:
        """Whether a statement is about an entity, a person or a relationship."""
        return _PARTS.get(
            self.taking.text(_STATEMENT, statement, "recordType", "statementType"), ""
        )

    def _details(self, statement: MapNode, part: str) -> MapNode:
        """Where the details of a record stand: apart, or in the statement before version 0.4."""
        details = self.taking.value(_STATEMENT, statement, "recordDetails")
        if not isinstance(details, MapNode):
            return statement
        self.taking.open(part, details)
        return details

    def _id(self, statement: MapNode) -> str:
        """The id of a record."""
        return self.sound_id(
            self.taking.text(_STATEMENT, statement, "recordId", "statementID", "statementId")
        )

    def _has_ended(self, statement: MapNode) -> bool:
        """Whether a record is closed."""
        return self.taking.text(_STATEMENT, statement, "recordStatus") == "closed"

    def _kind(self, words: str) -> str:
        """A kind of body, declared the first time."""
        name = _CAPITAL.sub(" ", words or "entity").capitalize()
        id_ = slug(name)
        self.kinds.setdefault(id_, BodyKind(id_, name))
        return id_

    def _entity(self, statement: MapNode, details: MapNode) -> None:
        """An entity as a body."""
        taking = self.taking
        sort = "entity"
        kind = taking.value(sort, details, "entityType")
        words = getattr(kind, "text", "") or ""
        if isinstance(kind, MapNode) and taking.open("entity type", kind):
            words = taking.text("entity type", kind, "type")
        names = [
            getattr(node, "text", "") for node in taking.items(sort, details, "alternateNames")
        ]
        id_ = self._id(statement)
        self.bodies[id_] = Body(
            id=id_,
            name=taking.text(sort, details, "name") or self._unspecified(sort, details) or id_,
            kind=self._kind(words),
            also_known_as=tuple(name for name in names if name),
            area=self._jurisdiction(details),
            status=Status.ENDED if self._has_ended(statement) else Status.ACTIVE,
            from_=taking.date(sort, details, "foundingDate"),
            until=taking.date(sort, details, "dissolutionDate"),
            place=taking.place(statement),
        )

    def _jurisdiction(self, details: MapNode) -> str:
        """The name of the jurisdiction of an entity."""
        node = self.taking.value("entity", details, "jurisdiction", "incorporatedInJurisdiction")
        opened = self.taking.open("jurisdiction", node) if node else None
        return self.taking.text("jurisdiction", opened, "name", "code") if opened else ""

    def _person(self, statement: MapNode, details: MapNode) -> None:
        """A person, whose name may be withheld."""
        names = [
            self.taking.text("name", name, "fullName")
            for name in self.taking.each("person", details, "names", "name")
        ]
        names = [name for name in names if name]
        id_ = self._id(statement)
        self.people[id_] = Person(
            id=id_,
            name=names[0] if names else self._unspecified("person", details) or "Unnamed person",
            also_known_as=tuple(dict.fromkeys(names[1:])),
            place=self.taking.place(statement),
        )

    def _unspecified(self, sort: str, details: MapNode) -> str:
        """What is said of a party whose name is not."""
        node = self.taking.value(
            sort, details, "unspecifiedPersonDetails", "unspecifiedEntityDetails", "unspecified"
        )
        if not isinstance(node, MapNode):
            return self.taking.text(sort, details, "missingInfoReason")
        return self._reason(node)

    def _reason(self, node: MapNode) -> str:
        """Why a party is not specified, in the words given."""
        self.taking.open("unspecified party", node)
        said = self.taking.text("unspecified party", node, "description")
        reason = self.taking.text("unspecified party", node, "reason")
        return said or _CAPITAL.sub(" ", reason).replace("-", " ").capitalize()

    def _party(self, details: MapNode, field: str) -> str:
        """The id of a party to a relationship; one that is not specified becomes a body."""
        node = self.taking.value("relationship", details, field)
        if isinstance(node, TextNode):
            return self.sound_id(node.text or "")
        if not isinstance(node, MapNode):
            return ""
        if "reason" in node.entries or "description" in node.entries:
            return self._nobody(node)
        self.taking.open("party", node)
        described = self.taking.text(
            "party", node, "describedByEntityStatement", "describedByPersonStatement"
        )
        if described:
            return self.sound_id(described)
        inner = self.taking.value("party", node, "unspecified")
        return self._nobody(inner if isinstance(inner, MapNode) else node)

    def _nobody(self, node: MapNode) -> str:
        """A party that is not specified, as a body of its own."""
        reason = self._reason(node)
        number = sum(body.kind == "unspecified-party" for body in self.bodies.values()) + 1
        id_ = f"unspecified-{number}"
        self.bodies[id_] = Body(
            id=id_,
            name=f"Unspecified party: {reason}" if reason else "Unspecified party",
            kind=self._kind("unspecifiedParty"),
            place=self.taking.place(node),
        )
        return id_

    def _seat(
        self, subject: str, party: str, interest: Interest, node: Node, *, ended: bool
    ) -> None:
        """A place on the board of an entity."""
        known = self.bodies.get(party)
        person = party in self.people
        self.seats.append(
            Seat(
                body=subject,
                role=interest.role or Role.MEMBER,
                held_by=(party,) if person else (),
                represents=() if person else (known.name if known else party,),
                status=Status.ENDED if ended else Status.ACTIVE,
                from_=interest.start,
                until=interest.end,
                place=self.taking.place(node),
                body_place=self.taking.place(node),
            )
        )

    def _relation(
        self, subject: str, party: str, interests: list[Interest], node: Node, *, ended: bool
    ) -> None:
        """What a party has in an entity; a person who has something becomes a body too."""
        person = self.people.get(party)
        if person and party not in self.bodies:
            kind = self._kind("person")
            self.bodies[party] = Body(id=party, name=person.name, kind=kind, place=person.place)
        place = self.taking.place(node)
        said = say_interests(interests)
        self.relations.append(
            Relation(
                from_body=subject,
                kind=INDIRECT if said.indirect else DIRECT,
                to_body=party,
                scope=said.scope,
                status=Status.ENDED if ended else Status.ACTIVE,
                from_=said.start,
                until=said.end,
                note=said.note,
                place=place,
                from_place=place,
                to_place=place,
            )
        )
