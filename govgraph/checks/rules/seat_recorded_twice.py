"""The same person holds the same seat on one body twice.

## What it finds
Two seats on one body, both in force on the day of the question, with the same role and the same
partners, held by the same person, or by the same post where nobody is named. Seats that nobody
holds are not compared, for a partner may have several; nor are seats of which one ends before the
other begins.

## Why it matters
Whoever counts votes, vacancies or a quorum counts one person as two. Often the second seat was
meant for somebody else, who is then missing from the record.

## How to put it right
Remove one of the two, or write what tells them apart: another holder, role, partner or date.

## Bad
```yaml
bodies:
  board:
    name: Joint Commissioning Board
    seats:
      - {role: adviser, held_by: roger, represents: Leaders Group}
      - {role: adviser, held_by: roger, represents: Leaders Group}
people:
  roger: {name: Roger Field}
```

## Good
```yaml
bodies:
  board:
    name: Joint Commissioning Board
    seats:
      - {role: adviser, held_by: roger, represents: Leaders Group}
people:
  roger: {name: Roger Field}
```
"""

from collections.abc import Iterator

from govgraph.analysis.holders import NOBODY, format_post
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.model.names import normalise
from govgraph.model.seats import Seat
from govgraph.wording.lists import count_words, join_words
from govgraph.wording.records import format_seat


def find_seats_recorded_twice(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each person or post that holds one seat of a body more than once."""
    for body, seats in evidence.seat_holders.seats.items():
        held: dict[tuple[str, ...], list[Seat]] = {}
        for seat in seats:
            for holder in dict.fromkeys(_holders(seat)):
                partners = sorted(map(normalise, seat.represents))
                held.setdefault((holder, seat.role.value, *partners), []).append(seat)
        for (holder, *_), alike in held.items():
            if _are_at_once(alike):
                yield _finding(check, evidence, body, holder, alike)


def _holders(seat: Seat) -> tuple[str, ...]:
    """Ids of those who hold a seat, or the post that does; nobody, where it is vacant."""
    if seat.standing in NOBODY:
        return ()
    return seat.held_by or ((seat.ex_officio,) if seat.ex_officio else ())


def _are_at_once(seats: list[Seat]) -> bool:
    """Whether two of some seats may be there on one day."""
    return any(
        not _is_over_before(one, other) and not _is_over_before(other, one)
        for place, one in enumerate(seats)
        for other in seats[place + 1 :]
    )


def _is_over_before(one: Seat, other: Seat) -> bool:
    """Whether one seat has surely ended when the other begins."""
    if one.until is None or other.from_ is None:
        return False
    return one.until.last_day < other.from_.latest


def _finding(
    check: Check, evidence: Evidence, body: str, holder: str, alike: list[Seat]
) -> Finding:
    """What is found of one holder."""
    seat = alike[-1]
    known = evidence.structure.person_by_id.get(holder)
    who = (
        known.name
        if known
        else format_post(evidence.structure, seat)
        if not seat.held_by
        else holder
    )
    role = seat.role.value.replace("-officer", " officer")
    partner = f" for {join_words(seat.represents)}" if seat.represents else ""
    times = "twice" if len(alike) == 2 else count_words(len(alike), "time")  # noqa: PLR2004
    name = evidence.name(body)
    return check.finding(
        Subject(body=body, seat=format_seat(evidence.structure, seat)),
        f"{who[:1].upper()}{who[1:]} is recorded {times} as {role}{partner} on {name}.",
        remedy="Remove one of the two, or write what tells them apart: holder, role, partner or "
        "date.",
        place=seat.place,
    )


CHECK = Check(
    code="GG210",
    name="seat-recorded-twice",
    severity=Severity.WARNING,
    summary="the same person holds the same seat on one body twice",
    headings={"": "The same seat is recorded twice"},
    find=find_seats_recorded_twice,
    documentation=__doc__,
    of_record=True,
)
