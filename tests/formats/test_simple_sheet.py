"""One sheet with a row to each body, as an officer keeps it."""

import io
import re
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.errors import LoadError
from govgraph.formats.csv_text import write_rows
from govgraph.formats.format_catalogue import read_account, read_structure
from govgraph.formats.simple_sheet_writing import form_as_workbook
from govgraph.model.bodies import ApexBasis
from govgraph.model.structure import Structure

HEADINGS = ("Name", "Kind", "Answers to", "How", "Chair", "Meets", "Source", "Note")


def sheet(folder: Path, *rows: Sequence[str]) -> Structure:
    """What a sheet of such rows says."""
    path = folder / "board.xlsx"
    book = xlsxwriter.Workbook(str(path))
    written = book.add_worksheet("Sheet1")
    for number, row in enumerate(rows):
        written.write_row(number, 0, row)
    book.close()
    return read_structure(path)


def keys(structure: Structure) -> list[tuple[str, str, str]]:
    """The relations, each by its ends and kind."""
    return [relation.key for relation in structure.relations]


def test_a_row_is_a_body_with_its_line_chair_and_source(tmp_path: Path) -> None:
    """Each cell becomes what the same words mean anywhere else, at its place."""
    structure = sheet(
        tmp_path,
        ("Title", "Our board"),
        ("As at", "2024-05"),
        ("Place:", "Midshire"),
        (),
        HEADINGS,
        ("Board", "Board", "", "ends here", "Ann Lee", "quarterly", "Terms; section 1", "A note"),
        ("Audit", "Committee", "Board", "is accountable to", "Registrar", "", "Terms; section 2"),
    )
    board, audit = structure.bodies
    assert (structure.title, str(structure.as_at), structure.jurisdiction) == (
        "Our board",
        "2024-05",
        "Midshire",
    )
    assert (board.id, board.kind, board.apex, board.meets) == ("board", "board", True, "quarterly")
    assert (board.apex_basis, board.note) == (None, "A note")
    assert keys(structure) == [("audit", "accountable_to", "board")]
    assert [str(cite) for cite in (*audit.cites, *structure.relations[0].cites)] == [
        "terms section 2",
        "terms section 2",
    ]
    assert [source.title for source in structure.sources] == ["Terms"]
    assert [(seat.body, seat.held_by, seat.ex_officio) for seat in structure.seats] == [
        ("board", ("ann-lee",), ""),
        ("audit", (), "post: Registrar"),
    ]
    assert str(structure.relations[0].to_place).endswith("Sheet1!C7")


def test_what_is_not_said_is_what_the_heading_says(tmp_path: Path) -> None:
    """`Answers to` without `How` reports to; the one row that names nobody is the end."""
    structure = sheet(tmp_path, ("Answers to", "Name"), ("", "Board"), ("board", "Audit"))
    assert keys(structure) == [("audit", "reports_to", "board")]
    board, audit = structure.bodies
    assert (board.apex, board.apex_basis, audit.apex) == (True, ApexBasis.JUDGEMENT, False)


@pytest.mark.parametrize(
    "rows",
    [
        [("Board", "", ""), ("Senate", "", ""), ("Audit", "Board", "")],
        [("Board", "", ""), ("Forum", "Board", "advises")],
        [("Board", "", ""), ("Council", "", "ends here"), ("Audit", "Board", "")],
    ],
    ids=["two have none", "no line of account", "another is said to be it"],
)
def test_no_end_is_taken_where_it_is_not_plain(rows: list[tuple[str, ...]], tmp_path: Path) -> None:
    """Then the checks ask."""
    structure = sheet(tmp_path, ("Name", "Answers to", "How"), *rows)
    assert not structure.body_by_id["board"].apex


def test_a_body_may_answer_to_several(tmp_path: Path) -> None:
    """With semicolons, in a row below without a name, or in one with the name again."""
    structure = sheet(
        tmp_path,
        ("Name", "Answers to", "How", "Kind"),
        ("Board", "", "ends here"),
        ("Senate", "", "is outside"),
        ("Audit", "Board; Senate", "", "Committee"),
        ("", "Senate", "advises"),
        (),
        ("Audit", "Board", "informs", "Committee"),
    )
    assert keys(structure) == [
        ("audit", "reports_to", "board"),
        ("audit", "reports_to", "senate"),
        ("audit", "advises", "senate"),
        ("audit", "informs", "board"),
    ]
    assert [body.outside for body in structure.bodies] == [False, True, False]


def test_what_says_nothing_as_it_stands_is_told(tmp_path: Path) -> None:
    """A `How` of nobody, and what else stands above the headings."""
    file = tmp_path / "plan.csv"
    file.write_text("Owner,Jo\nName,Answers to,How\nBoard,,ends here\nAudit,,advises\n", "utf-8")
    assert [str(left) for left in read_account(file).skipped] == [
        f"{file}:4:3: 'advises': no body stands under ‘Answers to’ in this row, so it says nothing",
        f"{file}:1:1: 'Owner': only ‘Title’, ‘As at’ and ‘Place’ are read above the headings",
    ]


def test_what_stands_above_the_headings_is_taken_once_and_the_rest_told(tmp_path: Path) -> None:
    """A second title is no title, and a third cell no value."""
    file = tmp_path / "plan.csv"
    file.write_text("Hart\nTitle,Gosport\nPlace,Kent,Essex\nName,Answers to\nBoard,\n", "utf-8")
    read = read_account(file)
    structure = read_structure(file)
    assert structure.title == "Hart"
    assert structure.jurisdiction == "Kent"
    before = "a value of the same thing stands before it, above the headings"
    assert [str(left) for left in read.skipped] == [
        f"{file}:2:2: 'Gosport': {before}",
        f"{file}:3:3: 'Essex': {before}",
    ]


def test_an_empty_form_says_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    """Its words without a value beside them wait to be filled in."""
    file = tmp_path / "form.xlsx"
    file.write_bytes(form_as_workbook("", "", "", examples=True))
    assert not read_account(file).skipped


def test_two_rows_that_differ_are_told(tmp_path: Path) -> None:
    """One body cannot have two chairs in two rows without a word."""
    rows = (("Name", "Answers to", "Chair"), ("Audit", "", "Ann Lee"), ("audit", "", "Bo Day"))
    with pytest.raises(LoadError, match=r"Sheet1!A3.*'audit' is written twice"):
        sheet(tmp_path, *rows)


def test_a_row_without_a_body_is_told(tmp_path: Path) -> None:
    """Where no row right above it names one either, or it says what only a body has."""
    with pytest.raises(
        LoadError, match=r"Sheet1!A2: this row names no body, and no row right above"
    ):
        sheet(tmp_path, ("Name", "Answers to"), ("", "Board"), ("Board", ""))
    with pytest.raises(LoadError, match=r"Sheet1!A4: this row names no body, and no row right"):
        sheet(tmp_path, ("Name", "Answers to"), ("Board", ""), (), ("", "Board"))
    told = r"Sheet1!A3: this row names no body; a further row of ‘Board’ says only whom it answers"
    with pytest.raises(LoadError, match=told):
        sheet(
            tmp_path, ("Name", "Answers to", "Kind"), ("Board", "", ""), ("", "Board", "Committee")
        )


def test_other_fields_may_have_columns_and_unknown_ones_are_told(tmp_path: Path) -> None:
    """Every field of a body is read; a heading that is none has its nearest."""
    structure = sheet(tmp_path, ("Name", "Answers to", "Area"), ("Board", "", "Hart"))
    assert structure.bodies[0].area == "Hart"
    with pytest.raises(LoadError, match=r"Sheet1!C1.*'Aera' is not a field .*'area'"):
        sheet(tmp_path, ("Name", "Answers to", "Aera"), ("Board", "", "Hart"))


def test_it_is_read_as_csv_and_beside_other_tables(tmp_path: Path) -> None:
    """Saved as CSV, or with a sheet of people in the workbook."""
    path = tmp_path / "board.csv"
    path.write_text("A title\n\nName,Answers to\nBoard,\nAudit,Board\n", "utf-8")
    account = read_account(path)
    assert (account.structure.title, account.skipped) == ("A title", ())
    assert keys(account.structure) == [("audit", "reports_to", "board")]


WORDS = ("Board", "board", "Audit", "", "ends here", "is outside", "advises", "Ann Lee", "; |",
         "A;B", "a\nb", "{x: 1}", "\\", "vacant", "2010", "\u200b")  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=len(HEADINGS)), max_size=6))
def test_any_rows_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    """Whatever stands where, there is a structure in which each body has an id, or a refusal."""
    path = tmp_path_factory.mktemp("any") / "board.csv"
    path.write_bytes(write_rows([HEADINGS, *rows]))
    with suppress(LoadError):
        structure = read_structure(path)
        assert len(structure.body_by_id) == len(structure.bodies)


def test_the_form_is_read_as_it_is(tmp_path: Path) -> None:
    """Its columns are those that are read, and its rows say what they show."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(form_as_workbook("Ours", "2024-05", "Midshire", examples=True))
    account = read_account(path)
    structure = account.structure
    assert (structure.title, str(structure.as_at), account.skipped) == ("Ours", "2024-05", ())
    assert keys(structure)[0] == ("delivery-group", "reports_to", "partnership-board")
    assert path.read_bytes() == form_as_workbook("Ours", "2024-05", "Midshire", examples=True)


def test_the_form_offers_words_and_explains_each_heading() -> None:
    """Kinds and words for the line from a list, bodies from the rows; nothing else is refused."""
    with zipfile.ZipFile(io.BytesIO(form_as_workbook("", "", "", examples=False))) as parts:
        form = parts.read("xl/worksheets/sheet1.xml").decode()
        notes = parts.read("xl/comments1.xml").decode()
    rules = re.findall('<dataValidation type="list" allowBlank="1" .*?sqref="(.*?)">', form)
    assert sorted(rules) == ["B6:B1001", "C6:C1001", "D6:D1001", "F6:F1001"]
    assert "<formula1>$A$6:$A$1000</formula1>" in form
    assert "showErrorMessage" not in form
    assert notes.count("<comment ") == len(HEADINGS)
