"""Who stands next to each body: lines gathered into lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govgraph.graph.engine import IntegerColumn


def list_neighbours(count: int, starts: IntegerColumn, ends: IntegerColumn) -> list[list[int]]:
    """For each body the distinct others that its lines lead to, in the order first written."""
    found: list[list[int]] = [[] for _ in range(count)]
    lines = zip(map(int, starts), map(int, ends), strict=True)  # NumPy's integers among them
    for start, end in dict.fromkeys(lines):
        if start != end:
            found[start].append(end)
    return found
