"""Records that go by an id, from a mapping by id or a list; the same id twice is caught.

In a list a record may have a name alone: its id is then made from that name.
"""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.errors import Place
from govgraph.formats.fields import Section
from govgraph.formats.identifiers import Identifiers
from govgraph.formats.nodes import (
    Entry,
    ListNode,
    Located,
    MapNode,
    Node,
    TextNode,
    describe,
    is_absent,
)
from govgraph.formats.problems import Reading, shown
from govgraph.formats.record_reading import ID, expect_mapping
from govgraph.formats.values import composed, is_sound_id
from govgraph.model.names import normalise

_TWO_OF_A_NAME = "; if they are two of one name, give each an id"


class Ids:
    """The ids of one section, over all files: which are written, and which are made from names."""

    def __init__(self, section: Section) -> None:
        """Begin with none."""
        self.section = section
        self.seen: dict[str, Place] = {}
        self._made = Identifiers()

    def expect(self, node: Node) -> None:
        """Keep those that are written in a part of the section from being made of a name."""
        if type(node) is MapNode:
            self._made.taken.update(node.entries)
        elif type(node) is ListNode:
            self._made.taken.update(_field(item, ID) for item in node.items)

    def from_name(self, node: MapNode) -> str:
        """The id that the name of a record gives, or nothing where it has none."""
        name = _field(node, self.section.record.named_by)
        return self._made.of(normalise(name) or name, name) if name else ""


class Identified(NamedTuple):
    """A record with its id, and where the id was written."""

    id: str
    place: Place
    node: MapNode


def identified(reading: Reading, section: Section, node: Node, ids: Ids) -> Iterator[Identified]:
    """Each record of a section under its id, in the order written.

    `ids` knows where each id was written so far, in this file or another, and is told of these.
    """
    seen = ids.seen
    for name, where, record in _named(reading, section, node, ids):
        id_ = composed(name.strip())
        if not is_sound_id(id_):
            message = f"'{shown(name)}' cannot be an id: an id is one visible word"
            reading.reject(where, message, found=name)
            continue
        place = reading.place(where)
        if id_ in seen:
            written = f"the {section.record.noun} '{shown(id_)}' is written twice"
            hint = "" if ID in record.entries or where is not record else _TWO_OF_A_NAME
            message = f"{written}; first at {seen[id_]}{hint}"
            reading.reject(where, message, found=id_)
        seen.setdefault(id_, place)
        yield Identified(id_, place, record)


def _named(
    reading: Reading, section: Section, node: Node, ids: Ids
) -> Iterator[tuple[str, Located, MapNode]]:
    """Each record with the text that should be its id, and where that stands."""
    if type(node) is MapNode:
        yield from _by_key(reading, section, node)
    elif type(node) is ListNode:
        yield from _by_field(reading, section, node, ids)
    else:
        noun = section.record.noun
        message = f"'{section.name}' must hold each {noun} under its id, not {describe(node)}"
        reading.reject(node, message)


def _by_key(
    reading: Reading, section: Section, node: MapNode
) -> Iterator[tuple[str, Located, MapNode]]:
    """From a mapping by id; an `id` within must be the same."""
    for name, entry in node.entries.items():
        value = entry.value
        if is_absent(value):
            value = MapNode({}, entry.line, entry.column)
        record = expect_mapping(reading, value, f"the {section.record.noun} '{shown(name)}'")
        if record is None:
            continue
        inner = record.entries.get(ID)
        if inner and _text(inner) != name:
            reading.reject(inner, f"'{ID}' differs from '{shown(name)}', under which this stands")
        yield name, entry, record


def _by_field(
    reading: Reading, section: Section, node: ListNode, ids: Ids
) -> Iterator[tuple[str, Located, MapNode]]:
    """From a list of records, each with an `id` or a name to make it from."""
    noun = section.record.noun
    for item in node.items:
        record = expect_mapping(reading, item, f"a {noun}")
        if record is None:
            continue
        entry = record.entries.get(ID)
        name = _text(entry) if entry else ""
        if entry and name:
            yield name, entry.value, record
        elif made := "" if entry and not is_absent(entry.value) else ids.from_name(record):
            yield made, record, record
        else:
            reading.reject(entry or item, f"this {noun} has {_lack(section, record)}")


def _lack(section: Section, record: MapNode) -> str:
    """What a record that has no id does not have: a name, too, where one would do."""
    named = section.record.named_by
    return f"no '{ID}'" if not named or _field(record, named) else f"neither '{ID}' nor '{named}'"


def _field(node: Node, name: str) -> str:
    """The text in a field of a record, or nothing."""
    entry = node.entries.get(name) if type(node) is MapNode else None
    return _text(entry).strip() if entry else ""


def _text(entry: Entry) -> str:
    """The text of an entry, or nothing."""
    return entry.value.text or "" if type(entry.value) is TextNode else ""
