"""The line of a file that a finding is about, with a caret, as compilers show it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from govgraph.errors import Place
from govgraph.formats.csv_text import SUFFIXES, find_delimiter
from govgraph.reporting.text_columns import text_width

MOST_BYTES = 20_000_000
"""A larger file is not read again to show a line of it."""
MOST_COLUMNS = 160
"""Columns of a line that are shown; what stands further right is left out."""

_WORD = re.compile(r'"[^"]*"|[^\s:,\[\]{}]+|.')

Span = tuple[int, int, int]
"""The number of a line and a column of it, both from 0, and how many letters of it are the cell."""


@dataclass(frozen=True, slots=True)
class _Text:
    """The lines of a file, and what stands between the cells where it is a table."""

    lines: tuple[str, ...] = ()
    delimiter: str = ""

    def find(self, row: int, column: int) -> tuple[int, int, int] | None:
        """The line and column of a place, from 0, and how many letters are there, if any are.

        It is 0 letters where the line does not say how far it goes.
        """
        if row < 0 or column < 0:
            return None
        if self.delimiter:
            return find_cell(self.lines, row, column, self.delimiter)
        there = row < len(self.lines) and column < len(self.lines[row])
        return (row, column, 0) if there else None


class SourceLines:
    """Lines of the files that findings are about, each file read once.

    Args:
        width: how many columns a line may fill with its margin; None for `MOST_COLUMNS`.
    """

    def __init__(self, width: int | None = None) -> None:
        self._width = width
        self._texts: dict[str, _Text] = {}

    def quote(self, place: Place | None, also: str = "") -> list[str]:
        """The place, the line that stands there and a caret; the place alone where there is none.

        A cell of a workbook has no line that anybody would know again.

        Args:
            place: where it stands.
            also: what is said behind the place.
        """
        if place is None:
            return []
        text = _Text() if place.cell else self._read(place.file)
        found = text.find(place.line - 1, place.column - 1)
        if found is None:
            return [f"  at: {place}{also}"]
        row, column, letters = found
        number = str(row + 1)
        margin = " " * len(number)
        room = self._width - len(margin) - len("   | ") if self._width else MOST_COLUMNS
        line = text.lines[row].replace("\t", " ")
        shown, before, word = _cut(line, column + 1, room, letters)
        return [
            f"  at: {place}{also}",
            f"  {margin} |",
            f"  {number} | {shown}",
            f"  {margin} | {' ' * text_width(before)}{'^' * text_width(word)}",
        ]

    def _read(self, file: str) -> _Text:
        """The text of a file; nothing where it cannot be read as one."""
        if file not in self._texts:
            self._texts[file] = _read_text(Path(file))
        return self._texts[file]


def _read_text(path: Path) -> _Text:
    """The lines of a file; none where it is no file of text, or is gone."""
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return _Text()
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return _Text()
    table = path.suffix.casefold() in SUFFIXES
    lines = tuple(line.rstrip("\r" if table else None) for line in text.split("\n"))
    return _Text(lines, find_delimiter(text) if table else "")


def _cut(line: str, column: int, room: int, letters: int) -> tuple[str, str, str]:
    """As much of a line as has room, what stands before a column, and what is there.

    That is so many letters, or the word that begins there, if they are 0.
    """
    start = max(0, column - room // 2) if column > room * 3 // 4 else 0
    shown = line[start:]
    while text_width(shown) > room:
        shown = shown[: room - text_width(shown)]
    before = shown[: column - 1 - start]
    found = _WORD.match(shown, len(before))
    word = shown[len(before) :][:letters] if letters else found and found[0]
    return shown, before, word or "^"


def find_cell(lines: Sequence[str], row: int, column: int, delimiter: str) -> Span | None:
    """Where a cell begins, and how far it goes in that line; None where there is no such cell.

    Args:
        lines: the lines of the text.
        row: the number of the line, from 0, in which its row begins.
        column: the number of the cell in that row, from 0.
        delimiter: what stands between the cells.

    >>> find_cell(['a,"b', 'c",d'], 0, 2, ",")
    (1, 3, 1)
    """
    for number, span in enumerate(_find_cells(lines, row, delimiter)):
        if number == column:
            return span
    return None


def _find_cells(lines: Sequence[str], line: int, delimiter: str) -> Iterator[Span]:
    """Where the cells of one row stand."""
    at = 0
    while line < len(lines):
        first, begin = line, at
        if lines[line].startswith('"', at):
            line, at = _pass_quotes(lines, line, at + 1)
        end = lines[line].find(delimiter, at) if line < len(lines) else -1
        stop = (end if end >= 0 else len(lines[line])) if line == first else len(lines[first])
        yield first, begin, stop - begin
        if end < 0:
            return
        at = end + 1


def _pass_quotes(lines: Sequence[str], line: int, at: int) -> tuple[int, int]:
    """Where it goes on behind the mark that closes a quoted cell; two marks are one letter."""
    while line < len(lines):
        end = lines[line].find('"', at)
        if end < 0:
            line, at = line + 1, 0
        elif lines[line].startswith('"', end + 1):
            at = end + 2
        else:
            return line, end + 1
    return line, 0
