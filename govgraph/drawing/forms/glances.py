"""The most promising shapes laid out quickly, and none of them twice.

What the lines of a shape cost is known once it is ordered; its places, and all that stands at
them, are found only for whoever asks further.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.layout.arrange import STARTS
from govgraph.drawing.layout.place import finish_settled, order_form, settle_order

if TYPE_CHECKING:
    from govgraph.drawing.forms.candidates import Candidates
    from govgraph.drawing.layout.measures import Measures
    from govgraph.drawing.layout.order import Order
    from govgraph.drawing.layout.place import Laid, Settled


class Glances:
    """The promising shapes of a diagram, each by its place among them."""

    def __init__(self, candidates: Candidates) -> None:
        self._candidates = candidates
        self._ordered: dict[int, tuple[Order, Measures, float]] = {}
        self._settled: dict[int, Settled] = {}
        self._laid: dict[tuple[int, bool], Laid] = {}

    def cost(self, place: int) -> float:
        """What the lines of a shape cost."""
        return self._order(place)[2]

    def together(self, place: int) -> int:
        """How many lines of a shape run upon others."""
        return self._settle(place).together

    def laid(self, place: int, *, words: bool = True) -> Laid:
        """A shape laid out.

        Args:
            place: Which.
            words: Whether words beside lines are given room where they find none.
        """
        measures = self._order(place)[1]
        key = place, words and bool(measures.scopes)
        if key not in self._laid:
            manner = self._candidates.promising[place]._replace(words=words).manner
            self._laid[key] = finish_settled(self._settle(place), measures, manner)
        return self._laid[key]

    def _order(self, place: int) -> tuple[Order, Measures, float]:
        if place not in self._ordered:
            candidate = self._candidates.promising[place]
            measures, hierarchy = self._candidates.eased(candidate), self._candidates.hierarchy
            order = order_form(hierarchy, measures, candidate.manner, STARTS[:1], improve=False)
            self._ordered[place] = order, measures, order.total()
        return self._ordered[place]

    def _settle(self, place: int) -> Settled:
        if place not in self._settled:
            manner = self._candidates.promising[place].manner
            self._settled[place] = settle_order(self._order(place)[0], manner)
        return self._settled[place]
