"""A seat comes with a post that nobody can be found in.

## What it finds
A seat held by virtue of the chair of a body, or of a body as such (`ex_officio`), where that body
has ended or is only planned, where its chair is vacant, or where nobody is recorded in it. A seat
whose holder is named besides is no fault as long as the body is there. A post in words cannot be
looked up.

## Why it matters
The seat is filled on paper and empty at the table.

## How to put it right
Fill the post, or record by virtue of which other post the seat is held now.

## Bad
```yaml
bodies:
  trust: {name: Children's Trust, apex: true, seats: [{ex_officio: chair of hart}]}
  hart: {name: Hart Partnership, accountable_to: trust, seats: [{role: chair, standing: vacant}]}
```

## Good
```yaml
bodies:
  trust: {name: Children's Trust, apex: true, seats: [{ex_officio: chair of hart}]}
  hart: {name: Hart Partnership, accountable_to: trust, seats: [{role: chair, held_by: lynn}]}
people:
  lynn: {name: Lynn Martin}
```
"""

from collections.abc import Iterator

from govgraph.analysis.holders import NOBODY
from govgraph.checks.board import BoardWords
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.seat_holders import is_held_as_chair
from govgraph.model.seats import Seat
from govgraph.model.standpoint import Presence
from govgraph.wording.records import format_seat, format_seat_first


def find_broken_posts(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each seat that comes with a post in which nobody can be found."""
    for body, seats in evidence.seat_holders.seats.items():
        for seat in seats:
            source = evidence.structure.body_by_id.get(seat.ex_officio_body)
            variant = _find_fault(evidence, seat) if source and seat.standing not in NOBODY else ""
            if source and variant:
                words = format_seat(evidence.structure, seat)
                post = f"the chair of {source.name}" if is_held_as_chair(seat) else source.name
                yield check.finding(
                    Subject(body=body, seat=words),
                    f"{format_seat_first(evidence.structure, seat)} comes with {post}, "
                    f"{_SAYS[variant]}.",
                    remedy="Fill the post, or record by virtue of which other the seat is held.",
                    place=seat.place,
                    others=(source.id,),
                    variant=variant,
                )


_SAYS = {
    "ended": "a body that has ended",
    "planned": "a body that is not there yet",
    "vacant": "which is vacant",
    "unknown": "in which nobody is recorded",
}


def _find_fault(evidence: Evidence, seat: Seat) -> str:
    """What is wrong with the post that a seat comes with, or nothing."""
    source = evidence.structure.body_by_id[seat.ex_officio_body]
    presence = evidence.standpoint.presence(source)
    if presence is not Presence.HOLDS:
        return "ended" if presence is Presence.ENDED else "planned"
    if not is_held_as_chair(seat) or evidence.seat_holders.has_chair(source.id):
        return ""
    if any(chair.standing in NOBODY for chair in evidence.seat_holders.chair_seats(source.id)):
        return "vacant"
    return "" if seat.held_by else "unknown"


BOARD = BoardWords(
    "A seat on {body} comes with a post in which nobody can be found: {seat}.",
    "Confirm who holds the post, and so the seat.",
)

CHECK = Check(
    code="GG207",
    name="ex-officio-broken",
    severity=Severity.WARNING,
    summary="a seat comes with a post that nobody can be found in",
    headings={"": "A seat depends on a post that nobody holds"},
    find=find_broken_posts,
    documentation=__doc__,
    board=BOARD,
)
