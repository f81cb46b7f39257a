"""Where along its edges each line meets a body: the line of account in the middle."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.routes.ground import Ground, Span
    from govgraph.drawing.routes.nets import Leg

Edge = Literal["top", "bottom"]
Port = tuple[int, str]
"""A leg and the body that it meets."""

_SPACING = 30.0  # between two lines on one edge, where there is room
_TIGHT = 16.0  # nearer than this their marks touch: then no line has the middle to itself
_MARGIN = 15.0  # from the corner, where badges sit and shapes are cut
_NARROW_MARGIN = 8.0
_LAST_MARGIN = 4.0
_SNAP = 16.0  # a line this far from straight is made straight


@dataclass(slots=True)
class Ports:
    """The ports of all legs, found row by row from the top.

    Attributes:
        legs: The legs.
        ground: The ground that places are taken from.
        spans: Where each body stands across its row.
        row_of: The row of each body.
        bends: Where each leg passes each row in between.
        lanes: Where the lines that leave a body sideways run up to their hub, by leg.
        flat: The legs that run from side to side and have no ports.
        places: The ports found so far.
    """

    legs: Sequence[Leg]
    ground: Ground
    spans: Mapping[str, Span]
    row_of: Mapping[str, int]
    bends: Mapping[tuple[int, int], float]
    lanes: Mapping[int, Mapping[int, float]]
    flat: frozenset[int] = frozenset()
    places: dict[Port, float] = field(default_factory=dict)

    def find_all(self) -> dict[Port, float]:
        """Every port, as a place across the row."""
        wanted = self._wanted()
        for row, bodies in enumerate(self.ground.rows):
            for edge, channel in (("top", row), ("bottom", row + 1)):
                for body in bodies:
                    ports = wanted.get((body, edge), ())
                    if ports:
                        self._place_edge(body, channel, list(ports))
        return self.places

    def _wanted(self) -> dict[tuple[str, str], dict[Port, None]]:
        """The ports that each edge of each body needs."""
        wanted: dict[tuple[str, str], dict[Port, None]] = {}
        for number, leg in enumerate(self.legs):
            if number in self.flat:
                continue
            hub_edge, end_edge = (
                ("bottom", "top") if leg.side > 0 else ("top", "bottom" if leg.side else "top")
            )
            lanes = self.lanes.get(number, {})
            wanted.setdefault((leg.hub, hub_edge), {})[number, leg.hub] = None
            for line, end in leg.ends:
                if line not in lanes:
                    wanted.setdefault((end, end_edge), {})[number, end] = None
        return wanted

    def _place_edge(self, body: str, channel: int, ports: list[Port]) -> None:
        """Place all ports of one edge: in the order of their goals, the spine in the middle."""
        low, high = self.spans[body]
        margin = _MARGIN if (high - low - 2 * _MARGIN) / len(ports) > _MARGIN else _NARROW_MARGIN
        margin = min(margin, (high - low) / 3)
        within = (low + margin, high - margin)
        edge = (low + _LAST_MARGIN, high - _LAST_MARGIN)
        middle = (low + high) / 2
        for port in [port for port in ports if self._straight_lane(port, edge) is not None]:
            ports.remove(port)
            self._take(port, channel, self._straight_lane(port, edge) or middle, edge)
        goals = {port: self._goal(port) for port in ports}
        ports.sort(key=lambda port: (goals[port], port))
        if len(ports) <= 1:
            if not ports:
                return
            wish = self._lone(ports[0], middle, within)
            self._take(ports[0], channel, wish, within, edge)
            return
        spine = [at for at, port in enumerate(ports) if self._is_spine(port)]
        at_middle = spine[len(spine) // 2] if spine else (len(ports) - 1) / 2
        reach = max(at_middle, len(ports) - 1 - at_middle)
        if (within[1] - middle) / reach < _TIGHT:
            at_middle = reach = (len(ports) - 1) / 2
        step = min(_SPACING, (within[1] - middle) / reach)
        ideal = [middle + (at - at_middle) * step for at in range(len(ports))]
        least = step / 2
        floor = within[0]
        for at, port in enumerate(ports):
            ceiling = ideal[at + 1] - least if at + 1 < len(ports) else within[1]
            goal = goals[port]
            near = abs(goal - ideal[at]) <= _SNAP and floor <= goal <= ceiling
            wish = goal if near else max(ideal[at], floor)
            self._take(port, channel, wish, (min(floor, ceiling), ceiling), edge)
            floor = self.places[port] + min(least, 6.0)

    def _take(self, port: Port, channel: int, wish: float, *within: Span) -> None:
        self.places[port] = self.ground.take_port(channel, wish, port[0], *within)

    def _is_spine(self, port: Port) -> bool:
        return self.legs[port[0]].spine

    def _straight_lane(self, port: Port, edge: Span) -> float | None:
        """Where the line up from below meets the hub without a corner, if it does."""
        number, body = port
        lanes = sorted(set(self.lanes.get(number, {}).values()))
        if body != self.legs[number].hub or len(lanes) != 1 or self._far(self.legs[number], number):
            return None
        return lanes[0] if edge[0] <= lanes[0] <= edge[1] else None

    def _lone(self, port: Port, middle: float, within: Span) -> float:
        """The wish of a port that has its edge to itself: straight on, or the middle."""
        number, body = port
        leg = self.legs[number]
        if body != leg.hub:
            goal = self._goal(port)
            return goal if within[0] <= goal <= within[1] else middle
        lanes = sorted(set(self.lanes.get(number, {}).values()))
        if lanes:
            return middle
        far = self._far(leg, number)
        if len(far) > 1 or leg.side == 0:
            return middle
        other = far[0]
        if not isinstance(other, str):
            return other if within[0] <= other <= within[1] else middle
        low, high = self.spans[other]
        shared = max(within[0], low + _MARGIN), min(within[1], high - _MARGIN)
        if shared[0] > shared[1]:
            return middle
        return min(max(middle, shared[0]), shared[1])

    def _goal(self, port: Port) -> float:
        """Where the line goes from here, as far as that is known."""
        number, body = port
        leg = self.legs[number]
        if body == leg.hub:
            lanes = list(self.lanes.get(number, {}).values())
            far = [*self._far(leg, number), *lanes]
            places = [self._at(number, it) if isinstance(it, str) else it for it in far]
            return sum(places) / len(places)
        steps = abs(self.row_of[body] - self.row_of[leg.hub])
        if steps <= 1:
            return self._at(number, leg.hub)
        return self.bends[number, self.row_of[body] - leg.side]

    def _at(self, number: int, body: str) -> float:
        known = self.places.get((number, body))
        low, high = self.spans[body]
        return (low + high) / 2 if known is None else known

    def _far(self, leg: Leg, number: int) -> list[str | float]:
        """What the hub's port leads to: bodies in the next row, or the bend in it."""
        row = self.row_of[leg.hub] + leg.side
        lanes = self.lanes.get(number, {})
        far: list[str | float] = [
            end for line, end in leg.ends if self.row_of[end] == row and line not in lanes
        ]
        if (number, row) in self.bends:
            far.append(self.bends[number, row])
        return far
