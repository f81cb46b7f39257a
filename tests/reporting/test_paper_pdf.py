"""A paper as PDF/UA, in which every text is only text."""

import re
import shutil
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from govgraph.drawing.theme_file import built_in_theme
from govgraph.errors import DrawingError, MissingExtraError
from govgraph.reporting.paper.paper_blocks import Bullets, Figure, Heading, Paragraph, Picture
from govgraph.reporting.paper.paper_pdf import write_pdf
from tests.reporting.paper_samples import HOSTILE, SVG, figure, hostile, paper_of, table

pytest.importorskip("typst")
WHOLE = paper_of(
    Heading("First"),
    Paragraph("A text."),
    figure(),
    Heading("Second", 2),
    Bullets(("One", "Two")),
    table(*((f"row {number}", "b") for number in range(60))),
)


def unpacked(content: bytes) -> bytes:
    """A PDF with its streams unpacked, as far as they are packed."""
    found = [content]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(found)


def test_it_is_tagged_with_bookmarks_and_alternative_text() -> None:
    """PDF/UA-1, the headings of tables as headings, the bundled font."""
    content = write_pdf(WHOLE)
    assert content.startswith(b"%PDF-1.7")
    inside = unpacked(content)
    for sign in (
        b"<pdfuaid:part>1</pdfuaid:part>",
        b"/Lang(en-GB)",
        b"/Outlines",
        b"/S/TH",
        b"/S/Table",
        b"/S/Figure",
        b"/Alt(For whoever cannot see it)",
        b"GovgraphSans-Bold",
    ):
        assert sign in inside, sign


def test_the_same_paper_gives_the_same_bytes() -> None:
    """No date, no chance."""
    assert write_pdf(WHOLE) == write_pdf(WHOLE)


def test_hostile_text_is_printed_as_it_is(tmp_path: Path) -> None:
    """No mark-up acts, and no letter that the font lacks stops the paper."""
    content = write_pdf(hostile())
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    (tmp_path / "a.pdf").write_bytes(content)
    done = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"], capture_output=True, check=False
    )
    said = " ".join(done.stdout.decode().replace("\u200b", "").split())
    for text in (HOSTILE[0], HOSTILE[1], HOSTILE[2], HOSTILE[6]):
        assert text in said


def read(content: bytes, folder: Path) -> str:
    """The text of a PDF file, as searching and copying find it."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    (folder / "read.pdf").write_bytes(content)
    done = subprocess.run(
        ["pdftotext", "-layout", str(folder / "read.pdf"), "-"], capture_output=True, check=True
    )
    return done.stdout.decode()


@pytest.mark.parametrize(
    "name", ["\u513f\u7ae5\u59d4", "\u0434\u0435\u0442\u0438 \u10d1\u10d0\u10d5"]
)
def test_a_letter_behind_a_box_is_not_lost(tmp_path: Path, name: str) -> None:
    """It is found and copied, and the paper says what the boxes are."""
    said = read(write_pdf(paper_of(Paragraph(name))), tmp_path)
    assert name in said
    assert "A box in a name stands for a letter" in said


def test_a_paper_in_letters_of_europe_says_nothing_of_boxes(tmp_path: Path) -> None:
    """There are none in it."""
    said = read(write_pdf(paper_of(Paragraph("T\u0175r \u00c5sa"))), tmp_path)
    assert "A box" not in said


def test_a_letter_that_no_font_has_is_a_box(tmp_path: Path) -> None:
    """A private one, of which nobody knows what it is."""
    said = read(write_pdf(paper_of(Paragraph("a\U0010fffdb"))), tmp_path)
    assert "a\u25a1b" in said


def test_the_text_is_set_in_the_font_of_a_theme() -> None:
    """Where it names files; what they lack is taken from the bundled ones."""
    theme = built_in_theme()
    fonts = replace(theme.fonts, family="'Govgraph Missing', sans-serif", files=("x/f.ttf",))
    own = write_pdf(paper_of(Paragraph("\u513f")), replace(theme, fonts=fonts))
    assert own != write_pdf(paper_of(Paragraph("\u513f")))


def test_a_figure_may_name_what_the_font_has_no_letters_for() -> None:
    """One name does not stop the paper."""
    text = '<text x="9" y="9" font-family="Arial">مجلس T\u200dŵr</text></svg>'
    drawn = replace(figure(), picture=Picture(SVG.replace("</svg>", text), 90, 40))
    assert write_pdf(paper_of(drawn)).startswith(b"%PDF")


def test_a_word_without_end_stays_on_its_page() -> None:
    """It breaks between letters."""
    content = write_pdf(paper_of(Paragraph("A" * 10_000), table(("B" * 10_000, "c"))))
    assert len(re.findall(rb"/Type/Page\b", unpacked(content))) > 3


def test_what_is_no_picture_is_refused() -> None:
    """With the reason, not a traceback from elsewhere."""
    broken = Figure(1, "a", "b", Picture("<svg", 10, 10))
    with pytest.raises(DrawingError, match="cannot be made as PDF"):
        write_pdf(paper_of(broken))


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError, match=r"govgraph\[paper\]"):
        write_pdf(WHOLE)
