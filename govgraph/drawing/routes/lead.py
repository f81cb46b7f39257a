"""The way of every line: along free channels between rows, up through free gaps in them.

A line leaves a body upward or downward, runs level in the channel between two rows, and passes a
row only where no box stands; so no line can cross a box. Heights come last: each channel is made as
high as the level pieces in it need.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.geometry import tidied
from govgraph.drawing.placement import Route
from govgraph.drawing.routes.ground import Ground
from govgraph.drawing.routes.heights import RING, Heights, find_heights, find_label_rooms
from govgraph.drawing.routes.levels import LOOP_ROOM, Levels
from govgraph.drawing.routes.nets import find_self_lines
from govgraph.drawing.routes.ports import Ports
from govgraph.drawing.routes.tracks import LEAST_RUN, Piece

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.placement import Point
    from govgraph.drawing.routes.ground import Span
    from govgraph.drawing.routes.nets import Leg
    from govgraph.drawing.routes.ordered import Ordered
    from govgraph.drawing.routes.ports import Port


_SMALL_CORNER = 30.0  # points; a larger one is there for a reason
_DETOUR = 60.0  # points that a line goes round at the most, to cross less
_FAR = 1e9  # further out than anything stands


@dataclass(frozen=True, slots=True)
class Routed:
    """The ways found, and how high that makes every row.

    Attributes:
        routes: One for each line, sorted by line.
        tops: The upper edge of each row.
    """

    routes: tuple[Route, ...]
    tops: tuple[float, ...]


def route_lines(diagram: Diagram, ordered: Ordered, legs: Sequence[Leg]) -> Routed:
    """The way of every line of a diagram, and the heights that it takes."""
    return _Router(diagram, ordered, legs).run()


class _Router:
    """The steps of routing one drawing, each building on what the one before has found."""

    def __init__(self, diagram: Diagram, ordered: Ordered, legs: Sequence[Leg]) -> None:
        self.diagram, self.ordered, self.legs = diagram, ordered, legs
        self.row_of = {body: r for r, row in enumerate(ordered.rows) for body in row}
        looped = {diagram.lines[line].to for line in find_self_lines(diagram)}
        self.ringed = {body.id for body in diagram.bodies if body.orphan}
        blocked = {
            body: (
                low - RING * (body in self.ringed),
                high + RING * (body in self.ringed) + LOOP_ROOM * (body in looped),
            )
            for body, (low, high) in ordered.spans.items()
        }
        self.ground = Ground(ordered.rows, blocked, ordered.spacing.clearance, self._walls())
        self.lanes: dict[int, dict[int, float]] = {}
        self._take_lanes(blocked)
        hanging = frozenset(line for found in self.lanes.values() for line in found)
        self.levels = Levels(diagram, ordered.rows, ordered.heights, legs, hanging)
        self.bends: dict[tuple[int, int], float] = {}
        self.ports: dict[Port, float] = {}
        self.heights = Heights((), {})

    def run(self) -> Routed:
        """All steps, in the order in which each needs the one before."""
        self._take_bends()
        self.ports = Ports(
            self.legs,
            self.ground,
            self.ordered.spans,
            self.row_of,
            self.bends,
            self.lanes,
            frozenset(self.levels.flat),
        ).find_all()
        self._straighten()
        rooms = find_label_rooms(
            self.ordered, self.diagram.lines, self.row_of, self.levels.sideways
        )
        self.heights = find_heights(self.ordered, self._pieces(), self.ringed, rooms)
        routes = [*self._leg_routes(), *self._level_routes()]
        routes.sort(key=lambda route: route.line)
        return Routed(tuple(routes), self.heights.tops)

    def _walls(self) -> list[list[float]]:
        walls: list[list[float]] = [[] for _ in range(len(self.ordered.rows) + 1)]
        for first, last, left, right in self.ordered.areas.values():
            for channel in range(first, last + 2):
                walls[channel] += [left, right]
        return walls

    def _take_lanes(self, blocked: Mapping[str, Span]) -> None:
        """Lines that leave sideways run straight up to the channel below their hub.

        Where there is no room left of the body for that, the line leaves upward like any other.
        """
        before = {
            body: blocked[row[at - 1]][1] if at else -_FAR
            for row in self.ordered.rows
            for at, body in enumerate(row)
        }
        for number, leg in enumerate(self.legs):
            groups: dict[float, list[tuple[int, str]]] = {}
            for line, end in leg.ends:
                if line in self.ordered.lanes and leg.side > 0:
                    groups.setdefault(self.ordered.lanes[line], []).append((line, end))
            for wish, ends in groups.items():
                last = max(self.row_of[end] for _, end in ends)
                within = (
                    max(before[end] for _, end in ends),
                    min(self.ordered.spans[end][0] for _, end in ends),
                )
                rows = range(self.row_of[leg.hub] + 1, last + 1)
                place = self.ground.take_lane(rows, wish, number, within)
                if place is not None:
                    self.lanes.setdefault(number, {}).update((line, place) for line, _ in ends)

    def _take_bends(self) -> None:
        """Find the gaps that each long leg passes on its way."""
        for number, leg in enumerate(self.legs):
            hanging = self.lanes.get(number, {})
            ends = [end for line, end in leg.ends if line not in hanging]
            if not leg.side or not ends:
                continue
            hub = self.row_of[leg.hub]
            far = max(abs(self.row_of[end] - hub) for end in ends)
            last = sum(self.ordered.spans[leg.hub]) / 2
            for step in range(1, far):
                row = hub + step * leg.side
                last = self._bend(number, row, last, self._next_place(number, row, ends))
                self.bends[number, row] = last

    def _next_place(self, number: int, row: int, ends: Sequence[str]) -> float:
        """Where a leg goes on to from a row: its next bend, or the middle of its ends."""
        after = self.ordered.bends.get((number, row + self.legs[number].side))
        if after is not None:
            return after
        places = [sum(self.ordered.spans[end]) / 2 for end in ends]
        return (min(places) + max(places)) / 2

    def _bend(self, number: int, row: int, before: float, after: float) -> float:
        """The gap that a leg passes a row by: the wished one, unless another is much less round."""
        low, high = sorted((before, after))
        wish = self.ordered.bends.get((number, row), before)
        place = self.ground.find_corridor(row, wish, number)
        direct = self.ground.find_corridor(row, min(max(wish, low), high), number)
        around = abs(before - place) + abs(place - after)
        if abs(before - direct) + abs(direct - after) + _DETOUR < around:
            place = direct
        self.ground.take_corridor((row,), place, number)
        return place

    def _straighten(self) -> None:
        """Take small corners out of long lines, from their hub outward, where there is room.

        Where what is further out cannot move, what is nearer does, unless it is straight already.
        """
        for number, leg in enumerate(self.legs):
            before: float | None = None
            near = self.ports.get((number, leg.hub))
            row = self.row_of[leg.hub] + leg.side
            while near is not None and (number, row) in self.bends:
                place = self.bends[number, row]
                if LEAST_RUN < abs(place - near) <= _SMALL_CORNER:
                    if self.ground.shift_corridor(row, place, near, number):
                        self.bends[number, row] = place = near
                    elif before not in (None, near) and self.ground.shift_corridor(
                        row - leg.side, near, place, number
                    ):
                        self.bends[number, row - leg.side] = near = place
                before, near, row = near, place, row + leg.side

    def _pieces(self) -> list[list[Piece]]:
        """What every leg does in every channel."""
        found: list[list[Piece]] = [[] for _ in range(len(self.ordered.rows) + 1)]
        for number, leg in enumerate(self.legs):
            if number in self.levels.flat:
                continue
            hub = self.row_of[leg.hub]
            if leg.side == 0:
                ends = (leg.hub, leg.ends[0][1])
                bottoms = tuple(self.ports[number, body] for body in ends)
                found[hub].append(Piece(number, (), bottoms))
                continue
            lanes = self.lanes.get(number, {})
            by_row: dict[int, list[float]] = {}
            for line, end in leg.ends:
                if line in lanes:
                    by_row.setdefault(hub + leg.side, []).append(lanes[line])
                else:
                    by_row.setdefault(self.row_of[end], []).append(self.ports[number, end])
            near = self.ports[number, leg.hub]
            row = hub + leg.side
            while row in by_row or (number, row) in self.bends:
                far = sorted(set(by_row.get(row, ())))
                bend = self.bends.get((number, row))
                far += [bend] if bend is not None else []
                pair = ((near,), tuple(far)) if leg.side > 0 else (tuple(far), (near,))
                found[row if leg.side > 0 else row + 1].append(Piece(number, *pair))
                if bend is None:
                    break
                near, row = bend, row + leg.side
        return found

    def _leg_routes(self) -> list[Route]:
        """The ways of all lines that run through channels."""
        routes = []
        for number, leg in enumerate(self.legs):
            if number in self.levels.flat:
                continue
            for line, end in leg.ends:
                points = tidied(self._outward(number, leg, line, end))
                if self.diagram.lines[line].from_ != leg.hub:
                    points = points[::-1]
                routes.append(Route(line, points))
        return routes

    def _outward(self, number: int, leg: Leg, line: int, end: str) -> list[Point]:
        """The corners of one line from its hub to its end."""
        hub, row = self.row_of[leg.hub], self.row_of[end]
        x = self.ports[number, leg.hub]
        if leg.side == 0:
            y, other = self.heights.tracks[hub, number], self.ports[number, end]
            top = self.heights.tops[hub]
            return [(x, top), (x, y), (other, y), (other, top)]
        lane = self.lanes.get(number, {}).get(line)
        points = [(x, self._edge(hub, leg.side))]
        for passed in range(hub + leg.side, row + leg.side, leg.side):
            if lane is not None:
                step = lane
            elif passed == row:
                step = self.ports[number, end]
            else:
                step = self.bends[number, passed]
            channel = passed if leg.side > 0 else passed + 1
            if abs(step - x) > LEAST_RUN:
                y = self.heights.tracks[channel, number]
                points += [(x, y), (step, y)]
                x = step
            if lane is not None:
                break
        if lane is not None:
            y = self.heights.tops[row] + self.levels.height_of(line)
            return [*points, (lane, y), (self.ordered.spans[end][0], y)]
        return [*points, (x, self._edge(row, -leg.side))]

    def _edge(self, row: int, side: int) -> float:
        """The lower (1) or upper (-1) edge of a row."""
        return self.heights.tops[row] + (self.ordered.heights[row] if side > 0 else 0.0)

    def _level_routes(self) -> list[Route]:
        """The ways of lines from side to side, and of lines that lead back to where they start."""
        routes = []
        for number in sorted(self.levels.flat):
            leg = self.legs[number]
            line, end = leg.ends[0]
            y = self.heights.tops[self.row_of[end]] + self.levels.height_of(line)
            low, high = sorted((self.ordered.spans[end], self.ordered.spans[leg.hub]))
            points = ((low[1], y), (high[0], y))
            left = end if self.ordered.spans[end] == low else leg.hub
            if self.diagram.lines[line].from_ != left:
                points = points[::-1]
            routes.append(Route(line, points))
        for line, body in self.levels.loops:
            right = self.ordered.spans[body][1]
            top = self.heights.tops[self.row_of[body]] + self.levels.height_of(line)
            bottom = top + self.levels.loop_height(line)
            out = right + LOOP_ROOM - 4
            routes.append(Route(line, ((right, top), (out, top), (out, bottom), (right, bottom))))
        return routes
