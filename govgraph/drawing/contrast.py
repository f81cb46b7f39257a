"""How far apart two colours are, and what of a theme falls short.

The measure and the limits are those of the Web Content Accessibility Guidelines 2.2: contrast is
(L1 + 0.05) / (L2 + 0.05) of the relative luminances; text needs 4.5, lines and edges need 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.drawing.theme import BodyColours, Theme

TEXT = 4.5
LINE = 3.0

_NEARLY_BLACK = 0.04045  # below it the sRGB curve is a straight line

Pair = tuple[str, str, str, float]
"""What is drawn, its colour, the colour behind it, and the contrast it needs."""


def luminance(colour: str) -> float:
    """The relative luminance of a colour #rrggbb: 0 is black, 1 is white."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= _NEARLY_BLACK else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast between two colours #rrggbb, from 1 (equal) to 21 (black and white).

    >>> round(contrast("#000000", "#ffffff"), 1)
    21.0
    """
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def is_dark(colours: BodyColours) -> bool:
    """Whether a body of these colours is written on in a lighter one."""
    return luminance(colours.label) > luminance(colours.fill)


def too_faint(theme: Theme) -> tuple[str, ...]:
    """Every pair of colours of a theme that is too close together, as a sentence each."""
    return tuple(
        f"{what} has a contrast of {contrast(colour, behind):.1f} ({colour} on {behind}); "
        f"it needs {needed:g}"
        for what, colour, behind, needed in pairs(theme)
        if contrast(colour, behind) < needed
    )


def pairs(theme: Theme) -> Iterator[Pair]:
    """Every pair of colours that meets on a sheet."""
    page, findings = theme.page, theme.findings
    grounds = (page.background, page.band, page.band_alternate)
    for ground in grounds:
        yield "the text of the sheet", page.ink, ground, TEXT
        yield "an area's name", page.area_text, ground, TEXT
        yield "an area's outline", page.area, ground, LINE
        yield "the orphan ring", page.missing, ground, LINE
        for style, line in theme.lines.items():
            yield f"the line '{style}'", line.colour, ground, LINE
        for name, body in _all_bodies(theme):
            yield f"the border of '{name}'", body.border, ground, LINE
    yield "a note", page.muted, page.background, TEXT
    yield "the title", page.heading, page.background, TEXT
    yield "a rule", page.rule, page.background, LINE
    yield "a vacancy", page.missing, page.background, TEXT
    yield "a tier's name", page.band_text, page.band_label, TEXT
    yield "that there is no tier", page.muted, page.band, TEXT
    for severity in ("error", "warning", "information"):
        yield f"the number of an {severity}", findings.number, getattr(findings, severity), TEXT
    for name, body in _all_bodies(theme):
        yield f"the name in '{name}'", body.text, body.fill, TEXT
        yield f"the kind in '{name}'", body.label, body.fill, TEXT
        yield f"the kind in a proposed '{name}'", body.border, page.background, TEXT


def _all_bodies(theme: Theme) -> Iterator[tuple[str, BodyColours]]:
    """Every look of a body, by its form and by what became of it."""
    yield from theme.bodies.items()
    yield from theme.changes.items()
