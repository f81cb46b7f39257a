"""A sheet as a PNG picture, drawn with the bundled font and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.fonts import FAMILY, font_files
from govgraph.errors import DrawingError

if TYPE_CHECKING:
    from collections.abc import Sequence

_POINTS_AN_INCH = 72
_LEAST_DPI = 24  # below it nothing can be made out
_PIXELS_MOST = 20_000  # on a side: beyond it a picture takes gigabytes


def draw_png(svg: str, size: tuple[float, float], dpi: float, fonts: Sequence[str] = ()) -> bytes:
    """An SVG document as a PNG picture.

    Args:
        svg: The document.
        size: Its width and height in points.
        dpi: Pixels an inch: 96 for a screen, 300 for print.
        fonts: More font files, for a theme that names a family of its own.

    Raises:
        DrawingError: The picture would be too large, or the document cannot be drawn.
    """
    import resvg_py

    width, height = (round(side * dpi / _POINTS_AN_INCH) for side in size)
    if not (0 < width <= _PIXELS_MOST and 0 < height <= _PIXELS_MOST):
        fitting = int(_PIXELS_MOST * _POINTS_AN_INCH / max(size))
        fewer = f", or with fewer pixels an inch (--dpi {fitting})" if fitting >= _LEAST_DPI else ""
        message = (
            f"at {dpi:g} dpi the picture would be {width} by {height} pixels; "
            f"the most is {_PIXELS_MOST} on a side. Draw it on sheets of paper "
            f"(--paper A3){fewer}, or as .svg, which has no pixels"
        )
        raise DrawingError(message)
    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            dpi=_POINTS_AN_INCH,
            skip_system_fonts=True,
            font_files=[*fonts, *map(str, font_files())],
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    except ValueError as error:
        message = f"the sheet cannot be drawn as PNG: {error}"
        raise DrawingError(message) from error
    return bytes(drawn)
