"""What stands almost in line is moved into it, where that takes a small jog out of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.drawing.layout.centre import Mover
from govgraph.drawing.layout.jogs import straighten
from govgraph.drawing.layout.places import Places
from govgraph.drawing.layout.tracks import find_tracks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govgraph.drawing.layout.order import Order

JOG = 16.0
"""A level piece no longer than this, between two upright ones, looks like a slip of the hand."""

_PASSES = 2


class _Jog(NamedTuple):
    """Two items of neighbouring rows, and how far the line at the second is beyond the first."""

    hub: int
    end: int
    gap: int


def align(order: Order, places: Places) -> Places:
    """The same places, with bends of lines, stacks and single bodies moved into line.

    Nothing moves beyond its neighbours or out of its area, and whatever others hang from stays
    where it is, over their middle.
    """
    aligner = _Aligner(order, places)
    for _ in range(_PASSES):
        if not aligner.improve():
            break
    return Places(tuple(aligner.x), places.areas, places.width)


class _Aligner(Mover):
    """Places that are being changed, and how crooked the lines are that run between them."""

    def __init__(self, order: Order, places: Places) -> None:
        super().__init__(order, places)
        self._known: dict[int, tuple[int, int, int]] = {}
        self._stack_of = {item: stack for stack in self.form.stacks for item in stack}
        self._fixed = frozenset(self._find_fixed())

    def improve(self) -> bool:
        """Take out what jogs can be taken out; whether there were any."""
        found = False
        for channel in range(-1, len(self.order.rows)):
            for jog in tuple(self._jogs(channel)):
                moves = ((jog.end, -jog.gap), (jog.hub, jog.gap))
                found |= any(self._try(item, step) for item, step in moves)
        return found

    def _find_fixed(self) -> Iterator[int]:
        """The bodies that several lines of account meet, and the outermost of those that do so."""
        for row in range(-1, len(self.order.rows)):
            for tie in self.order.channels.ties(row):
                if tie.number >= 0 and len(tie.uppers) + len(tie.lowers) > 2:  # noqa: PLR2004
                    hub, ends = sorted((tie.uppers, tie.lowers), key=len)
                    yield from hub
                    yield min(ends, key=self.x.__getitem__)
                    yield max(ends, key=self.x.__getitem__)

    def _jogs(self, channel: int) -> Iterator[_Jog]:
        """The small jogs of the lines in a channel."""
        prepared = self.order.channels.channel(channel)
        places = straighten(self.order.channels, channel, self.x)
        for start, middle, stop in prepared.bounds:
            if not start < middle < stop:
                continue
            hub = start if middle - start == 1 else middle
            for end in range(middle, stop) if hub == start else range(start, middle):
                gap = round(places[end] - places[hub])
                if 0 < abs(gap) <= JOG:
                    yield _Jog(prepared.stems[hub][1], prepared.stems[end][1], gap)

    def _try(self, item: int, step: int) -> bool:
        """Move an item, or all that is in line with it, if that makes lines less crooked."""
        alone = (item,)
        for group in dict.fromkeys((alone, self._in_line(item))):
            if any(self.form.items[one].body and one in self._fixed for one in group):
                continue
            if all(self._may(one, step) for one in group) and self._move(group, step):
                return True
        return False

    def _may(self, item: int, step: int) -> bool:
        low, high = self.room(item)
        return low <= self.x[item] + step <= high

    def _move(self, group: Iterable[int], step: int) -> bool:
        """Move items together; back again if that is no better."""
        rows = {self.at[item][0] for item in group}
        channels = sorted({channel for row in rows for channel in (row - 1, row)})
        before = self._crooked(channels)
        kept = {channel: self._known.pop(channel) for channel in channels}
        for item in group:
            self.x[item] += step
        if self._crooked(channels) < before:
            return True
        for item in group:
            self.x[item] -= step
        self._known.update(kept)
        return False

    def _in_line(self, item: int) -> tuple[int, ...]:
        """An item and the bends of its line, or the others of its stack, that stand in line."""
        place = self.form.items[item]
        if place.body:
            stack = self._stack_of.get(item, (item,))
            return tuple(one for one in stack if self.x[one] == self.x[item])
        if place.net < 0:
            return (item,)
        pieces = self.form.nets[place.net].pieces.values()
        joined = [pair for pairs in pieces for pair in pairs if not self._has_body(pair)]
        found = {item}
        grown = True
        while grown:
            near = {one for pair in joined if not found.isdisjoint(pair) for one in pair}
            more = {one for one in near if self.x[one] == self.x[item]} - found
            found |= more
            grown = bool(more)
        return tuple(sorted(found))

    def _has_body(self, pair: Iterable[int]) -> bool:
        return any(self.form.items[item].body for item in pair)

    def _crooked(self, channels: Iterable[int]) -> tuple[int, int, int]:
        """How many stems of some channels lie upon others, how many lines jog, and turn."""
        found = [self._channel(channel) for channel in channels]
        together, jogs, turns = (sum(each) for each in zip(*found, strict=True))
        return together, jogs, turns

    def _channel(self, channel: int) -> tuple[int, int, int]:
        if channel not in self._known:
            prepared = self.order.channels.channel(channel)
            places = straighten(self.order.channels, channel, self.x)
            tracks = find_tracks(prepared.runs_of(places))
            jogs = sum(1 for _ in self._jogs(channel))
            self._known[channel] = len(tracks.together), jogs, len(tracks.track)
        return self._known[channel]
