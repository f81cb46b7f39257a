"""The line that a finding is about, with a caret below it."""

from pathlib import Path

from govgraph.errors import Place
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
