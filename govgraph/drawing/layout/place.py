"""A diagram laid out in one form: ranked, ordered, placed, led and marked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.drawing.layout.arrange import arrange
from govgraph.drawing.layout.build_form import build_form
from govgraph.drawing.layout.finish import finish
from govgraph.drawing.layout.parting import settle_places
from govgraph.drawing.layout.ranks import PLAIN
from govgraph.drawing.layout.spacing import ROOMY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.layout.hierarchy import Hierarchy
    from govgraph.drawing.layout.measures import Measures, Size
    from govgraph.drawing.layout.order import Order
    from govgraph.drawing.layout.places import Places
    from govgraph.drawing.layout.ranks import Shape
    from govgraph.drawing.layout.spacing import Spacing
    from govgraph.drawing.placement import Placement


_NAME = 10  # of the name of an area that stands outside its outline


@dataclass(frozen=True, slots=True)
class Manner:
    """How a diagram is laid out.

    Attributes:
        shape: Stacks, and which bodies stand lower than they might.
        spacing: How much air there is.
        widest: The width in points that it keeps to if it can, or 0.
        turned: True to run from left to right.
        words: Whether words beside lines are given room where they find none; else they are
            printed with the notes.
    """

    shape: Shape = PLAIN
    spacing: Spacing = ROOMY
    widest: float = 0.0
    turned: bool = False
    words: bool = True

    @property
    def air(self) -> Spacing:
        """The air across and along the rows: the name of an area always stands over it."""
        if not self.turned:
            return self.spacing
        return replace(self.spacing, area_gap=self.spacing.area_gap + _NAME)


@dataclass(frozen=True, slots=True)
class Laid:
    """A placement, and what is wrong or costly with it.

    Attributes:
        placement: The placement.
        cost: What its lines cost: crossings, turns and length (`channels.Channels.cost`).
        together: How many lines still run upon others.
    """

    placement: Placement
    cost: float
    together: int


@dataclass(frozen=True, slots=True)
class Settled:
    """An order with places across its rows.

    Attributes:
        order: The order, its lines led as these places ask.
        places: The places.
        cost: What its lines cost.
        together: How many lines still run upon others.
    """

    order: Order
    places: Places
    cost: float
    together: int


def sizes_across(measures: Measures, *, turned: bool) -> Mapping[str, Size]:
    """The sizes of the bodies' boxes, across and along the rows."""
    if not turned:
        return measures.bodies
    return {body: (height, width) for body, (width, height) in measures.bodies.items()}


def lay_out_form(
    hierarchy: Hierarchy,
    measures: Measures,
    manner: Manner,
    starts: Sequence[str] = ("name", "centre"),
    *,
    improve: bool = True,
) -> Laid:
    """A diagram in one form.

    Args:
        hierarchy: The diagram.
        measures: The room that its texts take.
        manner: The form.
        starts: The orders of siblings to begin with (`arrange.STARTS`).
        improve: Whether neighbours are exchanged; without it a form is judged quickly.
    """
    return place_order(
        order_form(hierarchy, measures, manner, starts, improve=improve), measures, manner
    )


def order_form(
    hierarchy: Hierarchy,
    measures: Measures,
    manner: Manner,
    starts: Sequence[str],
    *,
    improve: bool = True,
) -> Order:
    """The order of a diagram in one form, as `lay_out_form` gives it places."""
    sizes = sizes_across(measures, turned=manner.turned)
    form = build_form(hierarchy, sizes, manner.air, manner.shape)
    return arrange(form, starts, improve=improve)


def place_order(order: Order, measures: Measures, manner: Manner) -> Laid:
    """An order with places."""
    return finish_settled(settle_order(order, manner), measures, manner)


def settle_order(order: Order, manner: Manner) -> Settled:
    """An order with places across its rows."""
    cost = order.total()
    places, together = settle_places(order, manner.widest)
    return Settled(order, places, cost, together)


def finish_settled(settled: Settled, measures: Measures, manner: Manner) -> Laid:
    """What has its places across the rows, with everything else that a drawing needs."""
    order, places = settled.order, settled.places
    placement = finish(order, places, measures, turned=manner.turned, make_room=manner.words)
    return Laid(placement, settled.cost, settled.together)
