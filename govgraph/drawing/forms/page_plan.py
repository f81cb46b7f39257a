"""How a drawing that does not fit one sheet is shared out: by whole families and whole areas.

Page 1 is the top. From it whole families are cut off until it fits, those nearest in size to what
is too much; they go on pages of their own, siblings together while they fit. An area whose bodies
answer to several outside it is a unit of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from govgraph.wording.lists import join_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from govgraph.drawing.layout.hierarchy import Hierarchy

    Fits = Callable[[frozenset[str]], float]
    """How well some bodies fit a page: from 1 on they do."""

_LEAST_AREA = 3  # bodies of an area that is a unit of its own
_ALONE = "Bodies on their own"
_SMALL = 8  # bodies of a page that is hardly worth one
_BELOW = "Below "
_LINE = 4  # bodies one below the other that are cut where the page is full
_NAMED = 3  # units that the name of a page names


class Unit(NamedTuple):
    """Bodies that belong on a page together, and what they are called."""

    name: str
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PagePlan:
    """What a page shows.

    Attributes:
        name: What it is called ("Below Cabinet and Planning Committee"); "" for the top.
        bodies: The bodies that it shows in full.
        units: What shares it, where it is more than one unit.
    """

    name: str
    bodies: tuple[str, ...]
    units: tuple[Unit, ...] = ()


class Planner:
    """A diagram that is shared out on pages."""

    def __init__(self, hierarchy: Hierarchy, fits: Fits) -> None:
        self.hierarchy, self._fits = hierarchy, fits
        self.superior = {body: above[0] for body, above in hierarchy.above.items() if above}
        self.own: dict[str, list[str]] = {body: [] for body in hierarchy.bodies}
        for body, upper in self.superior.items():
            self.own[upper].append(body)

    def plan(self) -> list[PagePlan]:
        """The pages, the top first."""
        areas = self._area_units()
        apart = {body for unit in areas for body in unit.bodies}
        rest = [body for body in self.hierarchy.bodies if body not in apart]
        pages = self._cut(Unit("", tuple(rest))) if rest else []
        return self._merged(pages + self._pack(areas))

    def cut_again(self, pages: Sequence[PagePlan], failed: Collection[int]) -> list[PagePlan]:
        """The same pages, but for those at some places, which are cut into smaller ones."""
        kept: list[PagePlan] = []
        fresh: set[int] = set()
        for at, page in enumerate(pages):
            if at not in failed:
                kept.append(page)
                continue
            pieces = (
                self._pack(page.units) if page.units else self._cut(Unit(page.name, page.bodies))
            )
            fresh.update(range(len(kept) + 1, len(kept) + len(pieces)))
            kept += pieces
        return self._merged(kept, fresh)

    def _merged(self, pages: list[PagePlan], fresh: Collection[int] = ()) -> list[PagePlan]:
        """The same with every small or fresh page on the first other one that has room for it."""
        waiting = [
            page for at, page in enumerate(pages) if len(page.bodies) <= _SMALL or at in fresh
        ]
        while waiting:
            small = waiting.pop(0)
            for other in pages:
                if other is not small and self._fit((*other.bodies, *small.bodies)) >= 1:
                    first, last = sorted((small, other), key=pages.index)
                    joined = _joined(first, last)
                    pages = [joined if one is first else one for one in pages if one is not last]
                    waiting = [joined if one is other else one for one in waiting]
                    break
        return pages

    def _area_units(self) -> list[Unit]:
        """The areas whose bodies answer to several bodies outside them."""
        found: dict[str, list[str]] = {}
        for body, area in self.hierarchy.area.items():
            found.setdefault(area, []).append(body)
        units = []
        for area, bodies in sorted(found.items()):
            inside = set(bodies)
            above = {self.superior[body] for body in bodies if body in self.superior} - inside
            if len(bodies) >= _LEAST_AREA and len(above) > 1:
                units.append(Unit(area, tuple(bodies)))
        return units

    def _cut(self, unit: Unit) -> list[PagePlan]:
        """A unit on as many pages as it needs, its upper bodies first."""
        if self._fit(unit.bodies) >= 1 or len(unit.bodies) == 1:
            return [PagePlan(unit.name, unit.bodies)]
        roots = self._roots(unit.bodies)
        if len(roots) == len(unit.bodies):
            return self._chunks(unit, unit.bodies, [])
        if len(roots) > 1:
            parts = self._parts(unit, roots)
            if len(parts) > 1:
                return self._pack(parts)
        top = dict.fromkeys(unit.bodies)
        cut: list[Unit] = []
        while len(top) > 1 and self._fit(top) < 1:
            family = self._family(top, roots)
            if family is None:
                return self._chunks(unit, [*top], cut)
            family = self._lowered(family, top)
            below = tuple(body for body in self._below(family, top) if body != family)
            cut.append(Unit(self._name(family), below))
            for body in below:
                del top[body]
        place = {body: at for at, body in enumerate(self.hierarchy.bodies)}
        cut.sort(key=lambda one: place[one.bodies[0]])
        return [PagePlan(unit.name, tuple(top)), *self._pack(cut)]

    def _chunks(self, unit: Unit, top: Sequence[str], cut: list[Unit]) -> list[PagePlan]:
        """Bodies without anybody below them, in their order, as many on a page as fit."""
        inside = set(top)
        roots = [body for body in top if self.superior.get(body) not in inside]
        left = list(dict.fromkeys((*roots, *top)))
        pages: list[PagePlan] = []
        while left:
            count = self._most(left)
            pages.append(PagePlan(unit.name, tuple(left[:count])))
            left = left[count:]
        return pages + self._pack(cut)

    def _most(self, bodies: Sequence[str]) -> int:
        """How many of the first of some bodies fit a page, at least one: found by halving."""
        low, high = 1, len(bodies)
        while low < high:
            middle = (low + high + 1) // 2
            if self._fit(bodies[:middle]) >= 1:
                low = middle
            else:
                high = middle - 1
        return low

    def _pack(self, units: Sequence[Unit]) -> list[PagePlan]:
        """Units on the first page that has room; one that is too large for any is cut again."""
        shared: list[list[Unit]] = []
        pages: list[PagePlan] = []
        for unit in units:
            if self._fit(unit.bodies) < 1:
                pages += self._cut(unit)
                continue
            for held in shared:
                if self._fit(body for one in (*held, unit) for body in one.bodies) >= 1:
                    held.append(unit)
                    break
            else:
                shared.append([unit])
        return pages + [_page(held) for held in shared]

    def _parts(self, unit: Unit, roots: Sequence[str]) -> list[Unit]:
        """The parts of a unit that nothing ties together, or whose roots have each their own."""
        part_of = self.hierarchy.part
        parts: dict[str, list[str]] = {}
        inside = set(unit.bodies)
        for root in roots:
            parts.setdefault(part_of[root], []).extend(self._below(root, inside))
        several = [bodies for bodies in parts.values() if len(bodies) > 1]
        alone = [bodies[0] for bodies in parts.values() if len(bodies) == 1]
        units = [
            Unit(unit.name or self.hierarchy.bodies[bodies[0]].name, tuple(dict.fromkeys(bodies)))
            for bodies in several
        ]
        return [*units, Unit(unit.name or _ALONE, tuple(alone))] if alone else units

    def _family(self, top: Iterable[str], roots: Sequence[str]) -> str | None:
        """The body whose subordinates are cut off next: nearest in number to what is too much."""
        inside = set(top)
        total = len(inside)
        surplus = total * (1 - min(1.0, self._fit(inside) ** 2))
        best: tuple[bool, float, int] | None = None
        found = None
        for at, body in enumerate(self.hierarchy.bodies):
            if body not in inside or not inside.intersection(self.own[body]):
                continue
            size = len(self._below(body, inside)) - 1
            key = (body in roots, abs(size - surplus), at)
            if best is None or key < best:
                best, found = key, body
        if found in roots and len(inside) == len(roots) + sum(
            len(inside.intersection(self.own[root])) for root in roots
        ):
            return None
        return found

    def _lowered(self, family: str, top: Collection[str]) -> str:
        """The body whose own are cut off: of a long line, one below the other, a lower one.

        It is the lowest that leaves a page which fits, so that each has one stretch of the line.
        """
        line = [family]
        while len(own := [body for body in self.own[line[-1]] if body in top]) == 1:
            line += own
        if not own:
            line.pop()  # nobody stands below it
        if len(line) < _LINE:
            return family
        low, high = 0, len(line) - 1
        while low < high:
            middle = (low + high + 1) // 2
            gone = {*self._below(line[middle], top)} - {line[middle]}
            if self._fit(body for body in top if body not in gone) >= 1:
                low = middle
            else:
                high = middle - 1
        return line[low]

    def _below(self, root: str, inside: Iterable[str]) -> list[str]:
        """A body and all that stand below it, as far as they are inside."""
        within = inside if isinstance(inside, (set, dict)) else set(inside)
        found, waiting = [], [root]
        while waiting:
            body = waiting.pop()
            found.append(body)
            waiting += [lower for lower in reversed(self.own[body]) if lower in within]
        return found

    def _roots(self, bodies: Iterable[str]) -> list[str]:
        inside = set(bodies)
        return [body for body in bodies if self.superior.get(body) not in inside]

    def _fit(self, bodies: Iterable[str]) -> float:
        return self._fits(frozenset(bodies))

    def _name(self, body: str) -> str:
        return _BELOW + self.hierarchy.bodies[body].name


def _page(units: Sequence[Unit]) -> PagePlan:
    """The page of some units."""
    bodies = tuple(body for unit in units for body in unit.bodies)
    return PagePlan(_called(units), bodies, tuple(units) if len(units) > 1 else ())


def _called(units: Sequence[Unit]) -> str:
    """What some units are called together: "Ashcombe; below Cabinet and Planning Committee"."""
    names = dict.fromkeys(unit.name for unit in units if unit.name)
    others = [name for name in names if not name.startswith(_BELOW)]
    below = [name.removeprefix(_BELOW) for name in names if name.startswith(_BELOW)]
    said = [join_words(others, _NAMED)] if others else []
    if below:
        said.append(f"{_BELOW if not said else _BELOW.lower()}{join_words(below, _NAMED)}")
    return "; ".join(said)


def _joined(first: PagePlan, last: PagePlan) -> PagePlan:
    """Two pages as one; what joins the top has no name."""
    pages = (first, last)
    units = [unit for one in pages for unit in one.units or [Unit(one.name, one.bodies)]]
    joined = _page(units)
    return joined if first.name and last.name else replace(joined, name="")
