"""A structure as a workbook."""

import datetime
import io
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings

from govgraph import plugins
from govgraph.errors import LoadError, MissingExtraError, OutputError, Place
from govgraph.formats import workbook_rows
from govgraph.formats.format_catalogue import read_account, read_structure
from govgraph.formats.limits import STANDARD, Limits
from govgraph.formats.tables import RECORDS
from govgraph.formats.workbook import read_file, write_content
from govgraph.model.bodies import Body
from govgraph.model.structure import Structure
from tests.formats.identity import STRUCTURES

EXAMPLE = Path(__file__).parent / "example.yaml"


def workbook(path: Path, fill: Callable[[Any], None]) -> Path:
    """A workbook that `fill` has written into."""
    book = xlsxwriter.Workbook(str(path / "plan.xlsx"))
    fill(book)
    book.close()
    return path / "plan.xlsx"


def sheet(name: str, *rows: tuple[object, ...]) -> Callable[[Any], None]:
    """Writes one sheet of rows."""

    def fill(book: Any) -> None:
        written = book.add_worksheet(name)
        for number, row in enumerate(rows):
            written.write_row(number, 0, row)

    return fill


def refusal(path: Path, limits: Limits = STANDARD) -> str:
    """What is said of a workbook that is not read."""
    with pytest.raises(LoadError) as caught:
        read_file(path, limits)
    return str(caught.value).replace(f"{path.parent}/", "")


@settings(max_examples=40)
@given(STRUCTURES)
def test_writing_and_reading_changes_nothing(structure: Structure) -> None:
    """What was written is read again as it was."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.xlsx"
        path.write_bytes(write_content(structure))
        assert read_file(path, STANDARD).structure == structure


def test_the_same_structure_gives_the_same_bytes() -> None:
    """No clock is in the file."""
    structure = read_structure(EXAMPLE)
    assert write_content(structure) == write_content(structure)


def test_nothing_written_is_a_formula() -> None:
    """Text that looks like one is text."""
    content = write_content(Structure(bodies=(Body(id="a", name='=HYPERLINK("http://x")'),)))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        text = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in text
    assert "<hyperlink" not in text


def test_headings_carry_notes_and_columns_lists_to_choose_from() -> None:
    """For somebody who lives in Excel."""
    content = write_content(read_structure(EXAMPLE))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = parts.namelist()
        bodies = next(
            text
            for name in sorted(names)
            if name.startswith("xl/worksheets/sheet")
            and "proposed,shadow" in (text := parts.read(name).decode())
        )
    assert any("comments" in name for name in names)
    assert "<formula1>lists!$A$2:$A$" in bodies


def test_places_are_cells(tmp_path: Path) -> None:
    """A body knows its sheet, column and row, and so does what is wrong with it."""
    path = workbook(tmp_path, sheet("Bodies", ("id", "name"), ("a", "A")))
    place = read_file(path, STANDARD).structure.bodies[0].place
    assert place == Place(str(path), 2, 1, "Bodies!A2")
    path = workbook(tmp_path, sheet("bodies", ("id", "name", "status"), ("a", "A", "soon")))
    assert refusal(path).startswith("bodies!C2: 'status' cannot be 'soon'")


def test_hidden_and_unknown_sheets_are_left_and_named(tmp_path: Path) -> None:
    """Nobody meant what they cannot see."""

    def fill(book: Any) -> None:
        sheet("bodies", ("id", "name"), ("a", "A"))(book)
        sheet("Budget", ("x",))(book)
        sheet("relations", ("nonsense",))(book)
        book.get_worksheet_by_name("relations").hide()

    path = workbook(tmp_path, fill)
    account = read_account(path)
    assert [str(left) for left in account.skipped] == [
        (
            f"the sheet 'Budget' of {path}: no table of a structure goes by that name"
            f" (allowed: {', '.join(RECORDS)})"
        ),
        f"the sheet 'relations' of {path}: it is hidden",
    ]


def test_a_sheet_renamed_is_told_the_name_it_wants(tmp_path: Path) -> None:
    """`Relationships` is read by nobody, and its author is told what to call it."""

    def fill(book: Any) -> None:
        sheet("bodies", ("id", "name"), ("a", "A"))(book)
        sheet("Relationships", ("from", "kind", "to"), ("a", "reports_to", "a"))(book)

    (left,) = read_account(workbook(tmp_path, fill)).skipped
    assert "did you mean 'relations'? (allowed: structure, sources, bodies," in str(left)


def test_an_empty_sheet_is_said_to_be_empty(tmp_path: Path) -> None:
    """The `Sheet1` of every new workbook loses nobody anything."""

    def fill(book: Any) -> None:
        sheet("bodies", ("id", "name"), ("a", "A"))(book)
        sheet("Sheet1")(book)

    path = workbook(tmp_path, fill)
    assert [str(left) for left in read_account(path).skipped] == [
        f"the sheet 'Sheet1' of {path}: it is empty"
    ]


def test_a_sheet_of_bodies_without_any_is_named(tmp_path: Path) -> None:
    """Else every relation would be an error, and nobody would see why."""

    def fill(book: Any) -> None:
        sheet("Bodies", ("id", "name"))(book)
        sheet("relations", ("from", "kind", "to"), ("a", "reports_to", "b"))(book)

    path = workbook(tmp_path, fill)
    (left,) = read_account(path).skipped
    assert str(left).startswith(f"the sheet 'Bodies' of {path}: it holds no body, so every body")


def test_merged_cells_speak_for_every_row_they_span(tmp_path: Path) -> None:
    """A merged title above the headings is passed over."""

    def fill(book: Any) -> None:
        rows = ("id", "name", "area"), ("a", "A", "Hart"), ("b", "B", "")
        written = book.add_worksheet("bodies")
        written.merge_range(0, 0, 0, 2, "Bodies of Hart")
        for number, row in enumerate(rows, start=1):
            written.write_row(number, 0, row)
        written.merge_range(2, 2, 3, 2, "Hart")

    bodies = read_file(workbook(tmp_path, fill), STANDARD).structure.bodies
    assert [body.area for body in bodies] == ["Hart", "Hart"]


def test_a_heading_may_be_merged_downward_and_not_across(tmp_path: Path) -> None:
    """Two rows of heading are one; a second column under one heading has none of its own."""

    def fill(book: Any) -> None:
        written = book.add_worksheet("bodies")
        written.merge_range(0, 0, 1, 0, " ID ")
        written.merge_range(0, 1, 1, 1, "Name")
        written.merge_range(0, 2, 0, 3, "Also known as")
        written.write_row(2, 0, ("a", "A ", "The A"))

    path = workbook(tmp_path, fill)
    (body,) = read_file(path, STANDARD).structure.bodies
    assert (body.id, body.name, body.also_known_as) == ("a", "A", ("The A",))

    def overfill(book: Any) -> None:
        fill(book)
        book.worksheets()[0].write_row(3, 0, ("b", "B", "The B", "Old B"))

    said = refusal(workbook(tmp_path, overfill))
    assert said.startswith("bodies!D4: this cell has no heading above it")


def test_dates_and_numbers_are_read_as_they_look(tmp_path: Path) -> None:
    """A cell with a date is that day; a whole number has no point; text keeps its zeros."""

    def fill(book: Any) -> None:
        written = book.add_worksheet("bodies")
        written.write_row(0, 0, ("id", "name", "from", "until", "count", "apex"))
        written.write_string(1, 0, "007")
        written.write_string(1, 1, " James ")
        day = book.add_format({"num_format": "d mmm yyyy"})
        written.write_datetime(1, 2, datetime.date(2010, 4, 9), day)
        written.write_number(1, 3, 2011)
        written.write_number(1, 4, 20)
        written.write_boolean(1, 5, True)  # noqa: FBT003 - the library's own signature

    body = read_file(workbook(tmp_path, fill), STANDARD).structure.bodies[0]
    assert (body.id, body.name, str(body.from_), str(body.until)) == (
        "007", "James", "2010-04-09", "2011",
    )  # fmt: skip
    assert (body.count, body.apex) == (20, True)


def test_the_serial_number_of_a_day_is_refused_with_the_day_it_means(tmp_path: Path) -> None:
    """It may as well be a mistake, so its author says."""
    path = workbook(tmp_path, sheet("bodies", ("id", "name", "from"), ("a", "A", 40277)))
    assert "'40277' is not a date; did you mean '2010-04-09'?" in refusal(path)


def test_formulas_give_the_value_saved_with_them(tmp_path: Path) -> None:
    """One that was saved without is an error, and so is one that failed."""

    def fill(book: Any) -> None:
        written = book.add_worksheet("bodies")
        written.write_row(0, 0, ("id", "name", "area"))
        written.write_string(1, 0, "a")
        written.write_formula(1, 1, '="A"', None, "A")
        written.write_formula(1, 2, "=1/0", None, "#DIV/0!")

    path = workbook(tmp_path, fill)
    assert refusal(path) == "bodies!C2: this cell holds the error #DIV/0!"
    assert "bodies!B2: this formula was saved without its value" in refusal(_uncalculated(path))


def _uncalculated(path: Path) -> Path:
    """The workbook without the values of its formulas, as programs write them."""
    content = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.endswith("sheet1.xml"):
                text = text.replace(b' t="str"', b"").replace(b"<v>A</v>", b"<v></v>")
            new.writestr(name, text)
    return path


def test_an_open_document_is_read(tmp_path: Path) -> None:
    """The workbook of LibreOffice."""
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p>'
            "</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in (("id", "name"), ("a", "A"))
    )
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    path = tmp_path / "plan.ods"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("mimetype", kind)
        parts.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
            'manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            "</manifest:manifest>",
        )
        parts.writestr(
            "content.xml",
            f"<office:document-content{spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="bodies">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    assert [body.name for body in read_structure(path).bodies] == ["A"]


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    """With a plain word, whatever it is."""
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"id,name\n")
    assert refusal(path).startswith("plan.xlsx: cannot be read as a workbook")
    assert refusal(workbook(tmp_path, sheet("Sheet1", ("a",)))).startswith(
        "plan.xlsx: no visible sheet of this workbook is named after a table"
    )
    assert "did you mean 'bodies'?" in refusal(workbook(tmp_path, sheet("Organisations", ("a",))))


def test_limits_hold(tmp_path: Path) -> None:
    """Neither a stray cell far down nor a file that unpacks to much exhausts the machine."""

    def fill(book: Any) -> None:
        book.add_worksheet("bodies").write_string(1_048_575, 2, "x")

    path = workbook(tmp_path, fill)
    assert "the sheet 'bodies' has more than 2,000,000 cells" in refusal(path)
    size = path.stat().st_size
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/more.xml", b" " * size * 20)
    assert "unpacks to more than" in refusal(path, Limits(file_bytes=size * 2))


def test_the_same_table_twice_is_an_error(tmp_path: Path) -> None:
    """Which of them holds, nobody can say."""

    def fill(book: Any) -> None:
        sheet("body kinds", ("id", "name"))(book)
        sheet("body_kinds", ("id", "name"))(book)

    assert "the table 'body_kinds' stands there twice" in refusal(workbook(tmp_path, fill))


def test_what_no_cell_holds_is_not_cut_short() -> None:
    """A longer text is an error."""
    with pytest.raises(OutputError, match="longer than a cell"):
        write_content(Structure(bodies=(Body(id="a", name="x" * 40_000),)))


def test_the_extra_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without it the message says what to install."""

    def missing(name: str) -> None:
        raise ImportError(name)

    path = workbook(tmp_path, sheet("bodies", ("id", "name")))
    monkeypatch.setattr(plugins, "import_module", missing)
    monkeypatch.setattr(workbook_rows, "find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"govgraph\[excel\]"):
        read_file(path, STANDARD)


def test_formatting_far_down_is_nothing(tmp_path: Path) -> None:
    """Only cells that hold something count, however many were coloured."""

    def fill(book: Any) -> None:
        written = book.add_worksheet("bodies")
        written.write_row(0, 0, ("id", "name"))
        written.write_row(1, 0, ("a", "A"))
        written.write_blank(1_048_575, 40, None, book.add_format({"bold": True}))

    path = workbook(tmp_path, fill)
    assert [body.id for body in read_file(path, STANDARD).structure.bodies] == ["a"]
