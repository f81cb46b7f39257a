"""Files in and out: what the desk saves is what the command line makes, byte for byte."""

import contextlib
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter
from pypdfium2 import PdfDocument

import govgraph
from tests.desk.officer import Officer

ROOT = Path(__file__).parents[2]
PAPERS = {
    "1-county.yaml": "hampshire",
    "1-local-partnerships-2009.yaml": "oxfordshire",
    "2-childrens-trust-2017.yaml": "oxfordshire",
    "1-today.yaml": "worcestershire",
    "2-hart.yaml": "hampshire",
}
NOTE = "Changed at the desk"
SLOW = "2-childrens-trust-2017.yaml"
"""The one whose best picture takes a browser too long for every change."""


@contextlib.contextmanager
def within(folder: Path) -> Iterator[None]:
    """The folder as the one that somebody is in: places are then named without it."""
    with contextlib.chdir(folder):
        yield


def paper(name: str) -> Path:
    """A real paper."""
    return ROOT / "data" / PAPERS[name] / name


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_opened_changed_and_saved(officer: Officer, name: str, tmp_path: Path) -> None:
    """YAML keeps every line but the changed ones; the rest is what the command line writes."""
    before = paper(name)
    officer.open(before)
    officer.settle()
    officer.write(0, "note", NOTE)
    officer.settle()
    called, text = officer.save("yaml")
    assert called == name
    saved = tmp_path / name
    saved.write_bytes(text)
    lines, kept = text.decode().splitlines(), before.read_text(encoding="utf-8").splitlines()
    changed = [line for line in lines if line not in kept]
    assert len(changed) <= 2, changed
    assert NOTE in "".join(changed)
    assert [line for line in kept if line.lstrip().startswith("#")] == [
        line for line in lines if line.lstrip().startswith("#")
    ]
    with within(tmp_path):
        structure = govgraph.load(name)
        graph = govgraph.build_graph(structure)
        if name != SLOW:
            assert officer.save("svg")[1].decode() == govgraph.draw(graph).svg_pages[0]
        govgraph.convert(name, "expected.xlsx")
        assert officer.save("tables")[1] == Path("expected.xlsx").read_bytes()
        if name == "1-today.yaml":  # once, for it takes its time
            assert officer.save("report")[1].decode() == govgraph.report(graph)


def test_a_workbook_with_everything_wrong(officer: Officer) -> None:
    """Each fault stands beside its cell; nothing is lost, and the sheet is read once mended."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Governance")
    rows = (
        ("Name", "Kind", "Answers to", "How", "Chair", "Colour", "From"),
        ("Board", "bored", "Board", "reports to", "", "red", "31/02/2010"),
        ("", "", "", "", "", "", "yesterday"),
        ("Group", "board", "Nobody Known", "mumbles at", "vacant", "", "2010-13"),
        ("Group", "forum", "", "", "", "", ""),
    )
    for number, cells in enumerate(rows):
        sheet.write_row(number, 0, cells)
    book.close()
    officer.open(("all-wrong.xlsx", out.getvalue()))
    officer.page.wait_for_selector("#findings .finding")
    problems = officer.findings()
    assert any("Colour" in text for text in problems)
    assert any("31/02/2010" in text for text in problems)
    assert all("Cannot be read" in text for text in problems)
    assert officer.page.locator("#sheet .marked").count() >= 2
    officer.page.click("#saving summary")
    officer.page.click("[data-save=yaml]")
    officer.page.wait_for_function("() => document.querySelector('#told').textContent.length > 9")
    assert "fault" not in officer.said()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("broken.xlsx", b"PK\x03\x04 no workbook"),
        ("broken.yaml", b"bodies: [unclosed"),
        ("empty.csv", b""),
        ("picture.png", b"\x89PNG\r\n"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    ],
)
def test_what_cannot_be_opened_is_said(officer: Officer, name: str, content: bytes) -> None:
    """In a sentence, and what is on the desk stays there."""
    officer.rows([("Board", "", "", "ends here", "", "", "", "")])
    officer.settle()
    officer.page.evaluate("document.querySelector('#told').textContent = ''")
    officer.page.set_input_files("#chosen", {"name": name, "mimeType": "", "buffer": content})
    officer.page.click("#yes")  # what is there has not been saved
    officer.page.wait_for_function("() => document.querySelector('#told').textContent")
    assert "fault" not in officer.said()
    assert "Traceback" not in officer.said()
    assert officer.page.locator("#picture [data-id=board]").count() == 1


def test_a_folder_of_tables_is_opened_together(officer: Officer) -> None:
    """Several files that belong together make one structure."""
    tables = {
        "bodies.csv": "id,name,apex\na,Alpha,true\nb,Beta,\n",
        "relations.csv": "from,kind,to\nb,reports_to,a\n",
    }
    officer.open(*((name, text.encode()) for name, text in tables.items()))
    officer.settle()
    assert officer.page.locator("#picture .gg-body").count() == 2
    assert officer.page.inner_text("#tabs").startswith("Bodies")


def test_a_file_dropped_on_the_page_is_opened(officer: Officer) -> None:
    """As from the dialog."""
    officer.drop(
        "plan.yaml", "bodies:\n  board: {name: Board, apex: true}\n  group: {name: Group}\n"
    )
    officer.settle()
    assert officer.page.locator("#picture .gg-body").count() == 2
    assert any("Group" in finding for finding in officer.findings())


def test_the_picture_is_printed_on_its_own_paper(officer: Officer, tmp_path: Path) -> None:
    """One sheet for one picture, as large and as broad as it is drawn, with nothing beside it."""
    page = officer.page
    officer.drop("plan.yaml", "bodies: {board: {name: Board, apex: true}}\n")
    officer.settle()
    page.select_option("#paper", "A4")
    officer.settle("best")
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.click("#saving summary")
    page.click("[data-save=pdf]")
    page.wait_for_function("() => window.printed")
    path = tmp_path / "sheet.pdf"
    path.write_bytes(page.pdf(prefer_css_page_size=True))
    (sheet,) = PdfDocument(path)
    assert sorted(round(each) for each in sheet.get_size()) == [595, 842]
    words = sheet.get_textpage().get_text_range()
    assert "Board" in words
    assert "Save" not in words
