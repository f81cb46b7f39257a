"""Lines upward from some bodies, looked up among those of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from govgraph.graph.line_columns import Integers, Lines, Places


def find_upward(lines: Lines, bodies: Integers) -> tuple[Places, Integers]:
    """Every line upward from some bodies: the place of its lower end, and the upper end."""
    single = np.flatnonzero(lines.superior.take(bodies) != bodies)
    several, place = _find_multi_superior(lines, bodies)
    first, counts = lines.multi_superior.first.take(place), lines.multi_superior.sizes.take(place)
    many = several.repeat(counts)
    offset = np.arange(len(many)) - (np.cumsum(counts) - counts).repeat(counts)
    tos = lines.tos.take(first.repeat(counts) + offset)
    alone = lines.superior.take(bodies.take(single))
    return np.concatenate([single, many]), np.concatenate([alone, tos])


def count_upward(lines: Lines, bodies: Integers) -> Integers:
    """Number of distinct superiors of some bodies."""
    counts = (~lines.without_single.take(bodies)).astype(lines.superior.dtype)
    several, place = _find_multi_superior(lines, bodies)
    counts[several] = lines.multi_superior.sizes.take(place)
    return counts


def _find_multi_superior(lines: Lines, bodies: Integers) -> tuple[Places, Places]:
    """Which of some bodies have several superiors, and their places among all such."""
    multi_superior = lines.multi_superior.bodies
    place = np.searchsorted(multi_superior, bodies)
    place[place == len(multi_superior)] = 0
    several = (
        np.flatnonzero(multi_superior.take(place) == bodies) if len(multi_superior) else place[:0]
    )
    return several, place.take(several)


def find_ends_upward(lines: Lines, bodies: Integers) -> tuple[Integers, Integers]:
    """Both ends of every line upward from some bodies, each there once; quicker where many are."""
    asked = np.zeros(lines.count, dtype=np.bool_)
    asked[bodies] = True
    of_several = np.flatnonzero(asked.take(lines.froms))
    above = lines.superior.take(bodies)
    single = np.flatnonzero(above != bodies)
    return (
        np.concatenate([bodies.take(single), lines.froms.take(of_several)]),
        np.concatenate([above.take(single), lines.tos.take(of_several)]),
    )
