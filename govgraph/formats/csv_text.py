"""Comma-separated text as people send it: any delimiter, any encoding, ragged rows.

The delimiter is the one of `,` `;` and tab that makes a table of most rows: a title above it may
hold any of them. Text that begins like a formula is written with an apostrophe before it, which is
taken off again on reading, so that no spreadsheet runs it. `="0012"` is how other programs write a
text that a spreadsheet must not take for a number: it is that text.
"""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from govgraph.errors import Place
from govgraph.formats.decoding import decode
from govgraph.formats.problems import Problems

SUFFIXES = (".csv", ".tsv")
DELIMITERS = (",", ";", "\t")
_FORMULA = (*"=+-@\t\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula begins with; some spreadsheets take the full-width signs for the plain ones."""
_APOSTROPHE = "'"
_TEXT_AS_FORMULA = re.compile(r'="((?:[^"]|"")*)"')
_LOOKED_AT, _LONGEST = 200, 200_000
"""How many rows, and characters, tell the delimiter."""
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_rows(
    content: bytes, file: str, problems: Problems, delimiter: str = ""
) -> list[list[str]] | None:
    """The rows of a file, or nothing if it is no such text, which is then among the problems.

    Every row stands at the place of the line that it begins in; for its further lines, if cells
    hold line breaks, stand rows without cells. The delimiter is found unless it is given.
    """
    text = _text(content, file, problems)
    if text is None:
        return None
    between = delimiter or find_delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    rows: list[list[str]] = []
    count = 0
    try:
        for row in reader:
            rows.append([_bare(cell) for cell in row])
            # A cell may hold line breaks: rows are numbered by the line that they begin in.
            rows += [[]] * (reader.line_num - len(rows))
            count += len(row) + 1
            if count > problems.limits.nodes:
                most = problems.limits.nodes
                problems.add(Place(file, len(rows), 1), f"the file holds more than {most:,} values")
                return None
    except csv.Error as error:
        message = f"this row cannot be read as comma-separated text: {error}"
        problems.add(Place(file, len(rows) + 1, 1), message)
        return None
    return rows


def write_rows(rows: Iterable[Sequence[object]]) -> bytes:
    """The bytes of a file of rows: UTF-8 with the mark that spreadsheets look for."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([_safe(cell) for cell in row] for row in rows)
    return codecs.BOM_UTF8 + out.getvalue().encode()


def _text(content: bytes, file: str, problems: Problems) -> str | None:
    """The text of a file: what its mark says, else UTF-8, else Windows-1252."""
    if not content.startswith(_MARKS):
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            pass
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError:
            pass
    return decode(content, file, problems)


def find_delimiter(text: str) -> str:
    """What stands between the cells: what makes most rows a table, and as many of them alike.

    Where that decides nothing, the last row does: titles stand above.
    """

    def table(delimiter: str) -> tuple[int, int, int]:
        widths = [*_widths(text[:_LONGEST], delimiter)]
        several = Counter(width for width in widths if width > 1)
        return several.total(), max(several.values(), default=0), [0, *widths][-1]

    return max(DELIMITERS, key=table)


def _widths(text: str, delimiter: str) -> Iterator[int]:
    """The number of cells of each row near the beginning, as far as they can be read."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from (len(row) for row in islice(reader, _LOOKED_AT) if row)
    except csv.Error:
        return


def _safe(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    text = str(cell)
    guarded = text.startswith((*_FORMULA, _APOSTROPHE))
    return f"{_APOSTROPHE}{text}" if guarded else text


def _bare(cell: str) -> str:
    """A cell without what keeps it from being a formula, or a number."""
    if text := _TEXT_AS_FORMULA.fullmatch(cell.strip()):
        return text[1].replace('""', '"')
    guarded = cell.startswith(_APOSTROPHE) and cell[1:].startswith((*_FORMULA, _APOSTROPHE))
    return cell[1:] if guarded else cell
