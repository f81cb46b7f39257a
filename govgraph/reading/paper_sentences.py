"""The sentences of a paper, each with the block it stands in and where it begins and ends there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govgraph.reading.matching import Span, forgive
from govgraph.reading.paper_text import Kind, Paper

_SHORT = (
    "e.g", "i.e", "etc", "cf", "Cllr", "Cllrs", "No", "Nos", "Dr", "Mr", "Mrs", "Ms", "Prof", "Rev",
    "St", "vs", "Hon", "Rt", "Sir", "para", "paras", "pp", "ref", "Ltd", "Inc", "approx", "incl",
    "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec",
)  # fmt: skip
"""What a full stop shortens; a name may follow, so that a capital does not end a sentence."""
_BEFORE = "".join(rf"(?<!\b{re.escape(each)})" for each in _SHORT)
_END = re.compile(rf"{_BEFORE}(?<!\b[A-Z])[.!?]['\"’”)\]]*\s+(?=[A-Z0-9\"'‘“(\[])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or a table row as a whole.

    Attributes:
        text: its words.
        span: its block, and where it begins and ends there, letters counted as they are compared.
    """

    text: str
    span: Span

    @property
    def block(self) -> int:
        """The index of the block it stands in."""
        return self.span.block

    def overlaps(self, span: Span) -> bool:
        """Whether some words touch it."""
        own = self.span
        return span.block == own.block and span.start < own.end and own.start < span.end


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text begins and ends.

    >>> text = "It meets (e.g. Cllr. Lloyd). It votes."
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['It meets (e.g. Cllr. Lloyd).', 'It votes.']
    """
    start = 0
    for found in _END.finditer(text):
        yield start, found.start() + len(found[0].rstrip())
        start = found.end()
    if start < len(text):
        yield start, len(text)


def find_sentences(paper: Paper) -> tuple[Sentence, ...]:
    """Every sentence of a paper, in order; a heading and a row are one each."""
    found = []
    for index, block in enumerate(paper.blocks):
        whole = block.kind in {Kind.ROW, Kind.HEADING}
        parts = ((0, len(block.text)),) if whole else split_sentences(block.text)
        before = 0
        for start, end in parts:
            text = block.text[start:end]
            length = len(forgive(text))
            found.append(Sentence(text, Span(index, before, before + length)))
            before += length + 1
    return tuple(found)


LEAST_ALIKE = 0.5
"""The share of words that must be there before a sentence is offered."""
_WORD = re.compile(r"\w+")


def find_nearest(paper: Paper, quote: str) -> Sentence | None:
    """The first of the sentences that have most of the words of a quote; None where few do."""
    wanted = set(_WORD.findall(forgive(quote).casefold()))
    best, most = None, LEAST_ALIKE
    for sentence in find_sentences(paper) if wanted else ():
        alike = len(wanted.intersection(_WORD.findall(sentence.text.casefold()))) / len(wanted)
        if alike > most:
            best, most = sentence, alike
    return best
