"""Where a sentence names bodies, and which sentences of a paper somebody ought to look at."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from govgraph.reading.matching import forgive
from govgraph.reading.paper_sentences import Sentence, find_sentences
from govgraph.reading.paper_text import Kind, Paper
from govgraph.reading.vocabulary import PATTERNS, WEIGHTY

_PLACE = r"(?<![\w-])(?:{names})(?:'s|s|')?(?![\w-])"

_FEWEST_IN_HEADING = 4
"""Words of a heading that may be a sentence without a full stop, as slides have them."""


class Mention(NamedTuple):
    """A body named in a text that has been made alike: which, and from where to where."""

    body: str
    start: int
    end: int


class Names:
    """The names of bodies, each with the key of its body, ready to be found in sentences.

    Args:
        names: for each key, the names that a body goes by. A name that two go by is nobody's.
    """

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._keys: dict[str, set[str]] = {}
        for key, own in names.items():
            for name in own:
                plain = _plain(name)
                if plain:
                    self._keys.setdefault(plain, set()).add(key)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """All names, the longest first, so that the Trust Board is not the Trust."""
        listed = sorted(self._keys, key=lambda name: (-len(name), name))
        joined = "|".join(re.escape(name) for name in listed)
        return re.compile(_PLACE.format(names=joined or r"(?!)"), re.IGNORECASE)

    def find(self, sentence: str) -> tuple[Mention, ...]:
        """Each body named, in order; a name of one word or of initials only as it is written."""
        text = forgive(sentence)
        found = []
        for match in self._pattern.finditer(text):
            written = match[0]
            keys = self._keys.get(_plain(written)) or self._keys.get(_plain(written)[:-1], set())
            short = " " not in written or written.isupper()
            if len(keys) == 1 and not (short and written[0].islower()):
                found.append(Mention(next(iter(keys)), match.start(), match.end()))
        return tuple(found)


def _plain(name: str) -> str:
    """A name as names are looked up: without an article, case or possessive."""
    plain = forgive(name).casefold().removeprefix("the ")
    return re.sub(r"'s?$", "", plain)


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
