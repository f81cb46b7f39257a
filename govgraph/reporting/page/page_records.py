"""What the page shows, as plain records: the templates turn them into words and marks.

A text that is empty, a tuple that is empty and None all mean that there is nothing to say.
"""

from dataclasses import dataclass

from govgraph.drawing.coverage.matrix import CoveragePicture
from govgraph.reporting.page.page_people import PersonEntry
from govgraph.reporting.page.page_rows import (
    BodyLink,
    Happening,
    Life,
    Phrase,
    Reference,
    RelationRow,
    SeatRow,
    Way,
)


@dataclass(frozen=True, slots=True)
class SeatGroup:
    """The seats on one body."""

    body: BodyLink
    seats: tuple[SeatRow, ...]


@dataclass(frozen=True, slots=True)
class Waived:
    """Why somebody agreed to live with a finding, who, and until when."""

    because: str
    owner: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingItem:
    """One finding, with the id of its place on the page.

    Attributes:
        matter: what it puts to a board, and `recommendation` what the board may resolve; both empty
            where only the record is at fault.
        of_all: whether it is about all of its bodies alike, as what the whole structure lacks is,
            and not about the first of them.
    """

    anchor: str
    number: str
    severity: str
    message: str
    remedy: str
    matter: str
    recommendation: str
    about: tuple[BodyLink, ...]
    chain: tuple[BodyLink, ...]
    place: str
    waived: Waived | None
    of_all: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsAlike:
    """A finding, or several that say the same of different bodies, in one sentence.

    Attributes:
        number: as on the diagram, of each.
        items: each of them.
    """

    number: str
    message: str
    remedy: str
    matter: str
    recommendation: str
    items: tuple[FindingItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingGroup:
    """All that one rule says alike, under the number that the diagram gives it.

    Attributes:
        number: as on the diagram; 0 for a group of waived findings, which the diagram leaves out.
        title: what they are called together, as on the diagram.
        why: why it matters, from the rule's documentation.
        of_record: whether they find fault with the record alone, and a board decides nothing.
        findings: each finding.
        told: the same, those that say the same of several bodies together.
        for_board: the same in the words of a board, as messages and remedies.
    """

    number: int
    severity: str
    code: str
    name: str
    title: str
    why: tuple[Phrase, ...]
    of_record: bool
    findings: tuple[FindingItem, ...]
    told: tuple[FindingsAlike, ...]
    for_board: tuple[FindingsAlike, ...]

    @property
    def about(self) -> tuple[BodyLink, ...]:
        """The bodies that its findings are about, in their order."""
        return tuple(dict.fromkeys(body for item in self.findings for body in item.about))


@dataclass(frozen=True, slots=True, kw_only=True)
class BodySection:
    """Everything the page says of one body."""

    link: BodyLink
    kind: str
    apex: bool
    judged: str
    outside: bool
    also_known_as: tuple[str, ...]
    area: str
    tier: str
    life: Life
    meets: str
    quorum: str
    limit: str
    count: int | None
    spoken_count: str
    remit: str
    succeeds: tuple[BodyLink, ...]
    succeeded_by: tuple[BodyLink, ...]
    basis: str
    references: tuple[Reference, ...]
    note: str
    place: str
    superiors: tuple[BodyLink, ...]
    ways: tuple[Way, ...]
    more_ways: bool
    presumed: tuple[Way, ...]
    not_counted: tuple[RelationRow, ...]
    direct: tuple[BodyLink, ...]
    indirect: tuple[BodyLink, ...]
    more_indirect: int
    outward: tuple[RelationRow, ...]
    inward: tuple[RelationRow, ...]
    seats: tuple[SeatRow, ...]
    by_post: tuple[SeatRow, ...]
    requirements: tuple[str, ...]
    happenings: tuple[Happening, ...]
    findings: tuple[FindingItem, ...]


@dataclass(frozen=True, slots=True)
class CitedThing:
    """Something a source is cited for: `what` says which of the other fields speaks."""

    what: str
    body: BodyLink | None = None
    relation: RelationRow | None = None
    seat: SeatRow | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """One place in a source, and everything that is cited from it."""

    at: str
    things: tuple[CitedThing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """One source under its number; `url` is empty unless it is a web address."""

    number: int
    title: str
    publisher: str
    author: str
    date: str
    url: str
    file: str
    note: str
    places: tuple[CitedPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The structure in numbers.

    Attributes:
        counted: how many bodies are there from the standpoint.
        ends: how many of those are an apex.
        outside: how many of those stand outside these arrangements.
        answering: how many of those are neither.
        arriving: how many of the answering have a chain that reaches an apex.
        leaving: how many of the other answering have a chain that leaves these arrangements.
        vacant: how many seats are vacant from the standpoint.
        vacant_later: how many further seats are vacant on bodies or seats that do not count.
        evidence_gaps: what is first heard of later, and what is last heard of, in sentences.
    """

    bodies: int
    counted: int
    ends: int
    outside: int
    answering: int
    arriving: int
    leaving: int
    relations: int
    lines: int
    seats: int
    vacant: int
    vacant_later: int
    sources: int
    errors: int
    warnings: int
    information: int
    waived: int
    evidence_gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole page.

    Attributes:
        day: the one day the questions are answered as at, where `as_at` is less precise.
        include: which tentative arrangements count.
        included: the same in words, with whether they wait for their day.
        presume: whether being part of a body counts as a presumed line.
    """

    title: str
    subtitle: str
    jurisdiction: str
    as_at: str
    day: str
    paper: str
    status: str
    note: str
    include: tuple[str, ...]
    included: str
    presume: bool
    summary: Summary
    groups: tuple[FindingGroup, ...]
    waived: tuple[FindingGroup, ...]
    bodies: tuple[BodySection, ...]
    lines: tuple[RelationRow, ...]
    others: tuple[RelationRow, ...]
    seats: tuple[SeatGroup, ...]
    people: tuple[PersonEntry, ...]
    requirements: CoveragePicture
    sources: tuple[SourceEntry, ...]
