"""Who stands next to each body: lines gathered into lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govgraph.graph.engine import IntegerColumn


def list_neighbours(count: int, starts: IntegerColumn, ends: IntegerColumn) -> list[list[int]]:
    """For each body the others that its lines lead to, as often as they are written."""
    found: list[list[int]] = [[] for _ in range(count)]
    for start, end in zip(map(int, starts), map(int, ends), strict=True):  # NumPy's among them
        if start != end:
            found[start].append(end)
    return found
