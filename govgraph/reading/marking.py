"""The sentences of a paper that somebody ought to have looked at, and why each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from govgraph.reading.named_bodies import Mention, Names
from govgraph.reading.paper_sentences import Sentence, find_sentences
from govgraph.reading.paper_text import Kind, Paper
from govgraph.reading.vocabulary import PATTERNS, WEIGHTY

_FEWEST_IN_HEADING = 4
"""Words of a heading that may be a sentence without a full stop, as slides have them."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence to be looked at.

    Attributes:
        sentence: its words and where it stands.
        at: its place, as people write it.
        speaks_of: what it speaks of: `accountability`, `chairing` and so on.
        mentions: the bodies it names.
    """

    sentence: Sentence
    at: str
    speaks_of: tuple[str, ...]
    mentions: tuple[Mention, ...]


def mark_sentences(paper: Paper, names: Mapping[str, Iterable[str]]) -> tuple[Marked, ...]:
    """Every sentence that speaks of governance or names a body, in the order of the paper.

    Args:
        paper: the paper.
        names: the bodies to be recognised: for each key, the names it goes by.
    """
    known = Names(names)
    marked = []
    for sentence in find_sentences(paper):
        block = paper.blocks[sentence.block]
        speaks = tuple(name for name, words in PATTERNS.items() if words.search(sentence.text))
        mentions = known.find(sentence.text)
        if block.kind is Kind.HEADING:
            long = len(sentence.text.split()) >= _FEWEST_IN_HEADING
            wanted = long and any(each in WEIGHTY for each in speaks)
        else:
            wanted = bool(speaks or mentions) or (
                block.kind is Kind.ROW and _is_filled(block.cells)
            )
        if wanted:
            marked.append(Marked(sentence, block.at, speaks, mentions))
    return tuple(marked)


def _is_filled(cells: tuple[str, ...]) -> bool:
    """Whether a row says something of something: a table of members names them in rows."""
    return sum(1 for cell in cells if cell) > 1
