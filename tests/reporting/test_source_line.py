"""The line that a finding is about, with a caret below it."""

import csv
import io
from pathlib import Path

import pytest

from govgraph.errors import Place
from govgraph.formats.format_catalogue import read_structure
from govgraph.reporting.findings.source_line import MOST_COLUMNS, SourceLines


def quoted(path: Path, text: str, line: int, column: int) -> list[str]:
    """What is shown of a place in a file."""
    path.write_text(text, encoding="utf-8")
    return SourceLines().quote(Place(str(path), line, column))


def test_the_word_at_the_place_is_underlined(tmp_path: Path) -> None:
    """The number of the line stands before it."""
    file = tmp_path / "s.yaml"
    assert quoted(file, "bodies:\n  hart-lcp: {name: Hart}\n", 2, 3) == [
        f"  at: {file}:2:3",
        "    |",
        "  2 |   hart-lcp: {name: Hart}",
        "    |   ^^^^^^^^",
    ]


def test_the_caret_stands_below_wide_letters(tmp_path: Path) -> None:
    """Two columns a letter."""
    lines = quoted(tmp_path / "s.yaml", "{name: 子, to: trust}\n", 1, 15)
    assert lines[-1] == f"    | {' ' * 15}^^^^^"


def test_a_long_line_is_cut_around_the_place(tmp_path: Path) -> None:
    """What is far to the left or right is left out."""
    line = f"{{{'a: b, ' * 200}hart: x}}"
    shown = quoted(tmp_path / "s.yaml", line, 1, line.index("hart") + 1)
    assert "hart" in shown[2]
    assert len(shown[2]) <= MOST_COLUMNS + len("  1 | ")
    assert shown[2][shown[3].index("^") :].startswith("hart")


def test_what_cannot_be_shown_is_named_alone(tmp_path: Path) -> None:
    """A file that is gone, a line or column that is not there, a cell, a file that is no text."""
    gone = Place(str(tmp_path / "gone.yaml"), 1, 1)
    assert SourceLines().quote(gone) == [f"  at: {gone}"]
    assert len(quoted(tmp_path / "s.yaml", "a: b\n", 9, 1)) == 1
    assert len(quoted(tmp_path / "s.yaml", "a: b\n", 1, 9)) == 1
    binary = tmp_path / "s.bin"
    binary.write_bytes(b"\xff\xfe\x00")
    assert len(SourceLines().quote(Place(str(binary), 1, 1))) == 1
    assert SourceLines().quote(Place("book.xlsx", 14, 3, "bodies!C14")) == ["  at: bodies!C14"]
    assert SourceLines().quote(None) == []


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_cell_of_a_table_is_underlined(between: str, tmp_path: Path) -> None:
    """The whole cell, though its row begins behind cells that hold line breaks and delimiters."""
    rows = [["id", "note", "name"], ["a", 'of,"two";\tlines\nhere', "A"], ["b", "", "Second Body"]]
    file = tmp_path / "bodies.csv"
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=between, lineterminator="\r\n").writerows(rows)
    file.write_bytes(out.getvalue().encode())
    at = SourceLines()
    assert at.quote(Place(str(file), 4, 3))[2:] == [
        f"  4 | b{between}{between}Second Body".replace("\t", " "),
        "    |    ^^^^^^^^^^^",
    ]
    shown = at.quote(Place(str(file), 2, 3))
    assert shown[2].startswith("  3 | here")
    assert shown[3][shown[2].rindex("A")] == "^"
    assert len(at.quote(Place(str(file), 4, 9))) == 1


def test_a_row_is_numbered_by_the_line_it_begins_in(tmp_path: Path) -> None:
    """So that an editor opens it there."""
    table = tmp_path / "bodies.csv"
    table.write_text('id,name,note\na,A,"one\ntwo"\n\nb,B,\n', encoding="utf-8")
    bodies = read_structure(table).bodies
    assert [(body.id, body.place.line) for body in bodies if body.place] == [("a", 2), ("b", 5)]
