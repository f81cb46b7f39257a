"""Places without lines that run upon each other: what still does is pushed apart and laid anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.layout.align import align
from govgraph.drawing.layout.centre import centre_hubs
from govgraph.drawing.layout.channel import LOWER, UPPER
from govgraph.drawing.layout.network_simplex import Settler
from govgraph.drawing.layout.places import Parting, Places, find_places
from govgraph.drawing.layout.tracks import NEAR, find_tracks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.drawing.layout.channel import Port, Tie
    from govgraph.drawing.layout.order import Order

_ROUNDS = 6


def settle_places(order: Order, widest: float = 0.0) -> tuple[Places, int]:
    """The places of a form's items, and how many lines still run upon others.

    Where lines meet the boxes depends on the places, so these are found twice at the least.
    """
    partings: dict[tuple[int, int], Parting] = {}
    settler = Settler()
    places = find_places(order, widest, settler=settler)
    best: tuple[int, Places] | None = None
    for at in range(_ROUNDS):
        order.x = list(map(float, places.x))
        order.settle_levels()
        found = list(_together(order))
        if at:
            centred = centre_hubs(order, places)
            order.x = list(map(float, centred.x))
            again = len(list(_together(order)))
            if again <= len(found) and (best is None or again < best[0]):
                best = again, centred
            elif best is None or len(found) < best[0]:
                best = len(found), places
            order.x = list(map(float, places.x))
            if best is not None and best[0] == 0:
                break
        for parting in found:
            key = parting.left, parting.right
            if key not in partings or partings[key].by < parting.by:
                partings.pop((parting.right, parting.left), None)
                partings[key] = parting
        places = find_places(order, widest, tuple(partings.values()), settler)
    assert best is not None  # noqa: S101 - there is more than one round
    order.x = list(map(float, best[1].x))
    order.settle_levels()
    aligned = align(order, best[1])
    order.x = list(map(float, aligned.x))
    return aligned, best[0]


def _together(order: Order) -> Iterator[Parting]:
    """What has to be pushed apart so that no stem lies upon another."""
    channels = order.channels
    for channel in range(-1, len(order.rows)):
        ties = channels.ties(channel)
        ports = channels.ports(channel, order.x)
        of = {tie.number: tie for tie in ties}
        for above, below in find_tracks(channels.runs(channel, order.x)).together:
            yield from _partings(order, of[above.number], of[below.number], ports)


def _partings(order: Order, above: Tie, below: Tie, ports: dict[Port, float]) -> Iterator[Parting]:
    """The pairs of items whose stems lie upon each other, the left one first."""
    for lower in above.lowers:
        for upper in below.uppers:
            one = ports[above.number, lower, LOWER]
            two = ports[below.number, upper, UPPER]
            if abs(one - two) >= NEAR:
                continue
            met, other = one - order.x[lower], two - order.x[upper]
            if one <= two:
                yield Parting(lower, upper, round(NEAR + met - other) + 1)
            else:
                yield Parting(upper, lower, round(NEAR + other - met) + 1)
