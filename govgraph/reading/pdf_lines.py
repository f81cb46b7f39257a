"""The lines of each page of a PDF, parted where there is room: a program of its own.

It reads a PDF from standard input and writes JSON, so that what a PDF of a stranger costs can be
bounded: PDFium itself bounds neither time nor memory.
"""

import json
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from statistics import median
from typing import Any

from govgraph.plugins import import_extra
from govgraph.reading.text_blocks import Line

MOST_PAGES = 5_000
MOST_LETTERS = 20_000_000
"""More than the longest public inquiry has published in one file."""
_PARTED = 1.35
"""How many times the usual step from line to line is room between paragraphs."""
_HYPHENS = "\x02\ufffe\u00ad"
"""What stands where a word is broken at the end of a line."""
_HYPHEN = re.compile(f"[{_HYPHENS}]")
_BREAK = re.compile("\r\n|\r|\n")
_LIGATURES = {
    ord(sign): letters
    for sign, letters in zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
}


MOST_SECONDS = 60
MOST_MEMORY = 2 * 1024**3
"""What reading one PDF may cost where the system can bound it: of processor, and in bytes."""


class TooLongError(Exception):
    """A paper has more pages or letters than are read."""


def read_lines(content: bytes) -> tuple[int, list[Line]]:
    """How many pages a PDF has, and its lines.

    Raises:
        TooLongError: it goes beyond the limits.
        Exception: the library's own, where the bytes are no PDF or are under a password.
    """
    pdfium = import_extra("pypdfium2", "reading papers in PDF", "reading")
    document = pdfium.PdfDocument(content)
    try:
        pages = len(document)
        if pages > MOST_PAGES:
            raise TooLongError(f"has more than {MOST_PAGES:,} pages, the most that are read")
        return pages, list(_lines(document, pages))
    finally:
        document.close()


def _lines(document: Any, pages: int) -> Iterator[Line]:  # noqa: ANN401 - the library's
    """Every line of every page, with empty ones where there is room between."""
    letters = 0
    for number in range(pages):
        page = document[number]
        try:
            text = page.get_textpage()
            written = text.get_text_range()
            letters += len(written)
            if letters > MOST_LETTERS:
                raise TooLongError(f"has more than {MOST_LETTERS:,} letters, the most that is read")
            yield from _parted(text, written, number + 1)
        finally:
            page.close()
        yield Line("", number + 1)


def _parted(text: Any, written: str, page: int) -> Iterator[Line]:  # noqa: ANN401 - the library's
    """The lines of a page; a word that a hyphen breaks stands on the line it begins on."""
    if len(written) != text.count_chars():
        placed = [(line, 0.0) for line in _BREAK.split(written)]
    else:
        placed = list(_with_tops(text, written))
    steps = [above - below for (_, above), (_, below) in pairwise(placed)]
    usual = median([step for step in steps if step > 0] or [0])
    broken = ""
    for (line, _), step in zip(placed, [0.0, *steps], strict=True):
        if usual and not broken and (step > usual * _PARTED or step < 0):
            yield Line("", page)
        whole = broken + line.translate(_LIGATURES)
        broken = whole.rstrip(_HYPHENS) if whole.endswith(tuple(_HYPHENS)) else ""
        if not broken:
            yield Line(_HYPHEN.sub("", whole), page)
    if broken:
        yield Line(_HYPHEN.sub("", broken), page)


def _with_tops(text: Any, written: str) -> Iterator[tuple[str, float]]:  # noqa: ANN401 - as above
    """Each line that says something, and how far up the page its first letter stands."""
    at = 0
    for line in _BREAK.split(written):
        if line.strip():
            indent = len(line) - len(line.lstrip())
            yield line, text.get_charbox(at + indent, loose=True)[1]
        at += len(line)
        at += 2 if written.startswith("\r\n", at) else 1


def main() -> int:
    """Read a PDF from standard input, and write its pages and lines, or why there are none."""
    _bound()
    try:
        pages, lines = read_lines(sys.stdin.buffer.read())
        found: dict[str, Any] = {"pages": pages, "lines": lines}
    except TooLongError as error:
        found = {"refused": str(error)}
    except Exception as error:  # noqa: BLE001 - PDFium raises anything on a file of a stranger
        found = {"damaged": str(error) or type(error).__name__}
    sys.stdout.buffer.write(json.dumps(found).encode())
    return 0


def _bound() -> None:
    """Bound time and memory, on systems that can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in ((resource.RLIMIT_CPU, MOST_SECONDS), (resource.RLIMIT_AS, MOST_MEMORY)):
        with suppress(OSError, ValueError):  # some systems refuse a bound
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    sys.exit(main())
