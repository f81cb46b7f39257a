"""Boxes made broader and lower where their row has room to spare, so that the rows are lower."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.forms.wrapping import Need
    from govgraph.drawing.layout.measures import Size

_LEAST_GAIN = 1.0  # points that a row has to become lower


def ease_rows(
    need: Need,
    area: Mapping[str, str],
    sizes: Mapping[str, Size],
    options: Mapping[str, Sequence[Size]],
    widest: float,
) -> dict[str, Size]:
    """The sizes of the boxes, across and along the rows, after every row is as low as it can be.

    Args:
        need: What the rows of a shape need.
        area: The outlined area of each body that stands in one.
        sizes: The sizes to begin with.
        options: Other sizes that each box may have, in the order of their numbers.
        widest: The width that no row may need more of.
    """
    found = dict(sizes)
    spare = [widest - row for row in need.rows]
    names = tuple(options)
    for row, numbers in enumerate(need.standing.rows):
        bodies = [names[number] for number in numbers]
        while True:
            highest = max(bodies, key=lambda body: (found[body][1], body))
            lower = [size for size in options[highest] if size[1] < found[highest][1] - _LEAST_GAIN]
            if not lower:
                break
            size = min(lower)
            wider = size[0] - found[highest][0]
            if not _take(need, spare, row, area.get(highest, ""), wider):
                break
            found[highest] = size
    return found


def _take(need: Need, spare: list[float], row: int, area: str, wider: float) -> bool:
    """Take room for a box that becomes wider, if there is as much."""
    rows = [row]
    if area:
        inside = need.inner[area]
        widest, first, last = need.areas[area]
        wider = max(0.0, inside[row] + wider - inside[widest])
        rows = list(range(first, last + 1))
    if any(spare[at] < wider for at in rows):
        return False
    for at in rows:
        spare[at] -= max(0.0, wider)
    if area and wider:
        need.inner[area][row] = need.inner[area][need.areas[area][0]] + wider
        need.areas[area] = row, need.areas[area][1], need.areas[area][2]
    return True
