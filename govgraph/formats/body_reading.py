"""Bodies with the relations and seats that are written on them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from govgraph.errors import Place
from govgraph.formats.chairs import WrittenChair
from govgraph.formats.fields import Field, Form
from govgraph.formats.identified import Identified
from govgraph.formats.nodes import Entry, ListNode, MapNode, Node, describe, is_absent
from govgraph.formats.problems import Reading
from govgraph.formats.record_fields import BODY, RELATION_ON_BODY
from govgraph.formats.record_reading import Attributes, expect_mapping, read_attributes
from govgraph.formats.seat_records import SEAT_ON_BODY
from govgraph.formats.sense import check_sense
from govgraph.formats.values import items, read_reference, read_text
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.seats import Seat

_SEATS = BODY.by_name["seats"]
_CHAIR = BODY.by_name["chair"]
COVERING = ("cites", "basis")
"""What is said of a body and holds of the relations on it that say nothing else."""


class BodyRead(NamedTuple):
    """A body, where it could be read, and what was written on it."""

    body: Body | None
    relations: tuple[Relation, ...]
    seats: tuple[Seat, ...]
    chairs: tuple[WrittenChair, ...] = ()


class _Owner(NamedTuple):
    """The body on which relations and seats are written."""

    id: str
    place: Place
    attributes: Attributes


def read_body(reading: Reading, it: Identified, relation_kinds: Mapping[str, object]) -> BodyRead:
    """A body, with its relations and seats.

    A name is read as a kind of relation if it is one and no field of a body.
    """
    attributes = read_attributes(reading, BODY, it.node, beside=relation_kinds, label=it.id)
    if attributes is not None:
        check_sense(reading, BODY, it.id, it.node, attributes)
    body = None if attributes is None else Body(id=it.id, place=it.place, **attributes)
    owner = _Owner(it.id, it.place, attributes or {})
    relations: list[Relation] = []
    seats: list[Seat] = []
    chairs: list[WrittenChair] = []
    for name, entry in it.node.entries.items():
        if name == _SEATS.name:
            seats.extend(_read_seats(reading, owner, entry.value))
        elif name == _CHAIR.name:
            chairs.extend(_read_chair(reading, owner, entry.value))
        elif name in relation_kinds and name not in BODY.by_name:
            relations.extend(_read_relations(reading, owner, name, entry))
    return BodyRead(body, tuple(relations), tuple(seats), tuple(chairs))


def _read_relations(reading: Reading, owner: _Owner, kind: str, entry: Entry) -> Iterator[Relation]:
    """The relations of one kind: an id, a mapping, or a list of them.

    A relation without citations of its own is covered by those of its body; one that says no
    basis of its own has its body's.
    """
    if is_absent(entry.value):
        return
    kind_place = reading.place(entry)
    field = Field(kind, Form.REFERENCE, "the id of the body it runs to")
    for item in items(reading, entry.value, field):
        attributes = _relation_attributes(reading, item, field)
        if attributes is None:
            continue
        for name in COVERING:
            if name in owner.attributes:
                attributes.setdefault(name, owner.attributes[name])
        yield Relation(
            from_body=owner.id,
            kind=kind,
            place=reading.place(item),
            from_place=owner.place,
            kind_place=kind_place,
            **attributes,
        )


def _relation_attributes(reading: Reading, node: Node, field: Field) -> Attributes | None:
    """Where a relation written on a body runs to, and its particulars."""
    if type(node) is MapNode:
        return read_attributes(reading, RELATION_ON_BODY, node)
    to = read_reference(reading, node, field)
    return None if to is None else {"to_body": to, "to_place": reading.place(node)}


def _read_chair(reading: Reading, owner: _Owner, node: Node) -> Iterator[WrittenChair]:
    """The chair of a body in a word: a text, or each of several who share it."""
    if is_absent(node):
        return
    written = [
        (text, reading.place(item))
        for item in items(reading, node, _CHAIR)
        if (text := read_text(reading, item, _CHAIR))
    ]
    for text, place in written:
        yield WrittenChair(owner.id, text, place, owner.place, is_shared=len(written) > 1)


def _read_seats(reading: Reading, owner: _Owner, node: Node) -> Iterator[Seat]:
    """The seats written on a body: a list of mappings."""
    if is_absent(node):
        return
    if type(node) is not ListNode:
        reading.reject(node, f"'{_SEATS.name}' must be a list, not {describe(node)}")
        return
    for item in items(reading, node, _SEATS):
        mapping = expect_mapping(reading, item, f"a {SEAT_ON_BODY.noun}")
        attributes = read_attributes(reading, SEAT_ON_BODY, mapping) if mapping else None
        if attributes is not None:
            yield Seat(
                body=owner.id, place=reading.place(item), body_place=owner.place, **attributes
            )
