"""The few pieces of SVG that every part of a drawing is written with."""

from __future__ import annotations

import unicodedata
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govgraph.drawing.placement import Box, Point

UNSEEN: dict[int, str | None] = dict.fromkeys(
    (0xAD, 0x200B, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
"""What has no ink, no font has a sign for, and turns the letters after it round, if anything.

The marks that Arabic and Hebrew need (U+200E, U+200F, U+061C) and the joiners are not among these.
"""

_UNSAFE: dict[int, str | None] = {
    **dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF)),
    **dict.fromkeys((9, 10, 13, 0x2028, 0x2029), " "),
    **UNSEEN,
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
}
"""What XML gives a meaning to, and the control characters that it cannot hold at all."""


@lru_cache(maxsize=4096)  # the same colours and names, over and over
def escape(text: str) -> str:
    """A text as it may stand in an element or an attribute, accents joined to their letters."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))
    return text.translate(_UNSAFE)


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """A length with at most two decimals and no needless ones.

    >>> number(12.50), number(-0.001)
    ('12.5', '0')
    """
    written = f"{value:.2f}"
    if written.endswith("0"):
        written = written[:-3] if written.endswith(".00") else written[:-1]
    return "0" if written == "-0" else written


def element(name: str, content: str = "", /, **attributes: float | str | None) -> str:
    """An element; `stroke_width` is written `stroke-width`, and None leaves an attribute out.

    >>> element("rect", x=1.0, stroke_width=2, rx=None)
    '<rect x="1" stroke-width="2"/>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="'
        f'{escape(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def rectangle(box: Box, **look: float | str | None) -> str:
    """A rectangle that fills a box, with whatever else is said of its looks."""
    return element("rect", x=box.x0, y=box.y0, width=box.width, height=box.height, **look)


def points(corners: Iterable[Point]) -> str:
    """Corners as the `points` of a polygon."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in corners)


def words(  # noqa: PLR0913 - as many as a text has looks
    text: str,
    x: float,
    y: float,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    italic: bool = False,
    anchor: str | None = None,
    spacing: float | None = None,
    transform: str | None = None,
    length: float | None = None,
    role: str | None = None,
) -> str:
    """One line of text with its baseline at y; anchor is None (starts at x), middle or end.

    Told a length, a reader without the font makes the letters narrower or wider, so that they fit.
    The role says what the text is, for whoever reads the sheet by a program.
    """
    return element(
        "text",
        escape(text),
        x=x,
        y=y,
        font_size=size,
        fill=colour,
        font_weight="bold" if bold else None,
        font_style="italic" if italic else None,
        text_anchor=anchor,
        letter_spacing=spacing or None,
        transform=transform,
        textLength=length,
        lengthAdjust="spacingAndGlyphs" if length else None,
        data_role=role,
    )


def titled(group: str, title: str, **attributes: float | str | None) -> str:
    """A group of elements with a title, which a browser shows under the pointer."""
    return element("g", f"<title>{escape(title)}</title>{group}", **attributes)


def write_document(
    title: str,
    description: str,
    size: tuple[float, float],
    drawn: str,
    *,
    family: str,
    language: str,
    **data: str,
) -> str:
    """An SVG document with a title and a description, fit to stand in a page with others."""
    mark = f"{zlib.crc32(f'{title} {description}'.encode('utf-8', 'replace')):08x}"
    width, height = (number(length) for length in size)
    content = (
        f'<title id="title-{mark}">{escape(title)}</title>'
        f'<desc id="description-{mark}">{escape(description)}</desc>{drawn}'
    )
    return element(
        "svg",
        content,
        xmlns="http://www.w3.org/2000/svg",
        width=f"{width}pt",
        height=f"{height}pt",
        viewBox=f"0 0 {width} {height}",
        role="img",
        aria_labelledby=f"title-{mark} description-{mark}",
        lang=language,
        font_family=family,
        **data,
    )
