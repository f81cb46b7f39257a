"""Which lines travel together: the buses, and the legs that each is drawn as."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

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


class Join(NamedTuple):
    """Where a line meets others, whatever rows its ends stand in.

    Attributes:
        line: Its index.
        hub: The body where it meets them.
        end: The body at its other end.
        meeting: What it shares with them: the place of its meeting in the order of meetings.
        may_join: Whether it travels with them.
        scope: What it is limited to, or "".
    """

    line: int
    hub: str
    end: str
    meeting: int
    may_join: bool
    scope: str


def find_joins(diagram: Diagram) -> tuple[Join, ...]:
    """Where every line between two bodies meets others; self lines are not among them.

    Lines of account, reports and `part of` lines of one status that lead to the same body form a
    bus; so do three and more of any other kind at either end.
    """
    known = {body.id for body in diagram.bodies}
    met = Counter(
        find_meeting(line, body) for line in diagram.lines for body in (line.from_, line.to)
    )
    place = {meeting: at for at, meeting in enumerate(sorted(met))}
    found: list[Join] = []
    for index, line in enumerate(diagram.lines):
        if line.from_ == line.to or line.from_ not in known or line.to not in known:
            continue
        hub = _hub(line, met)
        end = line.from_ if hub == line.to else line.to
        meeting = find_meeting(line, hub)
        may_join = line.style in _SOLID or met[meeting] >= _CROWD
        found.append(Join(index, hub, end, place[meeting], may_join, line.scope or ""))
    return tuple(found)


def find_legs(
    joins: Sequence[Join], row_of: Mapping[str, int], parted: Mapping[int, int] = _NONE
) -> tuple[Leg, ...]:
    """Every line between two bodies, sorted into legs. Lines within a row stay single.

    Legs are put in order by what they are, never by where the file has them.
    """
    found: dict[tuple[int, Side, int], list[Join]] = {}
    for join in joins:
        index, hub, end, meeting, may_join, _ = join
        side = _side(row_of[end] - row_of[hub])
        single = parted.get(index, -1) if side and may_join else index
        found.setdefault((meeting, side, single), []).append(join)
    legs = [
        (meeting, side, sorted((join.end, join.scope) for join in leg), leg)
        for (meeting, side, _), leg in found.items()
    ]
    legs.sort(key=itemgetter(0, 1, 2))
    return tuple(
        Leg(leg[0].hub, tuple(sorted(((j.line, j.end) for j in leg), key=itemgetter(1))), side)
        for _, side, _, leg in legs
    )


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
