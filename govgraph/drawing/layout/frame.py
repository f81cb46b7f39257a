"""The rows as a frame: bodies, and a bend wherever a line passes through a row."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.drawing.layout.spacing import ROOMY, Spacing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from govgraph.drawing.routes.nets import Leg

_SPINE_WEIGHT = 6
_WEIGHT = 2
_STRAIGHT = (1, 2, 8)  # times the weight when none, one or both of the items are bends


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of a line between two neighbouring rows; the heavier, the straighter."""

    upper: int
    lower: int
    weight: int


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything whose place across the rows is to be found, as numbered items.

    Attributes:
        bodies: The bodies; item i is bodies[i], the items after them are bends.
        bends: For each bend the leg and the row that it passes.
        rows: The items of each row, from the left once they are ordered.
        links: What pulls items of neighbouring rows together.
        flats: Pairs of bodies of one row that a line connects.
        areas: The members of each area to be outlined, by name, bends among them.
        widths: The width of each item in points; a bend's is 0.
        spacing: How much air there is.
    """

    bodies: tuple[str, ...]
    bends: tuple[tuple[int, int], ...]
    rows: tuple[tuple[int, ...], ...]
    links: tuple[Link, ...]
    flats: tuple[tuple[int, int], ...]
    areas: tuple[tuple[str, frozenset[int]], ...]
    widths: tuple[float, ...]
    spacing: Spacing = ROOMY

    def is_bend(self, item: int) -> bool:
        """True when the item is no body."""
        return item >= len(self.bodies)


def build_frame(
    rows: Sequence[Sequence[str]],
    legs: Sequence[Leg],
    widths: Mapping[str, float],
    areas: Mapping[str, Collection[str]],
    spacing: Spacing = ROOMY,
) -> Frame:
    """The frame of some rows: the bodies, the bends of long lines, and what links them."""
    bodies = tuple(body for row in rows for body in row)
    item = {body: index for index, body in enumerate(bodies)}
    row_of = {body: row for row, found in enumerate(rows) for body in found}
    bends: list[tuple[int, int]] = []
    links: list[Link] = []
    flats: list[tuple[int, int]] = []
    members = {name: {item[body] for body in found} for name, found in areas.items()}
    extents = {
        name: (min(row_of[body] for body in found), max(row_of[body] for body in found))
        for name, found in areas.items()
    }
    area_of = {body: name for name, found in areas.items() for body in found}
    for number, leg in enumerate(legs):
        if leg.side == 0:
            flats += [(item[end], item[leg.hub]) for _, end in leg.ends]
            continue
        first = len(bodies) + len(bends)
        far = max(abs(row_of[end] - row_of[leg.hub]) for _, end in leg.ends)
        bends += [(number, row_of[leg.hub] + step * leg.side) for step in range(1, far)]
        links += _leg_links(leg, item, row_of, first, far)
        for bend, (_, row) in enumerate(bends[first - len(bodies) :], start=first):
            for name in (area_of.get(leg.hub), _common(area_of.get(end) for _, end in leg.ends)):
                if name is not None and extents[name][0] <= row <= extents[name][1]:
                    members[name].add(bend)
                    break
    placed = [[item[body] for body in row] for row in rows]
    for index, (_, row) in enumerate(bends, start=len(bodies)):
        placed[row].append(index)
    return Frame(
        bodies=bodies,
        bends=tuple(bends),
        rows=tuple(map(tuple, placed)),
        links=tuple(links),
        flats=tuple(flats),
        areas=tuple((name, frozenset(found)) for name, found in sorted(members.items())),
        widths=tuple(widths[body] for body in bodies) + (0.0,) * len(bends),
        spacing=spacing,
    )


def _common(areas: Iterable[str | None]) -> str | None:
    """The one area of several bodies, or None."""
    found = set(areas)
    return found.pop() if len(found) == 1 else None


def _leg_links(
    leg: Leg, item: Mapping[str, int], row_of: Mapping[str, int], first: int, far: int
) -> list[Link]:
    """The links of one leg, from its hub outward; bend k of it is item first + k - 1."""
    weight = _SPINE_WEIGHT if leg.spine else _WEIGHT
    steps = [item[leg.hub], *range(first, first + far - 1)]
    pairs = list(pairwise(steps))
    pairs += [
        (steps[abs(row_of[end] - row_of[leg.hub]) - 1], item[end])
        for end in dict.fromkeys(end for _, end in leg.ends)
    ]
    found = []
    for a, b in pairs:
        heavy = weight * _STRAIGHT[(a >= len(item)) + (b >= len(item))]
        found.append(Link(a, b, heavy) if leg.side > 0 else Link(b, a, heavy))
    return found
