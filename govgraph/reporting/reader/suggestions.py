"""What may be recorded of a sentence: drafted records, and the ends that a line could have."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from govgraph.reading.marking import Marked, Names
from govgraph.reading.matching import Span
from govgraph.reporting.reader.as_data import name_of
from govgraph.reporting.reader.open_paper import OpenPaper, known_names
from govgraph.wording.verbs import format_tie

_MOST_CHOICES = 60
"""How many bodies somebody may choose from; those that the sentence speaks of come first."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something drafted, ready to be accepted.

    Attributes:
        what: `body`, `line` or `seat`.
        key: which of them: the key of a body, or the number of a line or seat in the draft.
        says: what it is, in words.
    """

    what: str
    key: str
    says: str


@dataclass(frozen=True, slots=True)
class Choices:
    """The bodies that a new line may run between: each key with its name, the likeliest first.

    Attributes:
        near: how many of them are named in the sentence, its heading or its lead-in.
    """

    bodies: tuple[tuple[str, str], ...]
    near: int


def suggest(opened: OpenPaper) -> dict[Span, tuple[Suggestion, ...]]:
    """What is drafted from each sentence, by where the sentence stands."""
    found: dict[Span, list[Suggestion]] = {}
    by_text = {
        (entry.marked.sentence.text, entry.marked.at): entry.marked.sentence.span
        for entry in reversed(opened.coverage.entries)
    }
    spans = [entry.marked.sentence.span for entry in opened.coverage.entries]
    rows = {span.block: span for span in spans}
    drafted = (*_bodies(opened, by_text), *_lines(opened, by_text), *_seats(opened, rows))
    for span, suggestion in drafted:
        found.setdefault(span, []).append(suggestion)
    return {span: tuple(each) for span, each in found.items()}


def _bodies(
    opened: OpenPaper, by_text: dict[tuple[str, str], Span]
) -> Iterator[tuple[Span, Suggestion]]:
    for each in opened.draft.bodies:
        span = by_text.get((each.quote, each.at))
        if span:
            others = ", ".join(each.body.also_known_as)
            says = [each.body.name, f"also known as {others}" if others else "", each.body.kind]
            says.append(f"about {each.body.count} of them" if each.body.count else "")
            yield span, Suggestion("body", each.key, "; ".join(filter(None, says)))


def _lines(
    opened: OpenPaper, by_text: dict[tuple[str, str], Span]
) -> Iterator[tuple[Span, Suggestion]]:
    kinds = opened.structure.kinds_of_relation
    for number, line in enumerate(opened.draft.lines):
        span = by_text.get((line.quote, line.at))
        if span:
            ends = name_of(opened, line.subordinate), name_of(opened, line.superior)
            says = format_tie(ends[0], kinds[line.kind].reads, ends[1])
            yield span, Suggestion("line", str(number), says)


def _seats(opened: OpenPaper, rows: dict[int, Span]) -> Iterator[tuple[Span, Suggestion]]:
    for number, each in enumerate(opened.draft.seats):
        span = rows.get(each.seat.block)
        if span and each.body:
            seat = each.seat
            holder = "vacant" if seat.vacant else seat.person or seat.post
            says = [f"{seat.role} of {name_of(opened, each.body)}", holder]
            says.append(seat.post if seat.person else "")
            says.append(f"for {seat.organisation}" if seat.organisation else "")
            yield span, Suggestion("seat", str(number), ", ".join(filter(None, says)))


class Chooser:
    """Finds the bodies that a new line may run between, sentence by sentence."""

    def __init__(self, opened: OpenPaper) -> None:
        self.opened = opened
        self.names = opened.name_by_key
        self.known = Names(known_names(opened.structure, opened.names))
        self.others = sorted(self.names, key=lambda key: (self.names[key], key))

    def find(self, marked: Marked) -> Choices:
        """The bodies of a sentence, of its heading and its lead-in, then others by name."""
        paper = self.opened.paper
        block = paper.blocks[marked.sentence.block]
        lead = paper.blocks[block.lead].text if block.lead >= 0 else ""
        near = [mention.body for mention in marked.mentions]
        for text in (lead, block.heading, paper.title):
            near += [mention.body for mention in self.known.find(text)]
        first = list(dict.fromkeys(near))
        others = (key for key in self.others if key not in first)
        keys = (*first, *islice(others, max(_MOST_CHOICES - len(first), 0)))
        return Choices(tuple((key, self.names[key]) for key in keys), len(first))
