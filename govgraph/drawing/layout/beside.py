"""Bodies of one row that a line connects, moved next to one another where that costs little."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.layout.frame import Frame

_ROUNDS = 3
_WIDEST = 40  # a longer row is left as it is: trying every place would take too long
_DETOUR = 1.5  # crossings that a body in between two connected ones is worth


def bring_together(frame: Frame, rows: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """The rows with connected bodies side by side, if no more lines cross than that is worth."""
    found = [list(row) for row in rows]
    row_of = {item: number for number, row in enumerate(found) for item in row}
    area_of = {item: name for name, members in frame.areas for item in members}
    up: dict[int, list[int]] = {}
    down: dict[int, list[int]] = {}
    for link in frame.links:
        up.setdefault(link.lower, []).append(link.upper)
        down.setdefault(link.upper, []).append(link.lower)
    for _ in range(_ROUNDS):
        for number in range(len(found)):
            pairs = [pair for pair in frame.flats if row_of[pair[0]] == number]
            if not pairs or len(found[number]) > _WIDEST:
                continue
            places = [
                ({item: at for at, item in enumerate(found[other])}, near)
                for other, near in ((number - 1, up), (number + 1, down))
                if 0 <= other < len(found)
            ]
            for item in sorted({item for pair in pairs for item in pair}):
                found[number] = _best_place(found[number], item, pairs, places, area_of)
    return tuple(map(tuple, found))


def _best_place(
    row: list[int],
    item: int,
    pairs: Sequence[tuple[int, int]],
    places: Sequence[tuple[Mapping[int, int], Mapping[int, Sequence[int]]]],
    area_of: Mapping[int, str],
) -> list[int]:
    """The row with one item where it costs least; a tie leaves it where it is."""
    best, least = row, _cost(row, pairs, places)
    rest = [other for other in row if other != item]
    for at in range(len(row)):
        attempt = [*rest[:at], item, *rest[at:]]
        if _areas_whole(attempt, area_of):
            cost = _cost(attempt, pairs, places)
            if cost < least:
                best, least = attempt, cost
    return best


def _cost(
    row: Sequence[int],
    pairs: Sequence[tuple[int, int]],
    places: Sequence[tuple[Mapping[int, int], Mapping[int, Sequence[int]]]],
) -> float:
    at = {item: place for place, item in enumerate(row)}
    detours = sum(max(0, abs(at[a] - at[b]) - 1) for a, b in pairs)
    return detours * _DETOUR + sum(_crossings(row, place, near) for place, near in places)


def _crossings(
    row: Sequence[int], place: Mapping[int, int], near: Mapping[int, Sequence[int]]
) -> int:
    """How many lines between a row and its neighbour cross."""
    seen: list[int] = []
    crossed = 0
    for item in row:
        ends = [place[other] for other in near.get(item, ()) if other in place]
        crossed += sum(len(seen) - bisect_left(seen, end + 1) for end in ends)
        for end in ends:
            insort(seen, end)
    return crossed


def _areas_whole(row: Sequence[int], area_of: Mapping[int, str]) -> bool:
    """True when the members of every area stand together."""
    done: set[str] = set()
    last: str | None = None
    for item in row:
        area = area_of.get(item)
        if area != last:
            if area is not None and area in done:
                return False
            if last is not None:
                done.add(last)
            last = area
    return True
