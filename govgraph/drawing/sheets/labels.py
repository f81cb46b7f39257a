"""The small texts that belong to the drawing itself: names of areas and tiers, scopes of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.shapes.body_box import SMALL_SIZE
from govgraph.drawing.svg import element, rectangle, words
from govgraph.drawing.text import least_width, measure, stated_length, wrap

if TYPE_CHECKING:
    from govgraph.drawing.placement import AreaOutline, Box, ScopeLabel
    from govgraph.drawing.theme import Theme

STRIP = 15.0
"""The width of the strip at the left of the bands, in points of the sheet."""

SCOPE_WIDEST = (96.0, 54.0, 42.0)
"""How wide the words beside a line may be, in points: narrower ones where there is less room."""

_AREA_SIZE, _AREA_LEADING, _AREA_EDGE = 9.0, 10.8, 6.0
_SCOPE_SIZE, _SCOPE_LEADING, _SCOPE_EDGE = SMALL_SIZE, 9.6, 2.5
_TIER_SIZES = (8.5, 7.5, 6.5)
_TIER_SPACING = 0.13  # of the size
_TIER_LINES = 2  # of the smallest letters, which the strip has room for
_NO_TIER = "no tier"
_WHITE = "#ffffff"

Size = tuple[float, float]
"""Width and height in points."""

Scope = tuple[tuple[str, ...], Size]
"""The words beside a line, line by line, and the box that holds them."""


def size_area_label(area: str, theme: Theme, max_width: float = 200.0) -> Size:
    """How large the box of an area's name is when it may be `max_width` points wide.

    No word of it is broken: the longest one makes the box wider.
    """
    size = _AREA_SIZE * theme.fonts.wider
    room = max(max_width - 2 * _AREA_EDGE, least_width(area, size, "bold"))
    lines = wrap(area, size, room, "bold")
    width = max(measure(line, size, "bold") for line in lines) + 2 * _AREA_EDGE
    return round(width + 0.05, 2), round(len(lines) * _AREA_LEADING + 3.2, 2)


def size_scope(scope: str, theme: Theme, widest: float = SCOPE_WIDEST[0]) -> Scope:
    """The lines of a scope, no word broken, and how large the box that holds them must be."""
    size = _SCOPE_SIZE * theme.fonts.wider
    lines = wrap(scope, size, max(widest, least_width(scope, size)))
    width = max(measure(line, size) for line in lines) + 2 * _SCOPE_EDGE
    return lines, (round(width + 0.05, 2), round(len(lines) * _SCOPE_LEADING + 2, 2))


def draw_area(area: AreaOutline, theme: Theme) -> str:
    """The outline of an area, and its name in a box upon that outline."""
    page, box, label = theme.page, area.box, area.label_box
    drawn = rectangle(box, rx=12, fill="none", stroke=page.area, stroke_width=1)
    drawn += rectangle(label, rx=3, fill=_WHITE, stroke=page.area, stroke_width=0.8)
    size = _AREA_SIZE * theme.fonts.wider
    lines = wrap(area.area, size, label.width - 2 * _AREA_EDGE + 0.1, "bold")
    first = label.centre[1] - (len(lines) - 1) * _AREA_LEADING / 2 + _AREA_SIZE * 0.36
    drawn += "".join(
        words(
            line,
            label.centre[0],
            first + place * _AREA_LEADING,
            _AREA_SIZE,
            page.area_text,
            bold=True,
            anchor="middle",
            length=stated_length(line, _AREA_SIZE, theme.fonts.wider, "bold"),
        )
        for place, line in enumerate(lines)
    )
    return element("g", drawn, class_="gg-area", data_area=area.area)


def draw_scope(label: ScopeLabel, theme: Theme) -> str:
    """What a line is limited to, in slanted letters."""
    x, middle = label.box.centre
    first = middle - (len(label.text) - 1) * _SCOPE_LEADING / 2 + _SCOPE_SIZE * 0.34
    return "".join(
        words(
            line,
            x,
            first + place * _SCOPE_LEADING,
            _SCOPE_SIZE,
            theme.page.ink,
            italic=True,
            anchor="middle",
            length=stated_length(line, _SCOPE_SIZE, theme.fonts.wider),
        )
        for place, line in enumerate(label.text)
    )


def draw_tier(tier: str, strip: Box, theme: Theme, *, upright: bool = False) -> str:
    """The strip of a tier with its name, as large as it fits, along the strip.

    A name too long for one line takes two; one too long for two is cut short, and a strip too low
    for a single letter stays empty. Of an upright band the strip lies at its top, and its name
    stands level; of a level one it is turned. Bodies without a tier have a pale strip that says so.
    """
    page = theme.page
    drawn = rectangle(strip, fill=page.band_label if tier else page.band)
    lines, size = _fitted(
        (tier or _NO_TIER).upper(), (strip.width if upright else strip.height) - 6, theme
    )
    x, y = strip.centre
    for place, line in enumerate(lines):
        below = size * 0.36 + (place - (len(lines) - 1) / 2) * size
        turned = f"translate({x + below:.2f} {y:.2f}) rotate(-90)"
        drawn += words(
            line,
            x if upright else 0,
            y + below if upright else 0,
            size,
            page.band_text if tier else page.muted,
            bold=True,
            anchor="middle",
            spacing=size * _TIER_SPACING,
            transform=None if upright else turned,
        )
    return drawn


def _fitted(text: str, room: float, theme: Theme) -> tuple[tuple[str, ...], float]:
    """The lines of a text and the size at which they fit."""

    def long(attempt: str, size: float) -> float:
        return measure(attempt, size * theme.fonts.wider, "bold", size * _TIER_SPACING)

    for size in _TIER_SIZES:
        if long(text, size) <= room:
            return (text,), size
    size = _TIER_SIZES[-1]
    spacing = size * _TIER_SPACING
    if least_width(text, size * theme.fonts.wider, "bold", spacing) <= room:
        lines = wrap(text, size * theme.fonts.wider, room, "bold", spacing)
        if len(lines) == _TIER_LINES:
            return lines, size
    while text and long(f"{text}…", size) > room:
        text = text[:-1].rstrip()
    return (f"{text}…",) if text else (), size
