"""A paper as a Word file: styles, tables, figures, and the look of an authority's template."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from govgraph.about import VERSION
from govgraph.checks.runner import Findings
from govgraph.errors import MissingExtraError, SettingsError
from govgraph.formats.format_catalogue import read_structure
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.reporting.paper.docx import find_template_page, write_docx
from govgraph.reporting.paper.paper_blocks import Bullets, Figure, Heading, Paragraph, Table
from govgraph.reporting.paper.paper_forms import build_paper
from govgraph.reporting.paper.paper_sections import write_paper
from tests.golden_files import by_element, hold
from tests.reporting.paper_samples import (
    HOSTILE,
    content_of,
    figure,
    hostile,
    paper_of,
    table,
)

docx = pytest.importorskip("docx")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WHOLE = paper_of(
    Heading("First"),
    Paragraph("A text."),
    figure(),
    Heading("Second", 2),
    Bullets(("One", "Two")),
    Paragraph("It leads to a table."),
    table(("a", "b"), ("c", "d")),
)


def read(content: bytes) -> Any:
    """The document in these bytes."""
    return docx.Document(io.BytesIO(content))


def part(content: bytes, name: str) -> str:
    """One part of the file, as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode("utf-8")


def test_a_word_file_is_written_as_before() -> None:
    """Headings, lists, tables and figures of the small county, and the styles that they have."""
    made = write_docx(write_paper(content_of(include=True)))
    names = ("document", "numbering", "settings", "footer1")
    parts = {name: part(made, f"word/{name}.xml") for name in names}
    used = set(re.findall(r'<w:[a-zA-Z]+Style w:val="([^"]+)"', parts["document"]))
    styles = re.findall(r"<w:style .*?</w:style>", part(made, "word/styles.xml"), re.DOTALL)
    kept = [each for each in styles if re.findall(r'w:styleId="([^"]+)"', each)[0] in used]
    assert len(kept) == len(used)
    told = "".join(map(by_element, (*parts.values(), *kept)))
    hold("paper.docx.xml", told.replace(VERSION, "VERSION"))


def corporate(path: Path) -> Path:
    """A template with styles, page, header and text of its own."""
    from docx.shared import Mm, Pt, RGBColor

    document = docx.Document()
    document.add_paragraph("Put your text here", "Heading 1")
    document.add_table(1, 1)
    heading = document.styles["Heading 1"]
    heading.font.name, heading.font.size = "Georgia", Pt(31)
    heading.font.color.rgb = RGBColor(0x66, 0x00, 0x66)
    document.styles["Normal"].font.name = "Georgia"
    for name in ("Caption", "List Bullet", "Heading 2"):
        style = document.styles[name].element
        style.getparent().remove(style)
    document.sections[0].page_width, document.sections[0].page_height = Mm(216), Mm(279)
    document.sections[0].header.paragraphs[0].text = "The Council of Fleet"
    document.save(str(path))
    return path


def test_every_block_has_a_style() -> None:
    """Title, headings, text, lists and captions are found by the names that Word gives them."""
    named = [(each.style.name, each.text) for each in read(write_docx(WHOLE)).paragraphs]
    for expected in (
        ("Title", "A paper"),
        ("Subtitle", "Below"),
        ("Heading 1", "First"),
        ("Normal", "A text."),
        ("Heading 2", "Second"),
        ("List Bullet", "One"),
    ):
        assert expected in named
    assert [style for style, _ in named].count("Caption") == 2


def test_headings_of_a_table_are_repeated_on_every_page() -> None:
    """And are marked as headings; the caption stays with the table."""
    written = read(write_docx(WHOLE)).tables[0]
    first, *others = written._tbl.tr_lst
    assert first.find(f".//{WORD}tblHeader") is not None
    assert all(row.find(f".//{WORD}tblHeader") is None for row in others)
    assert written.style.name == "Governance Table"
    assert [cell.text for cell in written.rows[1].cells] == ["a", "b\nb"]
    lead = written._tbl.getprevious().getprevious()
    assert lead.find(f".//{WORD}keepNext") is not None


def test_one_table_does_not_touch_the_caption_of_the_next() -> None:
    """A table has no space below it, whatever the template."""
    document = read(write_docx(paper_of(table(("a", "b")), table(("c", "d"), number=2))))
    captions = [each for each in document.paragraphs if each.style.name == "Caption"]
    assert [each.paragraph_format.space_before for each in captions] == [None, 12 * 12_700]


def test_numbers_are_counted_by_word() -> None:
    """So that a list of figures can be made, and numbers stay right when a table is added."""
    text = part(write_docx(WHOLE), "word/document.xml")
    assert 'w:instr=" SEQ Table \\* ARABIC "' in text
    assert 'w:instr=" SEQ Figure \\* ARABIC "' in text


def test_a_figure_is_both_svg_and_png_with_its_text() -> None:
    """Sharp in Word, and there everywhere else."""
    content = write_docx(WHOLE)
    text = part(content, "word/document.xml")
    assert 'descr="For whoever cannot see it"' in text
    assert "svgBlip" in text
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert "word/media/figure1.svg" in names
    assert any(name.endswith(".png") for name in names)
    assert "image/svg+xml" in part(content, "[Content_Types].xml")


def test_a_figure_lies_on_a_page_of_its_own() -> None:
    """Landscape; what follows stands upright again."""
    turned = [each.page_width > each.page_height for each in read(write_docx(WHOLE)).sections]
    assert turned == [False, True, False]


def test_a_small_figure_stands_among_the_text() -> None:
    """On no page of its own."""
    small = replace(figure(), small=True)
    document = read(write_docx(paper_of(Paragraph("Before"), small, Paragraph("After"))))
    assert len(document.sections) == 1
    assert "pageBreakBefore" not in document.element.xml


def test_a_large_figure_has_a_large_page_and_fits_it() -> None:
    """A3; and one that is larger still is shrunk."""
    document = read(write_docx(paper_of(figure(1400, 300), Paragraph("End"))))
    section = document.sections[1]
    assert round(section.page_width.mm) == 420
    room = section.page_width - section.left_margin - section.right_margin
    assert document.inline_shapes[0].width <= room


def test_the_same_paper_gives_the_same_bytes() -> None:
    """No clock is in the file."""
    content = write_docx(WHOLE)
    assert content == write_docx(WHOLE)
    entries = zipfile.ZipFile(io.BytesIO(content)).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    known = read(content).core_properties
    assert (known.title, known.author, known.created.year) == ("A paper", "govgraph", 2000)


def test_word_opens_it_as_its_own() -> None:
    """Not in compatibility mode, and without the picture of another document."""
    content = write_docx(WHOLE)
    assert 'w:name="compatibilityMode"' in part(content, "word/settings.xml")
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert not [name for name in names if "thumbnail" in name]


def test_a_template_gives_the_look(tmp_path: Path) -> None:
    """Its styles, page and header hold, its text goes, what it lacks is added."""
    template = corporate(tmp_path / "corporate.docx")
    document = read(write_docx(WHOLE, template))
    heading = document.styles["Heading 1"]
    assert (heading.font.name, heading.font.size.pt) == ("Georgia", 31)
    assert document.sections[0].header.paragraphs[0].text == "The Council of Fleet"
    assert round(document.sections[0].page_width.mm) == 216
    assert round(document.sections[1].page_width.mm) == 279
    assert round(document.sections[2].page_width.mm) == 216
    assert "Put your text here" not in [each.text for each in document.paragraphs]
    assert len(document.tables) == 1
    assert document.styles["Heading 2"].element.find(f".//{WORD}outlineLvl") is not None
    assert document.styles["Governance Table Text"].base_style.font.name == "Georgia"


@pytest.mark.parametrize("lists", [True, False], ids=["other lists", "no lists"])
def test_a_template_without_bullets_is_given_some(tmp_path: Path, lists: bool) -> None:  # noqa: FBT001
    """Word leaves styles and lists that were never used out of a file."""
    document = docx.Document(str(corporate(tmp_path / "a.docx")))
    if not lists:
        known = document.part.rels
        gone = [key for key, one in known.items() if one.reltype.endswith("/numbering")]
        for key in gone:
            del known[key]
    document.save(str(tmp_path / "b.docx"))
    content = write_docx(WHOLE, tmp_path / "b.docx")
    style = read(content).styles["List Bullet"].element
    number = style.find(f".//{WORD}numId").get(f"{WORD}val")
    text = part(content, "word/numbering.xml")
    assert f'<w:num w:numId="{number}">' in text.replace("<w:num  ", "<w:num ")
    assert "\u2022" in text
    assert text.rindex("</w:abstractNum>") < text.index("<w:num ")


def test_a_table_style_of_our_name_in_a_template_is_used(tmp_path: Path) -> None:
    """So that an authority can set our tables as well."""
    document = docx.Document()
    style = document.styles.add_style("Governance Table", docx.enum.style.WD_STYLE_TYPE.TABLE)
    style.font.name = "Georgia"
    document.save(str(tmp_path / "a.docx"))
    written = read(write_docx(WHOLE, tmp_path / "a.docx")).tables[0]
    assert written.style.font.name == "Georgia"


def test_the_default_table_style_of_a_template_is_used(tmp_path: Path) -> None:
    """Where it has one of its own."""
    document = docx.Document()
    for style in document.styles.element.style_lst:
        if style.type == docx.enum.style.WD_STYLE_TYPE.TABLE:
            own = style.name_val == "Light List"
            style.set(f"{WORD}default", "1" if own else "0")
    document.save(str(tmp_path / "a.docx"))
    assert read(write_docx(WHOLE, tmp_path / "a.docx")).tables[0].style.name == "Light List"


def test_a_word_template_serves_as_well(tmp_path: Path) -> None:
    """A .dotx is a document under another name."""
    plain = corporate(tmp_path / "corporate.docx").read_bytes()
    path = tmp_path / "corporate.dotx"
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            told = old.read(name)
            if name == "[Content_Types].xml":
                told = told.replace(b"document.main+xml", b"template.main+xml")
            new.writestr(name, told)
    assert read(write_docx(WHOLE, path)).styles["Heading 1"].font.name == "Georgia"


@pytest.mark.parametrize("content", [b"", b"Dear all", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_template_is_refused(tmp_path: Path, content: bytes) -> None:
    """In words."""
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(SettingsError, match="is no Word document or template"):
        write_docx(WHOLE, tmp_path / "a.docx")


@pytest.mark.parametrize("broken", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
@pytest.mark.parametrize("content", [b"<w:document", None], ids=["torn", "gone"])
def test_a_broken_template_is_refused(tmp_path: Path, broken: str, content: bytes | None) -> None:
    """In words, whatever is broken in it."""
    with zipfile.ZipFile(corporate(tmp_path / "a.docx")) as old:
        parts = {name: old.read(name) for name in old.namelist() if name != broken}
    with zipfile.ZipFile(tmp_path / "b.docx", "w") as new:
        for name, told in parts.items():
            new.writestr(name, told)
        if content is not None:
            new.writestr(broken, content)
    with pytest.raises(SettingsError, match="is a broken Word document"):
        write_docx(WHOLE, tmp_path / "b.docx")


def test_a_template_that_is_not_there_is_named() -> None:
    """With the reason."""
    with pytest.raises(SettingsError, match=r"none\.docx cannot be read: No such file"):
        write_docx(WHOLE, Path("none.docx"))


def test_hostile_text_is_only_text() -> None:
    """What a name holds is what the document says."""
    document = read(write_docx(hostile()))
    said = [each.text for each in document.paragraphs]
    for text in HOSTILE:
        assert said.count(text) >= 2
    assert document.tables[0].rows[1].cells[0].text == HOSTILE[0]


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtraError, match=r"govgraph\[paper\]"):
        write_docx(WHOLE)


def printed(content: bytes, folder: Path) -> list[list[str]]:
    """The lines of each page, as LibreOffice prints the document, without the page's number."""
    for program in ("soffice", "pdftotext"):
        if not shutil.which(program):
            pytest.skip(f"{program} is not installed")
    (folder / "paper.docx").write_bytes(content)
    office = f"-env:UserInstallation=file://{folder}/office"
    for command in (
        ["soffice", office, "--headless", "--convert-to", "pdf", "paper.docx"],
        ["pdftotext", "-layout", "paper.pdf", "paper.txt"],
    ):
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    pages = (folder / "paper.txt").read_text(encoding="utf-8").split("\f")
    lines = [[" ".join(line.split()) for line in page.splitlines()] for page in pages]
    return [[line for line in page if line and not line.startswith("Page ")] for page in lines]


@pytest.mark.parametrize("own", [True, False], ids=["ours", "template"])
def test_no_heading_is_left_alone_at_the_foot_of_a_page(tmp_path: Path, own: bool) -> None:  # noqa: FBT001
    """Nor the caption or the row of headings of a table; a real paper, on real pages."""
    structure = read_structure(Path(__file__).parents[2] / "data" / "worcestershire")
    paper = write_paper(content_of(structure, include=True))
    template = None if own else corporate(tmp_path / "corporate.docx")
    pages = printed(write_docx(paper, template), tmp_path)
    named = {block.text for block in paper.blocks if isinstance(block, Heading)}
    tables = [block for block in paper.blocks if isinstance(block, Table)]
    named |= {f"Table {each.number}: {each.caption}" for each in tables}
    named |= {" ".join(each.headings) for each in tables}
    said = " ".join(line for page in pages for line in page)
    assert "Who answers to whom" in said
    assert "Table 1: Every body, whom it answers to" in said
    assert not named & {page[-1] for page in pages if page}


def test_the_headings_of_a_long_table_stand_on_every_page(tmp_path: Path) -> None:
    """As printed."""
    rows = tuple((f"row {number}", "b") for number in range(200))
    pages = printed(write_docx(paper_of(table(*rows))), tmp_path)
    full = [page for page in pages if any(line.startswith("row ") for line in page)]
    assert len(full) > 3
    assert all("Left Right" in page for page in full)


def test_a_figure_is_drawn_for_the_page_of_the_template(tmp_path: Path) -> None:
    """Its head and foot keep their room, and no name is shrunk to leave it to them."""
    from docx.shared import Mm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(216), Mm(279)
    section.top_margin = section.bottom_margin = Mm(40)
    path = tmp_path / "letter.docx"
    document.save(str(path))
    structure = read_structure(Path(__file__).parents[2] / "data" / "worcestershire")
    graph = AccountabilityGraph(structure, structure.standpoint())
    page = find_template_page(path)
    paper = build_paper(graph, Findings(structure, graph.standpoint, ()), template_page=page)
    written = read(write_docx(paper, path))
    drawn = next(block.picture for block in paper.blocks if isinstance(block, Figure))
    shape = written.inline_shapes[0]
    assert shape.width.pt == pytest.approx(drawn.width, abs=0.1)
    assert shape.height.pt == pytest.approx(drawn.height, abs=0.1)
