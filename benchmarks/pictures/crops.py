"""Pictures of what was found, and of all the sheets of a structure together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from benchmarks.pictures.pixels import render

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.pictures.pixels import Seen
    from benchmarks.pictures.sheet import Sheet
    from benchmarks.pictures.walk import Fault

_AROUND = 70.0  # points shown round a fault
_RED = (220, 0, 0)
_GREY = (120, 120, 120)
_MOST = 6  # pictures of the faults of one structure
_TILES, _ACROSS, _GAP = 12, 4, 6
_WIDE, _NARROW = 1400, 620  # pixels of a sheet alone, and beside others


def save_crops(found: Sequence[tuple[Fault, Seen]], stem: Path) -> None:
    """The worst places, each with a red frame, as `STEM-p1-1-line.png`."""
    stem.parent.mkdir(parents=True, exist_ok=True)
    worst = sorted(found, key=lambda each: (not each[0].account, -each[0].length))[:_MOST]
    for number, (fault, seen) in enumerate(worst, 1):
        cause = re.sub(r"[^a-z]+", "-", fault.cause)
        _crop(fault, seen).save(f"{stem}-p{fault.page}-{number}-{cause}.png")


def _crop(fault: Fault, seen: Seen) -> Image.Image:
    picture = Image.fromarray(seen.pixels)
    (x0, x1), (y0, y1) = (sorted((fault.start[axis], fault.end[axis])) for axis in (0, 1))
    left, top = (max(0, int((side - _AROUND) * seen.scale)) for side in (x0, y0))
    right = min(picture.width, int((x1 + _AROUND) * seen.scale))
    bottom = min(picture.height, int((y1 + _AROUND) * seen.scale))
    crop = picture.crop((left, top, right, bottom))
    low = ((x0 - 4) * seen.scale - left, (y0 - 4) * seen.scale - top)
    high = ((x1 + 4) * seen.scale - left, (y1 + 4) * seen.scale - top)
    ImageDraw.Draw(crop).rectangle((*low, *high), outline=_RED, width=2)
    return crop


def save_montage(sheets: Sequence[Sheet], out: Path) -> None:
    """The sheets of one structure side by side in one picture."""
    out.parent.mkdir(parents=True, exist_ok=True)
    most = _WIDE if len(sheets) == 1 else _NARROW
    tiles = []
    for sheet in sheets[:_TILES]:
        width = max(200, min(most, round(sheet.width * 2)))
        pixels = render(sheet.root, (sheet.width, sheet.height), width / sheet.width)
        tiles.append(Image.fromarray(pixels))
    across = min(_ACROSS, len(tiles))
    wide = max(tile.width for tile in tiles) + 2 * _GAP
    high = max(tile.height for tile in tiles) + 2 * _GAP
    whole = Image.new("RGB", (wide * across, high * -(-len(tiles) // across)), _GREY)
    for place, tile in enumerate(tiles):
        whole.paste(tile, (place % across * wide + _GAP, place // across * high + _GAP))
    whole.save(out)
