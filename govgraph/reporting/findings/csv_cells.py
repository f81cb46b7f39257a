"""Where the cells of comma-separated text stand among its lines."""

from collections.abc import Iterator, Sequence

Span = tuple[int, int, int]
"""The number of a line and a column of it, both from 0, and how many letters of it are the cell."""


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
