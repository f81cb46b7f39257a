"""The tables of a paper as a workbook that people can filter."""

import io
import sys
import zipfile
from typing import Any

import pytest

from govgraph.errors import MissingExtraError, OutputError
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.reporting.page.page_register import Register
from govgraph.reporting.paper import sheets_workbook as paper_workbook
from govgraph.reporting.paper.paper_tables import Sheet, build_sheets
from govgraph.reporting.paper.sheets_workbook import write_workbook
from tests.reporting.paper_samples import HOSTILE, content_of
from tests.reporting.small_county import COUNTY

pytest.importorskip("xlsxwriter")


def county() -> tuple[Sheet, ...]:
    """The sheets of the small county."""
    graph = AccountabilityGraph(COUNTY, COUNTY.standpoint())
    return build_sheets(content_of().page, Register(graph))


def read(content: bytes) -> dict[str, list[list[Any]]]:
    """The rows of every sheet."""
    calamine = pytest.importorskip("python_calamine")
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_there_is_a_sheet_for_everything() -> None:
    """Each row as wide as its headings."""
    sheets = county()
    assert [sheet.name for sheet in sheets] == [
        "Findings",
        "Bodies",
        "Who answers to whom",
        "Relations",
        "Seats",
        "People",
        "Sources",
    ]
    for sheet in sheets:
        assert {len(row) for row in sheet.rows} == {len(sheet.headings)}, sheet.name


def test_what_is_written_is_read_again() -> None:
    """Findings with the waived, seats with their holders, people with their seats."""
    told = read(write_workbook(county(), "A county"))
    assert [row[0] for row in told["Findings"]] == ["Severity", "error", "warning", "error"]
    assert told["Findings"][3][9] == "Head of Partnerships"
    assert told["Bodies"][4][16] == 3
    assert told["Seats"][2][2] == "Ann Lee; bob"
    assert told["People"][1][4] == "member of Hart Partnership"
    assert told["Who answers to whom"][1] == [
        "Children's Trust",
        "Nobody: accountability may end here",
        "Accountability may end here",
        "yes",
    ]


def test_columns_can_be_filtered_and_headings_stay() -> None:
    """On every sheet."""
    content = write_workbook(county(), "A county")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for number in range(1, len(county()) + 1):
            text = parts.read(f"xl/worksheets/sheet{number}.xml").decode()
            assert "<autoFilter ref=" in text
            assert 'state="frozen"' in text
            assert "<cols>" in text


def test_the_same_sheets_give_the_same_bytes() -> None:
    """No clock is in the file."""
    assert write_workbook(county(), "A county") == write_workbook(county(), "A county")


def test_hostile_text_is_only_text() -> None:
    """Never a formula, never a link."""
    sheet = Sheet("All", ("Text",), tuple((text,) for text in HOSTILE))
    content = write_workbook((sheet,), HOSTILE[0])
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        text = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in text
    assert "<hyperlink" not in text
    assert [row[0] for row in read(content)["All"][1:]] == list(HOSTILE)


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so() -> None:
    """At what a cell holds."""
    content = write_workbook((Sheet("All", ("Text",), (("a" * 40_000,),)),), "")
    cell = read(content)["All"][1][0]
    assert len(cell) == 32_767
    assert cell.endswith("(the rest is longer than a cell can hold)")


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """In words, before anything is written."""
    monkeypatch.setattr(paper_workbook, "_MOST_ROWS", 1)
    with pytest.raises(OutputError, match="more rows than a sheet can hold"):
        write_workbook((Sheet("All", ("Text",), (("a",), ("b",))),), "")


def test_an_empty_sheet_has_its_headings() -> None:
    """So that nobody wonders what is missing."""
    assert read(write_workbook((Sheet("All", ("Text", "More"), ()),), ""))["All"] == [
        ["Text", "More"]
    ]


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError, match=r"govgraph\[excel\]"):
        write_workbook((), "")
