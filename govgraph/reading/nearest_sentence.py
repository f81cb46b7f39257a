"""The sentence of a paper that is nearest to words which do not stand in it."""

import re

from govgraph.reading.matching import forgive
from govgraph.reading.paper_sentences import Sentence, find_sentences
from govgraph.reading.paper_text import Paper

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
