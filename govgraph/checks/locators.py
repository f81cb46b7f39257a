"""Looking a citation's paragraph, heading or page up in the text of its source."""

import re
from dataclasses import dataclass
from functools import cached_property

from govgraph.model.names import normalise
from govgraph.model.numbers import read_digits

_PARAGRAPH = re.compile(r"(?:¶|\bpara(?:graph)?s?\b\.?)\s*(\d+)", re.IGNORECASE)
_PAGE = re.compile(r"\bp(?:p|ages?)?\b\.?\s*(\d+)", re.IGNORECASE)
_RANGE_END = re.compile(r"^\s*(?:[-–,]|and|to)\s*\d+")
_NUMBERED = re.compile(r"^\s*(\d+)[.)\s]", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n\s*\n")
_PAGE_BREAK = "\f"


@dataclass(frozen=True)
class CopiedText:
    """The text of a source, in which locators are looked up."""

    text: str

    def find_missing(self, locator: str) -> str:
        """What of a locator is surely not in the text, in words; nothing if all may be there.

        `Membership ¶2` is the heading or words *Membership*, and a second paragraph after them: a
        paragraph numbered 2, or two that blank lines set apart. Pages are told apart by form
        feeds; a text without any says nothing of pages.
        """
        paragraph, page = _PARAGRAPH.search(locator), _PAGE.search(locator)
        if page and not self._has_page(read_digits(page[1])):
            return f"page {page[1]}"
        words = locator
        for number in (paragraph, page):
            if number:
                before, after = words.split(number[0], maxsplit=1)
                words = f"{before} {_RANGE_END.sub('', after)}"
        start = self._find_words(words)
        if start is None:
            return f"‘{' '.join(words.split())}’"
        if paragraph and not _has_paragraph(self.text[start:], read_digits(paragraph[1])):
            where = f" after ‘{' '.join(words.split())}’" if normalise(words) else ""
            return f"paragraph {paragraph[1]}{where}"
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


def _has_paragraph(text: str, number: int) -> bool:
    """Whether a text may have a paragraph of that number."""
    if any(read_digits(found[1]) == number for found in _NUMBERED.finditer(text)):
        return True
    return sum(1 for part in _BLANK_LINES.split(text) if part.strip()) >= number
