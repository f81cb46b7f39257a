"""An officer's first structure: from an empty sheet to the Word paper, and back again."""

import io
import re
import zipfile
from pathlib import Path

import pytest

import govgraph
from tests.desk.officer import Officer

WORD = (
    "<table><tr><td><p>Board</p></td><td>Board</td><td></td><td>ends here</td></tr>"
    "<tr><td><p>Task <b>group</b></p><p>North</p></td><td>Sub-group</td><td>Board</td></tr></table>"
)
ROWS = (
    ("Partnership Board", "Board", "", "ends here", "Chief Executive", "quarterly", "Paper; 1", ""),
    ("Delivery Group", "Working group", "Partnership Bord", "reports to", "Ann Example"),
)


def test_from_an_empty_sheet_to_a_paper(officer: Officer, tmp_path: Path) -> None:
    """Typed, mended, undone, saved as a workbook; the paper says what the command line's says."""
    page = officer.page
    officer.rows(ROWS)
    officer.settle()
    page.fill("#about-title", "Hart partnership")
    page.keyboard.press("Tab")
    officer.settle()
    assert any("‘Bord’" in text or "‘Partnership Bord’" in text for text in officer.findings())
    assert page.locator("#sheet .marked").count() > 0
    officer.write(1, "Answers to", "Partnership Board")
    officer.settle()
    assert not any("Bord’" in text for text in officer.findings())
    page.click("#undo")
    officer.settle()
    assert any("Bord’" in text for text in officer.findings())
    page.click("#redo")
    officer.settle()
    name, workbook = officer.save("workbook")
    assert name == "hart-partnership.xlsx"
    path = tmp_path / name
    path.write_bytes(workbook)
    graph = govgraph.build_graph(govgraph.load(path))
    assert [body.name for body in graph.structure.bodies] == [ROWS[0][0], ROWS[1][0]]
    _, word = officer.save("word")
    ((_, expected),) = govgraph.paper(graph, tmp_path / "paper.docx")
    assert isinstance(expected, bytes)
    assert told_in(word) == told_in(expected)
    assert page.title() == "Hart partnership"  # without a mark of what is not saved


def told_in(docx: bytes) -> list[str]:
    """The paragraphs of a Word file, its tables and captions among them."""
    with zipfile.ZipFile(io.BytesIO(docx)) as parts:
        text = parts.read("word/document.xml").decode()
    paragraphs = re.findall(r"<w:p[ >].*?</w:p>", text, re.DOTALL)
    told = ["".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", each)) for each in paragraphs]
    return [each.strip() for each in told if each.strip()]


def test_a_finding_leads_to_its_cell_and_mends_it(officer: Officer) -> None:
    """Its buttons do what they say, in the sheet that the reader reads."""
    page = officer.page
    officer.rows([("Board", "Board", "", "", "Jo", "", "Paper; 1", ""), ("Group", "Board", "", "")])
    officer.settle()
    page.click("#findings button:has-text('Accountability ends at Board')")
    officer.settle()
    how = page.locator(f".tabulator-cell[tabulator-field={officer.field('How')}]").nth(0)
    assert "ends here" in (how.inner_text() or how.locator("input").input_value())
    page.click("#findings button:has-text('Add whom it answers to')")
    # The row is scrolled to first, and the cell opens when that has ended.
    page.wait_for_function("() => document.activeElement.ariaLabel === 'Answers to, row 2'")


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (
            "text/html",
            WORD,
        ),
        ("text/plain", 'Board\tBoard\t\tends here\r\n"Task group\nNorth"\tSub-group\tBoard\r\n'),
        ("text/plain", "Answers to\tName\tHow\n\tBoard\tends here\nBoard\tTask group North\t\n"),
    ],
)
def test_tables_of_word_and_excel_are_pasted(officer: Officer, kind: str, content: str) -> None:
    """With or without their headings, from the cell on in which somebody is."""
    officer.cell(0, "Name")
    officer.page.evaluate(
        """([kind, content]) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData(kind, content);
            const paste = new ClipboardEvent('paste', {
                clipboardData, bubbles: true, cancelable: true,
            });
            document.activeElement.dispatchEvent(paste);
        }""",
        [kind, content],
    )
    officer.settle()
    below = officer.page.locator(f".tabulator-cell[tabulator-field={officer.field('Name')}]")
    assert below.nth(1).inner_text().strip(" !i\n") == "Task group North"
    assert officer.page.locator("#picture [data-id]").count() == 2


def test_a_body_renamed_is_renamed_where_others_name_it(officer: Officer) -> None:
    """Who answers to it still does."""
    officer.rows([("Board", "Board", "", "ends here", "", "", "", ""), ("Group", "", "Board")])
    officer.settle()
    officer.write(0, "Name", "Trust Board")
    officer.settle()
    officer.page.wait_for_selector("text=Trust Board >> nth=1")
    officer.settle()
    assert not any("‘Board’" in text for text in officer.findings())


def test_who_answers_to_whom_of_a_chosen_body(officer: Officer) -> None:
    """Chosen in the picture: its chain upward, everybody below it, and the view round it."""
    page = officer.page
    rows = [("Board", "", "", "ends here", "", "", "", ""), ("Group", "", "Board", *[""] * 5)]
    officer.rows([*rows, ("Team", "", "Group", *[""] * 5)])
    officer.settle()
    page.click("#picture [data-id=team]")
    page.wait_for_selector("#chosen-body >> text=Team → Group → Board")
    page.click("#picture [data-id=board]")
    page.wait_for_selector("#chosen-body pre")
    assert "└── Team" in page.inner_text("#chosen-body pre")
    page.select_option("#view", "near")
    officer.settle()
    page.wait_for_function("() => document.querySelectorAll('#picture .gg-body').length === 2")
    page.select_option("#view", "whole")
    officer.settle()
