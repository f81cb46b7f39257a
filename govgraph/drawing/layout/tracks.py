"""Which level run of a channel lies above which, so that few lines cross and none run together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.layout.runs import crossings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.layout.runs import Places, Run

NEAR = 8.0
"""No two lines run side by side nearer than this: their white edges would part one another."""

_TOGETHER = 50  # what it costs that two stems would lie upon each other
_TURNING = 0.5  # a run that reaches less far needs no track


@dataclass(frozen=True, slots=True)
class Tracks:
    """The tracks of a channel.

    Attributes:
        track: The track of each run that turns, by its number; 0 lies on top.
        count: How many tracks there are.
        together: Pairs of runs, the upper one first, of which stems still lie upon each other.
    """

    track: Mapping[int, int]
    count: int
    together: tuple[tuple[Run, Run], ...]


def find_tracks(runs: Sequence[Run]) -> Tracks:
    """The tracks of a channel's runs: first which lies above which, then as few as can be."""
    turning = [run for run in runs if run.high - run.low > _TURNING]
    gain: list[dict[int, float]] = [{} for _ in turning]
    for at, one in enumerate(turning):
        for later in range(at + 1, len(turning)):
            two = turning[later]
            if one.low - NEAR < two.high and two.low - NEAR < one.high:
                above, below = crossings(one, two)
                above += _TOGETHER * _near(one.lowers, two.uppers)
                below += _TOGETHER * _near(two.lowers, one.uppers)
                gain[at][later], gain[later][at] = below - above, above - below
    order = _order(turning, gain)
    track: dict[int, int] = {}
    for at in order:
        track[at] = max((track[other] + 1 for other in gain[at] if other in track), default=0)
    together = tuple(
        (turning[at], turning[other])
        for at in track
        for other in gain[at]
        if track[at] < track[other] and _near(turning[at].lowers, turning[other].uppers)
    )
    return Tracks(
        {turning[at].number: found for at, found in track.items()},
        max(track.values(), default=-1) + 1,
        together,
    )


def _order(turning: Sequence[Run], gain: Sequence[Mapping[int, float]]) -> list[int]:
    """The runs from the top: each time the one that loses least by lying above what is left."""
    loss = [-sum(min(0, value) for value in found.values()) for found in gain]
    win = [sum(max(0, value) for value in found.values()) for found in gain]
    left = dict.fromkeys(range(len(turning)))
    order: list[int] = []
    while left:
        best = min(left, key=lambda at: (loss[at], -win[at], turning[at].low, turning[at].number))
        del left[best]
        order.append(best)
        for other, value in gain[best].items():
            loss[other] += min(0, -value)
            win[other] -= max(0, -value)
    return order


def _near(stems: Places, others: Places) -> int:
    """How many pairs of stems are nearer than two lines may be."""
    return sum(abs(one - two) < NEAR for one in stems for two in others)
