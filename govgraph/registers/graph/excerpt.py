"""A small structure cut out of a register, so that it answers questions like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from govgraph.graph.number_columns import find_distinct
from govgraph.graph.walks import Way
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.sources import WRITTEN_BASES
from govgraph.model.structure import Structure
from govgraph.registers.reading.hashed_identifiers import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.graph.line_columns import Flags, Integers
    from govgraph.graph.walks import Walks
    from govgraph.registers.reading.register import Register

LEVELS = 64
"""Steps up or down that are taken over all lines at once, each in a millisecond or so."""
BASES = {str(basis): basis for basis in WRITTEN_BASES}


def cut(register: Register, walks: Walks, bodies: Sequence[int]) -> Structure:
    """Bodies, every relation that some walks from them meet, and the bodies at its ends."""
    relations = register.relations
    ways = {Way.UP: (relations.froms, relations.tos), Way.DOWN: (relations.tos, relations.froms)}
    wanted = np.zeros(len(relations), dtype=np.bool_)
    chosen = _flags(register, bodies)
    for walk in walks:
        arrived = _flags(register, [])
        for starts, ends in (ways[way] for way in walk.way.single):
            begun = chosen if walk.once else _follow(register, chosen, starts, ends)
            met = begun[starts] if walk.any_kind else begun[starts] & _may_count(register)
            wanted |= met
            arrived |= _flags(register, ends[met]) if walk.once else begun
        chosen = arrived
    return _cut(register, wanted, bodies)


def cut_to_tell(register: Register, bodies: Sequence[int], most: int) -> Structure | None:
    """What decides what is said of bodies: every relation to them, and from all above them.

    None where these would be more than `most`.
    """
    relations = register.relations
    above = _follow(register, _flags(register, bodies), relations.froms, relations.tos)
    wanted = above[relations.froms] | _flags(register, bodies)[relations.tos]
    return _cut(register, wanted, bodies) if np.count_nonzero(wanted) <= most else None


def cut_among(register: Register, bodies: Sequence[int]) -> Structure:
    """Bodies, and every relation of any kind from one of them to another."""
    chosen = _flags(register, bodies)
    relations = register.relations
    return _cut(register, chosen[relations.froms] & chosen[relations.tos], bodies)


def _may_count(register: Register) -> Flags:
    """The relations that make a line, stated or presumed, from some standpoint."""
    return register.relations.kinds.where(register.kinds.may_count)


def _flags(register: Register, bodies: Sequence[int] | Integers) -> Flags:
    """Whether each body is among some; one place more, for the unknown, which never is."""
    flags = np.zeros(len(register.bodies) + 1, dtype=np.bool_)
    flags[np.asarray(bodies, dtype=np.int64)] = True
    flags[UNKNOWN] = False
    return flags


def _follow(register: Register, begun: Flags, starts: Integers, ends: Integers) -> Flags:
    """Whether each body is among some, or lines lead from these to it.

    Level by level over all lines at once; what lies deeper than `LEVELS` is walked body by body.
    """
    reached = begun.copy()
    counting = np.flatnonzero(_may_count(register) & register.known)
    starts, ends = starts[counting], ends[counting]
    fresh = reached
    for _ in range(LEVELS):
        onward = ends[fresh[starts]]
        onward = find_distinct(onward[~reached[onward]])
        if not len(onward):
            return reached
        reached[onward] = True
        fresh = np.zeros_like(reached)
        fresh[onward] = True
    _walk(reached, np.flatnonzero(fresh).tolist(), starts, ends)
    return reached


def _walk(reached: Flags, waiting: list[int], starts: Integers, ends: Integers) -> None:
    """Mark, in place, whoever lines lead to from those that wait."""
    order = np.argsort(starts, kind="stable")
    bounds = np.searchsorted(starts[order], np.arange(len(reached) + 1))
    sorted_ends = ends[order]
    while waiting:
        body = waiting.pop()
        for end in sorted_ends[bounds[body] : bounds[body + 1]].tolist():
            if not reached[end]:
                reached[end] = True
                waiting.append(end)


def _cut(register: Register, wanted: Flags, bodies: Sequence[int]) -> Structure:
    """The structure of some relations, the bodies at their ends, and some more bodies."""
    rows = np.flatnonzero(wanted)
    relations = register.relations
    asked = np.array(bodies, dtype=relations.froms.dtype)
    ends = np.concatenate([relations.froms[rows], relations.tos[rows], asked])
    numbers = find_distinct(ends[ends >= 0])
    return Structure(
        id=register.files.name,
        title=register.files.name,
        bodies=tuple(_bodies(register, numbers)),
        relations=tuple(_relations(register, rows)),
        body_kinds=register.kinds.body_kinds,
        relation_kinds=register.kinds.relation_kinds,
    )


def _bodies(register: Register, numbers: Integers) -> list[Body]:
    columns = register.bodies
    ids = columns.ids.gather(numbers).to_list()
    names = columns.names.gather(numbers).to_list()
    areas, tiers = (_texts(columns.texts(name), numbers) for name in ("area", "tier"))
    made = []
    for place, number in enumerate(numbers.tolist()):
        status, begins, ends = columns.lives.row(number)
        count = int(columns.counts[number]) if columns.counts is not None else 1
        made.append(
            Body(
                id=ids[place],
                name=names[place],
                kind=(columns.kinds[number] if columns.kinds else "") or "body",
                apex=bool(columns.apex[number]),
                outside=bool(columns.outside[number]),
                area=areas[place],
                tier=tiers[place],
                status=status,
                from_=begins,
                until=ends,
                count=None if count == 1 else count,
            )
        )
    return made


def _relations(register: Register, rows: Any) -> list[Relation]:  # noqa: ANN401 - row numbers
    columns = register.relations
    froms, tos = (ids.to_list() for ids in register.ends(rows)) if len(rows) else ([], [])
    scopes, reasons = (_texts(columns.texts(name), rows) for name in ("scope", "intended"))
    made = []
    for place, row in enumerate(rows.tolist()):
        status, begins, ends = columns.lives.row(row)
        made.append(
            Relation(
                from_body=froms[place],
                kind=columns.kinds[row],
                to_body=tos[place],
                scope=scopes[place],
                basis=BASES[(columns.basis[row] if columns.basis else "") or "stated"],
                status=status,
                from_=begins,
                until=ends,
                intended=reasons[place],
            )
        )
    return made


def _texts(column: Any, rows: Any) -> list[str]:  # noqa: ANN401 - a column of Polars, row numbers
    """Some cells of a column; empty where it is empty, or not there."""
    if column is None:
        return [""] * len(rows)
    return [text or "" for text in column.gather(rows).to_list()]
