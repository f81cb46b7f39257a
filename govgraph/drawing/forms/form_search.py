"""The search over forms: which shape, direction and air a drawing reads best in.

First many shapes are judged by an estimate of their size, then the best of them are laid out
quickly, and the best of these with all care. What limits the search are counts, so that it finds
the same on every machine. The score puts names that can be read first, then crossings, then size.
Garbage is collected between the steps of the search alone: it makes objects by the million.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

from govgraph.drawing.forms.candidates import FULL_SIZE, TURNED, Candidates, over_screen
from govgraph.drawing.forms.glances import Glances
from govgraph.drawing.forms.wrong import Wrong
from govgraph.drawing.layout.arrange import STARTS, arrangements
from govgraph.drawing.layout.build_form import build_form
from govgraph.drawing.layout.leads import begin_apart
from govgraph.drawing.layout.moves import move_bodies
from govgraph.drawing.layout.place import Laid, place_order, sizes_across
from govgraph.drawing.layout.trials import cost_of
from govgraph.formats.garbage import paused_collection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.forms.candidates import Candidate
    from govgraph.drawing.forms.rooms import Room
    from govgraph.drawing.layout.hierarchy import Hierarchy
    from govgraph.drawing.layout.measures import Measures
    from govgraph.drawing.layout.order import Order
    from govgraph.drawing.placement import Placement

_QUICK, _CAREFUL = 12, 2  # so many forms are laid out quickly, and so many with all care
_BATCHES = 2  # so many times as many, without room for words, where none of these can be read
_PATIENCE = 2  # times as many with all care, where none of them can be read yet
_LARGE = 110  # bodies beyond which only one form is laid out with all care
_STARTS = 2  # so many orders are improved that buses were drawn in, and so many without them
_MOVES, _MOVES_FREE = 5_000, 30_000  # items ordered anew in all trials of moves together
_DENSE, _DENSELY = 100, 6  # lines in all and to a body: beyond both, one order is found, none moved
_TOGETHER = 40.0  # what it costs that two lines run upon each other
_TRIED = 0.91  # and forms estimated to print smaller are not laid out: none printed 1.08 of that
_NEAR, _NEARER = 0.84, 0.93  # of the least scale: below, words lose their room; no care is taken
_ROUNDING = 0.001  # of scores


@dataclass(frozen=True, slots=True)
class LaidOutForm:
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


class _Tried(NamedTuple):
    """A form that was laid out.

    Attributes:
        found: The form.
        candidate: The shape that it was made of.
        orders: The orders that it may be made of, the cheapest first, where it was laid out with
            all care.
    """

    found: LaidOutForm
    candidate: Candidate
    orders: tuple[Order, ...] = ()


def _score(tried: _Tried) -> tuple[bool, float]:
    return tried.found.score


class Search:
    """A diagram for which a form is looked for.

    Attributes:
        hierarchy: The diagram.
        rooms: The rooms that it may have; none on a free paper.
        candidates: The shapes that are worth laying out.
        least: How small it may print.
        patient: Whether more is tried where nothing can be read at first. It is worth that if all
            of a diagram would fit one sheet, and not for each page of many.
    """

    def __init__(
        self,
        hierarchy: Hierarchy,
        measures: Measures,
        rooms: Sequence[Room],
        *,
        patient: bool = True,
    ) -> None:
        self.hierarchy, self.rooms, self.patient = hierarchy, tuple(rooms), patient
        self.candidates = Candidates(hierarchy, measures, rooms)
        self.least = self.candidates.least
        self._glances = Glances(self.candidates)
        self._care = 1 if len(hierarchy.bodies) > _LARGE else _CAREFUL
        lines = len(hierarchy.diagram.lines)
        self._dense = lines > max(_DENSE, _DENSELY * len(hierarchy.bodies))

    def first(self) -> LaidOutForm:
        """The most promising form, laid out quickly and compared with none."""
        return self._judge(self._glances.laid(0), self.candidates.promising[0])

    def can_be_read(self) -> bool:
        """Whether some form can be read: the first that is met will do.

        Only the most promising are looked at: what is asked is whether another paper would do.
        """
        promising = enumerate(self.candidates.promising[:_QUICK])
        if any(self._judge(self._glances.laid(at), one).is_readable for at, one in promising):
            return True
        careful = self._most_careful(self._glances_at(_QUICK))
        return careful[0].found.is_readable or self._finished(careful).is_readable

    @property
    def is_readable(self) -> bool:
        """Whether the best form can be read, which mostly shows at a glance."""
        return self._quick[0].found.is_readable or self.best.is_readable

    @cached_property
    def best(self) -> LaidOutForm:
        """The form that reads best."""
        return self._finished(self._most_careful(self._quick))

    @paused_collection()
    def _finished(self, careful: Sequence[_Tried]) -> LaidOutForm:
        """The best of some forms with bodies moved where that is better.

        The others follow as long as none can be read, since moving makes a form smaller too.
        """
        best = careful[0].found
        for one in careful:
            enough = self.least * (_NEARER if self.patient else 1.0)
            if one.orders and one.found.scale >= enough and not self._dense:
                best = min(best, self._moved(one), key=lambda found: found.score)
            if best.is_readable:
                break
        return best

    @cached_property
    def _quick(self) -> list[_Tried]:
        """The best of the most promising shapes laid out quickly: those that care is taken of."""
        quick = self._glances_at(_BATCHES * _QUICK)[: _PATIENCE * self._care]
        self._glances = Glances(self.candidates)  # what the others were made of would fill memory
        return quick

    @paused_collection()
    def _glances_at(self, most: int) -> list[_Tried]:
        """So many shapes laid out quickly, the best first; fewer where one of these can be read.

        Where none can, others follow that are likely to, after what has been laid out.
        """
        quick: list[_Tried] = []
        for words in (True, False) if self.rooms else (True,):
            some = self.candidates.promising[: _QUICK if words else most]
            for place in range(len(some)):
                self._glance(place, quick, words=words)
            largest = max(tried.found.scale for tried in quick)
            if any(tried.found.is_readable for tried in quick) or largest < self.least * _NEAR:
                return quick
        for place in self._corrected(quick, most):
            candidate = self.candidates.promising[place]._replace(words=False)
            self._keep(quick, place, candidate)
        return quick

    def _corrected(self, quick: Sequence[_Tried], most: int) -> list[int]:
        """The shapes that print largest, but for so many of the most promising.

        How wrong the estimates were of those that were laid out corrects the estimates of the rest.
        """
        if not self.rooms or not self.patient:
            return []
        wrong = Wrong([(one.candidate, one.found.placement) for one in quick])
        promising = self.candidates.promising
        rest = range(most, len(promising))
        scales = {place: wrong.scale(promising[place], self.rooms) for place in rest}
        worth = (place for place, scale in scales.items() if scale >= self.least * _TRIED)
        return nlargest(_QUICK, worth, key=scales.__getitem__)

    @paused_collection()
    def _most_careful(self, quick: list[_Tried]) -> list[_Tried]:
        """The first of some forms laid out with all care, the best first."""
        if self.rooms and quick[0].found.scale < self.least * _NEARER:
            return quick[:1]
        more = self.patient and not quick[0].found.is_readable
        many = self._care * (_PATIENCE if more else 1)
        return sorted(map(self._carefully, quick[:many]), key=_score)

    def _glance(self, place: int, quick: list[_Tried], *, words: bool) -> None:
        """Lay out a shape among others, the best first, unless it cannot be one of the best."""
        candidate = self.candidates.promising[place]._replace(words=words)
        if quick and self.rooms and candidate.scale < self.least * _TRIED:
            return
        if any(self._is_behind(place, candidate, tried) for tried in quick[self._care - 1 :][:1]):
            return
        self._keep(quick, place, candidate)

    def _keep(self, quick: list[_Tried], place: int, candidate: Candidate) -> None:
        """Lay out a shape, and put it among others, the best first."""
        found = self._judge(self._glances.laid(place, words=candidate.words), candidate)
        insort(quick, _Tried(found, candidate), key=_score)

    def _is_behind(self, place: int, candidate: Candidate, tried: _Tried) -> bool:
        """Whether a shape cannot come before a form that can be read."""
        found = tried.found
        return found.is_readable and (
            self._least_cost(place, candidate) > found.score[1] or self._glances.together(place) > 0
        )

    def _least_cost(self, place: int, candidate: Candidate) -> float:
        """What a shape costs at the least: if it prints at full size, in the best room."""
        cost = self._glances.cost(place) - _ROUNDING
        if not self.rooms:
            return cost
        price = min(room.price for room in self.rooms if room.turned == candidate.turned)
        return cost + TURNED * candidate.turned + price - FULL_SIZE * (1.0 - self.least)

    def _carefully(self, quick: _Tried) -> _Tried:
        """A form with all care, if that is better."""
        candidate = quick.candidate
        measures, manner = self.candidates.eased(candidate), candidate.manner
        sizes = sizes_across(measures, turned=manner.turned)
        form = build_form(self.hierarchy, sizes, manner.air, manner.shape)
        orders = arrangements(form, STARTS[:1] if self._dense else STARTS)
        found = self._judge(place_order(orders[0].twin(), measures, manner), candidate)
        return _Tried(min(found, quick.found, key=lambda one: one.score), candidate, orders)

    def _moved(self, tried: _Tried) -> LaidOutForm:
        """A form with bodies moved, if that is better."""
        candidate = tried.candidate
        measures = self.candidates.eased(candidate)
        manner = candidate.manner
        sizes = sizes_across(measures, turned=manner.turned)
        budget = _MOVES if self.rooms else _MOVES_FREE
        starts = [(order, manner.shape) for order in tried.orders[:_STARTS]]
        starts += begin_apart(tried.orders[0], sizes, manner.shape)[:_STARTS]
        moved = [move_bodies(order, sizes, shape, budget // len(starts)) for order, shape in starts]
        best = min(moved, key=lambda one: cost_of(*one))
        order, shape = move_bodies(best[0], sizes, best[1], budget)
        if order is tried.orders[0]:
            return tried.found
        laid = place_order(order, measures, replace(manner, shape=shape))
        return min(tried.found, self._judge(laid, candidate), key=lambda one: one.score)

    def _judge(self, laid: Laid, candidate: Candidate) -> LaidOutForm:
        """A form in the room where it reads best."""
        placement, cost = laid.placement, laid.cost + _TOGETHER * laid.together
        if not self.rooms:
            cost += over_screen(placement.width, placement.height)
            return LaidOutForm(laid, None, 1.0, (laid.together > 0, round(cost, 3)))
        return min(
            (
                self._judge_in(room, laid, cost + TURNED * candidate.turned)
                for room in self.rooms
                if room.turned == candidate.turned
            ),
            key=lambda found: found.score,
        )

    def _judge_in(self, room: Room, laid: Laid, cost: float) -> LaidOutForm:
        placement = laid.placement
        scale = room.scale_of(placement)
        if scale < self.least:
            return LaidOutForm(laid, room, scale, (True, round(cost * 0.12 - scale * 100, 3)))
        gain = FULL_SIZE * (min(scale, 1.0) - self.least)
        return LaidOutForm(
            laid, room, scale, (laid.together > 0, round(cost + room.price - gain, 3))
        )
