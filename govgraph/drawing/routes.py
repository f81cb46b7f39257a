"""The way of every line: along free channels between rows, up through free gaps in them.

A line leaves a body upward or downward, runs level in the channel between two rows, and passes a
row only where no box stands; so no line can cross a box. Heights come last: each channel is made as
high as the level pieces in it need.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govgraph.drawing.geometry import tidied
from govgraph.drawing.layout_spacing import ROOMY, Spacing
from govgraph.drawing.placement import Route
from govgraph.drawing.routes_ground import Ground
from govgraph.drawing.routes_levels import LOOP_ROOM, Levels
from govgraph.drawing.routes_nets import find_self_lines
from govgraph.drawing.routes_ports import Ports
from govgraph.drawing.routes_tracks import LEAST_RUN, Piece, assign_tracks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.placement import Point
    from govgraph.drawing.routes_ground import Span
    from govgraph.drawing.routes_nets import Leg
    from govgraph.drawing.routes_ports import Port


_SMALL_CORNER = 30.0  # points; a larger one is there for a reason
_FAR = 1e9  # further out than anything stands


@dataclass(frozen=True, slots=True)
class Ordered:
    """The rows as they stand: what the lines are led around.

    Attributes:
        rows: The bodies of each row from the left.
        spans: Where each body stands across its row.
        heights: The height of each row.
        areas: For each area its first and last row, and its outline's left and right.
        bends: Where each leg would like to pass each row between its ends.
        lanes: For lines that leave their body sideways, where they would like to run up.
        label_rooms: The height of the words beside a line, for lines that have such words.
        spacing: How much air there is.
    """

    rows: tuple[tuple[str, ...], ...]
    spans: Mapping[str, Span]
    heights: tuple[float, ...]
    areas: Mapping[str, tuple[int, int, float, float]]
    bends: Mapping[tuple[int, int], float]
    lanes: Mapping[int, float]
    label_rooms: Mapping[int, float] = field(default_factory=dict)
    spacing: Spacing = ROOMY


@dataclass(frozen=True, slots=True)
class Routed:
    """The ways found, and how high that makes every row and channel.

    Attributes:
        routes: One for each line, sorted by line.
        tops: The upper edge of each row.
        channels: For each channel its upper and lower end.
        height: From the top of the first channel to the end of the last one.
    """

    routes: tuple[Route, ...]
    tops: tuple[float, ...]
    channels: tuple[tuple[float, float], ...]
    height: float


def route_lines(diagram: Diagram, ordered: Ordered, legs: Sequence[Leg]) -> Routed:
    """The way of every line of a diagram, and the heights that it takes."""
    return _Router(diagram, ordered, legs).run()


class _Router:
    """The steps of routing one drawing, each building on what the one before has found."""

    def __init__(self, diagram: Diagram, ordered: Ordered, legs: Sequence[Leg]) -> None:
        self.diagram, self.ordered, self.legs = diagram, ordered, legs
        self.row_of = {body: r for r, row in enumerate(ordered.rows) for body in row}
        looped = {diagram.lines[line].to for line in find_self_lines(diagram)}
        blocked = {
            body: (low, high + LOOP_ROOM * (body in looped))
            for body, (low, high) in ordered.spans.items()
        }
        self.ground = Ground(ordered.rows, blocked, ordered.spacing.clearance, self._walls())
        self.lanes: dict[int, dict[int, float]] = {}
        self._take_lanes(blocked)
        hanging = frozenset(line for found in self.lanes.values() for line in found)
        self.levels = Levels(diagram, ordered.rows, ordered.heights, legs, hanging)
        self.bends: dict[tuple[int, int], float] = {}
        self.ports: dict[Port, float] = {}
        self.tracks: dict[tuple[int, int], float] = {}
        self.tops: list[float] = []
        self.channels: list[tuple[float, float]] = []

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
        self._stack(self._pieces())
        routes = [*self._leg_routes(), *self._level_routes()]
        routes.sort(key=lambda route: route.line)
        return Routed(tuple(routes), tuple(self.tops), tuple(self.channels), self.channels[-1][1])

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
            last: float | None = None
            for step in range(1, far):
                row = hub + step * leg.side
                wish = self.ordered.bends.get((number, row))
                if wish is None:
                    low, high = self.ordered.spans[leg.hub]
                    wish = (low + high) / 2 if last is None else last
                last = self.ground.take_corridor([row], wish, number)
                self.bends[number, row] = last

    def _straighten(self) -> None:
        """Take small corners out of long lines, from their hub outward, where there is room."""
        for number, leg in enumerate(self.legs):
            near = self.ports.get((number, leg.hub))
            row = self.row_of[leg.hub] + leg.side
            while near is not None and (number, row) in self.bends:
                place = self.bends[number, row]
                if LEAST_RUN < abs(place - near) <= _SMALL_CORNER and self.ground.shift_corridor(
                    row, place, near, number
                ):
                    self.bends[number, row] = place = near
                near, row = place, row + leg.side

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

    def _stack(self, pieces: Sequence[Sequence[Piece]]) -> None:
        """Give each channel and row its height, from the top, and each level piece its own."""
        air = self.ordered.spacing
        y = 0.0
        last = len(pieces) - 1
        for channel, found in enumerate(pieces):
            tracks = assign_tracks(found)
            above = any(area[1] + 1 == channel for area in self.ordered.areas.values())
            below = any(area[0] == channel for area in self.ordered.areas.values())
            start = y
            y += air.outline_room * above + self._label_room(channel, upper=True)
            count = max(tracks.values(), default=-1) + 1
            if count:
                top = air.head_room if channel else 4.0
                for index, track in tracks.items():
                    self.tracks[channel, found[index].leg] = y + top + track * air.track
                y += top + (count - 1) * air.track + (air.head_room if channel < last else 4.0)
            elif found:
                y += air.opened
            elif 0 < channel < last:
                y += air.quiet
            y += self._label_room(channel) + air.outline_room * below
            self.channels.append((start, y))
            if channel < last:
                self.tops.append(y)
                y += self.ordered.heights[channel]

    def _label_room(self, channel: int, *, upper: bool = False) -> float:
        """What the words beside lines that start here add to a channel, at either end of it."""
        room = 0.0
        for line, height in self.ordered.label_rooms.items():
            start, end = self.diagram.lines[line].from_, self.diagram.lines[line].to
            falls = self.row_of[start] < self.row_of[end]
            where = self.row_of[start] + 1 if falls else self.row_of[start]
            if falls == upper and where == channel and line not in self.levels.sideways:
                room = max(room, height)
        return room

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
            y, other = self.tracks[hub, number], self.ports[number, end]
            top = self.tops[hub]
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
                y = self.tracks[channel, number]
                points += [(x, y), (step, y)]
            x = step
            if lane is not None:
                break
        if lane is not None:
            y = self.tops[row] + self.levels.height_of(line)
            return [*points, (lane, y), (self.ordered.spans[end][0], y)]
        return [*points, (x, self._edge(row, -leg.side))]

    def _edge(self, row: int, side: int) -> float:
        """The lower (1) or upper (-1) edge of a row."""
        return self.tops[row] + (self.ordered.heights[row] if side > 0 else 0.0)

    def _level_routes(self) -> list[Route]:
        """The ways of lines from side to side, and of lines that lead back to where they start."""
        routes = []
        for number in sorted(self.levels.flat):
            leg = self.legs[number]
            line, end = leg.ends[0]
            y = self.tops[self.row_of[end]] + self.levels.height_of(line)
            low, high = sorted((self.ordered.spans[end], self.ordered.spans[leg.hub]))
            points = ((low[1], y), (high[0], y))
            left = end if self.ordered.spans[end] == low else leg.hub
            if self.diagram.lines[line].from_ != left:
                points = points[::-1]
            routes.append(Route(line, points))
        for line, body in self.levels.loops:
            right = self.ordered.spans[body][1]
            top = self.tops[self.row_of[body]] + self.levels.height_of(line)
            bottom = top + self.levels.loop_height(line)
            out = right + LOOP_ROOM - 4
            routes.append(Route(line, ((right, top), (out, top), (out, bottom), (right, bottom))))
        return routes
