"""Relations and seats written on the body that they start from, where nothing is lost by it.

A reader takes the relations written on bodies first, body by body, and the long form after
them. So that reading gives the same order again, only those at the front that already stand in
that order are moved; the rest stay in the long form. In a file that is there, somebody who writes
relations on their bodies, and a few in the long form, finds them there again.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from govgraph.formats.nodes import ListNode, MapNode
from govgraph.formats.plain_data import BODY_FIELDS, Data, record_as_data, structure_as_data
from govgraph.formats.record_fields import RELATION_ON_BODY
from govgraph.formats.record_reading import ID
from govgraph.formats.seat_records import SEAT_ON_BODY
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.seats import Seat
from govgraph.model.structure import Structure


def structure_as_written(structure: Structure) -> Data:
    """The sections of a structure, with relations and seats on their bodies where they can be.

    Raises:
        OutputError: an id stands twice among things of one sort.
    """
    data = structure_as_data(structure)
    bodies = data.get("bodies", {})
    moved = _movable_relations(structure)
    for relation in structure.relations[:moved]:
        add_relation(bodies[relation.from_body], relation, structure)
    _keep_rest(data, "relations", moved)
    moved = _movable(structure, [seat.body for seat in structure.seats])
    for seat in structure.seats[:moved]:
        written = record_as_data(SEAT_ON_BODY, seat)
        bodies[seat.body].setdefault("seats", []).append(written)
    _keep_rest(data, "seats", moved)
    return data


def _keep_rest(data: Data, section: str, moved: int) -> None:
    """Keep in the long form what was not moved."""
    if section in data:
        data[section] = data[section][moved:]
        if not data[section]:
            del data[section]


def _movable(structure: Structure, owners: Sequence[str]) -> int:
    """How many at the front stand in the order of their bodies."""
    position = {body.id: number for number, body in enumerate(structure.bodies)}
    last = -1
    for count, owner in enumerate(owners):
        if position.get(owner, -1) < max(last, 0):
            return count
        last = position[owner]
    return len(owners)


def _movable_relations(structure: Structure) -> int:
    """How many relations at the front can be written on their bodies."""
    most = _movable(structure, [relation.from_body for relation in structure.relations])
    seen: set[tuple[str, str]] = set()
    before = ("", "")
    for count, relation in enumerate(structure.relations[:most]):
        group = (relation.from_body, relation.kind)
        body = structure.body_by_id[relation.from_body]
        if (group != before and group in seen) or not can_move(structure, body, relation):
            return count
        seen.add(group)
        before = group
    return most


def can_move(structure: Structure, body: Body | None, relation: Relation) -> bool:
    """Whether a relation can read the same on its body, whose citations cover it there."""
    if body is None or relation.kind in BODY_FIELDS or relation.kind == ID:
        return False
    covered = bool(relation.cites) or not body.cites
    return covered and relation.kind in structure.kinds_of_relation


def _with_basis(written: Data, relation: Relation) -> Data:
    """The relation with its basis made explicit: it would inherit another from its body."""
    fields = [field.name for field in RELATION_ON_BODY.fields]
    whole = written | {"basis": str(relation.basis)}
    return {name: whole[name] for name in fields if name in whole}


def add_relation(data: Data, relation: Relation, structure: Structure) -> None:
    """Write a relation on its body: an id where it has no particulars, one or a list."""
    body = structure.body_by_id[relation.from_body]
    written: Any = record_as_data(RELATION_ON_BODY, relation)
    if relation.cites == body.cites:
        written.pop("cites", None)
    if relation.basis is body.basis:
        written.pop("basis", None)
    elif "basis" not in written:
        written = _with_basis(written, relation)
    if set(written) == {"to"}:
        written = written["to"]
    if relation.kind not in data:
        data[relation.kind] = written
    elif isinstance(data[relation.kind], list):
        data[relation.kind].append(written)
    else:
        data[relation.kind] = [data[relation.kind], written]


class Layout(NamedTuple):
    """What stands in the long form in a file, and not on its body."""

    relations: tuple[Relation, ...]
    seats: tuple[Seat, ...]

    def data_of(self, structure: Structure) -> Data:
        """The sections of a structure laid out in this way; what is new stands on its body."""
        data = structure_as_data(structure)
        bodies = data.get("bodies", {})
        keys = {relation.key for relation in self.relations}
        relations = []
        for relation, written in zip(structure.relations, data.pop("relations", []), strict=True):
            body = structure.body_by_id.get(relation.from_body)
            if relation.key in keys or not can_move(structure, body, relation):
                relations.append(written)
            else:
                add_relation(bodies[relation.from_body], relation, structure)
        seated = {seat.body for seat in self.seats}
        seats = []
        for seat, written in zip(structure.seats, data.pop("seats", []), strict=True):
            if seat.body in seated or seat.body not in bodies:
                seats.append(written)
            else:
                on_body = record_as_data(SEAT_ON_BODY, seat)
                bodies[seat.body].setdefault("seats", []).append(on_body)
        return data | {
            name: things for name, things in (("relations", relations), ("seats", seats)) if things
        }


def layout_of(root: MapNode, structure: Structure) -> Layout:
    """How a structure is laid out in the file that it was read from."""
    return Layout(
        _in_long_form(root, "relations", structure.relations),
        _in_long_form(root, "seats", structure.seats),
    )


def _in_long_form(root: MapNode, section: str, things: Sequence[Any]) -> tuple[Any, ...]:
    """Those of some things that stand in a section of their own: the first read, or the last."""
    entry = root.entries.get(section)
    count = len(entry.value.items) if entry and isinstance(entry.value, ListNode) else 0
    bodies = root.entries.get("bodies")
    first = entry is not None and (bodies is None or entry.line < bodies.line)
    return tuple(things[:count] if first else things[len(things) - count :])
