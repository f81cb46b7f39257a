"""The bundled font, by which text is measured and drawn."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Literal

FAMILY = "Govgraph Sans"
MISSING = "Govgraph Missing"
"""A font with one box for every letter that the bundled one lacks."""

STACK = f"Arial, 'Liberation Sans', Arimo, Helvetica, '{FAMILY}', sans-serif"
"""What an SVG asks for: Arial and its kin are as wide, letter for letter, as the bundled font."""

Weight = Literal["regular", "bold"]

_FOLDER = Path(__file__).parent


def font_folder() -> Path:
    """The folder of the font files."""
    return _FOLDER


def font_files() -> tuple[Path, ...]:
    """The four font files: upright, bold, italic, bold italic."""
    styles = ("Regular", "Bold", "Italic", "BoldItalic")
    return tuple(_FOLDER / f"GovgraphSans-{style}.ttf" for style in styles)


@cache
def advances(weight: Weight) -> dict[str, float]:
    """How far each character moves the pen, in ems."""
    table = json.loads((_FOLDER / "widths.json").read_text(encoding="ascii"))
    units = table["units"]
    return {
        chr(first + offset): width / units
        for first, *widths in table[weight]
        for offset, width in enumerate(widths)
    }
