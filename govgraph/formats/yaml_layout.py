"""A structure as the data of a file that is there: each relation and seat where its author put it.

Somebody who writes relations on their bodies, and a few in the long form, finds them there again.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from govgraph.formats.nodes import ListNode, MapNode
from govgraph.formats.on_bodies import add_relation, can_move
from govgraph.formats.plain_data import Data, record_as_data, structure_as_data
from govgraph.formats.seat_records import SEAT_ON_BODY
from govgraph.model.relations import Relation
from govgraph.model.seats import Seat
from govgraph.model.structure import Structure


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
