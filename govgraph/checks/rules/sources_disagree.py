"""Two sources say different things of the same relation or seat on the same date.

## What it finds
- A relation that is written down twice, from different sources, with different scopes, or so that
  by one source it has ended on the date of the question and by the other it has not.
- A chair, vice-chair, secretary or lead officer of whom different sources name different holders
  for the same time. People who share a seat are no fault.

Both entries must cite sources, and share none of them.

## Why it matters
Two papers that contradict each other are each believed by somebody. Until it is settled which is
right, neither can be relied on.

## How to put it right
Find out which source is right, or newer. Give the superseded entry its `until`, or take it out.

## Bad
```yaml
sources:
  briefing: {title: Briefing}
  minutes: {title: Minutes}
bodies:
  hart:
    name: Hart Partnership
    seats:
      - {role: chair, held_by: lynn, cites: briefing ¶4}
      - {role: chair, held_by: omar, cites: minutes 7}
people:
  lynn: {name: Lynn Martin}
  omar: {name: Omar Aziz}
```

## Good
```yaml
sources:
  briefing: {title: Briefing}
  minutes: {title: Minutes}
bodies:
  hart:
    name: Hart Partnership
    seats:
      - {role: chair, held_by: lynn, until: 2009-12, cites: briefing ¶4}
      - {role: chair, held_by: omar, from: 2010-01, cites: minutes 7}
people:
  lynn: {name: Lynn Martin}
  omar: {name: Omar Aziz}
```
"""

from collections.abc import Iterator
from itertools import combinations

from govgraph.analysis.record_changes import SINGLE_ROLES
from govgraph.checks.board import BoardWords
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.model.relations import Relation
from govgraph.model.seats import Seat, SeatStatus
from govgraph.model.standpoint import Presence
from govgraph.wording.records import format_seat, format_seat_first

ENTRIES = 50
"""Most entries of one relation, or seats of one body, that are held against each other."""


def find_disagreements(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each two entries of one relation or seat that contradict each other."""
    yield from _of_relations(check, evidence)
    yield from _of_seats(check, evidence)


def _of_relations(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """Relations that are written down twice with different particulars."""
    entries: dict[tuple[str, str, str], list[Relation]] = {}
    for relation in evidence.structure.relations:
        entries.setdefault(relation.key, []).append(relation)
    for key, relations in entries.items():
        for one, other in combinations(relations[:ENTRIES], 2):
            says = _contradiction(evidence, one, other) if _are_rivals(one, other) else ""
            if says:
                below, kind, above = key
                yield check.finding(
                    Subject(body=below, relation=key),
                    f"Sources disagree on the relation ‘{kind}’ from {evidence.name(below)} "
                    f"to {evidence.name(above)}: {says}.",
                    remedy="Find out which source is right, and end or take out the other entry.",
                    place=other.place,
                )


def _contradiction(evidence: Evidence, one: Relation, other: Relation) -> str:
    """How two entries of one relation contradict each other on the day, or nothing."""
    here = evidence.standpoint.presence
    presences = {here(one): one, here(other): other}
    if set(presences) == {Presence.HOLDS, Presence.ENDED}:
        ended, holds = presences[Presence.ENDED], presences[Presence.HOLDS]
        return f"it has ended by {_said_by(evidence, ended)}, not by {_said_by(evidence, holds)}"
    if set(presences) == {Presence.HOLDS} and one.scope and other.scope != one.scope:
        if not other.scope:
            return ""
        return (
            f"it is for {one.scope} by {_said_by(evidence, one)}, "
            f"for {other.scope} by {_said_by(evidence, other)}"
        )
    return ""


def _of_seats(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """Seats of one kind with different holders at the same time."""
    for body, seats in evidence.seat_holders.seats.items():
        held = [
            seat
            for seat in seats
            if seat.role in SINGLE_ROLES
            and seat.held_by
            and seat.standing is SeatStatus.SUBSTANTIVE
        ]
        for one, other in combinations(held[:ENTRIES], 2):
            alike = one.role is other.role and one.represents == other.represents
            if alike and _are_rivals(one, other) and set(one.held_by) != set(other.held_by):
                people = evidence.seat_holders.say
                yield check.finding(
                    Subject(body=body, seat=format_seat(evidence.structure, one)),
                    f"Sources disagree on the seat: "
                    f"{format_seat_first(evidence.structure, one)} is "
                    f"{people(one.held_by)} by {_said_by(evidence, one)}, "
                    f"{people(other.held_by)} by {_said_by(evidence, other)}.",
                    remedy="Find out which source is right, and end or take out the other entry.",
                    place=other.place,
                )


def _are_rivals(one: Relation | Seat, other: Relation | Seat) -> bool:
    """Whether two entries rest on sources of their own, for times that may overlap."""
    theirs = {citation.source for citation in other.cites}
    mine = {citation.source for citation in one.cites}
    if not mine or not theirs or mine & theirs:
        return False
    apart = (one.until and other.from_ and one.until.possibly_before(other.from_)) or (
        other.until and one.from_ and other.until.possibly_before(one.from_)
    )
    return not apart


def _said_by(evidence: Evidence, entry: Relation | Seat) -> str:
    """The title of the first source that an entry cites."""
    source = entry.cites[0].source
    known = evidence.structure.source_by_id.get(source)
    return f"‘{known.title if known else source}’"


BOARD = BoardWords(
    "Two papers say different things about {body}. Which of them holds?",
    "Confirm which paper is right.",
)

CHECK = Check(
    code="GG403",
    name="sources-disagree",
    severity=Severity.WARNING,
    summary="two sources say different things of the same relation or seat on the same date",
    headings={"": "Two sources say different things"},
    find=find_disagreements,
    documentation=__doc__,
    board=BOARD,
)
