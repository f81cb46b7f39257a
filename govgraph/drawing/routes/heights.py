"""How high every row and channel is, and at what height each level piece of a line runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.routes.tracks import assign_tracks

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from govgraph.drawing.diagram import DiagramLine
    from govgraph.drawing.routes.ordered import Ordered
    from govgraph.drawing.routes.tracks import Piece

RING = 6.0
"""How far, in points, the ring of an orphan looks out beyond its box."""

_RING_AIR = 5.0
_OUTER = 4.0  # above the first level piece over all rows, below the last one under them


@dataclass(frozen=True, slots=True)
class Heights:
    """Where everything stands from the top.

    Attributes:
        tops: The upper edge of each row.
        tracks: For each channel and leg, where its level piece runs.
    """

    tops: tuple[float, ...]
    tracks: Mapping[tuple[int, int], float]


def find_heights(
    ordered: Ordered,
    pieces: Sequence[Sequence[Piece]],
    ringed: Collection[str],
    label_rooms: Mapping[tuple[int, bool], float],
) -> Heights:
    """The heights of rows and channels: each channel as high as what runs in it needs.

    Args:
        ordered: The rows.
        pieces: What every leg does in every channel.
        ringed: The bodies that wear a ring.
        label_rooms: What words beside lines add to a channel, at its upper end (True) or its lower.
    """
    air = ordered.spacing
    firsts = {area[0] for area in ordered.areas.values()}
    lasts = {area[1] + 1 for area in ordered.areas.values()}
    tops: list[float] = []
    placed: dict[tuple[int, int], float] = {}
    y = 0.0
    for channel, found in enumerate(pieces):
        y += air.outline_room * (channel in lasts) + label_rooms.get((channel, True), 0.0)
        tracks = assign_tracks(found)
        head = air.head_room if channel else _OUTER
        for index, track in tracks.items():
            placed[channel, found[index].leg] = y + head + track * air.track
        y += _channel_height(ordered, channel, found, tracks, ringed)
        y += label_rooms.get((channel, False), 0.0) + air.outline_room * (channel in firsts)
        if channel < len(ordered.rows):
            tops.append(y)
            y += ordered.heights[channel]
    return Heights(tuple(tops), placed)


def _channel_height(
    ordered: Ordered,
    channel: int,
    pieces: Sequence[Piece],
    tracks: Mapping[int, int],
    ringed: Collection[str],
) -> float:
    """The height of a channel without outlines and words."""
    air, last = ordered.spacing, len(ordered.rows)
    if tracks:
        ends = (air.head_room if channel else _OUTER) + (
            air.head_room if channel < last else _OUTER
        )
        return ends + max(tracks.values()) * air.track
    if pieces:
        return air.opened
    if not 0 < channel < last:
        return 0.0
    rows = ordered.rows[channel - 1], ordered.rows[channel]
    rings = sum(RING for row in rows if any(body in ringed for body in row))
    return max(air.quiet, _RING_AIR + rings)


def find_label_rooms(
    ordered: Ordered,
    lines: Sequence[DiagramLine],
    row_of: Mapping[str, int],
    sideways: Collection[int],
) -> dict[tuple[int, bool], float]:
    """What the words beside lines add to the channels in which those lines start.

    Args:
        ordered: The rows, with the lines whose words need room.
        lines: All lines.
        row_of: The row of each body.
        sideways: The lines that leave their body to the left or right: they start in no channel.
    """
    rooms: dict[tuple[int, bool], float] = {}
    for index, height in ordered.label_rooms.items():
        start, end = row_of[lines[index].from_], row_of[lines[index].to]
        if index not in sideways:
            key = (start + 1, True) if start < end else (start, False)
            rooms[key] = max(rooms.get(key, 0.0), height)
    return rooms
