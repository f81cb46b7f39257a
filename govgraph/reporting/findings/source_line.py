"""The line of a file that a finding is about, with a caret, as compilers show it."""

import re
from pathlib import Path

from govgraph.errors import Place
from govgraph.reporting.folding import text_width

MOST_BYTES = 20_000_000
"""A larger file is not read again to show a line of it."""
MOST_COLUMNS = 160
"""Columns of a line that are shown; what stands further right is left out."""

_WORD = re.compile(r'"[^"]*"|[^\s:,\[\]{}]+|.')


class SourceLines:
    """Lines of the files that findings are about, each file read once.

    Args:
        width: how many columns a line may fill with its margin; None for `MOST_COLUMNS`.
    """

    def __init__(self, width: int | None = None) -> None:
        self._width = width
        self._lines: dict[str, list[str]] = {}

    def quote(self, place: Place | None, also: str = "") -> list[str]:
        """The place, the line that stands there and a caret; the place alone where there is none.

        A cell of a table has no line that anybody would know again.

        Args:
            place: where it stands.
            also: what is said behind the place.
        """
        if place is None:
            return []
        line = "" if place.cell else self._line(place)
        if not line or place.column > len(line):
            return [f"  at: {place}{also}"]
        number = str(place.line)
        margin = " " * len(number)
        room = self._width - len(margin) - len("   | ") if self._width else MOST_COLUMNS
        shown, before, word = _cut(line, place.column, room)
        return [
            f"  at: {place}{also}",
            f"  {margin} |",
            f"  {number} | {shown}",
            f"  {margin} | {' ' * text_width(before)}{'^' * text_width(word)}",
        ]

    def _line(self, place: Place) -> str:
        """The line of a place, or nothing where the file has no such line or cannot be read."""
        if place.file not in self._lines:
            self._lines[place.file] = _read_lines(Path(place.file))
        lines = self._lines[place.file]
        return lines[place.line - 1] if 0 < place.line <= len(lines) else ""


def _read_lines(path: Path) -> list[str]:
    """The lines of a file; none where it is no file of text, or is gone."""
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return []
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return []
    return [line.replace("\t", " ").rstrip() for line in text.split("\n")]


def _cut(line: str, column: int, room: int) -> tuple[str, str, str]:
    """As much of a line as has room, what stands before a column, and the word that is there."""
    start = max(0, column - room // 2) if column > room * 3 // 4 else 0
    shown = line[start:]
    while text_width(shown) > room:
        shown = shown[: room - text_width(shown)]
    before = shown[: column - 1 - start]
    found = _WORD.match(shown, len(before))
    word = found[0] if found else "^"
    return shown, before, word
