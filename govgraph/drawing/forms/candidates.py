"""Shapes worth laying out, by an estimate of their size: in every air and direction, none twice."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cached_property
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from govgraph.drawing.forms.easing import ease_rows
from govgraph.drawing.forms.rooms import LEAST_NAME
from govgraph.drawing.forms.standing import Standings
from govgraph.drawing.forms.wrapping import MARGIN, TASTES, Wrapped, Wrapper
from govgraph.drawing.layout.place import Manner, sizes_across
from govgraph.drawing.layout.spacing import CLOSE, ROOMY, SNUG, TIGHT

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from govgraph.drawing.forms.rooms import Room
    from govgraph.drawing.forms.wrapping import Need
    from govgraph.drawing.layout.hierarchy import Hierarchy
    from govgraph.drawing.layout.measures import Measures, Size
    from govgraph.drawing.layout.spacing import Spacing

AIRS: tuple[tuple[float, Spacing], ...] = (
    (165.0, ROOMY),
    (145.0, CLOSE),
    (125.0, CLOSE),
    (125.0, TIGHT),
    (108.0, TIGHT),
    (94.0, TIGHT),
    (108.0, SNUG),
    (94.0, SNUG),
)
"""Ever tighter ways to set the boxes: the greatest width of a box in points, and the air."""

NARROWEST = min(width for width, _ in AIRS)
"""The width in points that the narrowest boxes keep to."""

SCREEN = (1500.0, 900.0)
"""The width and height in points that a drawing on a free paper keeps near to."""

_OVER = (0.012, 0.02)  # what each point beyond the screen costs, across and down

TURNED = 2.0
"""What it costs, in crossings, to read from left to right."""

FULL_SIZE = 30.0
"""What it is worth, in crossings, that names print at full size, and not at 8 points."""

_RAISED = 60  # so many of the most promising shapes have their loose bodies raised
_FEW_AIRS = (0, 1, 3, 5, 7)
_FILLED = 0.5  # of a room, which boxes fill at the most
_HOPE = 0.88  # of the least scale: below, a sheet is given up at a glance
_TIGHTEST, _TASTE = (len(AIRS) - 2, len(AIRS) - 1), (0,)  # by which a page is estimated
_FEW, _BROADER = 20, 3  # bodies up to which broader boxes are tried too: in a column they are lower
_PAST = 0.8  # of the best scale met: no narrower shape is looked at any more
_MANY, _MANY_FREE = 40, 55  # bodies beyond which fewer shapes are tried


def over_screen(width: float, height: float) -> float:
    """What it costs, in crossings, that a drawing on a free paper is larger than the screen."""
    return _OVER[0] * max(0.0, width - SCREEN[0]) + _OVER[1] * max(0.0, height - SCREEN[1])


def largest_scale(boxes: float, room: float) -> float:
    """How large boxes print at the most: they never fill more than a part of a room.

    Args:
        boxes: What they take together, in square points.
        room: What there is, likewise.
    """
    return math.sqrt(_FILLED * room / boxes) if boxes else math.inf


class Candidate(NamedTuple):
    """A shape worth laying out, the most promising first."""

    price: float
    scale: float
    air: int
    turned: bool
    taste: int
    wrapped: Wrapped
    widest: float
    words: bool = True

    @property
    def manner(self) -> Manner:
        """How it is laid out."""
        spacing = AIRS[self.air][1]
        return Manner(
            self.wrapped.shape, spacing, self.widest, turned=self.turned, words=self.words
        )


_RANK = itemgetter(slice(0, 5))


class Candidates:
    """The shapes of a diagram that are worth laying out.

    Attributes:
        hierarchy: The diagram.
        rooms: The rooms that it may have; none on a free paper.
        least: How small it may print.
    """

    def __init__(self, hierarchy: Hierarchy, measures: Measures, rooms: Sequence[Room]) -> None:
        self.hierarchy, self.rooms = hierarchy, tuple(rooms)
        self.least = LEAST_NAME / measures.name_size
        self._whole = measures
        self._rooms = [[room for room in rooms if room.turned == way] for way in (False, True)]
        self._airs = range(len(AIRS) if rooms else 1)
        self._measures: dict[int, Measures] = {}
        self._standings = Standings(hierarchy)
        self._needs: dict[tuple[int, bool], dict[Hashable, Need]] = {}
        self._wrappers: dict[tuple[int, int, bool], Wrapper] = {}
        self._known_sizes: dict[tuple[int, bool], Mapping[str, Size]] = {}

    def hopes(self, enough: float) -> float:
        """How large the most promising form is estimated to print, in least scales.

        It is looked for no further once it is large enough, and not at all where boxes that filled
        the largest room as far as can be would print too small.
        """
        if len(self.hierarchy.bodies) > _MANY and (most := self._most()) < _HOPE:
            return most
        best, few = 0.0, len(self.hierarchy.bodies) <= _FEW
        airs = (*_TIGHTEST, _BROADER) if few else _TIGHTEST
        for candidate in self._candidates(airs, _TASTE):
            best = max(best, candidate.scale / self.least)
            if best >= enough:
                break
        return best

    def _most(self) -> float:
        """How large the boxes would print if they filled the largest room as far as can be."""
        boxes = sum(math.prod(size) for size in self._measured(len(AIRS) - 1).bodies.values())
        largest = max(room.width * room.height for room in self.rooms)
        return largest_scale(boxes, largest) / self.least

    @property
    def is_hopeful(self) -> bool:
        """Whether some form is estimated to print nearly large enough to be read."""
        return not self.rooms or self.hopes(_HOPE) >= _HOPE

    @cached_property
    def promising(self) -> tuple[Candidate, ...]:
        """The shapes, no two alike: the most promising, the best first, and then the others."""
        some = len(self.hierarchy.bodies) > (_MANY if self.rooms else _MANY_FREE)
        found = self._candidates(_FEW_AIRS, _TASTE) if some else self._candidates()
        rough: dict[object, Candidate] = {}
        for one in sorted(found, key=_RANK):
            rough.setdefault((one.air, one.turned, one.wrapped.shape.key), one)
        shapes = iter(rough.values())
        raised = sorted(map(self._raised, islice(shapes, _RAISED)), key=_RANK)
        return (*raised, *shapes)

    def _candidates(
        self,
        airs: Sequence[int] | None = None,
        tastes: Sequence[int] = range(len(TASTES)),
    ) -> Iterator[Candidate]:
        """Every shape that is narrower than the one before it, in each air and direction."""
        for air in self._airs if airs is None else airs:
            for turned in (False, True) if self.rooms else (False,):
                floor = self._narrowest(turned=turned)
                for taste in tastes:
                    wrapper, best = self._wrapper(air, taste, turned=turned), 0.0
                    for wrapped in wrapper.shapes(floor):
                        one = self._candidate(wrapped, air, taste, turned=turned)
                        best = max(best, min(one.scale, 1.0))
                        if one.scale < best * _PAST:
                            break  # ever narrower shapes are ever higher
                        yield one

    def _wrapper(self, air: int, taste: int, *, turned: bool) -> Wrapper:
        """What makes the rows of the diagram narrower in one air and direction."""
        key = air, taste, turned
        if key not in self._wrappers:
            sizes = self._sizes(air, turned=turned)
            needs = self._needs.setdefault((air, turned), {})
            self._wrappers[key] = Wrapper(
                self.hierarchy, self._standings, sizes, AIRS[air][1], TASTES[taste], needs=needs
            )
        return self._wrappers[key]

    def _measured(self, air: int) -> Measures:
        """The room that texts take in one air."""
        if air not in self._measures:
            self._measures[air] = self._whole.narrowed(AIRS[air][0])
        return self._measures[air]

    def _sizes(self, air: int, *, turned: bool) -> Mapping[str, Size]:
        """The sizes of the boxes in one air, across and along the rows."""
        key = air, turned
        if key not in self._known_sizes:
            self._known_sizes[key] = sizes_across(self._measured(air), turned=turned)
        return self._known_sizes[key]

    def _raised(self, one: Candidate) -> Candidate:
        """A shape with its loose bodies raised where there is room."""
        wrapped = self._wrapper(one.air, one.taste, turned=one.turned).raised(one.wrapped)
        if wrapped is one.wrapped:
            return one
        return self._candidate(wrapped, one.air, one.taste, turned=one.turned)

    def _narrowest(self, *, turned: bool) -> float:
        """The width at which no shape needs to be narrower."""
        if not self.rooms:
            return SCREEN[0]
        return min(
            room.height if turned else room.width for room in self.rooms if room.turned == turned
        )

    def _candidate(self, wrapped: Wrapped, air: int, taste: int, *, turned: bool) -> Candidate:
        """A shape with its estimate."""
        width, height = wrapped.width, wrapped.height
        if not self.rooms:
            over = over_screen(width, height)
            return Candidate(over, 1.0, air, turned, taste, wrapped, max(width, SCREEN[0]))
        size = (height, width) if turned else (width, height)
        best = max(self._rooms[turned], key=lambda room: room.scale(*size) - room.price / 100)
        scale = best.scale(*size)
        across = best.height if turned else best.width
        widest = across / max(scale, self.least)
        missing = max(0.0, self.least * 1.04 - scale) * 1000
        price = missing - FULL_SIZE * (min(scale, 1.0) - self.least) + 1.5 * air + TURNED * turned
        return Candidate(price + best.price, scale, air, turned, taste, wrapped, widest)

    def eased(self, candidate: Candidate) -> Measures:
        """The sizes of the boxes, some of them broader and lower where there is room."""
        measures, turned = self._measured(candidate.air), candidate.turned
        if not self.rooms:
            return measures
        sizes = self._sizes(candidate.air, turned=turned)
        wrapper = self._wrapper(candidate.air, candidate.taste, turned=turned)
        need = wrapper.need(candidate.wrapped.shape).copied()
        others = [self._sizes(air, turned=turned) for air in self._airs]
        options = {body: [other[body] for other in others] for body in self.hierarchy.bodies}
        found = ease_rows(need, self.hierarchy.area, sizes, options, candidate.widest - MARGIN)
        bodies = {b: (size[1], size[0]) for b, size in found.items()} if turned else found
        return replace(measures, bodies=bodies)
