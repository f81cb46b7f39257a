"""Records that go by an id, from a mapping by id or a list; the same id twice is caught."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.errors import Place
from govgraph.formats.fields import Section
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


class Identified(NamedTuple):
    """A record with its id, and where the id was written."""

    id: str
    place: Place
    node: MapNode


def identified(
    reading: Reading, section: Section, node: Node, seen: dict[str, Place]
) -> Iterator[Identified]:
    """Each record of a section under its id, in the order written.

    `seen` says where each id was written so far, in this file or another, and is added to.
    """
    for name, where, record in _named(reading, section, node):
        id_ = composed(name.strip())
        if not is_sound_id(id_):
            message = f"'{shown(name)}' cannot be an id: an id is one visible word"
            reading.reject(where, message, found=name)
            continue
        place = reading.place(where)
        if id_ in seen:
            message = (
                f"the {section.record.noun} '{shown(id_)}' is written twice; first at {seen[id_]}"
            )
            reading.reject(where, message, found=id_)
        seen.setdefault(id_, place)
        yield Identified(id_, place, record)


def _named(
    reading: Reading, section: Section, node: Node
) -> Iterator[tuple[str, Located, MapNode]]:
    """Each record with the text that should be its id, and where that stands."""
    if type(node) is MapNode:
        yield from _by_key(reading, section, node)
    elif type(node) is ListNode:
        yield from _by_field(reading, section, node)
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
    reading: Reading, section: Section, node: ListNode
) -> Iterator[tuple[str, Located, MapNode]]:
    """From a list of records, each with an `id`."""
    noun = section.record.noun
    for item in node.items:
        record = expect_mapping(reading, item, f"a {noun}")
        if record is None:
            continue
        entry = record.entries.get(ID)
        name = _text(entry) if entry else ""
        if entry and name:
            yield name, entry.value, record
        else:
            reading.reject(entry or item, f"this {noun} has no '{ID}'")


def _text(entry: Entry) -> str:
    """The text of an entry, or nothing."""
    return entry.value.text or "" if type(entry.value) is TextNode else ""
