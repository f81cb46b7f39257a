"""Heights of rows and channels, and the way of every line: nothing it could pass is a box."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from govgraph.drawing.geometry import tidied
from govgraph.drawing.layout.build_form import LOOP_STEP
from govgraph.drawing.layout.channel import LOWER, UPPER
from govgraph.drawing.layout.form import RING, is_ringed
from govgraph.drawing.layout.jogs import straighten
from govgraph.drawing.layout.nets import find_self_lines
from govgraph.drawing.layout.tracks import Tracks, find_tracks
from govgraph.drawing.placement import Box, Route

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govgraph.drawing.layout.channel import Port, Tie
    from govgraph.drawing.layout.form import Level, Net
    from govgraph.drawing.layout.order import Order
    from govgraph.drawing.layout.places import Places
    from govgraph.drawing.layout.runs import Run
    from govgraph.drawing.placement import Point

_LEAST_ROOM = 7  # between boxes and a level run that passes them
_RING_ROOM = 10  # the same where a box wears a ring, and half of what two rings take
_SIDE_STEP = 9.0  # between lines that meet one side of a box
_LOOP_OUT = 14.0  # how far it reaches


class Routing:
    """The ways of a form's lines, once everything has its place across the rows.

    Attributes:
        rows: The upper and lower edge of every row.
        boxes: The box of every body.
        foot: Where the last channel ends.
    """

    def __init__(
        self, order: Order, places: Places, label_rooms: Mapping[int, float] | None = None
    ) -> None:
        self.order, self.form, self.x = order, order.form, places.x
        self._ties: dict[int, tuple[Tie, ...]] = {}
        self._ports: dict[int, dict[Port, float]] = {}
        self._tracks: dict[int, Tracks] = {}
        self._runs: dict[int, list[Run]] = {}
        channels = order.channels
        for channel in range(-1, len(self.form.rows)):
            self._ties[channel] = channels.ties(channel)
            prepared, stems = channels.channel(channel), straighten(channels, channel, places.x)
            self._ports[channel] = dict(zip(prepared.stems, stems, strict=True))
            self._runs[channel] = prepared.runs_of(stems)
            self._tracks[channel] = find_tracks(self._runs[channel])
        self._track_top: dict[int, float] = {}
        self.rows, self.foot = self._heights(label_rooms or {})
        self.boxes = {body: self._box(item) for body, item in self.form.item_of.items()}

    def routes(self) -> tuple[Route, ...]:
        """The way of every line, from the body that answers to the one answered to."""
        found = [*self._between_rows(), *self._within_rows(), *self._loops()]
        return tuple(sorted(found, key=lambda route: route.line))

    def _box(self, number: int) -> Box:
        item, (top, bottom) = self.form.items[number], self.rows[self.form.items[number].row]
        left = self.x[number] - item.width // 2
        return Box(left + item.left, top, left + item.width - item.right, bottom)

    def _heights(self, label_rooms: Mapping[int, float]) -> tuple[list[tuple[float, float]], float]:
        """The edges of the rows, one below the other with the channels between, and the foot."""
        words = self._word_rooms(label_rooms)
        rows: list[tuple[float, float]] = []
        top = self._channel(-1, 0.0, 0.0) if self._ties[-1] else 0.0
        for row, height in enumerate(self.form.heights):
            rows.append((top, top + height))
            top += height + self._channel(row, top + height, words.get(row, 0.0))
        return rows, top

    def _channel(self, channel: int, top: float, words: float) -> float:
        """The height of a channel; the runs in it get their places."""
        spacing, tracks = self.form.spacing, self._tracks[channel]
        last = len(self.form.rows) - 1
        ends = any(stop == channel for _, stop in self.form.spans.values())
        begins = any(start == channel + 1 for start, _ in self.form.spans.values())
        upper = self._edge_room(channel, UPPER) + (spacing.area_pad + 4) * ends
        lower = self._edge_room(channel, LOWER) + spacing.outline_room * begins + words
        self._track_top[channel] = top + upper
        if channel == last:
            level = upper + tracks.count * spacing.track if tracks.count else 0.0
            return max(level, (spacing.area_pad + 2) * ends)
        if tracks.count:
            return upper + lower + (tracks.count - 1) * spacing.track
        straight = spacing.opened if self._ties[channel] else spacing.quiet
        rings = sum(self._ringed(row, -inf, inf) for row in (channel, channel + 1)) * _RING_ROOM
        return max(straight + words, upper + lower if ends or begins else 0.0, rings)

    def _edge_room(self, channel: int, side: int) -> int:
        """What the ends of lines need between a row and the first level run."""
        spacing, room = self.form.spacing, _LEAST_ROOM
        tracks, row = self._tracks[channel], channel + side
        nearest = tracks.count - 1 if side else 0
        for run in self._runs[channel]:
            if tracks.track.get(run.number) == nearest and self._ringed(row, run.low, run.high):
                room = _RING_ROOM
        for tie in self._ties[channel]:
            for item in tie.lowers if side else tie.uppers:
                body = self.form.items[item].body
                if not body or self.order.channels.is_spine(tie.number, item):
                    continue
                net = self.order.channels.nets[tie.number] if tie.number >= 0 else None
                marked = net is None or net.marks[0 if body == net.hub else 1]
                room = max(room, spacing.head_room if marked else spacing.foot_room)
        return room

    def _ringed(self, row: int, low: float, high: float) -> bool:
        """Whether a body between two places of a row wears a ring round its box."""
        if not 0 <= row < len(self.form.rows):
            return False
        for item in self.form.rows[row]:
            place = self.form.items[item]
            half = place.width / 2 + RING
            near = low < self.x[item] + half and high > self.x[item] - half
            if near and place.body and is_ringed(self.form.hierarchy.bodies[place.body]):
                return True
        return False

    def _word_rooms(self, label_rooms: Mapping[int, float]) -> dict[int, float]:
        """For each channel the height that words beside the lines in it ask for."""
        found: dict[int, float] = {}
        for net in self.form.nets:
            for line, end in net.ends:
                row = self.form.items[self.form.item_of[end]].row
                channel = row - 1 if net.down else row
                found[channel] = max(found.get(channel, 0.0), label_rooms.get(line, 0.0))
        return found

    def _between_rows(self) -> Iterator[Route]:
        """The ways of the lines that travel in nets."""
        lines = self.form.hierarchy.diagram.lines
        for number, net in enumerate(self.form.nets):
            for line, end in net.ends:
                points = list(self._way(number, net, net.ways[end]))
                if end in net.beside:
                    points += self._into_side(end, points[-1][0])
                turned = points if lines[line].from_ == net.hub else points[::-1]
                yield Route(line, tidied(turned))

    def _way(self, number: int, net: Net, chain: Sequence[int]) -> Iterator[Point]:
        """The corners of a line of a net, from its hub along the items that it passes."""
        around = {(turn.near, turn.far): turn.channel for turn in net.turns}
        for near, far in pairwise(chain):
            if (near, far) in around:
                tie = self.order.channels.tie_of[number, around[near, far], near]
                yield from self._round(around[near, far], tie, near, far)
                continue
            upper, lower = (near, far) if net.down else (far, near)
            channel = self.form.items[upper].row
            tie = self.order.channels.tie_of[number, channel, near]
            start = self._ports[channel][tie, upper, UPPER]
            stop = self._ports[channel][tie, lower, LOWER]
            piece = [(start, self.rows[channel][1])]
            if start != stop:
                y = self._level(channel, tie)
                piece += [(start, y), (stop, y)]
            piece.append((stop, self.rows[channel + 1][0]))
            yield from piece if net.down else reversed(piece)

    def _round(self, channel: int, tie: int, near: int, far: int) -> list[Point]:
        """The corners of a line from one item of a row to another, through a channel."""
        row = self.form.items[near].row
        side = UPPER if channel == row else LOWER
        edge, y = self.rows[row][1 if side == UPPER else 0], self._level(channel, tie)
        start, stop = (self._ports[channel][tie, item, side] for item in (near, far))
        return [(start, edge), (start, y), (stop, y), (stop, edge)]

    def _level(self, channel: int, number: int) -> float:
        """How high the level run of a tie lies in a channel."""
        track = self._tracks[channel].track.get(number, 0)
        return self._track_top[channel] + track * self.form.spacing.track

    def _into_side(self, end: str, spine: float) -> list[Point]:
        """From the spine of a stack level into the side of a box."""
        box = self.boxes[end]
        y = (box.y0 + box.y1) / 2
        return [(spine, y), (box.x0 if spine < box.x0 else box.x1, y)]

    def _within_rows(self) -> Iterator[Route]:
        """The ways of the lines between bodies of one row: straight, or through a channel."""
        met: Counter[tuple[int, int]] = Counter()
        for number, level in enumerate(self.form.levels):
            channel = self.order.channels.led.get(number)
            if channel is None:
                yield self._straight(level, met)
                continue
            way = self._round(channel, -1 - number, level.start, level.end)
            yield Route(level.line, tidied(way))

    def _straight(self, level: Level, met: Counter[tuple[int, int]]) -> Route:
        """A line from side to side between neighbours; several of them keep apart."""
        left, right = sorted((level.start, level.end), key=self.x.__getitem__)
        items = self.form.items
        at = met[left, right] + bool(items[right].left or items[left].right)
        met[left, right] += 1
        top, bottom = self.rows[level.row]
        y = (top + bottom) / 2 + (at + 1) // 2 * _SIDE_STEP * (1 if at % 2 else -1)
        points = (
            (self.boxes[items[left].body].x1, y),
            (self.boxes[items[right].body].x0, y),
        )
        return Route(level.line, points if left == level.start else points[::-1])

    def _loops(self) -> Iterator[Route]:
        """The lines that lead from a body back to itself: out of its right side and in again."""
        diagram = self.form.hierarchy.diagram
        met: Counter[str] = Counter()
        for line in find_self_lines(diagram):
            body = diagram.lines[line].to
            box, step = self.boxes[body], LOOP_STEP * met[body]
            met[body] += 1
            y, out, half = (box.y0 + box.y1) / 2, box.x1 + _LOOP_OUT + step, LOOP_STEP + step
            ends = ((box.x1, y + half), (out, y + half), (out, y - half), (box.x1, y - half))
            yield Route(line, ends)
