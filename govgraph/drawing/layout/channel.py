"""One channel between two rows: where the lines in it meet the boxes, and the runs they make."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from govgraph.drawing.layout.runs import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, MutableMapping, MutableSequence, Sequence

    from govgraph.drawing.layout.runs import Places

    Port = tuple[int, int, int]
    """Where a run meets an item: the run's number, the item, and UPPER or LOWER."""

UPPER, LOWER = 0, 1
"""Whether an item stands in the row above a channel or in the row below."""

_STEP = 16  # between two lines that meet a box, where it has room
_LEAST_STEP = 8
_OUTSIDE = 1e6  # further than anything is wide


class Tie(NamedTuple):
    """What lines of one net that come from one item, or a line within a row, connect in a channel.

    Attributes:
        number: Its number among those of nets, or -1 - k for the k-th line within a row.
        uppers: Its items in the row above.
        lowers: Its items in the row below.
        weight: What crossing it costs.
    """

    number: int
    uppers: tuple[int, ...]
    lowers: tuple[int, ...]
    weight: float


class Met(NamedTuple):
    """One of the lines that meet one side of one box.

    Attributes:
        stem: The index of its stem.
        others: The items its net leads to from here.
        number: The number of its tie.
        account: Whether it is a line of account.
        level: Whether it leads to another item of the same row.
    """

    stem: int
    others: tuple[int, ...]
    number: int
    account: bool
    level: bool


class Meeting(NamedTuple):
    """Lines that meet one side of one box, between which its edge is shared out.

    Attributes:
        item: The item.
        shift: How far the middle of the box lies from the middle of the item.
        half: How far from there a line may meet it.
        lines: The lines.
    """

    item: int
    shift: int
    half: int
    lines: tuple[Met, ...]

    def share(self, x: Places, places: MutableSequence[float] | MutableMapping[int, float]) -> None:
        """Find the places of its stems: what leads further left meets the box further left.

        What stays in its row meets it outside of all that does not, the nearest outermost: so
        they lie within one another.
        """
        goals = []
        for stem, others, number, account, level in self.lines:
            if level:
                there = x[others[0]]
                goal = 2 * ((_OUTSIDE if there > x[self.item] else -_OUTSIDE) - there)
            elif len(others) == 1:
                goal = 2 * x[others[0]]
            else:
                far = [x[other] for other in others]
                goal = min(far) + max(far)
            goals.append((goal, number, stem, account))
        goals.sort()
        middle = x[self.item] + self.shift
        heavy = tuple([place for place, goal in enumerate(goals) if goal[3]])
        offsets = _spread(len(goals), heavy, self.half)
        for (_, _, stem, _), offset in zip(goals, offsets, strict=True):
            places[stem] = middle + offset


class Spine(NamedTuple):
    """The stems at the sides of a stack, each with the hub that it leads to."""

    item: int
    left: int
    right: int
    stems: tuple[tuple[int, int], ...]

    def share(self, x: Places, places: MutableSequence[float] | MutableMapping[int, float]) -> None:
        """Find the places of its stems: that of the rightmost hub stands on the right."""
        rightmost = max(x[hub] for _, hub in self.stems)
        for stem, hub in self.stems:
            places[stem] = x[self.item] + (self.right if x[hub] == rightmost else self.left)


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel, prepared so that the places of its stems are found quickly.

    Attributes:
        ties: What runs in it.
        stems: For each stem its tie's number, its item and whether that is UPPER or LOWER.
        bases: For each stem its item, and how far from the item's middle it stands.
        bounds: For each tie where its stems upward begin, where those downward do, and their end.
        meetings: The boxes that several lines meet from one side, and the stacks with two spines.
        shared: For each tie the places of those of them that decide about a stem of it.
        touched: For each item the places of the ties that may change when it moves.
    """

    ties: tuple[Tie, ...]
    stems: tuple[Port, ...]
    bases: tuple[tuple[int, int], ...]
    bounds: tuple[tuple[int, int, int], ...]
    meetings: tuple[Meeting | Spine, ...]
    shared: tuple[tuple[int, ...], ...]
    touched: Mapping[int, tuple[int, ...]]

    def places(self, x: Places) -> list[float]:
        """The place of each stem."""
        places = [x[item] + offset for item, offset in self.bases]
        for meeting in self.meetings:
            meeting.share(x, places)
        return places

    def runs(self, x: Places) -> list[Run]:
        """The runs of the channel."""
        return self.runs_of(self.places(x))

    def runs_of(self, places: list[float]) -> list[Run]:
        """The runs of the channel with its stems at some places."""
        return [
            _run(tie, places[start:middle], places[middle:stop])
            for tie, (start, middle, stop) in zip(self.ties, self.bounds, strict=True)
        ]

    def moved(self, x: Places, items: Iterable[int], before: Sequence[Run]) -> dict[int, Run]:
        """The runs, by place, that are others than before now that some items have moved."""
        ties = sorted({tie for item in items for tie in self.touched.get(item, ())})
        places: dict[int, float] = {}
        meetings: dict[int, None] = {}
        for tie in ties:
            start, _, stop = self.bounds[tie]
            for stem in range(start, stop):
                item, offset = self.bases[stem]
                places[stem] = x[item] + offset
            for meeting in self.shared[tie]:
                meetings[meeting] = None
        for meeting in meetings:
            self.meetings[meeting].share(x, places)
        found: dict[int, Run] = {}
        for tie in ties:
            start, middle, stop = self.bounds[tie]
            uppers = [places[stem] for stem in range(start, middle)]
            lowers = [places[stem] for stem in range(middle, stop)]
            run = _run(self.ties[tie], uppers, lowers)
            if run != before[tie]:
                found[tie] = run
        return found


def _run(tie: Tie, uppers: list[float], lowers: list[float]) -> Run:
    """A tie with the places of its stems."""
    number, _, _, weight = tie
    if len(uppers) == len(lowers) == 1:
        [low], [high] = uppers, lowers
        if low > high:
            low, high = high, low
    else:
        uppers.sort()
        lowers.sort()
        ends = [*uppers[:1], *uppers[-1:], *lowers[:1], *lowers[-1:]]
        low, high = min(ends), max(ends)
    # made without a call of its own: nothing is made more often
    return tuple.__new__(Run, (number, uppers, lowers, low, high, weight))


@functools.cache
def _spread(count: int, account: tuple[int, ...], half: int) -> list[int]:
    """How far from the middle of its side each of several lines meets a box, from the left."""
    if len(account) == 1:
        reach = max(account[0], count - 1 - account[0])
        step = min(_STEP, half // reach)
        if step >= _LEAST_STEP:
            return [(at - account[0]) * step for at in range(count)]
    step = min(_STEP, 2 * half // (count - 1))
    start = -(count - 1) * step // 2
    return [start + at * step for at in range(count)]
