"""Which bodies stand in columns below the few that stay on top.

The bodies of an area share a unit of one or more columns; so do a superior and all that answer to
it, when they are few; bodies with nobody below them share columns with their siblings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.layout.areas import area_members
from govgraph.drawing.layout.lists import list_bodies
from govgraph.drawing.layout.rows import UPWARD, find_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.layout.lists import Listed
    from govgraph.drawing.layout.rows import Rows

_COMPANIONS = 5
_BESIDE = 2
_HEADS = 4  # so many bodies to whom others answer, and who answer to nobody, stand on top
_STYLES = ("accountable", "reports", "part")  # which superior a body hangs from, first one first


@dataclass(frozen=True, slots=True)
class Unit:
    """Columns that stay together.

    Attributes:
        columns: The lists, from the left.
        area: The area that all of its bodies serve, or None.
        layer: Which of the layers of columns it stands in, 0 being the upper one.
    """

    columns: tuple[Listed, ...]
    area: str | None = None
    layer: int = 0

    @property
    def bodies(self) -> tuple[str, ...]:
        """All its bodies."""
        return tuple(body for column in self.columns for body, _ in column)


@dataclass(frozen=True, slots=True)
class Folded:
    """A diagram folded into columns.

    Attributes:
        tops: The bodies above the columns, in rows.
        units: What stands in columns.
        rows: All bodies by row, from the top.
        tiers: The tier of each row, or None.
    """

    tops: tuple[tuple[str, ...], ...]
    units: tuple[Unit, ...]
    rows: tuple[tuple[str, ...], ...]
    tiers: tuple[str | None, ...]


class Folding:
    """A diagram made ready to be folded in several ways."""

    def __init__(self, diagram: Diagram) -> None:
        self._rows = find_rows(diagram)
        self._slot = _slots(self._rows)
        self._superior = _superiors(diagram, self._rows.row_of())
        self._areas = area_members(diagram)
        self._inside = {body for bodies in self._areas.values() for body in bodies}
        self._bodies = [body.id for body in diagram.bodies]
        self.tiered = len(set(self._slot.values())) > 1

    def fold(self, tallest: int, layers: int = 1) -> Folded:
        """The diagram in columns of at most so many bodies, in so many layers.

        Where tiers fix the rows there is one layer, whatever is asked for.
        """
        superior, slot = self._superior, self._slot
        tops = _tops(self._rows, superior, self._areas, tallest)
        placed = tops | self._inside
        loose = [body for body in self._bodies if body not in placed]
        beside = self._beside(loose, tops)
        loose = [body for body in loose if body not in beside]
        units = _area_units(self._areas, superior, slot, tallest)
        units += _family_units(loose, superior, slot, tallest)
        if layers > 1 and not self.tiered and units:
            each = -(-len(units) // layers)
            units = [Unit(unit.columns, unit.area, at // each) for at, unit in enumerate(units)]
        return _arranged(self._rows, tops, units, slot, beside)

    def _beside(self, loose: Sequence[str], tops: frozenset[str]) -> dict[str, str]:
        """One or two bodies that alone would need a column by the areas': they stand on top.

        Each stands beside the body that it answers to.
        """
        few = len(loose) <= _BESIDE and len(self._areas) > 1 and not self.tiered
        if not few or any(self._superior.get(body) not in tops for body in loose):
            return {}
        return {body: self._superior[body] for body in loose}


def _slots(rows: Rows) -> dict[str, int]:
    """The number of the tier of each body, counting from the top."""
    found: dict[str, int] = {}
    number = 0
    for at, bodies in enumerate(rows.bodies):
        if at and rows.tiers[at] != rows.tiers[at - 1]:
            number += 1
        found.update(dict.fromkeys(bodies, number))
    return found


def _superiors(diagram: Diagram, row_of: Mapping[str, int]) -> dict[str, str]:
    """The one superior that each body hangs from: never one that stands below it."""
    found: dict[str, tuple[int, int, str]] = {}
    for index, line in enumerate(diagram.lines):
        if line.style in UPWARD and row_of.get(line.to, 0) < row_of.get(line.from_, -1):
            rank = (_STYLES.index(line.style), index, line.to)
            found[line.from_] = min(rank, found.get(line.from_, rank))
    return {body: rank[2] for body, rank in found.items()}


def _tops(
    rows: Rows,
    superior: Mapping[str, str],
    areas: Mapping[str, Sequence[str]],
    tallest: int,
) -> frozenset[str]:
    """The bodies without an area that have too many below them for a column, or are the first.

    Where many are the first of only a few each, they head columns like any other.
    """
    heads = set(superior.values()) - superior.keys()
    inside = {body for bodies in areas.values() for body in bodies}
    size = {body: 1 for row in rows.bodies for body in row}
    tops: set[str] = set()
    for row in reversed(rows.bodies):
        for body in row:
            above = superior.get(body)
            if body in inside:
                if above is not None and above not in inside:
                    tops.add(above)
                continue
            if size[body] > tallest or (body in heads and len(heads) <= _HEADS):
                tops.add(body)
            if above is not None and above not in inside:
                size[above] += size[body]
                if body in tops:
                    tops.add(above)
    return frozenset(tops | _companions(rows, tops | inside))


def _companions(rows: Rows, placed: set[str]) -> set[str]:
    """The few bodies on a tier of their own or of some tops: they stand in its row as well."""
    found: set[str] = set()
    for tier in {tier for tier in rows.tiers if tier is not None}:
        bodies = [b for at, row in enumerate(rows.bodies) if rows.tiers[at] == tier for b in row]
        others = [body for body in bodies if body not in placed]
        if len(others) <= _COMPANIONS:
            found.update(others)
    return found


def _area_units(
    areas: Mapping[str, Sequence[str]],
    superior: Mapping[str, str],
    slot: Mapping[str, int],
    tallest: int,
) -> list[Unit]:
    """One unit for every area."""
    return [
        Unit(tuple(_cut(list_bodies(bodies, superior, slot), tallest)), area)
        for area, bodies in areas.items()
    ]


def _family_units(
    bodies: Iterable[str], superior: Mapping[str, str], slot: Mapping[str, int], tallest: int
) -> list[Unit]:
    """Small subtrees, those of one superior sharing columns."""
    loose = list(bodies)
    inside = frozenset(loose)
    families: dict[tuple[str | None, int], dict[str, list[str]]] = {}
    for body in loose:
        root = body
        while superior.get(root) in inside:
            root = superior[root]
        family = families.setdefault((superior.get(root), slot[root]), {})
        family.setdefault(root, []).append(body)
    return [
        Unit((list_bodies(column, superior, slot),))
        for family in families.values()
        for column in _packed(family.values(), tallest)
    ]


def _cut(listed: Listed, tallest: int) -> Iterable[Listed]:
    """A list as columns of like height, none taller than `tallest`."""
    count = -(-len(listed) // tallest)
    each = -(-len(listed) // count)
    for start in range(0, len(listed), each):
        part = listed[start : start + each]
        least = min(depth for _, depth in part)
        yield tuple((body, depth - least) for body, depth in part)


def _packed(families: Iterable[Sequence[str]], tallest: int) -> list[list[str]]:
    """Families put together until a column is full; columns of like height."""
    found = [list(family) for family in families]
    rest = sum(map(len, found))
    left = -(-rest // tallest)
    fill = 0
    columns: list[list[str]] = []
    for family in found:
        if columns and len(columns[-1]) + len(family) <= fill:
            columns[-1] += family
        else:
            columns.append(list(family))
            fill = min(tallest, -(-rest // max(left, 1)))
            left -= 1
        rest -= len(family)
    return columns


def _arranged(
    rows: Rows,
    tops: frozenset[str],
    units: Sequence[Unit],
    slot: Mapping[str, int],
    beside: Mapping[str, str],
) -> Folded:
    """The rows: in each tier first the tops, then as many as the tallest column has bodies."""
    found: list[list[str]] = []
    tiers: list[str | None] = []
    top_rows: list[tuple[str, ...]] = []
    names = {slot[body]: rows.tiers[at] for at, row in enumerate(rows.bodies) for body in row}
    for number in sorted(names):
        for row in rows.bodies:
            upper = tuple(body for body in row if body in tops and slot[body] == number)
            upper += tuple(body for body, other in beside.items() if other in upper)
            if upper:
                found.append(list(upper))
                top_rows.append(upper)
        for layer in range(max((unit.layer for unit in units), default=-1) + 1):
            start = len(found)
            for unit in units:
                for place, column in enumerate(unit.columns if unit.layer == layer else ()):
                    later = place > 0 and slot[unit.columns[0][0][0]] == number
                    standing = (b for b, _ in column if slot[b] == number)
                    for at, body in enumerate(standing, start=start + later):
                        while at >= len(found):
                            found.append([])
                        found[at].append(body)
        tiers += [names[number]] * (len(found) - len(tiers))
    return Folded(tuple(top_rows), tuple(units), tuple(map(tuple, found)), tuple(tiers))
