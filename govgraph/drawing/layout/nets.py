"""Which lines travel together: the buses, and the legs that each is drawn as."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from govgraph.drawing.diagram import Diagram, DiagramLine

_SOLID = frozenset({"accountable", "reports", "part"})  # joined however few they are
_CROWD = 3  # so many lines of any other kind at one body are joined too

_NONE: Mapping[int, int] = MappingProxyType({})

Side = Literal[-1, 0, 1]

Meeting = tuple[str, str, str, str, str]  # body, kind, status, change, whether they lead to it


@dataclass(frozen=True, slots=True)
class Leg:
    """Lines of one kind and status that meet at one body, all from the same side of it.

    Attributes:
        hub: The body where they meet.
        ends: Pairs of line index and the body at its other end.
        side: 1 when the ends stand in rows below the hub, -1 above, 0 in the hub's own row.
    """

    hub: str
    ends: tuple[tuple[int, str], ...]
    side: Side


class _Key(NamedTuple):
    """What the lines of one leg share; `single` keeps a line by itself when it is not -1."""

    meeting: Meeting
    side: Side
    single: int


def find_legs(
    diagram: Diagram, row_of: Mapping[str, int], parted: Mapping[int, int] = _NONE
) -> tuple[Leg, ...]:
    """Every line between two bodies, sorted into legs; self lines are not among them.

    Lines of account, reports and `part of` lines of one status that lead to the same body form a
    bus; so do three and more of any other kind at either end. Lines within a row stay single.
    """
    met = Counter(
        find_meeting(line, body) for line in diagram.lines for body in (line.from_, line.to)
    )
    found: dict[_Key, list[tuple[int, str]]] = {}
    for index, line in enumerate(diagram.lines):
        if line.from_ == line.to or line.from_ not in row_of or line.to not in row_of:
            continue
        hub = _hub(line, met)
        end = line.from_ if hub == line.to else line.to
        meeting = find_meeting(line, hub)
        side = _side(row_of[end] - row_of[hub])
        joined = side and (line.style in _SOLID or met[meeting] >= _CROWD)
        key = _Key(meeting, side, parted.get(index, -1) if joined else index)
        found.setdefault(key, []).append((index, end))
    return tuple(
        Leg(key.meeting[0], tuple(sorted(ends, key=itemgetter(1))), key.side)
        for key, ends in sorted(found.items(), key=partial(_place, diagram))
    )


def _place(diagram: Diagram, leg: tuple[_Key, list[tuple[int, str]]]) -> tuple[object, ...]:
    """By which legs are put in order: what they are, never where the file has them."""
    key, ends = leg
    lines = sorted((end, diagram.lines[line].scope or "") for line, end in ends)
    return (key.meeting, key.side, lines)


def find_self_lines(diagram: Diagram) -> tuple[int, ...]:
    """The lines that lead from a body to itself."""
    known = {body.id for body in diagram.bodies}
    return tuple(
        index
        for index, line in enumerate(diagram.lines)
        if line.from_ == line.to and line.to in known
    )


def find_meeting(line: DiagramLine, body: str) -> Meeting:
    """What lines at one body must share to be joined; only a liaison has no direction."""
    where = "either" if line.style == "liaison" else "to" if line.to == body else "from"
    return body, line.kind, line.status, line.change, where


def _hub(line: DiagramLine, met: Counter[Meeting]) -> str:
    """The end at which a line meets others: where more of its like do, else where it leads."""
    if line.style in _SOLID:
        return line.to
    at_to, at_from = met[find_meeting(line, line.to)], met[find_meeting(line, line.from_)]
    return line.from_ if at_from >= _CROWD and at_from > at_to else line.to


def _side(difference: int) -> Side:
    if difference == 0:
        return 0
    return 1 if difference > 0 else -1
