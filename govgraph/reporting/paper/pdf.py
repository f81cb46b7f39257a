"""A paper as PDF/UA: tagged, with bookmarks and alternative text, its fonts embedded."""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from unicodedata import normalize

from govgraph.drawing.fonts import FAMILY, advances, font_folder
from govgraph.errors import DrawingError, MissingExtraError
from govgraph.reporting.paper.blocks import Block, Bullets, Figure, Heading, Paper, Paragraph, Table

_MARGIN = 2 * 56.7
_CAPTION = 44.0
_LONGEST, _PIECE = 24, 6
"""Longest word that never breaks, and after how many characters a longer one may."""
_MISSING = "\ufffd"
"""What stands for a letter that the bundled font does not have; the template draws a box."""

_JOINER = "\u200d"
"""Joins nothing in this font, and PDF/UA wants a sign for it."""


def write_pdf(paper: Paper) -> bytes:
    """The bytes of a PDF file.

    Raises:
        MissingExtraError: the extra `paper` is not installed.
        DrawingError: the document cannot be made.
    """
    try:
        import typst
    except ImportError as error:
        raise MissingExtraError("a PDF", "paper") from error
    figures = [block for block in paper.blocks if isinstance(block, Figure)]
    folders = {str(Path(file).parent) for figure in figures for file in figure.picture.fonts}
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(font_folder()), *sorted(folders)],
    )
    given = {"paper": json.dumps(_data(paper), ensure_ascii=False)}
    try:
        compiler = typst.Compiler(_template(), font_paths=fonts, sys_inputs=given)
        made = compiler.compile(format="pdf", pdf_standards=["ua-1"])
    except RuntimeError as error:
        raise DrawingError(f"the paper cannot be made as PDF: {error}") from error
    if not isinstance(made, bytes):
        raise DrawingError("the paper cannot be made as PDF: there is no page")
    return made


@cache
def _template() -> bytes:
    from importlib.resources import files

    return files("govgraph.templates").joinpath("paper", "paper.typ").read_bytes()


def _data(paper: Paper) -> dict[str, Any]:
    """The paper as the template takes it."""
    language, _, region = paper.language.partition("-")
    labels = paper.labels
    return {
        "title": _printed(paper.title),
        "subtitle": _printed(paper.subtitle),
        "particulars": _printed(paper.particulars),
        "language": language,
        "region": region or None,
        "family": FAMILY,
        "table": labels.table,
        "figure": labels.figure,
        "page": labels.page,
        "of": labels.of,
        "blocks": [
            {**_block(block), "leads": isinstance(after, Table)}
            for block, after in pairwise((*paper.blocks, None))
            if block
        ],
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"is": "heading", "level": block.level, "text": _printed(block.text)}
    if isinstance(block, Paragraph):
        return {"is": "paragraph", "text": _printed(block.text)}
    if isinstance(block, Bullets):
        return {"is": "bullets", "items": list(map(_printed, block.items))}
    if isinstance(block, Figure):
        picture = block.picture
        return {
            "is": "figure",
            "caption": _printed(block.caption),
            "alternative": block.alternative,
            "svg": picture.svg if picture.fonts else _drawable(picture.svg),
            "width": picture.width,
            "height": picture.height,
            "page_width": picture.width + _MARGIN,
            "page_height": picture.height + _MARGIN + _CAPTION,
        }
    return {
        "is": "table",
        "caption": _printed(block.caption),
        "headings": list(map(_printed, block.headings)),
        "rows": [["\n".join(map(_printed, cell)) for cell in row] for row in block.rows],
        "widths": block.widths,
    }


def _drawable(svg: str) -> str:
    """A drawing in letters that the font has; Typst refuses one with any other."""
    known = advances("regular")
    signs = svg.replace(_JOINER, "")
    return "".join(sign if sign in known or not sign.isprintable() else "?" for sign in signs)


def _printed(text: str) -> str:
    """`text` in letters that the font has, its longest words with places where they may break."""
    known = advances("regular")
    bare = text.replace(_JOINER, "")
    letters = (letter if letter in known else _MISSING for letter in normalize("NFC", bare))
    return " ".join(map(_breakable, "".join(letters).split(" ")))


def _breakable(word: str) -> str:
    if len(word) <= _LONGEST:
        return word
    parts = (word[start : start + _PIECE] for start in range(0, len(word), _PIECE))
    return "\u200b".join(parts)
