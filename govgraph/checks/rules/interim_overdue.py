"""Somebody still holds a seat for the time being, longer than was meant.

## What it finds
A seat held by an interim, acting or designate holder beyond the date that was set for it
(`until`), or, where none was set, for more than six months of the calendar from its `from`. A seat
to which somebody has since come for good is no fault. Where neither date is recorded, nothing can
be said; nor where a later paper on the same area is silent on the seat or its body.

## Why it matters
Whoever acts for the time being was chosen by nobody, or not by those who should choose. What
lasts longer than was agreed has become permanent without a decision.

## How to put it right
Appoint somebody for good, or decide on a new date and record it.

## Bad
```yaml
structure: {id: hart, as_at: 2010-02}
bodies:
  hart:
    name: Hart Partnership
    seats:
      - {role: chair, held_by: lynn, standing: interim, from: 2009-03}
people:
  lynn: {name: Lynn Martin}
```

## Good
```yaml
structure: {id: hart, as_at: 2010-02}
bodies:
  hart:
    name: Hart Partnership
    seats:
      - {role: chair, held_by: lynn, standing: interim, from: 2009-03, until: 2009-07}
      - {role: chair, held_by: omar, from: 2009-08}
people:
  lynn: {name: Lynn Martin}
  omar: {name: Omar Aziz}
```
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from govgraph.analysis.holders import NOBODY
from govgraph.checks.board import BoardWords
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.seat_holders import FOR_NOW
from govgraph.model.bodies import Status
from govgraph.model.seats import Seat
from govgraph.wording.records import format_seat

MOST_MONTHS = 6
"""Longest time that needs no date of its own: our own choice, two meetings a quarter apart."""


def find_overdue_holders(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each seat that is held for now, and has been for too long."""
    day = evidence.standpoint.day
    if day is None:
        return
    for seat in evidence.structure.seats:
        if seat.standing not in FOR_NOW or seat.status is not Status.ACTIVE:
            continue
        says = "" if evidence.is_silent_on(seat) else _format_overdue(seat, day)
        if says and evidence.graph.holds(seat.body) and not _is_settled(evidence, seat):
            words = format_seat(evidence.structure, seat)
            yield check.finding(
                Subject(body=seat.body, seat=words),
                f"The {seat.standing.value} {words} of {evidence.name(seat.body)} {says}.",
                remedy="Appoint somebody for good, or decide on a new date and record it.",
                place=seat.place,
                variant=seat.standing.value,
            )


def _format_overdue(seat: Seat, day: date) -> str:
    """Since when a seat that is held for now is overdue, however its dates are read."""
    if seat.until:
        over = seat.until.latest < day
        return f"was to be so only until {seat.until.spoken()}" if over else ""
    if seat.from_ and _is_longer(seat.from_.latest, day, MOST_MONTHS):
        return f"has been so since {seat.from_.spoken()}, for more than six months"
    return ""


def _is_longer(begun: date, day: date, months: int) -> bool:
    """Whether more than so many months have gone, a month ending where it is too short."""
    gone = (day.year - begun.year) * 12 + day.month - begun.month
    last = min(begun.day, monthrange(day.year, day.month)[1])
    return gone > months or (gone == months and day.day > last)


def _is_settled(evidence: Evidence, seat: Seat) -> bool:
    """Whether somebody has come to the same seat for good."""
    return any(
        other.role is seat.role and other.standing not in NOBODY | FOR_NOW
        for other in evidence.seat_holders.seats.get(seat.body, ())
        if seat.represents == other.represents
    )


BOARD = BoardWords(
    "On {body} somebody still serves for the time being, longer than was meant: {variant} {seat}.",
    "Appoint somebody for good, or agree a new date.",
)

CHECK = Check(
    code="GG203",
    name="interim-overdue",
    severity=Severity.WARNING,
    summary="somebody still holds a seat for the time being, longer than was meant",
    headings={"": "An interim holder is still there"},
    find=find_overdue_holders,
    documentation=__doc__,
    board=BOARD,
)
