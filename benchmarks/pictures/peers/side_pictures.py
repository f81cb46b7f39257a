"""What each tool made of a structure, as a picture to be looked at: plain, names in boxes."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from benchmarks.pictures.extents import EM, bounds
from govgraph.drawing.outputs.raster import draw_png
from govgraph.drawing.text import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.pictures.peers.placed import Picture

_EDGE = 12.0
_DPI = 100


def save_side_picture(picture: Picture, path: Path) -> None:
    """One tool's boxes and lines as a PNG file; the thick end of a line is at the superior."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = bounds(picture.bodies, picture.lines)
    size = whole.width + 2 * _EDGE, whole.height + 2 * _EDGE
    start = f"{whole.x0 - _EDGE} {whole.y0 - _EDGE}"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}" '
        f'viewBox="{start} {size[0]} {size[1]}" font-family="Govgraph Sans" font-size="{EM}">'
        f'<rect x="{whole.x0 - _EDGE}" y="{whole.y0 - _EDGE}" width="100%" height="100%" '
        f'fill="#fff"/>{"".join(_drawn(picture))}</svg>'
    )
    path.write_bytes(draw_png(svg, size, _DPI, ()))


def _drawn(picture: Picture) -> Iterator[str]:
    for line in picture.lines:
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in line.way.fine)
        yield (
            f'<polyline points="{points}" fill="none" stroke="{line.colour}" '
            f'stroke-width="{line.width}"/>'
        )
        x, y = line.way.fine[-1]
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{line.colour}"/>'
    for body in picture.bodies.values():
        box = body.box
        yield (
            f'<rect x="{box.x0:.1f}" y="{box.y0:.1f}" width="{box.width:.1f}" '
            f'height="{box.height:.1f}" fill="#eef2f7" stroke="#111827"/>'
        )
        lines = wrap(body.title.partition(":")[0], EM * 0.8, box.width - 6)
        first = box.centre[1] - (len(lines) - 1) * EM * 0.45 + EM * 0.28
        for place, text in enumerate(lines):
            yield (
                f'<text x="{box.centre[0]:.1f}" y="{first + place * EM * 0.9:.1f}" '
                f'font-size="{EM * 0.8:.1f}" text-anchor="middle">{escape(text)}</text>'
            )
