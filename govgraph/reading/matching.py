"""Finding words in a paper letter by letter: white space, quotation marks and dashes forgiven."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from govgraph.reading.paper_text import Block, Kind, Paper

_QUOTES = "\"'`\u00b4‘’\u201a\u201b“”\u201e\u201f«»\u2039\u203a\u2032″"
_DASHES = "-\u2010\u2011\u2012–—\u2015\u2212"
"""Marks that word processors put in place of one another, in fact or by looks."""
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphens, joiners and the like: no reader sees them."""
_FORGIVEN = (
    {ord(sign): "'" for sign in _QUOTES}
    | {ord(sign): "-" for sign in _DASHES}
    | {ord(sign): None for sign in _UNSEEN}
)


def forgive(text: str) -> str:
    r"""A text as it is compared: nothing but white space, quotation marks and dashes made alike.

    >>> forgive("It is  the Trust’s –\nnot ours.") == forgive("It is the Trust's - not ours.")
    True
    >>> forgive("It is the Trust's") == forgive("it is the Trust's")
    False
    """
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    return " ".join(plain.translate(_FORGIVEN).split())


class Span(NamedTuple):
    """Where some words stand: from one letter of a block to another, compared texts counted."""

    block: int
    start: int
    end: int


@dataclass(frozen=True)
class Words:
    """The words of a paper in one line, and where each block of it begins."""

    paper: Paper

    @cached_property
    def _joined(self) -> "_Joined":
        """All blocks as they are compared, with spaces between."""
        return _join(block.text for block in self.paper.blocks)

    @cached_property
    def _numbered(self) -> "_Joined":
        """The same with the numbers of paragraphs, as somebody may have copied them."""
        return _join(map(_with_number, self.paper.blocks))

    def find(self, quote: str) -> tuple[tuple[Span, ...], ...]:
        """Each place where a quote stands, as the stretches of blocks that it covers.

        A quote begins and ends where words do: *port to the Trust* is not in *report to the Trust*.
        One copied with the numbers of its paragraphs is found too.
        """
        wanted = forgive(quote)
        found = tuple(self._joined.blocks(at, wanted) for at in _places(self._joined.text, wanted))
        if found:
            return found
        numbered = self._numbered
        return tuple(
            tuple(self._without_number(span) for span in numbered.blocks(at, wanted))
            for at in _places(numbered.text, wanted)
        )

    def _without_number(self, span: Span) -> Span:
        """The same stretch of a block, letters counted without its number."""
        block = self.paper.blocks[span.block]
        more = len(forgive(_with_number(block))) - len(forgive(block.text))
        return Span(span.block, max(span.start - more, 0), max(span.end - more, 0))


class _Joined(NamedTuple):
    """The text of all blocks in one line, and where each begins."""

    text: str
    starts: tuple[int, ...]

    def blocks(self, at: int, wanted: str) -> tuple[Span, ...]:
        """The stretches of blocks that some words cover which begin at a letter."""
        end = at + len(wanted)
        first = bisect_right(self.starts, at) - 1
        last = bisect_right(self.starts, end - 1)
        return tuple(
            Span(block, max(at - self.starts[block], 0), end - self.starts[block])
            for block in range(first, last)
        )


def _join(texts: Iterable[str]) -> _Joined:
    starts, parts, at = [], [], 0
    for text in texts:
        plain = forgive(text)
        starts.append(at)
        parts.append(plain)
        at += len(plain) + 1
    return _Joined(" ".join(parts), tuple(starts))


def _with_number(block: Block) -> str:
    """A block with its number as most papers print it."""
    if not block.number:
        return block.text
    marker = f"({block.number})" if block.kind is Kind.BULLET else block.number
    return f"{marker}{'' if '.' in block.number or marker[0] == '(' else '.'} {block.text}"


def _places(text: str, wanted: str) -> Iterator[int]:
    """Where some words begin in a text, whole words only."""
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(wanted) : at + len(wanted) + 1]
        if not (_runs_on(before, wanted[0]) or _runs_on(wanted[-1], after)):
            yield at
        at = text.find(wanted, at + 1)


def _runs_on(one: str, other: str) -> bool:
    """Whether two letters beside each other belong to one word."""
    return one.isalnum() and other.isalnum()
