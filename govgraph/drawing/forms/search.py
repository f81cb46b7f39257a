"""The search over forms: which shape, direction and air a drawing reads best in.

First many shapes are judged by an estimate of their size, then the best of them are laid out
quickly, and the best of these with all care. What limits the search are counts, so that it finds
the same on every machine. The score puts names that can be read first, then crossings, then size.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from govgraph.drawing.forms.easing import ease_rows
from govgraph.drawing.forms.rooms import LEAST_NAME
from govgraph.drawing.forms.wrapping import TASTES, Wrapped, Wrapper
from govgraph.drawing.layout.arrange import STARTS, arrange
from govgraph.drawing.layout.build_form import build_form
from govgraph.drawing.layout.place import Laid, Manner, lay_out_form, place_order, sizes_across
from govgraph.drawing.layout.row_moves import move_rows
from govgraph.drawing.layout.spacing import CLOSE, ROOMY, SNUG, TIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.drawing.forms.rooms import Room
    from govgraph.drawing.layout.hierarchy import Hierarchy
    from govgraph.drawing.layout.measures import Measures
    from govgraph.drawing.layout.order import Order
    from govgraph.drawing.layout.spacing import Spacing
    from govgraph.drawing.placement import Placement

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

SCREEN = (1500.0, 900.0)
"""The width and height in points that a drawing on a free paper keeps near to."""

_QUICK, _CAREFUL = 14, 2  # so many forms are laid out quickly, and so many with all care
_BATCHES = 3  # so many times as many, without room for words, where none of these can be read
_MANY, _LARGE = 55, 110  # bodies beyond which fewer shapes are tried, and only one with all care
_FEW_AIRS = (0, 1, 3, 5, 7)
_MOVES = 6_000  # items ordered anew in all trials of moving rows together
_TURNED = 2.0  # what it costs, in crossings, to read from left to right
_TOGETHER = 40.0  # what it costs that two lines run upon each other
_SIZE = 30.0  # what it is worth that names print at full size, and not at 8 points
_HOPE = 0.82  # of the least scale: forms estimated to print smaller are not laid out
_TIGHTEST, _TASTE = (len(AIRS) - 2, len(AIRS) - 1), (0,)  # by which a page is estimated
_NEAR, _NEARER = 0.84, 0.93  # of the least scale: below, words lose their room; no care is taken
_OVER = (0.012, 0.02)  # what each point beyond the screen costs, across and down


@dataclass(frozen=True, slots=True)
class Found:
    """A form that was laid out.

    Attributes:
        laid: The form.
        room: The room in which it reads best, or None on a free paper.
        scale: How large it prints.
        score: The smaller, the better.
    """

    laid: Laid
    room: Room | None
    scale: float
    score: tuple[bool, float]

    @property
    def placement(self) -> Placement:
        """The placement, with the paper and the arrangement of the sheet that it was found for."""
        if self.room is None:
            return self.laid.placement
        return replace(
            self.laid.placement, arrangement=self.room.arrangement, paper=self.room.paper
        )

    @property
    def is_readable(self) -> bool:
        """True when every name can be read, and no line runs upon another."""
        return not self.score[0]


class _Candidate(NamedTuple):
    """A shape worth laying out, the most promising first."""

    price: float
    scale: float
    air: int
    turned: bool
    taste: int
    wrapped: Wrapped
    widest: float
    words: bool = True


class _Careful(NamedTuple):
    """A form that was laid out with all care, and the order and sizes it was made of."""

    found: Found
    order: Order
    candidate: _Candidate
    measures: Measures


class Search:
    """A diagram for which a form is looked for.

    Attributes:
        hierarchy: The diagram.
        measures: The room that its texts take.
        rooms: The rooms that it may have; none on a free paper.
    """

    def __init__(self, hierarchy: Hierarchy, measures: Measures, rooms: Sequence[Room]) -> None:
        self.hierarchy, self.rooms = hierarchy, tuple(rooms)
        self.measures = [measures.narrowed(width) for width, _ in AIRS[: None if rooms else 1]]
        self.least = LEAST_NAME / measures.name_size

    def hopes(self) -> float:
        """How large the most promising form is estimated to print, in least scales."""
        found = self._candidates(_TIGHTEST, _TASTE, roughly=True)
        return max((candidate.scale for candidate in found), default=0.0) / self.least

    @property
    def is_hopeful(self) -> bool:
        """Whether some form is estimated to print nearly large enough to be read."""
        return not self.rooms or self.hopes() >= _HOPE

    @cached_property
    def _promising(self) -> tuple[_Candidate, ...]:
        """All shapes, the most promising first."""
        some = len(self.hierarchy.bodies) > _MANY
        found = self._candidates(_FEW_AIRS, _TASTE) if some else self._candidates()
        return tuple(sorted(found, key=lambda one: one[:5]))

    def best(self) -> Found:
        """The form that reads best."""
        quick: list[tuple[Found, _Candidate]] = []
        for words in (True, False) if self.rooms else (True,):
            for candidate in self._promising[: _QUICK if words else _BATCHES * _QUICK]:
                if not quick or not self.rooms or candidate.scale >= self.least * _HOPE:
                    tried = candidate._replace(words=words)
                    quick.append((self._judge(self._quickly(tried), tried), tried))
            largest = max(found.scale for found, _ in quick)
            if any(found.is_readable for found, _ in quick) or largest < self.least * _NEAR:
                break
        quick.sort(key=lambda pair: pair[0].score)
        if self.rooms and quick[0][0].scale < self.least * _NEARER:
            return quick[0][0]
        large = len(self.hierarchy.bodies) > _LARGE
        careful = [
            self._carefully(candidate, found)
            for found, candidate in quick[: 1 if large else _CAREFUL]
        ]
        return self._moved(min(careful, key=lambda tried: tried.found.score))

    def _candidates(
        self,
        airs: Sequence[int] = range(len(AIRS)),
        tastes: Sequence[int] = range(len(TASTES)),
        *,
        roughly: bool = False,
    ) -> Iterator[_Candidate]:
        """Every shape that is narrower than the one before it, in each air and direction."""
        for air in airs[: len(self.measures)]:
            measures = self.measures[air]
            for turned in (False, True) if self.rooms else (False,):
                sizes = sizes_across(measures, turned=turned)
                floor = self._narrowest(turned=turned)
                for taste in tastes:
                    wrapper = Wrapper(self.hierarchy, sizes, AIRS[air][1], TASTES[taste])
                    for wrapped in wrapper.shapes(floor, roughly=roughly):
                        yield self._candidate(wrapped, air, taste, turned=turned)

    def _narrowest(self, *, turned: bool) -> float:
        """The width at which no shape needs to be narrower."""
        if not self.rooms:
            return SCREEN[0]
        return min(
            room.height if turned else room.width for room in self.rooms if room.turned == turned
        )

    def _candidate(self, wrapped: Wrapped, air: int, taste: int, *, turned: bool) -> _Candidate:
        """A shape with its estimate."""
        width, height = wrapped.width, wrapped.height
        if not self.rooms:
            over = _OVER[0] * max(0.0, width - SCREEN[0]) + _OVER[1] * max(0.0, height - SCREEN[1])
            return _Candidate(over, 1.0, air, turned, taste, wrapped, max(width, SCREEN[0]))
        size = (height, width) if turned else (width, height)
        rooms = [room for room in self.rooms if room.turned == turned]
        best = max(rooms, key=lambda room: room.scale(*size) - room.price / 100)
        scale = best.scale(*size)
        across = best.height if turned else best.width
        widest = across / max(scale, self.least)
        missing = max(0.0, self.least * 1.04 - scale) * 1000
        price = missing - _SIZE * (min(scale, 1.0) - self.least) + 1.5 * air + _TURNED * turned
        return _Candidate(price + best.price, scale, air, turned, taste, wrapped, widest)

    def _manner(self, candidate: _Candidate) -> Manner:
        spacing = AIRS[candidate.air][1]
        shape, widest = candidate.wrapped.shape, candidate.widest
        return Manner(shape, spacing, widest, turned=candidate.turned, words=candidate.words)

    def _eased(self, candidate: _Candidate) -> Measures:
        """The sizes of the boxes, some of them broader and lower where there is room."""
        measures, turned = self.measures[candidate.air], candidate.turned
        if not self.rooms:
            return measures
        sizes = sizes_across(measures, turned=turned)
        spacing, taste = AIRS[candidate.air][1], TASTES[candidate.taste]
        need = Wrapper(self.hierarchy, sizes, spacing, taste).need(candidate.wrapped.shape)
        options = {
            body: [sizes_across(other, turned=turned)[body] for other in self.measures]
            for body in self.hierarchy.bodies
        }
        found = ease_rows(need, self.hierarchy.area, sizes, options, candidate.widest - 12)
        bodies = {b: (size[1], size[0]) for b, size in found.items()} if turned else found
        return replace(measures, bodies=bodies)

    def _quickly(self, candidate: _Candidate) -> Laid:
        measures, manner = self._eased(candidate), self._manner(candidate)
        return lay_out_form(self.hierarchy, measures, manner, STARTS[:1], improve=False)

    def _carefully(self, candidate: _Candidate, quick: Found) -> _Careful:
        """A form with all care, if that is better."""
        measures, manner = self._eased(candidate), self._manner(candidate)
        sizes = sizes_across(measures, turned=manner.turned)
        form = build_form(self.hierarchy, sizes, manner.air, manner.shape)
        order = arrange(form, STARTS)
        found = self._judge(place_order(order, measures, manner), candidate)
        return _Careful(min(found, quick, key=lambda one: one.score), order, candidate, measures)

    def _moved(self, tried: _Careful) -> Found:
        """A form with bodies moved to other rows, if that is better."""
        candidate, measures = tried.candidate, tried.measures
        manner = self._manner(candidate)
        sizes = sizes_across(measures, turned=manner.turned)
        order, shape = move_rows(tried.order, sizes, manner.shape, _MOVES)
        if shape is manner.shape:
            return tried.found
        laid = place_order(order, measures, replace(manner, shape=shape))
        return min(tried.found, self._judge(laid, candidate), key=lambda one: one.score)

    def _judge(self, laid: Laid, candidate: _Candidate) -> Found:
        """A form in the room where it reads best."""
        placement, cost = laid.placement, laid.cost + _TOGETHER * laid.together
        if not self.rooms:
            over = [max(0.0, placement.width - SCREEN[0]), max(0.0, placement.height - SCREEN[1])]
            cost += _OVER[0] * over[0] + _OVER[1] * over[1]
            return Found(laid, None, 1.0, (laid.together > 0, round(cost, 3)))
        return min(
            (
                self._judge_in(room, laid, cost + _TURNED * candidate.turned)
                for room in self.rooms
                if room.turned == candidate.turned
            ),
            key=lambda found: found.score,
        )

    def _judge_in(self, room: Room, laid: Laid, cost: float) -> Found:
        placement = laid.placement
        scale = room.scale_of(placement)
        if scale < self.least:
            return Found(laid, room, scale, (True, round(cost * 0.12 - scale * 100, 3)))
        gain = _SIZE * (min(scale, 1.0) - self.least)
        return Found(laid, room, scale, (laid.together > 0, round(cost + room.price - gain, 3)))
