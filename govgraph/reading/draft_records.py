"""What a paper seems to say and the record does not: drafted, and nothing until it is accepted."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from govgraph.reading.body_names import BodyName
from govgraph.reading.marking import Marked, Mention, Names
from govgraph.reading.matching import forgive
from govgraph.reading.membership_tables import DraftSeat, draft_seats
from govgraph.reading.paper_sentences import Sentence, find_sentences
from govgraph.reading.paper_text import Kind, Paper

_ADVERBS = r"(?:(?:\w+ly|also|back|in turn|jointly|both|and) ){0,4}"
_LEAD = (
    r"^(?:,? ?(?:which|who|that|and|also|\([^)]*\)|[\w ]{0,40}\) ?))?\s*"
    r"(?:(?:is|are|was|were|be|been|will|shall|must|should|would|may|to|then|in turn|both"
    r"|continues?"
    r"|remains?|has|have|\w+ly)\s+)*$"
)
_STATED = (
    ("accountable_to", re.compile(rf"\b{_ADVERBS}(?:accountable|answerable) {_ADVERBS}to\b")),
    ("accountable_to", re.compile(rf"\banswers? {_ADVERBS}to\b")),
    ("reports_to", re.compile(rf"\breports? {_ADVERBS}(?:in ?)?to\b")),
)
_HOLDS = re.compile(r"\bhold(?:s|ing)? ")
_TO_ACCOUNT = re.compile(r"^ to account\b")
_DENIED = re.compile(r"\b(?:not|no longer|never|neither|nor|without)\b", re.IGNORECASE)
_JOINED = re.compile(r"^(?:,? ?(?:and|as well as|&) ?(?:also )?(?:to )?(?:the )?|, ?(?:the )?)$")
_BEFORE_OBJECT = re.compile(r"^ ?(?:both )?(?:the |each of the |its |their |a )?(?:\d+ |\w+ly )?$")
_LONGEST_LEAD = 60


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A line of account that nobody has accepted yet.

    Attributes:
        subordinate: the key of the body that answers.
        kind: `accountable_to` or `reports_to`.
        superior: the key of the body that is answered to.
        quote: the words that say so, letter by letter.
        at: where they stand.
    """

    subordinate: str
    kind: str
    superior: str
    quote: str
    at: str


def draft_lines(marked: Sequence[Marked]) -> Iterator[DraftLine]:
    """Every line of account that one sentence states, both ends named in it and nothing denied."""
    for each in marked:
        text = forgive(each.sentence.text)
        if len(each.mentions) > 1 and not _DENIED.search(text):
            yield from _in_sentence(each, text)


def _in_sentence(each: Marked, text: str) -> Iterator[DraftLine]:
    """The lines that one sentence states."""
    quote = each.sentence.text
    for kind, pattern in _STATED:
        for found in pattern.finditer(text):
            subject = _subject(each.mentions, text, found.start())
            for superior in _objects(each.mentions, text, found.end()):
                if subject and superior.body != subject.body:
                    yield DraftLine(subject.body, kind, superior.body, quote, each.at)
    for found in _HOLDS.finditer(text):
        subject = _subject(each.mentions, text, found.start())
        held = next((m for m in each.mentions if m.start >= found.end()), None)
        if subject and held and _TO_ACCOUNT.match(text[held.end :]) and held.body != subject.body:
            yield DraftLine(held.body, "accountable_to", subject.body, quote, each.at)


def _subject(mentions: Sequence[Mention], text: str, at: int) -> Mention | None:
    """The body of which something is said: the last one before it, with little between."""
    before = [mention for mention in mentions if mention.end <= at]
    if not before:
        return None
    between = text[before[-1].end : at]
    return before[-1] if len(between) <= _LONGEST_LEAD and re.match(_LEAD, between) else None


def _objects(mentions: Sequence[Mention], text: str, at: int) -> Iterator[Mention]:
    """The bodies named next, as long as nothing but *and* stands between them."""
    first = True
    for mention in mentions:
        if mention.start < at:
            continue
        between = text[at : mention.start]
        if not (_BEFORE_OBJECT if first else _JOINED).match(between):
            return
        yield mention
        at, first = mention.end, False


@dataclass(frozen=True, slots=True)
class DraftBody:
    """A body that the paper names and nobody has recorded.

    Attributes:
        key: what the draft calls it.
        quote: the first sentence that names it.
        at: where that stands.
    """

    key: str
    body: BodyName
    quote: str
    at: str


@dataclass(frozen=True, slots=True)
class SeatOnBody:
    """A drafted seat, and the key of the body that the words before its table name."""

    body: str
    seat: DraftSeat


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything drafted from one paper."""

    bodies: tuple[DraftBody, ...]
    lines: tuple[DraftLine, ...]
    seats: tuple[SeatOnBody, ...]

    def __len__(self) -> int:
        return len(self.bodies) + len(self.lines) + len(self.seats)


def draft_paper(
    paper: Paper,
    named: Mapping[str, BodyName],
    names: Mapping[str, Iterable[str]],
    marked: Sequence[Marked],
) -> Draft:
    """Draft bodies, lines of account and seats.

    Args:
        paper: the paper.
        named: the bodies that nobody has recorded, by their keys.
        names: the names of all bodies, recorded or not, by their keys.
        marked: the sentences of the paper, with the bodies they name.
    """
    known = Names(names)
    sentences: dict[str, Sentence] = {}
    for sentence in find_sentences(paper):
        for mention in known.find(sentence.text):
            sentences.setdefault(mention.body, sentence)
    bodies = tuple(
        DraftBody(key, body, sentences[key].text, paper.blocks[sentences[key].block].at)
        for key, body in named.items()
        if key in sentences
    )
    once = dict.fromkeys(draft_lines(marked))
    return Draft(bodies, tuple(once), tuple(_seats(paper, known)))


def _seats(paper: Paper, known: Names) -> Iterator[SeatOnBody]:
    """The rows of tables of members, each with the body named before its table, if there is one."""
    bodies: dict[int, str] = {}
    for seat in draft_seats(paper):
        table = paper.blocks[seat.block].table
        if table not in bodies:
            bodies[table] = _body_before(paper, seat.block, known)
        yield SeatOnBody(bodies[table], seat)


def _body_before(paper: Paper, row: int, known: Names) -> str:
    """The body named last before a table: in the words just above, the heading, or the title."""
    above = row
    while above and paper.blocks[above].kind is Kind.ROW:
        above -= 1
    block = paper.blocks[row]
    for text in (paper.blocks[above].text, block.heading, paper.title):
        if found := known.find(text):
            return found[0].body
    mentions = (mention.body for each in paper.blocks[:row] for mention in known.find(each.text))
    counted = Counter(mentions).most_common(1)
    return counted[0][0] if counted else ""
