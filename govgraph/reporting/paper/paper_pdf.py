"""A paper as PDF/UA: tagged, with bookmarks and alternative text, its fonts embedded."""

import json
from functools import cache
from itertools import pairwise
from typing import Any

from govgraph.drawing.fonts import FAMILY, MISSING
from govgraph.drawing.outputs.pdf import Lettering, compile_pdf, has_unknown
from govgraph.drawing.theme import Theme
from govgraph.reporting.paper.figure_page import BOTTOM, SIDE, TOP
from govgraph.reporting.paper.paper_blocks import (
    Block,
    Bullets,
    Figure,
    Heading,
    Paper,
    Paragraph,
    Table,
)
from govgraph.reporting.paper.paper_words import say

_LONGEST, _PIECE = 24, 6
"""Longest word that never breaks, and after how many characters a longer one may."""
_GENERIC = frozenset({"serif", "sans-serif", "monospace", "system-ui"})


def write_pdf(paper: Paper, theme: Theme | None = None) -> bytes:
    """The bytes of a PDF file.

    Args:
        paper: what it says.
        theme: where it names font files, the text is set in its font.

    Raises:
        MissingExtraError: the extra `paper` is not installed.
        DrawingError: the document cannot be made.
    """
    files = theme.fonts.files if theme else ()
    families = [*(_families(theme) if theme and files else ()), FAMILY, MISSING]

    def given(letters: Lettering) -> dict[str, str]:
        data = _Setting(letters).data(paper) | {"family": families}
        return {"paper": json.dumps(data, ensure_ascii=False)}

    return compile_pdf(_template(), given, files, "the paper cannot be made")


def _families(theme: Theme) -> list[str]:
    """The fonts that a theme asks for, the first one first."""
    named = (name.strip(" '\"") for name in theme.fonts.family.split(","))
    return [name for name in named if name and name not in _GENERIC]


@cache
def _template() -> bytes:
    from importlib.resources import files

    return files("govgraph.templates").joinpath("paper", "paper.typ").read_bytes()


class _Setting:
    """A paper as the template takes it, in letters that can be set."""

    def __init__(self, letters: Lettering) -> None:
        self.letters = letters
        self.boxes = False

    def data(self, paper: Paper) -> dict[str, Any]:
        """The whole paper, and what a box stands for where there is one."""
        language, _, region = paper.language.partition("-")
        labels = paper.labels
        blocks = [
            {**self._block(block), "leads": isinstance(after, Table)}
            for block, after in pairwise((*paper.blocks, None))
            if block
        ]
        title, subtitle, particulars = map(
            self._printed, (paper.title, paper.subtitle, paper.particulars)
        )
        if self.boxes and self.letters.bundled:
            blocks.append({"is": "paragraph", "text": say("boxes"), "leads": False})
        return {
            "title": title,
            "subtitle": subtitle,
            "particulars": particulars,
            "language": language,
            "region": region or None,
            "table": labels.table,
            "figure": labels.figure,
            "page": labels.page,
            "of": labels.of,
            "blocks": blocks,
        }

    def _block(self, block: Block) -> dict[str, Any]:
        printed = self._printed
        if isinstance(block, Heading):
            return {"is": "heading", "level": block.level, "text": printed(block.text)}
        if isinstance(block, Paragraph):
            return {"is": "paragraph", "text": printed(block.text)}
        if isinstance(block, Bullets):
            return {"is": "bullets", "items": list(map(printed, block.items))}
        if isinstance(block, Figure):
            picture = block.picture
            return {
                "is": "figure",
                "caption": printed(block.caption),
                "small": block.small,
                "alternative": block.alternative,
                "svg": self.letters.drawn(picture.svg),
                "width": picture.width,
                "height": picture.height,
                "page_width": picture.width + 2 * SIDE,
                "page_height": picture.height + TOP + BOTTOM + picture.caption,
                "margins": {"x": SIDE, "top": TOP, "bottom": BOTTOM},
            }
        return {
            "is": "table",
            "caption": printed(block.caption),
            "headings": list(map(printed, block.headings)),
            "rows": [["\n".join(map(printed, cell)) for cell in row] for row in block.rows],
            "widths": block.widths,
        }

    def _printed(self, text: str) -> str:
        """A text whose longest words have places where they may break."""
        printed = self.letters.printed(text)
        self.boxes = self.boxes or has_unknown(printed)
        return " ".join(map(_breakable, printed.split(" ")))


def _breakable(word: str) -> str:
    if len(word) <= _LONGEST:
        return word
    parts = (word[start : start + _PIECE] for start in range(0, len(word), _PIECE))
    return "\u200b".join(parts)
