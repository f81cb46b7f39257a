"""The sections of the paper, one after the other, as blocks of words."""

from collections.abc import Iterable, Sequence

from govgraph.about import VERSION
from govgraph.model.standpoint import Presence
from govgraph.reporting.difference.sections import Section, tell_sections
from govgraph.reporting.page.records import BodySection, FindingGroup
from govgraph.reporting.page.rows import SeatRow
from govgraph.reporting.paper.blocks import (
    Block,
    Bullets,
    Figure,
    Heading,
    Labels,
    Paper,
    Paragraph,
    Table,
)
from govgraph.reporting.paper.content import Drawn, PaperContent
from govgraph.reporting.paper.words import plain, say, say_columns
from govgraph.reporting.words import describe_standpoint

LANGUAGE = "en-GB"
Cell = str | tuple[str, ...]


def write_paper(content: PaperContent) -> Paper:
    """The whole paper in words, every text literal and on one line."""
    page = content.page
    draft = _Draft()
    for section in (_purpose, _diagram, _who, _findings, _seats, _changes, _sources):
        section(draft, content)
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


class _Draft:
    """The blocks so far; counts tables and figures."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.tables = 0
        self.figures = 0

    def heading(self, text: str, level: int = 1) -> None:
        """Begin a section."""
        self.blocks.append(Heading(text, level))

    def text(self, *paragraphs: str) -> None:
        """Add those paragraphs that have something to say."""
        self.blocks += [Paragraph(text) for text in paragraphs if text]

    def table(
        self, what: str, rows: Iterable[Sequence[Cell]], widths: Sequence[float], *facts: object
    ) -> None:
        """Add a table whose caption and columns are macros; none where it has no row."""
        cells = tuple(tuple(map(_paragraphs, row)) for row in rows)
        if not cells:
            return
        self.tables += 1
        caption, headings = say(f"{what}_caption", *facts), say_columns(f"{what}_columns")
        self.blocks.append(Table(self.tables, caption, headings, cells, tuple(widths)))

    def drawn(self, sheets: Sequence[Drawn], title: str) -> None:
        """Add each sheet of a drawing as a figure."""
        for sheet in sheets:
            self.figures += 1
            which = (sheet.sheet, sheet.of)
            caption = say("figure_caption", title, *which)
            told = say("figure_text", title, sheet.told, *which)
            self.blocks.append(Figure(self.figures, caption, told, sheet.picture))


def _paragraphs(cell: Cell) -> tuple[str, ...]:
    """A cell as one or more paragraphs."""
    return (plain(cell),) if isinstance(cell, str) else tuple(map(plain, cell)) or ("",)


def _purpose(draft: _Draft, content: PaperContent) -> None:
    page = content.page
    draft.heading(say("purpose_heading"))
    draft.text(say("purpose", page, bool(content.changes)), say("counted", page))
    draft.text(say("arriving", page.summary), say("tally", page.summary), plain(page.note))
    draft.text(*map(plain, page.summary.silences))


def _diagram(draft: _Draft, content: PaperContent) -> None:
    draft.heading(say("diagram_heading"))
    # The next table is the one on who answers to whom, where there is anybody.
    table = 1 if content.page.bodies else 0
    draft.text(say("diagram_intro", len(content.diagram), content.diagram[0].of, table))
    draft.drawn(content.diagram, say("title", content.page))


def _who(draft: _Draft, content: PaperContent) -> None:
    page = content.page
    draft.heading(say("who_heading"))
    draft.text(say("who_intro"))
    rows = [
        (say("body", row), say("superiors", row), tell_ways(row), _lines_cited(row))
        for row in page.bodies
    ]
    draft.table("who", rows, (0.3, 0.23, 0.31, 0.16))
    if page.others:
        draft.heading(say("others_heading"), 2)
        draft.text(say("others_intro"))
    others = [
        (row.subject.name, say("relation", row), row.object.name, say("references", row.references))
        for row in page.others
    ]
    draft.table("others", others, (0.27, 0.26, 0.27, 0.2))


def _lines_cited(row: BodySection) -> str:
    """Where the sources say whom a body answers to; of one that answers to nobody, speak of it."""
    lines = (line.references for line in row.outward if line.counts)
    found = tuple(dict.fromkeys(each for line in lines for each in line))
    return say("references", found or row.references)


def tell_ways(row: BodySection) -> tuple[str, ...]:
    """Where each chain of account of a body leads, one sentence a chain."""
    ways = tuple(say("way", row, chain) for chain in row.ways)
    return (*ways, say("more_ways")) if row.more_ways else ways


def _findings(draft: _Draft, content: PaperContent) -> None:
    page = content.page
    draft.heading(say("findings_heading"))
    draft.text(say("findings_intro") if page.groups or page.waived else say("no_findings"))
    told: set[str] = set()
    of_record = 0
    for group in page.groups:
        if group.of_record:
            of_record += len(group.findings)
            continue
        draft.heading(say("group_heading", group), 2)
        draft.text("" if group.code in told else say("why", group))
        told.add(group.code)
        rows = [(told.number, told.message, told.remedy) for told in group.for_board]
        draft.table("findings", rows, (0.09, 0.53, 0.38), group)
    draft.text(say("of_record", of_record) if of_record else "")
    if page.waived:
        draft.heading(say("waived_heading"), 2)
        draft.text(say("waived_intro"))
    draft.table("waived", _waived(page.waived), (0.44, 0.3, 0.13, 0.13))


def _waived(groups: Iterable[FindingGroup]) -> list[tuple[str, ...]]:
    items = (item for group in groups for item in group.findings)
    return [
        (item.matter or item.message, item.waived.because, item.waived.owner, item.waived.until)
        for item in items
        if item.waived
    ]


def _seats(draft: _Draft, content: PaperContent) -> None:
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
    draft.table("vacancies", vacant, (0.27, 0.24, 0.29, 0.2))
    held = [
        (
            seat.body.name,
            say("seat", seat),
            say("holders", seat),
            say("references", seat.references or cited.get(seat.body.id, ())),
        )
        for seat in seats
    ]
    draft.table("seats", held, (0.26, 0.24, 0.3, 0.2))


def _is_later(seat: SeatRow) -> bool:
    """Whether a vacancy is on a seat or body that is not counted; those come last."""
    return seat.life.standing.presence is not Presence.HOLDS


def _changes(draft: _Draft, content: PaperContent) -> None:
    changes = content.changes
    if changes:
        sides = (describe_standpoint(graph.standpoint) for graph in (changes.before, changes.after))
        before, after = (side[:1].lower() + side[1:] for side in sides)
        number = draft.figures + 1 if content.difference else 0
        draft.heading(say("changes_heading"))
        sheets = content.difference[0].of if content.difference else 0
        draft.text(say("changes_intro", before, after, number, len(content.difference), sheets))
        for section in tell_sections(changes, ids=False, ahead=True):
            _change(draft, section)
        draft.drawn(content.difference, say("changes_title", content.page))
    if content.events:
        draft.heading(say("events_heading"), 2 if changes else 1)
        rows = [(one.date, one.what, say("references", one.references)) for one in content.events]
        draft.table("events", rows, (0.22, 0.53, 0.25))


def _change(draft: _Draft, section: Section) -> None:
    """One part of what would change, as a heading and a list."""
    if section.entries or section.remark:
        draft.heading(plain(section.heading), 2)
        draft.text(plain(section.remark))
    else:
        draft.text(plain(section.heading))
    items = (f"{word}: {phrase}" if word else phrase for word, phrase in section.entries)
    told = tuple(plain(item[:1].upper() + item[1:]) for item in items)
    if told:
        draft.blocks.append(Bullets(told))


def _sources(draft: _Draft, content: PaperContent) -> None:
    page = content.page
    draft.heading(say("sources_heading"))
    draft.text(say("sources_intro") if page.sources else say("no_sources"))
    rows = [
        (f"[{entry.number}]", say("source", entry), entry.publisher, entry.date)
        for entry in page.sources
    ]
    draft.table("sources", rows, (0.09, 0.51, 0.24, 0.16))
    draft.heading(say("method_heading"), 2)
    draft.text(say("method_line"), say("method_known"), say("method_date", page))
    draft.text(say("method_findings"), say("made_with", VERSION))
