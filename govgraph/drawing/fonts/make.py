# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools>=4.50"]
# ///
"""How the bundled font and its table of widths were made: a tool, never imported by govgraph.

Run with the folder that holds the four Liberation Sans 2.x files (Debian: fonts-liberation2):

    uv run govgraph/drawing/fonts/make.py /usr/share/fonts/truetype/liberation2

The Open Font License reserves the name "Liberation" to the unchanged font, so the subset bears a
name of its own. Hinting and kerning go: print needs neither, and without kerning a text is exactly
as wide as the sum of its characters, which is how `text.measure` adds it up.
"""

from __future__ import annotations

import json
import struct
import sys
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

FAMILY, MISSING = "Govgraph Sans", "Govgraph Missing"
STYLES = {"Regular": "Regular", "Bold": "Bold", "Italic": "Italic", "BoldItalic": "Bold Italic"}
RANGES = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x24F),  # Latin-1, Latin Extended-A and -B
    (0x2B0, 0x36F),  # spacing modifiers and combining marks
    (0x370, 0x3FF),  # Greek
    (0x400, 0x45F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional: Welsh, Gaelic, Vietnamese
    (0x2000, 0x206F),  # punctuation
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x214F),  # letterlike
    (0x2190, 0x21FF),  # arrows
)
BOX = (
    ((160, 0), (160, 1400), (1300, 1400), (1300, 0)),
    ((260, 100), (1200, 100), (1200, 1300), (260, 1300)),
)
"""An empty box: its outer edge, and its inner one the other way round."""
EVERYTHING = ((0x20, 0xD7FF), (0xE000, 0x33FFF), (0xE0000, 0xE01EF))
"""Every range of letters that Unicode has given any; the halves of pairs lie between."""
CREATED = 0x7C259DC0  # a fixed date, so that making it twice gives the same bytes


def main(source: Path) -> None:
    """Write the four subsets and `widths.json` beside this file."""
    here = Path(__file__).parent
    widths: dict[str, dict[int, int]] = {}
    for style, words in STYLES.items():
        font = TTFont(source / f"LiberationSans-{style}.ttf", recalcTimestamp=False)
        _subset(font)
        _rename(font, style, words)
        font["head"].modified = font["head"].created = CREATED
        font.save(here / f"GovgraphSans-{style}.ttf")
        widths[style] = _widths(font)
    table = {
        "units": 2048,
        "regular": _wider(widths["Regular"], widths["Italic"]),
        "bold": _wider(widths["Bold"], widths["BoldItalic"]),
    }
    (here / "widths.json").write_text(json.dumps(table, separators=(",", ":")) + "\n")
    _make_missing(here / "GovgraphSans-Regular.ttf").save(here / "GovgraphMissing.ttf")


def _make_missing(regular: Path) -> TTFont:
    """A font with the same box for every letter that the other one lacks."""
    font = TTFont(regular, recalcTimestamp=False)
    known = sorted(font.getBestCmap())
    subsetter = Subsetter(Options(layout_features=[], name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14]))
    subsetter.populate(unicodes=[ord("A")])
    subsetter.subset(font)
    name = font.getBestCmap()[ord("A")]
    pen = TTGlyphPen(None)
    for points in BOX:
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()
    font["glyf"][name], font["hmtx"][name] = pen.glyph(), (1460, 160)
    names = {1: MISSING, 3: MISSING, 4: MISSING, 6: "GovgraphMissing-Regular"}
    for record in font["name"].names:
        record.string = names.get(record.nameID, record.string)
    table = DefaultTable("cmap")
    table.data = _all_but(known, font.getGlyphID(name))
    font["cmap"] = table
    return font


def _all_but(known: list[int], glyph: int) -> bytes:
    """A table of characters in format 13, which has one glyph for many: all that are not known."""
    groups: list[tuple[int, int, int]] = []
    for first, last in EVERYTHING:
        start = first
        for code in [*(code for code in known if first <= code <= last), last + 1]:
            if code > start:
                groups.append((start, code - 1, glyph))
            start = code + 1
    head = struct.pack(">HHHHIHHI", 0, 2, 0, 6, 20, 3, 10, 20)
    size = 16 + 12 * len(groups)
    body = struct.pack(">HHIII", 13, 0, size, 0, len(groups))
    return head + body + b"".join(struct.pack(">III", *group) for group in groups)


def _subset(font: TTFont) -> None:
    options = Options(
        hinting=False,
        layout_features=["ccmp", "mark", "mkmk", "locl"],
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        notdef_outline=True,
        drop_tables=["kern", "FFTM", "DSIG"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for lo, hi in RANGES for code in range(lo, hi + 1)])
    subsetter.subset(font)


def _rename(font: TTFont, style: str, words: str) -> None:
    names = {1: FAMILY, 2: words, 3: f"{FAMILY} {words}", 4: f"{FAMILY} {words}"}
    names[6] = f"GovgraphSans-{style}"
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


def _widths(font: TTFont) -> dict[int, int]:
    return {code: font["hmtx"][glyph][0] for code, glyph in font.getBestCmap().items()}


def _wider(upright: dict[int, int], slanted: dict[int, int]) -> list[list[int]]:
    """Runs of neighbouring characters: the first one's code point, then the widths.

    A slanted letter differs from the upright one in a few places; the wider of the two is kept, so
    that one table serves both.
    """
    runs: list[list[int]] = []
    following = -1
    for code in sorted(upright):
        if code != following:
            runs.append([code])
        runs[-1].append(max(upright[code], slanted.get(code, 0)))
        following = code + 1
    return runs


if __name__ == "__main__":
    main(Path(sys.argv[1]))
