"""Papers as slides: titles, texts and tables, each on its slide."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

from govgraph.plugins import import_extra
from govgraph.reading.paper_text import Block, Division, Kind, Paper, place_blocks
from govgraph.reading.text_blocks import split_number

_DEEPEST = 20
"""How deep groups of shapes are looked into."""


def read_pptx_paper(content: bytes, name: str) -> Paper:
    """A paper of slides, from bytes that have been judged.

    Raises:
        MissingExtraError: python-pptx is not installed.
        Exception: any of the library's own, where the parts make no slides.
    """
    pptx = import_extra("pptx", "reading slides", "reading")
    slides = pptx.Presentation(io.BytesIO(content)).slides
    return place_blocks(name, _Reader().walk(slides), Division.SLIDE, len(slides))


class _Reader:
    """Walks through the slides."""

    def __init__(self) -> None:
        self.tables = 0

    def walk(self, slides: Iterable[Any]) -> Iterator[Block]:
        """The blocks of each slide, its title first."""
        for number, slide in enumerate(slides, 1):
            title = slide.shapes.title
            if title is not None:
                words = " ".join(title.text_frame.text.split())
                yield Block(kind=Kind.HEADING, text=words, division=number)
            own = None if title is None else title.shape_id
            for shape in _shapes(slide.shapes, 0):
                if shape.shape_id != own:
                    yield from self.shape(shape, number)

    def shape(self, shape: Any, slide: int) -> Iterator[Block]:  # noqa: ANN401 - the library's
        """The paragraphs or rows of one shape."""
        if getattr(shape, "has_table", False):
            self.tables += 1
            for row in shape.table._tbl.tr_lst:  # noqa: SLF001 - `cells` may be made to be endless
                cells = tuple(_words(cell) for cell in row.tc_lst)
                words = " ".join(filter(None, cells))
                yield Block(
                    kind=Kind.ROW, text=words, cells=cells, table=self.tables, division=slide
                )
        elif shape.has_text_frame:
            for paragraph in shape.text_frame.paragraphs:
                number, words = split_number(" ".join(paragraph.text.split()))
                kind = Kind.BULLET if paragraph.level else Kind.PARAGRAPH
                yield Block(kind=kind, text=words, number=number, division=slide)


def _shapes(shapes: Iterable[Any], depth: int) -> Iterator[Any]:
    """Each shape, and those of groups."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            if depth < _DEEPEST:
                yield from _shapes(shape.shapes, depth + 1)
        else:
            yield shape


def _words(cell: Any) -> str:  # noqa: ANN401 - the library's
    """The words of a cell of a table."""
    runs = (run.text or "" for run in cell.iter("{*}t"))
    return " ".join(" ".join(runs).split())
