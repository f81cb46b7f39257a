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
_LARGER = 16.0  # and so does one of this size, if the box is wide enough
_SHARE = 0.5  # of half the edge of a box: as far from its middle a line may leave it


def straighten(channels: Channels, channel: int, x: Places) -> list[float]:
    """The places of a channel's stems, those moved a little that can stand straight so.

    A stem moves along the edge of its box, as long as it keeps off all others. Of lines that meet
    at a hub, those at their other ends do.
    """
    prepared = channels.channel(channel)
    places = prepared.places(x)
    for start, middle, stop in prepared.bounds:
        if not start < middle < stop:
            continue
        hub = start if middle - start == 1 else middle
        ends = range(middle, stop) if hub == start else range(start, middle)
        for end in ends:
            if 0 < abs(places[end] - places[hub]) <= _LARGER:
                pairs = ((end, hub), (hub, end)) if len(ends) == 1 else ((end, hub),)
                _straighten(channels, channel, places, pairs, x)
    return places


def _straighten(
    channels: Channels,
    channel: int,
    places: list[float],
    pairs: Sequence[tuple[int, int]],
    x: Places,
) -> None:
    """Move the first stem that can stand where the one stands that it is paired with."""
    stems = channels.channel(channel).stems
    for pair in pairs:
        number, item, _ = stems[pair[0]]
        if not channels.is_spine(number, item) and _has_room(channels, places, pair, item, x):
            places[pair[0]] = places[pair[1]]
            break


def _has_room(
    channels: Channels, places: Sequence[float], pair: tuple[int, int], item: int, x: Places
) -> bool:
    """Whether a stem can stand where another does: on its box, and near to none but that."""
    place = channels.form.items[item]
    if not place.body:
        return False
    there = places[pair[1]]
    half = (place.width - place.left - place.right) // 2 - PORT_EDGE
    off = abs(there - x[item] - (place.left - place.right) // 2)
    if off > half or (abs(there - places[pair[0]]) > _SMALL and off > _SHARE * half):
        return False
    return all(abs(found - there) >= NEAR for at, found in enumerate(places) if at not in pair)
