"""Looking a citation's paragraph, heading, page or row up in the text of its source."""

import re
from dataclasses import dataclass
from functools import cached_property

from govgraph.formats.limits import read_digits
from govgraph.model.names import normalise
from govgraph.reading.locators import parse_locator

_NUMBERED = re.compile(r"^\s*(\d+(?:\.\d+)*)[.)\s]", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n\s*\n")
_ROWS = re.compile(r"^[^\n]*(?:\t|\|[^\n]*\|)[^\n]*$", re.MULTILINE)
_PAGE_BREAK = "\f"


@dataclass(frozen=True)
class CopiedText:
    """The text of a source, in which locators are looked up."""

    text: str

    def find_missing(self, locator: str) -> str:
        """What of a locator is surely not in the text, in words; nothing if all may be there.

        `Membership ¶2` is the heading or words *Membership*, and a second paragraph after them: a
        paragraph numbered 2, or two that blank lines set apart. Pages and slides are told apart by
        form feeds, rows by the tabs in them; a text without any says nothing of them.
        """
        wanted = parse_locator(locator)
        if wanted.division and not self._has_page(read_digits(wanted.division)):
            return wanted.divided
        start = self._find_words(wanted.words)
        if start is None:
            return f"‘{wanted.words}’"
        where = f" after ‘{wanted.words}’" if normalise(wanted.words) else ""
        rest = self.text[start:]
        if wanted.paragraph and not _has_paragraph(rest, wanted.paragraph):
            return f"paragraph {wanted.paragraph}{where}"
        if wanted.row and not self._has_row(rest, read_digits(wanted.row)):
            return f"row {wanted.row}{where}"
        return ""

    @cached_property
    def _lines(self) -> list[tuple[int, str]]:
        """Where each line ends, and its words without case or punctuation."""
        found, end = [], 0
        for line in self.text.splitlines(keepends=True):
            end += len(line)
            found.append((end, normalise(line)))
        return found

    def _find_words(self, words: str) -> int | None:
        """Where the text goes on after some words, which may run over lines; None without them."""
        wanted = normalise(words)
        if not wanted:
            return 0
        for end, line in self._lines:
            if wanted in line:
                return end
        together = " ".join(line for _, line in self._lines if line)
        return 0 if wanted in together else None

    def _has_page(self, number: int) -> bool:
        """Whether there may be a page of that number."""
        pages = self.text.rstrip(_PAGE_BREAK).count(_PAGE_BREAK) + 1
        return pages == 1 or number <= pages

    def _has_row(self, rest: str, number: int) -> bool:
        """Whether there may be so many rows in the rest of the text."""
        return len(_ROWS.findall(rest)) >= number or not _ROWS.search(self.text)


def _has_paragraph(text: str, written: str) -> bool:
    """Whether a text may have a paragraph of that number."""
    number = read_digits(written) if written.isdigit() else None
    for found in _NUMBERED.finditer(text):
        if found[1] == written or (number and read_digits(found[1].split(".")[0]) == number):
            return True
    parts = sum(1 for part in _BLANK_LINES.split(text) if part.strip())
    return number is not None and parts >= number
