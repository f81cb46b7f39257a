"""PNG pictures are drawn with the bundled font, at the size that was asked for."""

import struct

import pytest

from govgraph.drawing.draw import Drawing, draw_pages
from govgraph.drawing.outputs.raster import draw_png
from govgraph.drawing.paper import find_paper
from govgraph.errors import DrawingError
from tests.drawing.sample import DIAGRAM, THEME, placement

PAGES = draw_pages(DIAGRAM, [(DIAGRAM, placement())], find_paper("A4"), THEME)


def test_a_picture_has_the_pixels_that_its_dpi_asks_for() -> None:
    """A4 is 11.69 by 8.27 inches."""
    picture = Drawing(DIAGRAM, PAGES, THEME).png(dpi=50)
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (585, 414)


def test_the_words_are_drawn() -> None:
    """A picture with text is not the picture without: the font was found."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="80pt" height="20pt" viewBox="0 0 80 20">'
    family = THEME.fonts.family
    plain, written = (
        draw_png(f'{head}<text y="15" font-family="{family}">{text}</text></svg>', (80, 20), 72)
        for text in ("", "Tŵr")
    )
    assert plain != written


def test_a_picture_too_large_for_memory_is_refused() -> None:
    """The message says how large it would be, and what can be done instead."""
    with pytest.raises(DrawingError, match=r"pixels; the most is .*--paper A3.*--dpi 144\)"):
        draw_png(PAGES[0], (10_000, 5_000), 150)


def test_a_picture_that_no_resolution_can_save_is_refused_without_naming_one() -> None:
    """Of too few pixels nobody would make out a word."""
    with pytest.raises(DrawingError, match=r"--paper A3\), or as \.svg"):
        draw_png(PAGES[0], (100_000, 5_000), 150)


def test_what_is_no_svg_is_refused() -> None:
    """With the reason, not a traceback from elsewhere."""
    with pytest.raises(DrawingError, match="cannot be drawn as PNG"):
        draw_png("<svg", (10, 10), 72)
