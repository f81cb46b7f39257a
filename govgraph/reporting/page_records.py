"""What the page shows, as plain records: the templates turn them into words and marks.

A text that is empty, a tuple that is empty and None all mean that there is nothing to say.
"""

from dataclasses import dataclass

from govgraph.analysis.profile import Standing


@dataclass(frozen=True, slots=True)
class BodyLink:
    """A body by its name; `known` is false where the structure has no such body to lead to."""

    id: str
    name: str
    known: bool = True


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation: the number of a source in the list (0 where it has none), and where in it."""

    number: int
    source: str
    at: str


@dataclass(frozen=True, slots=True)
class Life:
    """Status, dates in words, and whether something is there from the standpoint."""

    status: str
    begins: str
    ends: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of prose, set as code or as words."""

    text: str
    code: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRow:
    """One relation.

    Attributes:
        reads: how it reads between the two names (`is part of`).
        accountability: whether its kind makes a line of account.
        counts: whether it is a line of account from the standpoint.
        gap: why it is none although it could be.
    """

    subject: BodyLink
    reads: str
    object: BodyLink
    scope: str
    basis: str
    life: Life
    accountability: bool
    counts: bool
    gap: str
    intended: str
    note: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a seat."""

    name: str
    post: str
    organisation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """One seat; `post` and `post_body` are what it is held by virtue of."""

    body: BodyLink
    role: str
    holders: tuple[Holder, ...]
    standing: str
    vacant: bool
    represents: tuple[str, ...]
    post: str
    post_body: BodyLink | None
    voting: bool | None
    basis: str
    life: Life
    note: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class SeatGroup:
    """The seats on one body."""

    body: BodyLink
    seats: tuple[SeatRow, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a chain; `skipped` counts the steps left out just before it."""

    reads: str
    superior: BodyLink
    scope: str
    basis: str
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Way:
    """One chain upward: its steps, how firm it is, and the apex or where and why it stops."""

    steps: tuple[Step, ...]
    length: int
    basis: str
    apex: BodyLink | None
    stop: BodyLink | None
    because: str


@dataclass(frozen=True, slots=True)
class Happening:
    """A dated event."""

    date: str
    what: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Waived:
    """Why somebody agreed to live with a finding, who, and until when."""

    because: str
    owner: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingItem:
    """One finding, with the id of its place on the page."""

    anchor: str
    number: str
    severity: str
    message: str
    remedy: str
    about: tuple[BodyLink, ...]
    chain: tuple[BodyLink, ...]
    place: str
    waived: Waived | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingGroup:
    """All that one rule says alike, under the number that the diagram gives it.

    Attributes:
        number: as on the diagram; 0 for a group of waived findings, which the diagram leaves out.
        title: what the rule finds, as one line.
        variant: which of several faults of the rule it is.
        why: why it matters, from the rule's documentation.
    """

    number: int
    severity: str
    code: str
    name: str
    title: str
    variant: str
    why: tuple[Phrase, ...]
    findings: tuple[FindingItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BodySection:
    """Everything the page says of one body."""

    link: BodyLink
    kind: str
    apex: bool
    also_known_as: tuple[str, ...]
    area: str
    tier: str
    life: Life
    meets: str
    count: int | None
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
    outward: tuple[RelationRow, ...]
    inward: tuple[RelationRow, ...]
    seats: tuple[SeatRow, ...]
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
        answering: how many of those are no apex.
        arriving: how many of the answering have a chain that arrives at an apex.
        vacant: how many seats are vacant from the standpoint.
        vacant_later: how many further seats are vacant on bodies or seats that do not count.
    """

    bodies: int
    counted: int
    answering: int
    arriving: int
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole page.

    Attributes:
        day: the one day the questions are answered as at, where `as_at` is less precise.
        include: which tentative arrangements count.
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
    presume: bool
    summary: Summary
    groups: tuple[FindingGroup, ...]
    waived: tuple[FindingGroup, ...]
    bodies: tuple[BodySection, ...]
    lines: tuple[RelationRow, ...]
    others: tuple[RelationRow, ...]
    seats: tuple[SeatGroup, ...]
    sources: tuple[SourceEntry, ...]
