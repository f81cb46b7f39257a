"""The reader of workbooks that is Python alone reads what calamine reads."""

import datetime
import io
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from govgraph import plugins
from govgraph.errors import LoadError, MissingExtraError
from govgraph.formats import workbook_rows
from govgraph.formats.first_file import Start, start_as_form, start_as_workbook
from govgraph.formats.format_catalogue import read_account
from govgraph.formats.problems import Problems
from govgraph.formats.workbook import write_content
from govgraph.formats.workbook_rows import is_hidden, open_sheet, open_workbook, sheet_rows

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def without_calamine(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Lets calamine be missing from when it is called."""

    def missing(name: str) -> Any:
        if name == "python_calamine":
            raise ImportError(name)
        return import_module(name)

    return lambda: monkeypatch.setattr(plugins, "import_module", missing)


def strange() -> bytes:
    """A workbook with what people put in cells: dates, times, flags, errors, merged cells."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "d mmm yyyy"})
    sheet = book.add_worksheet("bodies")
    sheet.write_row(1, 1, ["id", "name", "from", "count", "note"])
    sheet.write_datetime("D3", datetime.datetime(2010, 4, 9))  # noqa: DTZ001 - as a cell holds it
    sheet.write_datetime("D4", datetime.datetime(2010, 4, 9, 13, 5))  # noqa: DTZ001
    clock, lasting = (book.add_format({"num_format": form}) for form in ("hh:mm", "[h]:mm:ss"))
    sheet.write_datetime("D5", datetime.time(13, 5), clock)
    sheet.write_number("D6", 1.5, lasting)
    for row, value in enumerate([3, 2.5, 1e21, 0.1, -4, True, "3", "  spaced  ", "ﬁ\u202e"], 2):
        sheet.write(row, 4, value)
    sheet.write_formula("F3", "=1/0", value="#DIV/0!")
    sheet.write_formula("F4", "=1+1", value=2)
    sheet.write_formula("F5", '="a"&"b"', value="ab")
    sheet.write_rich_string("F6", "rich ", book.add_format({"bold": True}), "text", " here")
    sheet.write_blank("Z900", None, clock)
    sheet.merge_range("B9:B11", "merged")
    book.add_worksheet("hidden").hide()
    book.add_worksheet("very hidden").very_hidden()
    book.add_worksheet("Empty")
    book.close()
    return out.getvalue()


def read(content: bytes) -> list[object]:
    """Everything that the reader says of a workbook."""
    workbook = open_workbook(content, "a.xlsx", Problems())
    told: list[object] = []
    for known in workbook.sheets_metadata:
        sheet = open_sheet(workbook, known.name, "a.xlsx", Problems())
        rows = sheet_rows(sheet, "a.xlsx", Problems())
        merged = sorted(sheet.merged_cell_ranges or ())
        told += [(known.name, is_hidden(known), sheet.height, merged), rows]
    return told


def workbooks() -> list[bytes]:
    """Our own forms, the real papers as workbooks, and a strange one."""
    papers = [DATA / name for name in ("hampshire", "oxfordshire", "worcestershire")]
    own = [write_content(read_account(paper).structure) for paper in papers]
    return [strange(), start_as_form(Start()), start_as_workbook(Start()), *own]


def test_both_readers_say_the_same(without_calamine: Callable[[], None]) -> None:
    """Cell for cell, sheet for sheet, merged cells and what is hidden too."""
    some = workbooks()
    first = [read(content) for content in some]
    without_calamine()
    assert [read(content) for content in some] == first


def test_a_damaged_workbook_is_refused_in_a_sentence(
    without_calamine: Callable[[], None], tmp_path: Path
) -> None:
    """Neither what is no workbook nor one of the old kind ends in a traceback."""
    without_calamine()
    for content in (b"no workbook at all", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)):
        file = tmp_path / "old.xls"
        file.write_bytes(content)
        with pytest.raises(LoadError, match="cannot be read as a workbook"):
            read_account(file)


def test_without_either_reader_the_extra_is_named(
    without_calamine: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command that installs the quicker one is told."""
    without_calamine()
    monkeypatch.setattr(workbook_rows, "find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"govgraph\[excel\]"):
        open_workbook(strange(), "a.xlsx", Problems())
