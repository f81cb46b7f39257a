"""A paper beside the record, as one page: what is open, what is recorded, what was dismissed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from govgraph.reading.coverage import Cited, Entry, State
from govgraph.reading.matching import Span
from govgraph.reading.paper_sentences import Sentence, find_sentences
from govgraph.reading.paper_text import Block, Kind
from govgraph.reporting.page.templates import find_templates, write_policy
from govgraph.reporting.reader.as_data import left_as_text, name_of, summary
from govgraph.reporting.reader.open_paper import OpenPaper
from govgraph.reporting.reader.suggestions import Choices, Chooser, Suggestion, suggest

SAYS = {
    State.OPEN: "Open",
    State.RECORDED: "Recorded",
    State.DISMISSED: "Dismissed",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a block: a sentence, with its number if it is marked."""

    text: str
    number: int = 0
    state: str = ""


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block of the paper in the pieces that it is shown in; of a row, a piece for each cell."""

    block: Block
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A marked sentence beside the paper, with what may be done about it."""

    number: int
    entry: Entry
    bodies: tuple[str, ...]
    left: str
    suggestions: tuple[Suggestion, ...]
    choices: Choices

    @property
    def state(self) -> str:
        """Its state in a word."""
        return str(self.entry.state)

    @property
    def said(self) -> str:
        """Its state as people read it."""
        return SAYS[self.entry.state]


@dataclass(frozen=True, slots=True)
class Controls:
    """What a page needs on which somebody decides; a page that is only read has none.

    Attributes:
        action: where decisions are sent.
        token: what proves that they come from this page.
        said: what the last decision came to, if anything was.
        failed: whether that was a failure.
        can_undo: whether there is a decision to take back.
        writes: the name of the structure file that is written; nothing without one.
    """

    action: str
    token: str
    said: str = ""
    failed: bool = False
    can_undo: bool = False
    writes: str = ""


def build_reader_page(opened: OpenPaper, controls: Controls | None = None) -> str:
    """The page; the same paper, record and marks give the same bytes.

    Whatever a paper says is escaped, and the page's security policy lets nothing but its own
    script run and lets it fetch nothing.
    """
    from markupsafe import Markup

    templates = find_templates()
    style = templates.get_template("reader.css").render()
    script = templates.get_template("reader.js").render()
    policy = write_policy(style, script)
    if controls:
        policy = policy.replace("form-action 'none'", "form-action 'self'")
    entries = tuple(_entries(opened))
    return templates.get_template("reader.html").render(
        title=opened.paper.title,
        file=opened.path.name,
        summary=summary(opened),
        groups=tuple(_groups(opened)),
        entries=entries,
        counts={SAYS[state]: opened.coverage.count(state) for state in State},
        lost=opened.coverage.lost,
        gone=opened.coverage.gone,
        changed=_changed(opened),
        controls=controls,
        kinds=tuple(opened.structure.kinds_of_relation.values()),
        style=Markup(style),  # noqa: S704 - our own
        script=Markup(script),  # noqa: S704 - our own
        policy=policy,
    )


def _changed(opened: OpenPaper) -> tuple[tuple[Cited, str, str], ...]:
    """Each record whose words are not in the paper, with the sentence there that is nearest."""
    from govgraph.reading.paper_sentences import find_nearest

    found = []
    for record in opened.coverage.lost:
        near = find_nearest(opened.paper, record.quote)
        at = opened.paper.blocks[near.block].at if near else ""
        found.append((record, near.text if near else "", at))
    return tuple(found)


def _entries(opened: OpenPaper) -> Iterator[PageEntry]:
    """Each marked sentence under its number."""
    suggestions = suggest(opened)
    chooser = Chooser(opened)
    for number, entry in enumerate(opened.coverage.entries, 1):
        keys = dict.fromkeys(mention.body for mention in entry.marked.mentions)
        yield PageEntry(
            number,
            entry,
            tuple(name_of(opened, key) for key in keys),
            left_as_text(opened, entry),
            suggestions.get(entry.marked.sentence.span, ()),
            chooser.find(entry.marked),
        )


def _groups(opened: OpenPaper) -> Iterator[tuple[str, tuple[PageBlock, ...]]]:
    """Blocks that belong together: the bullets of a list, the rows of a table, others alone."""
    numbers = {
        entry.marked.sentence.span: Piece(entry.marked.sentence.text, number, str(entry.state))
        for number, entry in enumerate(opened.coverage.entries, 1)
    }
    sentences: dict[int, list[Sentence]] = {}
    for sentence in find_sentences(opened.paper):
        sentences.setdefault(sentence.block, []).append(sentence)
    shown = (
        PageBlock(block, tuple(_pieces(block, sentences.get(index, []), numbers)))
        for index, block in enumerate(opened.paper.blocks)
    )

    def together(each: PageBlock) -> tuple[str, object]:
        kind = each.block.kind
        alone = kind in {Kind.PARAGRAPH, Kind.HEADING}
        return str(kind), id(each) if alone else (each.block.table, each.block.lead)

    for (kind, _), blocks in groupby(shown, together):
        yield kind, tuple(blocks)


def _pieces(
    block: Block, sentences: list[Sentence], numbers: Mapping[Span, Piece]
) -> Iterator[Piece]:
    """The sentences of a block; a row is one, shown in its cells."""
    if block.kind is Kind.ROW:
        marked = numbers.get(sentences[0].span) if sentences else None
        number, state = (marked.number, marked.state) if marked else (0, "")
        yield from (Piece(cell, number, state) for cell in block.cells)
        return
    for sentence in sentences:
        yield numbers.get(sentence.span, Piece(sentence.text))
