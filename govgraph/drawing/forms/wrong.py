"""How wrong the estimates of shapes were, which tells what to think of other estimates.

What an outlined area costs in width depends on the order of the bodies, which no estimate knows:
the drawings of one diagram are wider than estimated by much the same share.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.forms.candidates import Candidate
    from govgraph.drawing.forms.rooms import Room
    from govgraph.drawing.placement import Placement


class Wrong:
    """How much larger drawings came out than estimated, in either direction that they run in."""

    def __init__(self, known: Sequence[tuple[Candidate, Placement]]) -> None:
        """`known` are shapes, at least one, with what was laid out of them."""
        shares: dict[bool, list[tuple[float, float]]] = {False: [], True: []}
        for candidate, placement in known:
            width, height = _estimate(candidate)
            share = placement.width / width, placement.height / height
            shares[candidate.turned].append(share)
        self._share = {
            turned: _middle(shares[turned] or [share[::-1] for share in shares[not turned]])
            for turned in shares
        }

    def scale(self, candidate: Candidate, rooms: Sequence[Room]) -> float:
        """How large a shape is likely to print in the best room for it."""
        width, height = _estimate(candidate)
        wider, higher = self._share[candidate.turned]
        ways = (room for room in rooms if room.turned == candidate.turned)
        return max(room.scale(width * wider, height * higher) for room in ways)


def _estimate(candidate: Candidate) -> tuple[float, float]:
    wrapped = candidate.wrapped
    across, along = wrapped.width, wrapped.height
    return (along, across) if candidate.turned else (across, along)


def _middle(shares: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return median(one[0] for one in shares), median(one[1] for one in shares)
