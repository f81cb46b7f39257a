"""The order of the items in each row: Graphviz' when it can be had, ours otherwise."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from govgraph.drawing.layout.beside import bring_together
from govgraph.errors import DrawingError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.layout.frame import Frame

_SWEEPS = 8
_POINTS_AN_INCH = 72


def order_rows(frame: Frame, *, graphviz: bool = True) -> tuple[tuple[int, ...], ...]:
    """The items of each row from the left, so that few lines cross and areas stay whole."""
    if _is_forest(frame):
        return bring_together(frame, sweep_rows(frame, 1))
    if graphviz and len(frame.rows) > 1:
        places = _graphviz_places(frame_dot(frame))
        if places is not None:
            return bring_together(frame, _ordered(frame.rows, places))
    return bring_together(frame, sweep_rows(frame))


def _ordered(
    rows: Sequence[Sequence[int]], place: Mapping[int, float]
) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(sorted(row, key=lambda item: (place[item], item))) for row in rows)


@lru_cache(maxsize=256)  # the same rows are tried on several papers, with more or less room
def _graphviz_places(dot: str) -> Mapping[int, float] | None:
    """Where Graphviz puts each item across its row; None where it cannot say."""
    from govgraph.drawing.layout.graphviz import run_graphviz

    try:
        answer = run_graphviz(dot)
    except DrawingError:
        return None
    return {
        int(found["name"][1:]): float(found["pos"].split(",")[0])
        for found in answer["objects"]
        if "pos" in found and found["name"][0] == "n"
    }


def frame_dot(frame: Frame) -> str:
    """The frame in DOT: every row a rank, every area a cluster, names without meaning."""
    parts = [
        "digraph{graph[newrank=true splines=line nodesep=0.31 ranksep=0.3]",
        'node[shape=box fixedsize=true label="" height=0.5]edge[arrowhead=none]',
    ]
    anchors = [f"r{row}" for row in range(len(frame.rows))]
    parts.append(f"{'->'.join(anchors)}[style=invis weight=9]")
    for anchor, row in zip(anchors, frame.rows, strict=True):
        items = [f"n{i}[width={max(frame.widths[i], 6) / _POINTS_AN_INCH:.3f}]" for i in row]
        parts.append(f"{{rank=same {anchor}[width=0.01] {' '.join(items)}}}")
    for number, (_, members) in enumerate(frame.areas):
        items = [f"n{i}" for i in sorted(members)]
        parts.append(f"subgraph cluster_{number}{{margin=14 {' '.join(items)}}}")
    parts += [f"n{link.upper}->n{link.lower}[weight={link.weight}]" for link in frame.links]
    parts += [f"n{a}->n{b}[constraint=false]" for a, b in frame.flats]
    return "\n".join([*parts, "}"])


def _is_forest(frame: Frame) -> bool:
    """True when nothing hangs from two items, so that one way down leaves no crossing."""
    lower = [link.lower for link in frame.links]
    return len(lower) == len(set(lower))


def sweep_rows(frame: Frame, sweeps: int = _SWEEPS) -> tuple[tuple[int, ...], ...]:
    """The order found by sweeping up and down, each item to the middle of its neighbours."""
    near: dict[int, list[int]] = {}
    for link in frame.links:
        near.setdefault(link.upper, []).append(link.lower)
        near.setdefault(link.lower, []).append(link.upper)
    for a, b in frame.flats:
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    area_of = {item: number for number, (_, found) in enumerate(frame.areas) for item in found}
    rows = [list(row) for row in frame.rows]
    place = {item: (at + 0.5) / len(row) for row in rows for at, item in enumerate(row)}
    for sweep in range(sweeps):
        for row in rows if sweep % 2 == 0 else reversed(rows):
            middle = {
                item: _mean([place[other] for other in near.get(item, (item,))]) for item in row
            }
            areas = _area_means(place, area_of)
            row.sort(key=lambda item: _sort_key(item, middle, areas, area_of))
            place.update({item: (at + 0.5) / len(row) for at, item in enumerate(row)})
    areas = _area_means(place, area_of)
    return tuple(
        tuple(sorted(row, key=lambda item: _sort_key(item, place, areas, area_of))) for row in rows
    )


def _sort_key(
    item: int, place: Mapping[int, float], areas: Mapping[int, float], area_of: Mapping[int, int]
) -> tuple[float, int, float, int]:
    """Where an item goes: with its area, at the place that the area has in every row."""
    area = area_of.get(item)
    if area is None:
        return place[item], -1, place[item], item
    return areas[area], area, place[item], item


def _area_means(place: Mapping[int, float], area_of: Mapping[int, int]) -> dict[int, float]:
    found: dict[int, list[float]] = {}
    for item, area in area_of.items():
        found.setdefault(area, []).append(place[item])
    return {area: _mean(places) for area, places in found.items()}


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
