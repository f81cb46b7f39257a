"""Papers in plain text and Markdown."""

import re
from collections.abc import Iterator
from dataclasses import replace

from govgraph.reading.paper_text import Block, Division, Paper, place_blocks
from govgraph.reading.text_blocks import Line, find_blocks

_PAGE_BREAK = "\f"
_MARKUP = re.compile(r"(?<!\\)(`|\*\*|~~)|!?\[([^\]\[]*)\]\([^()\s]*\)")


def read_text_paper(text: str, name: str) -> Paper:
    """A paper in plain text; form feeds part its pages."""
    pages = text.rstrip(f"{_PAGE_BREAK}\n ").split(_PAGE_BREAK)
    if len(pages) == 1:
        paper = place_blocks(name, find_blocks(list(map(Line, _lines(text)))), Division.NONE, 0)
    else:
        paper = place_blocks(name, _paged(pages), Division.PAGE, len(pages))
    return replace(paper, written=text)


def read_markdown_paper(text: str, name: str) -> Paper:
    """A paper in Markdown, without its marks and the addresses of its links."""
    return read_text_paper(_MARKUP.sub(lambda found: found[2] or "", text), name)


def _paged(pages: list[str]) -> Iterator[Block]:
    """The blocks of each page."""
    lines = [Line(line, page) for page, text in enumerate(pages, 1) for line in _lines(text)]
    return find_blocks(lines)


def _lines(text: str) -> list[str]:
    """Lines as a reader sees them: a form feed or odd separator begins none."""
    return re.split(r"\r\n|\r|\n|\u2028|\u2029", text.removeprefix("\ufeff"))
