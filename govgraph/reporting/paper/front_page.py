"""The first page of a paper: what it is for, what there is, what the board is asked, the figure.

It is full and no more than that, so that the figure stands on the second page.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from govgraph.drawing.text import measure
from govgraph.reporting.page.page_records import FindingGroup, FindingItem
from govgraph.reporting.paper.paper_blocks import Block, Bullets, Heading, Paragraph
from govgraph.reporting.paper.paper_content import PaperContent
from govgraph.reporting.paper.paper_drafting import Cell, Draft
from govgraph.reporting.paper.paper_words import plain, say
from govgraph.wording.verbs import agree_subject, cut_name

_PAIR = 2
EACH = "each of them"
"""What stands for the names of several bodies in a recommendation."""

_HIGH, _WIDE = 740.0, 493.0
"""The text area of an A4 page in points, less what another program's lines may be higher."""
_TEXT, _SMALL = 10.5, 9.0
_LEADING, _CLOSE = 1.25, 1.18
"""Line spacing, of text and in a table, in sizes of the letters."""
_OTHER_FONT = 1.1
"""How much wider the letters of the font may be that stands in for Arial."""
_TITLE, _CAPTIONED = 84.0, 40.0
"""What title and particulars take, and what a table takes besides its rows."""
_ROUND = 3.0
"""What a row takes besides its lines."""
_NAMED = 12
"""Most bodies named beside one recommendation on the first page."""
_SHARES = (0.1, 0.4, 0.5)
"""About the shares of the columns of the recommendations."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What a board may resolve.

    Attributes:
        text: the sentence; for several bodies it says `EACH` where it would name one.
        bodies: the names of the bodies it is for, in the order of the findings.
        groups: the numbers of the findings that it answers.
        severity: that of the gravest of them.
    """

    text: str
    bodies: tuple[str, ...]
    groups: tuple[int, ...]
    severity: str


def number_spans(items: Sequence[FindingItem]) -> str:
    """The numbers of findings, three or more that follow one another as a span: 1.1 to 1.3, 1.5."""
    runs: list[list[str]] = []
    for number in (item.number for item in items):
        if runs and _place(number) == _place(runs[-1][-1]) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    spans = (f"{run[0]} to {run[-1]}" if len(run) > _PAIR else ", ".join(run) for run in runs)
    return ", ".join(spans)


def _place(number: str) -> int:
    return int(number.partition(".")[2] or 0)


def gather_recommendations(groups: Iterable[FindingGroup]) -> tuple[Recommendation, ...]:
    """The recommendations of some findings, in their order, those that are alike as one."""
    alike: dict[str, list[tuple[FindingGroup, FindingItem]]] = {}
    for group in groups:
        for item in group.findings:
            text = item.recommendation or item.remedy
            if text:
                alike.setdefault(_generic(text, item), []).append((group, item))
    return tuple(_joined(generic, found) for generic, found in alike.items())


def _joined(generic: str, found: Sequence[tuple[FindingGroup, FindingItem]]) -> Recommendation:
    names = tuple(dict.fromkeys(name for _, item in found for name in _names(item)))
    one = names[0] if len(names) == 1 else ""
    text = agree_subject(generic.replace("\0", one or EACH), one)
    groups = tuple(dict.fromkeys(group.number for group, _ in found))
    return Recommendation(text[:1].upper() + text[1:], names, groups, found[0][0].severity)


def _names(item: FindingItem) -> tuple[str, ...]:
    """Whom a recommendation is for: the body that it is about, or by name all those alike."""
    names = tuple(link.name for link in item.about)
    return tuple(sorted(names, key=str.casefold)) if item.of_all else names[:1]


def _generic(text: str, item: FindingItem) -> str:
    """A recommendation without the name of the body that it is about."""
    if not item.about or item.of_all:
        return text
    return cut_name(text, item.about[0].name, "\0")


def write_front(
    draft: Draft, content: PaperContent, asked: Sequence[Recommendation]
) -> tuple[Recommendation, ...]:
    """Write the first page; what is given back of the recommendations has no room on it."""
    before, after = Draft(), Draft()
    _purpose(before, content)
    _summary(before, content)
    before.heading(say("asked_heading"))
    _structure(after, content, 1 if asked else 0)
    room = _HIGH - _TITLE - _CAPTIONED - sum(map(_height, (*before.blocks, *after.blocks)))
    rows = list(_rows(asked, most=None))
    if _fitting(rows, room) < len(rows):
        rows = list(_rows(asked))
    kept = _fitting(rows, room)
    draft.blocks += before.blocks
    draft.text("" if asked else say("no_findings"))
    draft.table("asked", rows[:kept])
    draft.text(say("asked_more", len(asked) - kept) if kept < len(asked) else "")
    draft.blocks += after.blocks
    draft.drawn(content.diagram, say("title", content.page))
    return tuple(asked[kept:])


def write_recommendations(draft: Draft, asked: Sequence[Recommendation]) -> None:
    """A table of the recommendations that the first page has no room for, every body named."""
    draft.table("asked", _rows(asked, most=None))


def _purpose(draft: Draft, content: PaperContent) -> None:
    page = content.page
    draft.heading(say("purpose_heading"))
    draft.text(say("purpose", page, bool(content.changes)), plain(page.note))


def _summary(draft: Draft, content: PaperContent) -> None:
    page = content.page
    draft.heading(say("summary_heading"))
    draft.bullets(
        (
            say("arriving", page.summary),
            say("tally", page.summary),
            say("vacancies", page.summary),
            say("counted", page),
            *map(plain, page.summary.evidence_gaps),
        )
    )


def _structure(draft: Draft, content: PaperContent, tables: int) -> None:
    draft.heading(say("diagram_heading"))
    # The next table is the one on who answers to whom, where there is anybody.
    table = tables + 1 if content.page.bodies else 0
    draft.text(say("diagram_intro", len(content.diagram), table))


def _rows(asked: Sequence[Recommendation], most: int | None = _NAMED) -> Iterator[Sequence[Cell]]:
    for one in asked:
        yield (
            say("numbers", one.groups),
            one.text,
            say("for_bodies", one.bodies[:most], len(one.bodies)),
        )


def _fitting(rows: Sequence[Sequence[Cell]], room: float) -> int:
    """How many rows have room; the first one always."""
    used = 0.0
    for place, row in enumerate(rows):
        used += _ROUND + _SMALL * _CLOSE * max(
            _lines(str(cell), _SMALL, share * _WIDE - 8)
            for cell, share in zip(row, _SHARES, strict=True)
        )
        if used > room and place:
            return place
    return len(rows)


def _height(block: Block) -> float:
    """About how high a block is."""
    if isinstance(block, Heading):
        return 38.0 if block.level == 1 else 28.0
    if isinstance(block, Paragraph):
        return _lines(block.text, _TEXT, _WIDE) * _TEXT * _LEADING + 6
    if isinstance(block, Bullets):
        lines = sum(_lines(item, _TEXT, _WIDE - 18) for item in block.items)
        return lines * _TEXT * _LEADING + 2 * len(block.items)
    return 0.0


def _lines(text: str, size: float, width: float) -> int:
    return 1 + int(measure(text, size) * _OTHER_FONT // width)
