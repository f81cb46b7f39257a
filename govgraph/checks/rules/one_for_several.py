"""One person, or one seat, stands for several partners on a body.

## What it finds
A seat that represents two or more partners, and a person who sits on one body for two or more of
them on seats of their own. One finding a body and person, or a seat where nobody is named.

## Why it matters
It is often meant: one councillor for a city and all its districts. But each partner then has a
share of a voice, a quorum may be met by fewer people than it seems, and when that one person is
away several partners are.

## How to put it right
Nothing need be: it is information. Where it was not meant, settle who sits for each partner, and
record a seat for each.

## Bad
```yaml
bodies:
  board:
    name: Partnership Board
    seats:
      - {role: member, held_by: ann, represents: [City Council, District Council]}
people:
  ann: {name: Ann Lee}
```

## Good
```yaml
bodies:
  board:
    name: Partnership Board
    seats:
      - {role: member, held_by: ann, represents: City Council}
      - {role: member, held_by: bob, represents: District Council}
people:
  ann: {name: Ann Lee}
  bob: {name: Bob Day}
```
"""

from collections.abc import Iterator

from govgraph.analysis.holders import NOBODY
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import BoardText, Finding, Severity, Subject
from govgraph.model.names import normalise
from govgraph.model.seats import Seat
from govgraph.wording.lists import join_words
from govgraph.wording.records import format_seat, format_seat_first


def find_one_for_several(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each person or unnamed seat of a body that stands for several partners."""
    for body, seats in evidence.seat_holders.seats.items():
        held: dict[str, list[Seat]] = {}
        for seat in seats:
            if seat.standing in NOBODY:
                continue
            if not seat.held_by and len(_partners([seat])) > 1:
                yield _finding(
                    check, evidence, body, [seat], format_seat_first(evidence.structure, seat)
                )
            for person in dict.fromkeys(seat.held_by):
                held.setdefault(person, []).append(seat)
        for person, theirs in held.items():
            known = evidence.structure.person_by_id.get(person)
            if len(_partners(theirs)) > 1:
                who = known.name if known else person
                yield _finding(check, evidence, body, theirs, who)


def _partners(seats: list[Seat]) -> tuple[str, ...]:
    """The partners that some seats are for, each once, however it is written."""
    return tuple({normalise(name): name for seat in seats for name in seat.represents}.values())


def _finding(check: Check, evidence: Evidence, body: str, seats: list[Seat], who: str) -> Finding:
    """What is found of one person or seat."""
    partners = join_words(_partners(seats))
    name = evidence.name(body)
    if not seats[0].held_by:
        who = "One seat without a named holder"
    said = f"{who} stands for several partners on {name}: {partners}."
    return check.finding(
        Subject(body=body, seat=format_seat(evidence.structure, seats[0])),
        said,
        remedy="If that is meant, nothing; if not, record a seat for each of them.",
        place=seats[0].place,
        board=BoardText(
            f"{said[:-1]}. Is one voice enough for them all?",
            f"Confirm that {partners} share one seat on {name}, or invite each to name a member.",
        ),
    )


CHECK = Check(
    code="GG211",
    name="one-for-several",
    severity=Severity.INFORMATION,
    summary="one person or seat stands for several partners on a body",
    headings={"": "One person or seat stands for several partners"},
    find=find_one_for_several,
    documentation=__doc__,
)
