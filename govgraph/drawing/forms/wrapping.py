"""Shapes in which no row is wider than it may be: leaves stacked, bodies and families pushed down.

What a row needs is estimated without any order: boxes, areas and passing lines. A row that needs
too much first has its largest family stacked a step deeper; where that gives too little, bodies go
down a row, those with the smallest families first.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from govgraph.drawing.layout.build_form import SPINE
from govgraph.drawing.layout.form import RING, is_ringed
from govgraph.drawing.layout.ranks import Shape

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from govgraph.drawing.forms.standing import Standing, Standings
    from govgraph.drawing.layout.hierarchy import Family, Hierarchy
    from govgraph.drawing.layout.measures import Size
    from govgraph.drawing.layout.spacing import Spacing

MARGIN = 12
"""Round the whole drawing, both sides together."""

_STEPS = 400  # of making rows narrower, after which a width is given up
_RAISED = 8  # loose bodies that are raised again where there is room
_DEEPEST = 16  # rows that a body may be pushed down in all


@dataclass(frozen=True, slots=True)
class Taste:
    """Which of several ways of making a row narrower is taken.

    Attributes:
        stacking: How many members of a stack a row must lose for its family to be stacked deeper.
        linked: Whether bodies with many links go down first (1), or last (-1), or as they come.
    """

    stacking: float = 0.5
    linked: int = 0


TASTES = (Taste(), Taste(0.9, 1), Taste(0.5, -1))


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A shape, and about how large the drawing will be.

    Attributes:
        shape: The shape.
        width: About its width across the rows, in points.
        height: About its height.
    """

    shape: Shape
    width: float
    height: float


class Wrapper:
    """A diagram whose rows are made narrower."""

    def __init__(
        self,
        hierarchy: Hierarchy,
        standings: Standings,
        sizes: Mapping[str, Size],
        spacing: Spacing,
        taste: Taste,
        *,
        needs: dict[Hashable, Need],
    ) -> None:
        """`needs` holds what is known of shapes with these sizes and this air, in any taste."""
        self.hierarchy, self.sizes, self.spacing, self.taste = hierarchy, sizes, spacing, taste
        self._standings, self._needs = standings, needs
        families = hierarchy.families.items()
        self.family_of = {body: family for family, members in families for body in members}
        self._first_of = {body: members[0] for _, members in families for body in members}
        self._ranks = {body: self._rank(body, at) for at, body in enumerate(hierarchy.bodies)}
        areas = dict.fromkeys(hierarchy.area.values())
        self.place_of_area = {area: at for at, area in enumerate(sorted(areas))}
        self._names = tuple(hierarchy.bodies)
        self._area = [hierarchy.area.get(body) for body in hierarchy.bodies]
        self._heights = [sizes[body][1] for body in hierarchy.bodies]
        self._widths = [
            sizes[body][0] + spacing.body_gap + RING * is_ringed(found)
            for body, found in hierarchy.bodies.items()
        ]

    def shapes(self, least: float) -> Iterator[Wrapped]:
        """The shapes from the widest down to one of about a width, or as narrow as can be."""
        depth: dict[Family, int] = {}
        delay: dict[str, int] = {}
        last = float("inf")
        for _ in range(_STEPS):
            need = self.need(Shape(dict(depth), dict(delay)))
            widest = max(need.rows)
            if widest < last:
                yield Wrapped(need.shape, widest + MARGIN, self._height(need))
                last = widest
            if widest <= least or not self._narrow(need, depth, delay):
                return

    def raised(self, wrapped: Wrapped) -> Wrapped:
        """The same shape with loose bodies as high as their row has room for them."""
        pushed = [body for body in self.hierarchy.bodies if wrapped.shape.delay.get(body, 0)]
        loose = [body for body in pushed if body in self.hierarchy.loose][:_RAISED]
        if not loose:
            return wrapped
        found = need = self.need(wrapped.shape)
        for body in loose:
            for delay in range(found.shape.delay[body]):
                shape = Shape(found.shape.depth, {**found.shape.delay, body: delay})
                tried = self.need(shape)
                if max(tried.rows) <= max(need.rows):
                    found = tried
                    break
        return Wrapped(found.shape, wrapped.width, self._height(found))

    def _narrow(self, need: Need, depth: dict[Family, int], delay: dict[str, int]) -> bool:
        """Make the widest row narrower; False if nothing can."""
        row = max(range(len(need.rows)), key=lambda at: (need.rows[at], at))
        here = self._deciding(need, row)
        best = max(self._deeper(here, depth), default=None)
        if best is not None and best[0] >= self.taste.stacking:
            depth[self.family_of[best[2]]] = best[1]
            return True
        down = self._pushed(here, depth, delay)
        if down is not None:
            delay[down] = delay.get(down, 0) + 1
            return True
        if best is not None:
            depth[self.family_of[best[2]]] = best[1]
            return True
        return self._push_area(need, row, delay)

    def _deciding(self, need: Need, row: int) -> list[str]:
        """The bodies without any of which a row would be narrower."""
        rows, area_of = need.standing.rows, self._area
        here = [body for body in rows[row] if area_of[body] is None]
        for area, (widest, first, last) in need.areas.items():
            if first <= row <= last:
                here += [body for body in rows[widest] if area_of[body] == area]
        return [self._names[body] for body in here]

    def _push_area(self, need: Need, row: int, delay: dict[str, int]) -> bool:
        """Push the last of several areas that share a row below the others."""
        shared = [
            (self.place_of_area[area], area)
            for area, (_, first, last) in need.areas.items()
            if first <= row <= last
        ]
        if len(shared) < 2:  # noqa: PLR2004 - one alone has the row to itself
            return False
        area = max(shared)[1]
        _, first, _last = need.areas[area]
        inside = {body for body, other in self.hierarchy.area.items() if other == area}
        below = max(need.areas[other][2] for _, other in shared if other != area) + 1 - first
        heads = [body for body in inside if not inside & {*self.hierarchy.above[body]}]
        if any(delay.get(body, 0) + below > _DEEPEST for body in heads):
            return False
        for body in heads:
            delay[body] = delay.get(body, 0) + below
        return True

    def _deeper(
        self, here: Sequence[str], depth: Mapping[Family, int]
    ) -> Iterator[tuple[float, int, str]]:
        """For each family of a row what stacking it deeper gains, how deep, and its first body."""
        known = self._first_of
        for first, count in Counter([known[body] for body in here if body in known]).items():
            family = self.family_of[first]
            many = len(self.hierarchy.families[family])
            deep = depth.get(family, 1)
            columns = -(-many // deep)
            if count > 1 and columns > 1:
                while -(-many // deep) == columns:
                    deep += 1
                yield count / deep, deep, first

    def _pushed(
        self, row: Sequence[str], depth: Mapping[Family, int], delay: Mapping[str, int]
    ) -> str | None:
        """The body that goes down a row: loose ones first, then those with few below them."""
        hierarchy, first_of, ranks = self.hierarchy, self._first_of, self._ranks
        area_of, families = hierarchy.area, hierarchy.families
        stacked = {families[family][0] for family in depth}
        here = [body for body in row if body not in hierarchy.topmost]
        side_by_side = Counter([area_of.get(body, "") for body in here])
        found = [
            body
            for body in here
            if side_by_side[area_of.get(body, "")] > 1
            and first_of.get(body) not in stacked
            and delay.get(body, 0) < _DEEPEST
        ]

        def rank(body: str) -> tuple[tuple[bool, bool], int, tuple[int, int, int]]:
            before, after = ranks[body]
            return before, -side_by_side[area_of[body]] if body in area_of else 0, after

        return min(found, key=rank, default=None)

    def _rank(self, body: str, place: int) -> tuple[tuple[bool, bool], tuple[int, int, int]]:
        """By what a body goes down a row sooner than others: before how full its area is, after."""
        hierarchy = self.hierarchy
        weight, linked = hierarchy.weight[body], len(hierarchy.linked[body])
        before = body not in hierarchy.loose, weight > 1
        return before, (weight, -self.taste.linked * linked, -place)

    def need(self, shape: Shape) -> Need:
        """What each row of a shape needs; not to be changed."""
        key = shape.key
        if key not in self._needs:
            self._needs[key] = self._need(shape, self._standings.of(shape, key))
        return self._needs[key]

    def _need(self, shape: Shape, standing: Standing) -> Need:
        gap = self.spacing.line_gap
        need = Need(shape, standing, [gap * count for count in standing.passing])
        inner, across = need.inner, need.rows
        widths = self._widths.copy()
        for body in standing.stacked:
            widths[body] += SPINE
        for row, width, area in zip(standing.row, widths, self._area, strict=True):
            if area is None:
                across[row] += width
            else:
                rows = inner.setdefault(area, {})
                rows[row] = rows.get(row, 0.0) + width
        around = 2 * self.spacing.area_pad + self.spacing.area_gap - self.spacing.body_gap
        for area, rows in inner.items():
            most, first, last = max(rows.values()), min(rows), max(rows)
            widest = min([row for row, width in rows.items() if width == most])
            need.areas[area] = widest, first, last
            for row in range(first, last + 1):
                across[row] += most + around
        return need

    def _height(self, need: Need) -> float:
        """About how high the drawing will be."""
        spacing, heights = self.spacing, self._heights
        rows = need.standing.rows
        height = 12.0 + sum([max([heights[body] for body in row], default=0) for row in rows])
        for count in [*need.standing.leading][:-1]:
            if count > 1:
                height += spacing.head_room + spacing.foot_room + spacing.track * 0.4 * count
            else:
                height += spacing.opened if count else spacing.quiet
        edges = {first for _, first, _ in need.areas.values()}
        stops = {last for _, _, last in need.areas.values()}
        return height + spacing.outline_room * len(edges) + spacing.area_pad * len(stops)


@dataclass(frozen=True, slots=True)
class Need:
    """What the rows of a shape need.

    Attributes:
        shape: The shape.
        standing: Where its bodies stand.
        rows: The width that each row needs, in points.
        areas: For each outlined area its widest row, its first and its last.
        inner: For each outlined area the width that its bodies need in each of its rows.
    """

    shape: Shape
    standing: Standing
    rows: list[float]
    areas: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    inner: dict[str, dict[int, float]] = field(default_factory=dict)

    def copied(self) -> Need:
        """The same, of which the areas may be changed."""
        inner = {area: dict(rows) for area, rows in self.inner.items()}
        return replace(self, areas=dict(self.areas), inner=inner)
