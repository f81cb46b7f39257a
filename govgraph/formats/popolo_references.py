"""Who is meant where a record of a Popolo file refers to another, or describes it in the place."""

from collections.abc import Iterator

from govgraph.formats.importing import Importing, SourceRecord
from govgraph.formats.nodes import MapNode, TextNode
from govgraph.formats.popolo_records import AREA, BODY, PERSON, POST, SEAT, Thing, Things, id_text
from govgraph.formats.problems import shown
from govgraph.model.dates import PartialDate

_TO_BODIES = ("organization", "parent", "on_behalf_of", "member")
_TO_PEOPLE = ("person",)


class References:
    """The things of a file, and what refers to them."""

    def __init__(self, importing: Importing) -> None:
        self.importing = importing
        self.bodies = Things(importing, BODY)
        self.people = Things(importing, PERSON)
        self.posts = Things(importing, POST)
        self.areas = Things(importing, AREA)
        self.bodies.assign(self._written(_TO_BODIES))
        self.people.assign(self._written(_TO_PEOPLE))
        self._names = {
            self.bodies.id_of(thing): thing.said.get("name", "") for thing in self.bodies.all
        }

    def referred(self, sort: str, node: MapNode, name: str) -> MapNode | TextNode | None:
        """What a record refers to by a field or its `_id`; that they say two things is said."""
        id_ = self.importing.value(node, f"{name}_id")
        inner = self.importing.value(node, name)
        if not isinstance(inner, MapNode | TextNode):
            return id_ if type(id_) is TextNode else None
        if type(id_) is TextNode and self._id_of(inner) != id_text(id_):
            why = f"what stands under '{name}' is another"
            self.importing.skip_field(sort, node, f"{name}_id", why)
        return inner

    def body(self, sort: str, node: MapNode, name: str) -> str:
        """The id of the organisation that a record refers to, or nothing."""
        return self._id_in(self.bodies, self.referred(sort, node, name))

    def person(self, sort: str, node: MapNode, name: str) -> str:
        """The id of the person that a record refers to, or nothing."""
        return self._id_in(self.people, self.referred(sort, node, name))

    def member(self, sort: str, node: MapNode) -> tuple[str, str]:
        """The id of the body, or that of the person, that a record calls its member."""
        meant = self.referred(sort, node, "member")
        if type(meant) is TextNode and not self.bodies.meant_by(meant):
            person = self.people.meant_by(meant)
            return (
                ("", self.people.id_of(person)) if person else (self.bodies.id_meant_by(meant), "")
            )
        return self._id_in(self.bodies, meant), ""

    def name_of(self, body: str) -> str:
        """The name of a body, or its id where none is known."""
        return self._names.get(body, "") or body

    def around(self, things: Things, found: SourceRecord) -> str:
        """The id of the body or person within whose description a record stands, or nothing."""
        thing = things.by_node.get(id(found.outer))
        return things.id_of(thing) if thing else ""

    def first_text(self, sort: str, thing: Thing, name: str) -> str:
        """What the first description of a thing says in a field; others that differ are told."""
        first = ""
        for node in thing.descriptions:
            text = self.importing.text(node, name)
            first = first or text
            if text and text != first:
                self._contradict(sort, node, name, first)
        return first

    def first_date(self, sort: str, thing: Thing, name: str) -> PartialDate | None:
        """The date that the first description of a thing says, likewise."""
        first: PartialDate | None = None
        for node in thing.descriptions:
            date = self.importing.date(sort, node, name)
            first = first or date
            if date and date != first:
                self._contradict(sort, node, name, str(first))
        return first

    def _contradict(self, sort: str, node: MapNode, name: str, first: str) -> None:
        """Say that a description says something else than the first."""
        why = f"an earlier description says '{shown(first)}'"
        self.importing.skip_field(sort, node, name, why)

    def _id_in(self, things: Things, node: MapNode | TextNode | None) -> str:
        """The id of what a node refers to, or describes."""
        if type(node) is MapNode:
            thing = things.by_node.get(id(node))
            return things.id_of(thing) if thing else ""
        return things.id_meant_by(node) if type(node) is TextNode else ""

    def _id_of(self, node: MapNode | TextNode) -> str:
        """The id that is written in a description or reference."""
        inner = node.entries["id"].value if type(node) is MapNode and "id" in node.entries else node
        return id_text(inner) if type(inner) is TextNode else ""

    def _written(self, names: tuple[str, ...]) -> Iterator[str]:
        """The ids that records refer to by some fields."""
        for found in self.importing.of(BODY, POST, SEAT):
            for name in names:
                for field in (f"{name}_id", name):
                    entry = found.node.entries.get(field)
                    if entry and type(entry.value) is TextNode:
                        yield id_text(entry.value)
