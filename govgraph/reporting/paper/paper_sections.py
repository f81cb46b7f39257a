"""The sections of the paper, one after the other, as blocks of words."""

from collections.abc import Iterable, Sequence

from govgraph.about import VERSION
from govgraph.model.standpoint import Presence
from govgraph.reporting.difference.difference_as_text import Section, build_sections
from govgraph.reporting.page.page_records import BodySection, FindingGroup
from govgraph.reporting.page.page_rows import Reference, RelationRow, SeatRow, Way
from govgraph.reporting.paper.front_page import (
    Recommendation,
    gather_recommendations,
    number_spans,
    write_front,
    write_recommendations,
)
from govgraph.reporting.paper.paper_blocks import Labels, Paper
from govgraph.reporting.paper.paper_content import PaperContent
from govgraph.reporting.paper.paper_drafting import Cell, Draft
from govgraph.reporting.paper.paper_words import plain, say
from govgraph.wording.standpoints import format_standpoint_date

LANGUAGE = "en-GB"
_PROPOSED = "proposed"
_FEW, _SHORT = 2, 90
"""Of entries that may share a line: more than so many, none with more letters."""


def write_paper(content: PaperContent) -> Paper:
    """The whole paper in words, every text literal and on one line."""
    page = content.page
    draft = Draft()
    groups = [group for group in page.groups if not group.of_record]
    rest = write_front(draft, content, gather_recommendations(groups))
    _who(draft, content)
    _findings(draft, content, groups, rest)
    _seats(draft, content)
    _changes(draft, content)
    _sources(draft, content)
    if not _is_small(content):
        draft.drawn(content.difference, say("changes_title", content.page))
    return Paper(
        title=say("title", page),
        subtitle=plain(page.subtitle),
        particulars=say("particulars", page),
        language=LANGUAGE,
        labels=Labels(
            table=say("table_label"),
            figure=say("figure_label"),
            page=say("page_label"),
            of=say("page_of"),
        ),
        blocks=tuple(draft.blocks),
    )


def _who(draft: Draft, content: PaperContent) -> None:
    page = content.page
    draft.heading(say("who_heading"))
    draft.text(say("who_intro"))
    rows = [(_named(row), _answers(row), _lines_cited(row)) for row in page.bodies]
    draft.table("who", rows)
    if page.others:
        draft.heading(say("others_heading"), 2)
        draft.text(say("others_intro"))
    linked: dict[str, list[RelationRow]] = {}
    for other in page.others:
        linked.setdefault(other.subject.name, []).append(other)
    draft.table(
        "others",
        ((name, tuple(say("linked", other) for other in found)) for name, found in linked.items()),
    )


def _named(row: BodySection) -> Cell:
    """A body, and below it how many must be there and what it may decide, where a paper says so."""
    powers = tuple(filter(None, (say("quorum", row), say("limit", row))))
    return (say("body", row), *powers) if powers else say("body", row)


def _answers(row: BodySection) -> tuple[str, ...]:
    """Whom a body answers to, and where that leads: in one line where all of it is plain."""
    if not row.superiors:
        return (say("superiors", row),)
    if row.ways and all(map(_is_plain, row.ways)) and not row.more_ways:
        return tuple(say("plain_way", way) for way in row.ways)
    return (say("superiors", row), *format_ways(row))


def _is_plain(way: Way) -> bool:
    """Whether a chain is stated all along, arrives, and is told whole."""
    whole = way.length == len(way.steps)
    return bool(way.apex) and way.basis == "stated" and not way.judged and whole


def _lines_cited(row: BodySection) -> str:
    """Where the sources say whom a body answers to; of one that answers to nobody, speak of it."""
    lines = (line.references for line in row.outward if line.counts)
    found = tuple(dict.fromkeys(each for line in lines for each in line))
    return say("references", found or row.references)


def format_ways(row: BodySection) -> tuple[str, ...]:
    """Where each chain of account of a body leads, one sentence a chain."""
    ways = tuple(say("way", row, chain) for chain in row.ways)
    return (*ways, say("more_ways")) if row.more_ways else ways


def _findings(
    draft: Draft,
    content: PaperContent,
    groups: Sequence[FindingGroup],
    rest: Sequence[Recommendation],
) -> None:
    page = content.page
    draft.heading(say("findings_heading"))
    draft.text(say("findings_intro") if groups or page.waived else say("no_findings"))
    write_recommendations(draft, rest)
    told: set[str] = set()
    rows: list[tuple[Cell, ...]] = []
    for group in groups:
        known = group.code in told or not group.why or group.severity == "information"
        why = () if known else (say("why", group),)
        told.add(group.code)
        matters = tuple(say("finding", number_spans(one.items), one) for one in group.for_board)
        title = say("group_title", group)
        found = (f"{title} {matters[0]}",) if len(matters) == 1 else (title, *matters)
        rows.append((say("group", group), (*found, *why)))
    draft.table("findings", rows)
    of_record = sum(len(group.findings) for group in page.groups if group.of_record)
    draft.text(say("of_record", of_record) if of_record else "")
    if page.waived:
        draft.heading(say("waived_heading"), 2)
        draft.text(say("waived_intro"))
    draft.table("waived", _waived(page.waived))


def _waived(groups: Iterable[FindingGroup]) -> list[tuple[str, ...]]:
    items = (item for group in groups for item in group.findings)
    return [
        (item.matter or item.message, item.waived.because, item.waived.owner, item.waived.until)
        for item in items
        if item.waived
    ]


def _seats(draft: Draft, content: PaperContent) -> None:
    seats = [seat for group in content.page.seats for seat in group.seats]
    cited = {body.link.id: body.references for body in content.page.bodies}
    draft.heading(say("seats_heading"))
    draft.text(say("seats_intro", content.page.summary) if seats else say("no_seats"))
    vacant = [
        (
            seat.body.name,
            say("seat", seat),
            say("vacancy", seat),
            say("references", seat.references or cited.get(seat.body.id, ())),
        )
        for seat in sorted(filter(lambda seat: seat.vacant, seats), key=_is_later)
    ]
    draft.table("vacancies", vacant)
    draft.table(
        "seats",
        (
            (
                group.body.name,
                tuple(_held(seat, cited.get(seat.body.id, ())) for seat in group.seats),
            )
            for group in content.page.seats
            if group.seats
        ),
    )


def _held(seat: SeatRow, cited: Sequence[Reference]) -> str:
    """A seat, who holds it, and its source."""
    references = say("references", seat.references or cited)
    return say("held_seat", say("seat", seat), say("holders", seat), references)


def _is_later(seat: SeatRow) -> bool:
    """Whether a vacancy is on a seat or body that is not counted; those come last."""
    return seat.life.standing.presence is not Presence.HOLDS


def _changes(draft: Draft, content: PaperContent) -> None:
    changes = content.changes
    if changes:
        sides = (
            format_standpoint_date(graph.standpoint) for graph in (changes.before, changes.after)
        )
        before, after = (side[:1].lower() + side[1:] for side in sides)
        number = draft.figures + 1 if content.difference else 0
        draft.heading(say("changes_heading"))
        draft.text(say("changes_intro", before, after, number, len(content.difference)))
        if _is_small(content):
            draft.drawn(content.difference, say("changes_title", content.page))
        for section in build_sections(changes, ids=False, ahead=True):
            _change(draft, section)
    if content.events:
        draft.heading(say("events_heading"), 2 if changes else 1)
        rows = [(one.date, one.what, say("references", one.references)) for one in content.events]
        draft.table("events", rows)


def _is_small(content: PaperContent) -> bool:
    """Whether the figure of the changes needs no page of its own."""
    return any(sheet.small for sheet in content.difference)


def _change(draft: Draft, section: Section) -> None:
    """One part of what would change, as a heading and a list."""
    if section.entries or section.remark:
        draft.heading(say("change_heading", plain(section.heading)), 2)
        draft.text(plain(section.remark))
    else:
        draft.text(plain(section.heading))
    alike: dict[str, list[str]] = {}
    for word, phrase in section.entries:
        alike.setdefault(word, []).append(phrase)
    for word, phrases in alike.items():
        if word and len(phrases) > _FEW:
            _write_many(draft, word, phrases)
        else:
            told = (f"{word}: {phrase}" if word else phrase for phrase in phrases)
            draft.bullets(plain(one[:1].upper() + one[1:]) for one in told)


def _write_many(draft: Draft, word: str, phrases: list[str]) -> None:
    """Many entries that begin with the same word: it is said once, and short ones share a line."""
    if {phrase.rpartition(", ")[2] for phrase in phrases} == {_PROPOSED}:
        word, phrases = f"{word}, {_PROPOSED}", [one.rpartition(", ")[0] for one in phrases]
    word = word[:1].upper() + word[1:]
    if max(map(len, phrases)) <= _SHORT:
        draft.text(plain(f"{word}: {'; '.join(phrases)}."))
    else:
        draft.text(plain(f"{word}:"))
        draft.bullets(plain(phrase) for phrase in phrases)


def _sources(draft: Draft, content: PaperContent) -> None:
    page = content.page
    draft.heading(say("sources_heading"))
    draft.text(say("sources_intro") if page.sources else say("no_sources"))
    rows = [
        (f"[{entry.number}]", say("source", entry), entry.publisher, entry.date)
        for entry in page.sources
    ]
    draft.table("sources", rows)
    draft.heading(say("method_heading"), 2)
    known = (say("method_line"), say("method_known"), say("method_date", page))
    draft.text(" ".join((*known, say("method_findings"), say("made_with", VERSION))))
