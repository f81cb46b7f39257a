"""An authority's logo, embedded in the sheet so that no other file is asked for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.drawing.svg import element, escape
from govgraph.errors import SettingsError

if TYPE_CHECKING:
    from govgraph.drawing.theme import Logo

_VIEW = re.compile(rb"<svg[^>]*\sviewBox\s*=\s*[\"']([^\"']+)[\"']")
_SIDE = rb"<svg[^>]*\s%s\s*=\s*[\"']\s*([0-9.]+)"
_PNG = b"\x89PNG\r\n\x1a\n"
_WIDEST = 5.0  # times its height: a longer banner is drawn lower


def draw_logo(logo: Logo, right: float) -> tuple[str, float]:
    """The picture with its right edge at `right`, and its width in points.

    Raises:
        SettingsError: The file is not what its name says.
    """
    from base64 import b64encode

    path = Path(logo.file)
    content = path.read_bytes()
    kind = "svg+xml" if path.suffix.lower() == ".svg" else "png"
    shape = _svg_shape(content) if kind == "svg+xml" else _png_shape(content)
    if shape is None:
        message = f"{path}: the logo is no {'SVG' if kind == 'svg+xml' else 'PNG'} of a known size"
        raise SettingsError(message)
    width = logo.height * min(shape, _WIDEST)
    drawn = element(
        "image",
        f"<title>{escape(logo.text)}</title>" if logo.text else "",
        x=right - width,
        y=0,
        width=width,
        height=logo.height,
        href=f"data:image/{kind};base64,{b64encode(content).decode('ascii')}",
    )
    return drawn, width


def _png_shape(content: bytes) -> float | None:
    """The width over the height, as the head of a PNG file says them."""
    if not content.startswith(_PNG) or len(content) < 24:  # noqa: PLR2004 - head and two sides
        return None
    width, height = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    return width / height if width and height else None


def _svg_shape(content: bytes) -> float | None:
    """The width over the height, from the view box of an SVG file or from its two sides."""
    view = _VIEW.search(content)
    sides = [re.search(_SIDE % side, content) for side in (b"width", b"height")]
    numbers = view[1].replace(b",", b" ").split()[2:] if view else [m[1] for m in sides if m]
    try:
        width, height = map(float, numbers)
    except ValueError:
        return None
    return width / height if width > 0 and height > 0 else None
