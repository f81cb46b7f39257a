"""Every quote of a structure, held against the local copy of its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from govgraph.checks.references import Reference, Target, find_references
from govgraph.model.structure import Structure
from govgraph.reading.locators import find_blocks_at
from govgraph.reading.matching import Words
from govgraph.reading.paper_sentences import find_nearest

if TYPE_CHECKING:
    from govgraph.reading.copies import Copies


class QuoteState(StrEnum):
    """How a quote fares."""

    FOUND = "found"
    ELSEWHERE = "found elsewhere"
    MISSING = "not found"
    UNREAD = "not looked up"


@dataclass(frozen=True, slots=True)
class Quote:
    """One quote.

    Attributes:
        reference: what quotes, which source, the place written and the words.
        at: where the words stand, as people write it; empty where they are not found.
        nearest: the sentence of the paper that is nearest to words which are not found.
        nearest_at: where that stands.
    """

    reference: Reference
    state: QuoteState
    at: str = ""
    nearest: str = ""
    nearest_at: str = ""


def find_quotes(structure: Structure, copies: "Copies") -> Iterator[Quote]:
    """Each quote, in the order of the file; those of one record and source one after another."""
    for reference in find_references(structure):
        if reference.target is not Target.SOURCE or not reference.quote:
            continue
        words = copies.words.get(reference.name)
        yield (Quote(reference, QuoteState.UNREAD) if words is None else _look_up(reference, words))


def _look_up(reference: Reference, words: Words) -> Quote:
    """How a quote of a source with a copy fares."""
    blocks = words.paper.blocks
    found = words.find(reference.quote)
    if not found:
        near = find_nearest(words.paper, reference.quote)
        if near is None:
            return Quote(reference, QuoteState.MISSING)
        at = blocks[near.block].at
        return Quote(reference, QuoteState.MISSING, nearest=near.text, nearest_at=at)
    written = find_blocks_at(words.paper, reference.locator)
    firsts = [spans[0].block for spans in found]
    there = [first for first in firsts if first in written]
    state = QuoteState.ELSEWHERE if written and not there else QuoteState.FOUND
    return Quote(reference, state, blocks[(there or firsts)[0]].at)
