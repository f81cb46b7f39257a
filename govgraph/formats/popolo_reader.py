"""What becomes of the organisations, people and areas of a Popolo file."""

from collections.abc import Iterator

from govgraph.formats.account import Account, Skipped
from govgraph.formats.identifiers import Identifiers
from govgraph.formats.importing import NO_PLACE, Importing
from govgraph.formats.ledger import close_account
from govgraph.formats.nodes import MapNode, TextNode
from govgraph.formats.popolo_records import AREA, BODY, OTHER_NAME, WITHIN, Thing, Things
from govgraph.formats.popolo_references import References
from govgraph.formats.popolo_seats import Seats
from govgraph.formats.problems import shown
from govgraph.formats.standard_words import StandardWords
from govgraph.model.bodies import Body
from govgraph.model.kinds import BODY_KINDS, BodyKind
from govgraph.model.relations import Relation
from govgraph.model.seats import Person
from govgraph.model.structure import Structure

_PRIVATE = "it is not about governance"
_REACH = "how to reach somebody is not governance"
_REASONS = {
    **dict.fromkeys(("email", "contact_details"), _REACH),
    **dict.fromkeys(
        ("gender", "birth_date", "death_date", "image", "images", "biography", "summary",
         "national_identity", "family_name", "given_name", "additional_name", "honorific_prefix",
         "honorific_suffix", "patronymic_name", "sort_name"), _PRIVATE,
    ),
    "legislative_period_id": "the dates of a period are not those of a membership",
}  # fmt: skip
_NAMES_OF_KINDS = StandardWords({id_: kind.name for id_, kind in BODY_KINDS.items()})


class Popolo:
    """The parts of a structure that the counted records of a file come to."""

    def __init__(self, importing: Importing) -> None:
        self.importing = importing
        self.references = References(importing)
        self.kinds = Identifiers()
        self.kinds.taken.update(BODY_KINDS)
        self.declared: dict[str, BodyKind] = {}
        self.areas_used: set[int] = set()
        self.other_names = self._other_names()

    def account(self) -> Account:
        """The structure, and what became of every record.

        Raises:
            LoadError: the account does not close.
        """
        seats = Seats(self.importing, self.references)
        structure = Structure(
            bodies=tuple(self._bodies()),
            people=tuple(self._people()),
            relations=tuple(self._relations()),
            seats=seats.read(),
            body_kinds=tuple(self.declared.values()),
        )
        self._account_for_areas()
        self._account_for_others()
        self.importing.settle_fields(_REASONS)
        notes = (*self._shared_ids(), *seats.notes())
        return close_account(structure, self.importing.ledger, notes)

    def _bodies(self) -> Iterator[Body]:
        """Each organisation that has a name or an id, as a body."""
        references = self.references
        for thing in self._told(references.bodies, "body"):
            id_ = references.bodies.id_of(thing)
            yield Body(
                id=id_,
                name=thing.said.get("name") or thing.written or id_,
                kind=self._kind(references.first_text(BODY, thing, "classification")),
                also_known_as=self._others_of(thing),
                area=self._area(thing),
                from_=references.first_date(BODY, thing, "founding_date"),
                until=references.first_date(BODY, thing, "dissolution_date"),
                remit=references.first_text(BODY, thing, "abstract"),
                note=references.first_text(BODY, thing, "description"),
                place=self.importing.place(thing.descriptions[0]),
            )

    def _people(self) -> Iterator[Person]:
        """Each person who has a name or an id."""
        references = self.references
        for thing in self._told(references.people, "person"):
            id_ = references.people.id_of(thing)
            yield Person(
                id=id_,
                name=thing.said.get("name") or thing.written or id_,
                also_known_as=self._others_of(thing),
                place=self.importing.place(thing.descriptions[0]),
            )

    def _told(self, things: Things, into: str) -> Iterator[Thing]:
        """The things that are imported, each description accounted for."""
        for thing in things.all:
            first, *others = thing.descriptions
            for node in thing.descriptions:
                self.importing.text(node, "id")
            if not thing.written and not thing.said.get("name"):
                self.importing.skip(things.sort, first, "it has neither id nor name")
                continue
            self.importing.imported(things.sort, first, into)
            called = f"{things.sort} {shown(thing.written or thing.said['name'])}"
            for node in others:
                self.importing.merge(things.sort, node, called, "it is described before")
            yield thing

    def _relations(self) -> Iterator[Relation]:
        """What is part of what; a parent that several descriptions name is one."""
        seen = set()
        for found in self.importing.of(BODY):
            parent = self.references.body(BODY, found.node, "parent")
            child = self.references.bodies.id_of(self.references.bodies.by_node[id(found.node)])
            if parent and (child, parent) not in seen:
                seen.add((child, parent))
                place = self.importing.place(found.node)
                yield Relation(from_body=child, kind="part_of", to_body=parent, place=place)

    def _kind(self, words: str) -> str:
        """The kind of body that a classification names, declared where it is not built in."""
        if not words:
            return "body"
        built_in = _NAMES_OF_KINDS.meant_by(words)
        if built_in:
            return built_in
        id_ = self.kinds.of(words.casefold(), words)
        self.declared.setdefault(id_, BodyKind(id_, words))
        return id_

    def _other_names(self) -> dict[int, list[str]]:
        """The other names in each description of an organisation or person."""
        names: dict[int, list[str]] = {}
        for found in self.importing.of(OTHER_NAME):
            name = self.importing.text(found.node, "name")
            known = names.setdefault(id(found.outer), [])
            if not name:
                self.importing.skip(OTHER_NAME, found.node, "it has no name")
            elif name in known:
                self.importing.merge(OTHER_NAME, found.node, "another", "it is written twice")
            else:
                known.append(name)
                self.importing.imported(OTHER_NAME, found.node, "other name")
        return names

    def _others_of(self, thing: Thing) -> tuple[str, ...]:
        """The other names in all descriptions of a thing."""
        names = [name for node in thing.descriptions for name in self.other_names.get(id(node), ())]
        return tuple(dict.fromkeys(names))

    def _area(self, thing: Thing) -> str:
        """The area of an organisation: its name, or its id where it is not described."""
        first = ""
        for node in thing.descriptions:
            meant = self.references.referred(BODY, node, "area")
            areas = self.references.areas
            area = (
                areas.by_node.get(id(meant))
                if type(meant) is MapNode
                else areas.meant_by(meant)
                if type(meant) is TextNode
                else None
            )
            if area:
                self.areas_used.add(id(area))
            name = (area.said.get("name") or area.written) if area else getattr(meant, "text", "")
            first = first or name
        return first

    def _account_for_areas(self) -> None:
        """Say what became of each area."""
        for area in self.references.areas.all:
            first, *others = area.descriptions
            for node in area.descriptions:
                self.importing.text(node, "id")
            if id(area) in self.areas_used:
                self.importing.imported(AREA, first, "area of a body")
            else:
                self.importing.skip(AREA, first, "it is the area of no organization")
            for node in others:
                self.importing.merge(AREA, node, "an area", "it is described before")

    def _account_for_others(self) -> None:
        """Say that lists which are not read have no place here."""
        for found in self.importing.records:
            if found.sort not in WITHIN and found.sort != OTHER_NAME:
                why = "it is nothing of Popolo" if found.sort == "object" else NO_PLACE
                self.importing.skip(found.sort, found.node, why)

    def _shared_ids(self) -> Iterator[Skipped]:
        """The ids that several things use, and whom a reference by them means."""
        references = self.references
        for things, several in (
            (references.bodies, "organizations"),
            (references.people, "people"),
        ):
            for id_, shared in things.shared_ids():
                named = ", ".join(
                    f"'{shown(each.said.get('name', ''))}' as {things.id_of(each)}"
                    for each in shared
                )
                what = f"the id '{shown(id_)}' of {len(shared)} different {several} ({named})"
                why = "each is kept; a reference means the one written just so, else the first"
                yield Skipped(what, why)
