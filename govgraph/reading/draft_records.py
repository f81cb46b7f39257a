"""What a paper seems to say and the record does not: drafted, and nothing until it is accepted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from govgraph.reading.body_names import BodyName
from govgraph.reading.drafted_lines import DraftLine, draft_lines
from govgraph.reading.marking import Marked, Names
from govgraph.reading.membership_tables import DraftSeat, draft_seats
from govgraph.reading.paper_sentences import Sentence, find_sentences
from govgraph.reading.paper_text import Kind, Paper


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
