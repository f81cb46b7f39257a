"""A PDF is PDF/UA, holds every page, embeds the font and nothing of the clock."""

import re
import sys

import pytest

from govgraph.drawing.draw import Drawing, draw_pages
from govgraph.drawing.fonts import font_files
from govgraph.drawing.outputs.pdf import BOX, Lettering, compile_pdf, draw_pdf
from govgraph.drawing.paper import find_paper
from govgraph.errors import DrawingError, MissingExtraError
from tests.drawing.sample import DIAGRAM, THEME, placement

UNKNOWN = (
    "\u7406\u4e8b",  # Chinese
    "\u0645\u062c\u0644\u0633",  # Arabic
    "\u0915\u093f",  # Devanagari, where a sign moves before its letter
    "\U0001f600",
    "e\u0324\u030e\u0323\u0301",  # accents one above the other
    "\U0010fffd",
)
PAGES = draw_pages(DIAGRAM, [(DIAGRAM, placement())] * 2, find_paper("A4"), THEME)


def test_a_drawing_of_two_sheets_is_a_document_of_two_pages() -> None:
    """Tagged as PDF/UA-1, in the language of its words."""
    pytest.importorskip("typst")
    document = Drawing(DIAGRAM, PAGES, THEME).pdf()
    assert document.startswith(b"%PDF-1.7")
    assert re.search(rb"/Count 2\b", document)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in document
    assert b"/Lang(en-GB)" in document
    assert b"GovgraphSans-Bold" in document
    assert b"/Alt" in document


def test_the_same_drawing_gives_the_same_bytes() -> None:
    """No date, no chance."""
    pytest.importorskip("typst")
    drawing = Drawing(DIAGRAM, PAGES, THEME)
    assert drawing.pdf() == drawing.pdf()


def test_a_language_without_country_will_do(tmp_path: object) -> None:
    """Plain `cy` is Welsh."""
    del tmp_path
    pytest.importorskip("typst")
    document = draw_pdf([(PAGES[0], (842, 595), "A sheet")], "Teitl", "cy")
    assert b"/Lang(cy)" in document


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError, match=r"govgraph\[paper\]"):
        draw_pdf([(PAGES[0], (842, 595), "A sheet")], "Title")


def test_what_is_no_svg_is_refused() -> None:
    """With the reason, not a traceback from elsewhere."""
    pytest.importorskip("typst")
    with pytest.raises(DrawingError, match="cannot be drawn as PDF"):
        draw_pdf([("<svg", (10, 10), "A sheet")], "Title")


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_letter_that_no_font_has_is_a_box(name: str) -> None:
    """Whatever it is, the sheet is drawn, and its description keeps the words."""
    pytest.importorskip("typst")
    page = PAGES[0].replace(DIAGRAM.title, name)
    assert draw_pdf([(page, (842, 595), name)], name).startswith(b"%PDF")


def test_a_theme_with_font_files_is_asked_for_each_letter_first() -> None:
    """Only what its fonts lack, too, is a box."""
    pytest.importorskip("typst")
    page = PAGES[0].replace(DIAGRAM.title, "\u7406\u4e8b")
    files = tuple(map(str, font_files()))
    assert draw_pdf([(page, (842, 595), "A sheet")], "Title", fonts=files).startswith(b"%PDF")


def test_whoever_sets_letters_is_told_whether_another_font_may_have_them() -> None:
    """Where there is none, a box stands at once for a letter that the bundled font lacks."""
    pytest.importorskip("typst")
    told: list[Lettering] = []

    def given(letters: Lettering) -> dict[str, str]:
        told.append(letters)
        return {"title": "A title"}

    for fonts in ((), tuple(map(str, font_files()))):
        compile_pdf(b"#set document(title: sys.inputs.title)\nWords", given, fonts)
    alone, others = told
    assert alone.drawn("<text>A \u7406</text>").count(BOX) == 1
    assert others.drawn("<text>A \u7406</text>") == "<text>A \u7406</text>"


def test_a_joiner_that_joins_nothing_is_no_reason_to_fail() -> None:
    """It comes with names copied from web pages, and nobody sees it."""
    pytest.importorskip("typst")
    page = PAGES[0].replace(DIAGRAM.title, "A\u200db")
    assert draw_pdf([(page, (842, 595), "A sheet")], "Title").startswith(b"%PDF")
