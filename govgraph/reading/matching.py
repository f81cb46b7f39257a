"""Finding words in a paper letter by letter: white space, quotation marks and dashes forgiven."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from govgraph.reading.paper import Block, Kind, Paper

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
    def _joined(self) -> tuple[str, tuple[int, ...]]:
        """All blocks as they are compared, with spaces between; where each begins."""
        starts, parts, at = [], [], 0
        for block in self.paper.blocks:
            text = forgive(block.text)
            starts.append(at)
            parts.append(text)
            at += len(text) + 1
        return " ".join(parts), tuple(starts)

    @cached_property
    def _numbered(self) -> str:
        """The same with the numbers of paragraphs, as somebody may have copied them."""
        return " ".join(forgive(_with_number(block)) for block in self.paper.blocks)

    def find(self, quote: str) -> tuple[Span, ...]:
        """Each place where a quote stands: its blocks; nothing where it stands nowhere.

        A quote begins and ends where words do: *port to the Trust* is not in *report to the Trust*.
        """
        wanted = forgive(quote)
        text, starts = self._joined
        return tuple(
            span
            for start in _places(text, wanted)
            for span in self._blocks(starts, start, start + len(wanted))
        )

    def has(self, quote: str) -> bool:
        """Whether a quote stands in the paper, with the numbers of its paragraphs or without."""
        wanted = forgive(quote)
        text, _ = self._joined
        return any(True for _ in _places(text, wanted)) or any(
            True for _ in _places(self._numbered, wanted)
        )

    def _blocks(self, starts: tuple[int, ...], start: int, end: int) -> Iterator[Span]:
        """The blocks that a stretch of the joined text touches."""
        block = bisect_right(starts, start) - 1
        while block < len(starts) and starts[block] < end:
            begins = max(start - starts[block], 0)
            yield Span(block, begins, end - starts[block])
            block += 1


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
