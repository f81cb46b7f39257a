"""The head of a sheet: title, subtitle, title block, logo, and the rule below them."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.drawing.sheets.key import NOTHING, Block
from govgraph.drawing.svg import element, escape, words
from govgraph.drawing.text import measure, stated_length, wrap
from govgraph.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.theme import Logo, Theme


_VIEW = re.compile(rb"<svg[^>]*\sviewBox\s*=\s*[\"']([^\"']+)[\"']")
_SIDE = rb"<svg[^>]*\s%s\s*=\s*[\"']\s*([0-9.]+)"
_PNG = b"\x89PNG\r\n\x1a\n"
_WIDEST = 5.0  # times its height: a longer banner is drawn lower

_TITLE, _SUBTITLE, _VALUE, _LABEL = 16.0, 9.6, 8.2, 7.0
_TITLE_LEADING, _SUBTITLE_LEADING, _BLOCK_LEADING = 18.0, 12.0, 11.0
_LABEL_SPACING = 0.4
_VALUE_WIDEST = 150.0
_GAP, _BETWEEN = 14.0, 16.0  # beside the title block, and between two columns of it
_BLOCK_SHARE = 0.5  # of the width, which a title block of several columns may take

Pairs = tuple[tuple[str, str], ...]


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


def draw_header(diagram: Diagram, theme: Theme, width: float, page: str = "") -> Block:
    """The head of a sheet `width` points wide; `page` is "2 of 4", or "" on a single sheet.

    A figure has none: its caption is in the paper.

    The title block has as many columns as keep the whole head low.
    """
    if diagram.figure:
        return NOTHING
    entries = (*diagram.block, *((("Page", page),) if page else ()))
    logo, right, least = "", width, 0.0
    if theme.logo.file:
        logo, taken = draw_logo(theme.logo, width)
        right, least = right - taken - _GAP, theme.logo.height
    block, titles = _lowest(diagram.title, diagram.subtitle, entries, theme, right)
    moved = element("g", block.svg, transform=f"translate({right - block.width:.2f} 0)")
    y = max(titles.height, block.height, least) + 5
    rule = element("line", x1=0, x2=width, y1=y, y2=y, stroke=theme.page.heading, stroke_width=2)
    drawn = (logo, moved if block.svg else "", titles.svg, rule)
    return Block("".join(drawn), width, y + 1)


@lru_cache(maxsize=64)  # a sheet is framed several times before it is drawn
def _lowest(
    title: str, subtitle: str, entries: Pairs, theme: Theme, width: float
) -> tuple[Block, Block]:
    """The title block and the titles that are lowest side by side."""
    tried = [
        (block, _titles(title, subtitle, theme, width - block.width - _GAP * (block.width > 0)))
        for block in _title_blocks(entries, theme, width)
    ]
    return min(tried, key=lambda pair: max(pair[0].height, pair[1].height))


def _titles(title: str, subtitle: str, theme: Theme, width: float) -> Block:
    """Title and subtitle at the left."""
    drawn = []
    y, wider = 0.0, theme.fonts.wider
    for line in wrap(title, _TITLE * wider, width, "bold"):
        y += _TITLE_LEADING
        drawn.append(words(line, 0, y - 4.5, _TITLE, theme.page.heading, bold=True))
    for line in wrap(subtitle, _SUBTITLE * wider, width) if subtitle else ():
        y += _SUBTITLE_LEADING
        drawn.append(words(line, 0, y - 3, _SUBTITLE, theme.page.muted))
    return Block("".join(drawn), width, y)


def _title_blocks(entries: Pairs, theme: Theme, width: float) -> Iterator[Block]:
    """The title block in one column, and in more as far as they leave room for the title."""
    if not entries:
        yield NOTHING
    seen: set[int] = set()
    for count in range(1, len(entries) + 1):
        rows = math.ceil(len(entries) / count)
        if rows not in seen:
            seen.add(rows)
            block = _title_block(entries, rows, theme)
            if count == 1 or block.width <= width * _BLOCK_SHARE:
                yield block


def _title_block(entries: Pairs, rows: int, theme: Theme) -> Block:
    """So many entries a column, a rule before the first."""
    columns = [
        _block_column(entries[start : start + rows], theme)
        for start in range(0, len(entries), rows)
    ]
    height = max(column.height for column in columns)
    rule = element("line", x1=0, x2=0, y1=0, y2=height, stroke=theme.page.rule, stroke_width=0.8)
    drawn, x = [rule], 9.0
    for column in columns:
        drawn.append(element("g", column.svg, transform=f"translate({x:.2f} 0)"))
        x += column.width + _BETWEEN
    return Block("".join(drawn), x - _BETWEEN, height)


def _block_column(entries: Pairs, theme: Theme) -> Block:
    """Labels in small capitals and their values, flush right."""
    wider = theme.fonts.wider
    rows = [
        (label.upper() if first else "", line)
        for label, value in entries
        for first, line in _numbered(wrap(value, _VALUE * wider, _VALUE_WIDEST))
    ]
    labels = max(measure(row[0], _LABEL * wider, "bold", _LABEL_SPACING) for row in rows)
    width = labels + 10 + max(measure(row[1], _VALUE * wider) for row in rows)
    drawn = []
    for place, (label, value) in enumerate(rows):
        y = place * _BLOCK_LEADING + 8.5
        muted, ink = theme.page.muted, theme.page.ink
        if label:
            drawn.append(words(label, 0, y, _LABEL, muted, bold=True, spacing=_LABEL_SPACING))
        length = stated_length(value, _VALUE, wider)
        drawn.append(words(value, width, y, _VALUE, ink, anchor="end", length=length))
    return Block("".join(drawn), width, len(rows) * _BLOCK_LEADING)


def _numbered(lines: tuple[str, ...]) -> tuple[tuple[bool, str], ...]:
    """Each line with whether it is the first."""
    return tuple((place == 0, line) for place, line in enumerate(lines))
