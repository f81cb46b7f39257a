"""Small corners taken out of lines: where two ends almost face each other, one gives way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.layout.build_form import PORT_EDGE
from govgraph.drawing.layout.tracks import NEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.layout.channels import Channels
    from govgraph.drawing.layout.runs import Places

_SMALL = 7.0  # a corner no larger looks like a slip of the hand


def straighten(channels: Channels, channel: int, x: Places) -> list[float]:
    """The places of a channel's stems, those moved a little that can stand straight so.

    A stem moves along the edge of its box, as long as it keeps off all others.
    """
    prepared = channels.channel(channel)
    places = prepared.places(x)
    for start, middle, stop in prepared.bounds:
        if middle - start != 1 or stop - middle != 1:
            continue
        if not 0 < abs(places[start] - places[middle]) <= _SMALL:
            continue
        for stem, other in ((middle, start), (start, middle)):
            number, item, _ = prepared.stems[stem]
            if not channels.is_spine(number, item) and _has_room(
                channels, places, (stem, other), item, x
            ):
                places[stem] = places[other]
                break
    return places


def _has_room(
    channels: Channels, places: Sequence[float], pair: tuple[int, int], item: int, x: Places
) -> bool:
    """Whether a stem can stand where another does: on its box, and near to none but that."""
    place = channels.form.items[item]
    if not place.body:
        return False
    there = places[pair[1]]
    half = (place.width - place.left - place.right) // 2 - PORT_EDGE
    if abs(there - x[item] - (place.left - place.right) // 2) > half:
        return False
    return all(abs(found - there) >= NEAR for at, found in enumerate(places) if at not in pair)
