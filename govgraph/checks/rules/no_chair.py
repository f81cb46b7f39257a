"""A body with seats, but nobody recorded in the chair.

## What it finds
A body on which seats are recorded, but no chair; or a chair of whom it is not said who it is,
whether by name, by post, by turns, or at least that it is not disclosed. A chair that is vacant
is found by `vacant-seat` (GG202). A post or team whose seats are all lead officers' has no chair
to miss, and who chairs a body outside these arrangements is not their business.

## Why it matters
The chair is the person who can be asked. Without one nobody calls the meeting, and nobody speaks
for the body where it answers.

## How to put it right
Look up who chairs the body and record the seat, by name (`held_by`) or post (`ex_officio`); if
the chair is vacant, say so with `standing: vacant`.

## Bad
```yaml
bodies:
  hart:
    name: Hart Partnership
    seats:
      - {role: member, represents: Police}
```

## Good
```yaml
bodies:
  hart:
    name: Hart Partnership
    seats:
      - {role: chair, ex_officio: "post: Head of Hook Junior School"}
      - {role: member, represents: Police}
```
"""

from collections.abc import Iterator

from govgraph.analysis.holders import CHAIRS, NOBODY
from govgraph.checks.board import BoardWords
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.model.seats import Role, Seat
from govgraph.model.standpoint import Presence


def find_missing_chairs(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each body with seats that does not say who chairs it."""
    for body, seats in evidence.seat_holders.seats.items():
        outside = evidence.structure.body_by_id[body].outside
        if outside or all(seat.role is Role.LEAD_OFFICER for seat in seats):
            continue
        chairs = evidence.seat_holders.chair_seats(body)
        left_to_others = any(seat.standing in NOBODY for seat in chairs) or _has_ended(
            evidence, body, chairs
        )
        if evidence.seat_holders.has_chair(body) or left_to_others:
            continue
        name = evidence.name(body)
        yield check.finding(
            Subject(body=body),
            f"It is not said who holds the chair of {name}."
            if chairs
            else f"Seats are recorded on {name}, but no chair{_format_coming(evidence, body)}.",
            remedy=f"Record who chairs {name}, by name or post, or that the chair is vacant.",
            place=chairs[0].place if chairs else evidence.place(body),
            variant="not named" if chairs else "no chair",
        )


def _format_coming(evidence: Evidence, body: str) -> str:
    """That a chair is recorded who is not there yet, as the end of a sentence."""
    for seat in evidence.structure.seats_by_body[body]:
        presence = evidence.standpoint.presence(seat) if seat.role in CHAIRS else Presence.HOLDS
        if presence is Presence.NOT_YET and seat.from_:
            return f" yet: the chair that is recorded begins {seat.from_.spoken()}"
        if presence in {Presence.PROPOSED, Presence.SHADOW}:
            return f": the chair that is recorded is {presence}"
    return ""


def _has_ended(evidence: Evidence, body: str, chairs: tuple[Seat, ...]) -> bool:
    """Whether there was a chair whose time is over, and none is there now."""
    if chairs:
        return False
    day = evidence.standpoint.day
    return day is not None and any(
        seat.role in CHAIRS and seat.until is not None and seat.until.last_day < day
        for seat in evidence.structure.seats_by_body[body]
    )


BOARD = BoardWords(
    "Who chairs {body}? The papers do not say.",
    "Confirm who chairs {body}, or appoint a chair.",
)

CHECK = Check(
    code="GG201",
    name="no-chair",
    severity=Severity.WARNING,
    summary="a body with seats, but nobody recorded in the chair",
    headings={"": "Nobody is recorded in the chair"},
    find=find_missing_chairs,
    documentation=__doc__,
    board=BOARD,
)
