"""A seat that nobody holds.

## What it finds
A seat recorded as vacant, and a seat whose holder's time is over and which nobody has taken up
since: no other seat of the same role, and for the same partner, is recorded. A vacant chair is an
error where the body is in force and nobody is named for the time being. Holders for the time being
whose time is over are found by `interim-overdue` (GG203).

A seat that a later paper of the same area does not mention is no finding: nobody says whether it is
vacant still.

## Why it matters
Whoever was to be represented is not, and decisions are taken without them. While the chair is
vacant, nobody can be asked to answer for the body at all.

## How to put it right
Fill the seat and record who holds it; if it is no longer meant to be filled, record it as
`standing: abolished`.

## Bad
```yaml
bodies:
  hart:
    name: Hart Partnership
    seats:
      - {role: chair, standing: vacant}
```

## Good
```yaml
bodies:
  hart:
    name: Hart Partnership
    seats:
      - {role: chair, held_by: lynn}
people:
  lynn: {name: Lynn Martin}
```
"""

from collections.abc import Iterator

from govgraph.analysis.holders import CHAIRS
from govgraph.checks.board import BoardWords
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.seat_holders import FOR_NOW
from govgraph.model.bodies import Status
from govgraph.model.seats import Seat, SeatStatus
from govgraph.wording.records import format_seat, format_seat_first


def find_vacant_seats(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each seat that is vacant, or was left and not taken up."""
    for seat in evidence.structure.seats:
        if not evidence.graph.holds(seat.body) or evidence.is_silent_on(seat):
            continue
        words = format_seat(evidence.structure, seat)
        if seat.standing is SeatStatus.VACANT and evidence.standpoint.holds(seat):
            variant, says = "vacant", "is vacant"
        elif seat.until and _was_left(evidence, seat):
            variant = "time over"
            says = f"was held until {seat.until.spoken()}, and nobody is recorded since"
        else:
            continue
        yield check.finding(
            Subject(body=seat.body, seat=words),
            f"{format_seat_first(evidence.structure, seat)} {says}"
            f"{_format_meanwhile(evidence, seat)}.",
            remedy="Fill the seat and record who holds it, or record it as abolished.",
            place=seat.place,
            severity=check.severity.graver if _leaves_nobody(evidence, seat) else None,
            variant=f"{variant} chair" if seat.role in CHAIRS else variant,
        )


def _was_left(evidence: Evidence, seat: Seat) -> bool:
    """Whether the holder's time is over and no seat like it has been recorded since."""
    day = evidence.standpoint.day
    if day is None or seat.until is None or seat.until.last_day >= day:
        return False
    lapsed = seat.standing is SeatStatus.ABOLISHED or seat.standing in FOR_NOW
    if lapsed or seat.status is not Status.ACTIVE:
        return False
    now = evidence.seat_holders.seats.get(seat.body, ())
    return not any(_takes_up(other, seat) for other in now)


def _takes_up(other: Seat, seat: Seat) -> bool:
    """Whether another seat is the same one with a new holder."""
    if seat.role in CHAIRS:
        return other.role in CHAIRS
    partners = set(seat.represents)
    alike = not partners.isdisjoint(other.represents) or not (partners or other.represents)
    return other.role is seat.role and alike


def _leaves_nobody(evidence: Evidence, seat: Seat) -> bool:
    """Whether it is the chair of a body in force, and nobody is named for the time being."""
    in_force = evidence.structure.body_by_id[seat.body].status is Status.ACTIVE
    return seat.role in CHAIRS and in_force and not _find_meanwhile(evidence, seat)


def _find_meanwhile(evidence: Evidence, seat: Seat) -> frozenset[str]:
    """Who sits in the chair for the time being."""
    chairs = evidence.seat_holders.chair_seats(seat.body)
    for_now = (other for other in chairs if other.standing in FOR_NOW)
    return frozenset(id_ for other in for_now for id_ in other.held_by)


def _format_meanwhile(evidence: Evidence, seat: Seat) -> str:
    holders = _find_meanwhile(evidence, seat) if seat.role in CHAIRS else ()
    return (
        f"; {evidence.seat_holders.say(holders)} sits there for the time being" if holders else ""
    )


BOARD = BoardWords(
    "A seat on {body} is vacant: {seat}.",
    "Fill the seat, or agree that it is no longer needed.",
    {
        "vacant chair": BoardWords("{body} has no chair at present.", "Appoint a chair of {body}."),
        "time over chair": BoardWords(
            "Who chairs {body}? The last chair's time is over, and nobody is named since.",
            "Appoint a chair of {body}.",
        ),
        "time over": BoardWords(
            "Who holds this seat on {body} now: {seat}? The last holder's time is over.",
            "Fill the seat, or agree that it is no longer needed.",
        ),
    },
)

CHECK = Check(
    code="GG202",
    name="vacant-seat",
    severity=Severity.WARNING,
    summary="a seat that nobody holds",
    headings={
        "": "A seat is vacant",
        "vacant chair": "The chair is vacant",
        "time over chair": "The chair is vacant",
    },
    find=find_vacant_seats,
    documentation=__doc__,
    board=BOARD,
)
