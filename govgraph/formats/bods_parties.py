"""The entities and people of ownership statements, and parties that nobody specifies."""

import re
from collections.abc import Iterator

from govgraph.formats.bods_series import Series
from govgraph.formats.bods_statements import Statement
from govgraph.formats.identifiers import Identifiers, slug
from govgraph.formats.importing import Importing
from govgraph.formats.nodes import ListNode, MapNode, TextNode
from govgraph.formats.values import in_one_line
from govgraph.model.bodies import Body, Status
from govgraph.model.kinds import BodyKind
from govgraph.model.seats import Person

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_IN_USE = (
    ("legal", "individual"), ("",), ("alternative",), ("translation", "transliteration"),
    ("birth",), ("former",),
)  # fmt: skip
"""The types of a person's names, from the one they go by to the one they went by."""
_RANKS = {type_: rank for rank, types in enumerate(_IN_USE) for type_ in types}
_SUBTYPES = ("subtype", "generalCategory", "localTerm")
_NAME_PARTS = ("givenName", "patronymicName", "familyName")


class Parties:
    """Whoever owns, controls, or is owned, as far as found.

    Attributes:
        bodies: each entity, and each person who has something, under the record it comes from.
        people: each person, likewise.
    """

    def __init__(self, importing: Importing, series: Series) -> None:
        self._importing = importing
        self._series = series
        self._ids = Identifiers()
        self._unspecified = 0
        self._closed: set[str] = set()
        self.kinds: dict[str, BodyKind] = {}
        self.bodies: dict[str, Body] = {}
        self.people: dict[str, Person] = {}

    def take_entity(self, statement: Statement) -> None:
        """Take an entity as a body."""
        sort, details = statement.details()
        text = self._importing.text
        kind = self._importing.value(details, "entityType")
        words = text(kind, "type") if isinstance(kind, MapNode) else text(details, "entityType")
        id_ = self._id(statement.key)
        self.bodies[statement.key] = Body(
            id=id_,
            name=text(details, "name")
            or self._named_before(statement)
            or self._reason_of(details)
            or id_,
            kind=self._kind(words),
            also_known_as=tuple(self._texts(details, "alternateNames")),
            area=self._jurisdiction(details),
            status=Status.ENDED if statement.has_ended else Status.ACTIVE,
            tags=tuple(self._subtypes(details)),
            from_=self._importing.date(sort, details, "foundingDate"),
            until=self._importing.date(sort, details, "dissolutionDate"),
            place=self._importing.place(statement.node),
        )
        self._importing.imported(statement.sort, statement.node, "body")

    def take_person(self, statement: Statement) -> None:
        """Take a person, whose name may be withheld."""
        _, details = statement.details()
        names = self._names(details) or [*filter(None, [self._named_before(statement)])]
        reason = "" if names else self._reason_of(details)
        type_ = _CAPITAL.sub(" ", self._importing.text(details, "personType")).capitalize()
        unnamed = type_ if type_ and not type_.startswith("Known") else "Unnamed person"
        self.people[statement.key] = Person(
            id=self._id(statement.key),
            name=names[0] if names else reason or unnamed,
            also_known_as=tuple(names[1:]),
            place=self._importing.place(statement.node),
        )
        if statement.has_ended:
            self._closed.add(statement.key)
        self._importing.imported(statement.sort, statement.node, "person")

    def party(self, details: MapNode, field: str) -> str:
        """The record of a party to a relationship; one that is not specified becomes a body."""
        node = self._importing.value(details, field)
        if isinstance(node, TextNode):
            return self._series.holds_for(node.text or "")
        if not isinstance(node, MapNode):
            return ""
        if "reason" in node.entries or "description" in node.entries:
            return self._nobody(node)
        described = self._importing.text(
            node, "describedByEntityStatement", "describedByPersonStatement"
        )
        if described:
            return self._series.holds_for(described)
        inner = self._importing.value(node, "unspecified")
        return self._nobody(inner if isinstance(inner, MapNode) else node)

    def body(self, record: str) -> str:
        """The id of the body of a party; a person who has something becomes one too."""
        person = self.people.get(record)
        if person and record not in self.bodies:
            self.bodies[record] = Body(
                id=person.id,
                name=person.name,
                kind=self._kind("person"),
                status=Status.ENDED if record in self._closed else Status.ACTIVE,
                place=person.place,
            )
        return self._id(record)

    def _subtypes(self, details: MapNode) -> Iterator[str]:
        """What sort of its type an entity is; before version 0.4 in a field of its own."""
        for name in ("entityType", "entitySubtype"):
            node = self._importing.value(details, name)
            if isinstance(node, MapNode):
                said = (self._importing.text(node, each) for each in _SUBTYPES)
                yield from filter(None, said)

    def _named_before(self, statement: Statement) -> str:
        """The name in an earlier statement of a record whose last, as one that closes it, has none.

        The rest of what earlier ones say no longer holds; what it is called still does.
        """
        for earlier in self._series.before.get(statement.record, ()):
            _, details = earlier.details()
            names = [self._importing.text(details, "name"), *self._names(details)]
            if name := next(filter(None, names), ""):
                return name
        return ""

    def _id(self, record: str) -> str:
        """The id of a party: that of its record, if it can be one here."""
        return self._ids.of(record, written=record)

    def _kind(self, words: str) -> str:
        """A kind of body, declared the first time."""
        name = _CAPITAL.sub(" ", words or "entity").capitalize()
        id_ = slug(name) or "entity"
        self.kinds.setdefault(id_, BodyKind(id_, name))
        return id_

    def _texts(self, details: MapNode, field: str) -> dict[str, None]:
        """The texts of a list, each once."""
        value = self._importing.value(details, field)
        items = value.items if isinstance(value, ListNode) else [value]
        texts = (item.text for item in items if isinstance(item, TextNode) and item.text)
        return dict.fromkeys(map(in_one_line, texts))

    def _jurisdiction(self, details: MapNode) -> str:
        """The name of the jurisdiction of an entity."""
        node = self._importing.value(details, "jurisdiction", "incorporatedInJurisdiction")
        return self._importing.text(node, "name", "code") if isinstance(node, MapNode) else ""

    def _names(self, details: MapNode) -> list[str]:
        """The names of a person, each once: the one in use first, former ones last."""
        value = self._importing.value(details, "names")
        nodes = value.items if isinstance(value, ListNode) else [value]
        ranked = []
        for node in (each for each in nodes if isinstance(each, MapNode)):
            parts = (self._importing.text(node, part) for part in _NAME_PARTS)
            name = self._importing.text(node, "fullName") or " ".join(filter(None, parts))
            rank = _RANKS.get(self._importing.text(node, "type"), 1)
            if name:
                ranked.append((rank, name))
        return list(dict.fromkeys(name for _, name in sorted(ranked, key=lambda each: each[0])))

    def _reason_of(self, details: MapNode) -> str:
        """Why the name of a party is not given."""
        node = self._importing.value(
            details, "unspecifiedPersonDetails", "unspecifiedEntityDetails", "unspecified"
        )
        if isinstance(node, MapNode):
            return self._reason(node)
        return self._importing.text(details, "missingInfoReason")

    def _reason(self, node: MapNode) -> str:
        """Why a party is not specified, in the words given."""
        if said := self._importing.text(node, "description"):
            return said
        reason = self._importing.text(node, "reason")
        return _CAPITAL.sub(" ", reason).replace("-", " ").capitalize()

    def _nobody(self, node: MapNode) -> str:
        """A party that is not specified, as a body of its own; the record it goes by."""
        reason = self._reason(node)
        self._unspecified += 1
        record = f" unspecified {self._unspecified}"  # no record's id begins with a space
        self.bodies[record] = Body(
            id=self._ids.of(record, written=f"unspecified-{self._unspecified}"),
            name=f"Unspecified party: {reason}" if reason else "Unspecified party",
            kind=self._kind("unspecifiedParty"),
            place=self._importing.place(node),
        )
        return record
