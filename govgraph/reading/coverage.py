"""What of a paper a structure holds: each marked sentence open, recorded or dismissed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from govgraph.reading.locators import find_blocks_at
from govgraph.reading.marking import Marked
from govgraph.reading.matching import Span, Words, forgive
from govgraph.reading.paper_marks import Mark
from govgraph.reading.vocabulary import OF_WEIGHT, PATTERNS


class State(StrEnum):
    """Whether a sentence still has to be looked at."""

    OPEN = "open"
    RECORDED = "recorded"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Cited:
    """A record that cites the paper.

    Attributes:
        label: what it is, in words: `The chair of Hart Board`.
        at: the place that is cited.
        quote: the words that are quoted, if any.
        place: where it is written.
        bodies: the ids of the bodies that it is about.
    """

    label: str
    at: str
    quote: str
    place: str = ""
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A marked sentence and what has become of it.

    Attributes:
        records: the records that quote some of it.
        beside: the records that cite its place, without words.
        why: of one that was dismissed, why.
        left: of one that records quote and that is open all the same: the keys of the bodies that
            none of them is about, and what it speaks of in words that none of them quotes.
    """

    marked: Marked
    state: State
    records: tuple[Cited, ...] = ()
    beside: tuple[Cited, ...] = ()
    why: str = ""
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """A paper held against a structure.

    Attributes:
        entries: each marked sentence, in the order of the paper.
        lost: the records that quote words which are not in the paper: of an older edition, or
            nobody's.
        gone: the marks of sentences that are not in the paper any more.
    """

    entries: tuple[Entry, ...]
    lost: tuple[Cited, ...]
    gone: tuple[Mark, ...]

    def count(self, state: State) -> int:
        """How many sentences are in a state."""
        return sum(entry.state is state for entry in self.entries)


def find_coverage(
    words: Words, marked: Sequence[Marked], cited: Sequence[Cited], marks: Sequence[Mark]
) -> Coverage:
    """Which of the marked sentences records rest on, by the words they quote.

    A sentence is recorded where records quote some of it, and each of its words on account,
    reporting or chairing; where one of them is a relation, they must be about every body that it
    names. Else it is still open: two lines may stand in one sentence. A record that only cites its
    place is told beside it: nobody can see which of the sentences there it means.
    """
    quoted = [(record, _spans(words, record)) for record in cited if record.quote]
    placed = [
        (record, find_blocks_at(words.paper, record.at))
        for record in cited
        if not record.quote and record.at
    ]
    dismissed = {forgive(mark.quote): mark for mark in marks}
    entries = []
    for each in marked:
        own = [
            (record, spans) for record, spans in quoted if any(map(each.sentence.overlaps, spans))
        ]
        beside = tuple(record for record, blocks in placed if each.sentence.block in blocks)
        mark = dismissed.get(forgive(each.sentence.text))
        left = () if mark else tuple(_find_left(each, own))
        records = tuple(record for record, _ in own)
        done = State.DISMISSED if mark else State.OPEN
        state = State.RECORDED if records and not left else done
        why = mark.why if mark else ""
        entries.append(Entry(each, state, records, beside, why, left))
    lost = tuple(record for record, spans in quoted if not spans)
    gone = tuple(mark for mark in marks if not words.find(mark.quote))
    return Coverage(tuple(entries), lost, gone)


def _find_left(marked: Marked, own: Sequence[tuple[Cited, tuple[Span, ...]]]) -> Iterator[str]:
    """What of a quoted sentence no record is about: bodies that it names, words of weight."""
    if not own:
        return
    about = {body for record, _ in own for body in record.bodies}
    if any(len(record.bodies) > 1 for record, _ in own):
        yield from dict.fromkeys(m.body for m in marked.mentions if m.body not in about)
    text, start = forgive(marked.sentence.text), marked.sentence.span.start
    quoted = [span for _, spans in own for span in spans if span.block == marked.sentence.block]
    for name in OF_WEIGHT:
        for found in PATTERNS[name].finditer(text):
            first, last = start + found.start(), start + found.end()
            if not any(span.start < last and first < span.end for span in quoted):
                yield name
                break


def _spans(words: Words, record: Cited) -> tuple[Span, ...]:
    """Where the words of a record stand: at the place it cites, or else where they stand first."""
    found = words.find(record.quote)
    blocks = find_blocks_at(words.paper, record.at)
    there = [spans for spans in found if spans[0].block in blocks]
    return (there or found or ((),))[0]
