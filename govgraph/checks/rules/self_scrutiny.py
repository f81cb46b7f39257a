"""Somebody chairs both a body and the body it answers to.

## What it finds
A line of account at both ends of which the same person is in the chair, by name or by virtue of
one chair being held with the other.

## Why it matters
The chair of the lower body reports to a meeting led by the same chair. Nobody is there to ask
what the person would rather not hear.

## How to put it right
Let somebody else chair one of the two, or at least the item under which the body reports.

## Bad
```yaml
bodies:
  trust: {name: Children's Trust, apex: true, seats: [{role: chair, held_by: lynn}]}
  hart: {name: Hart Partnership, accountable_to: trust, seats: [{role: chair, held_by: lynn}]}
people:
  lynn: {name: Lynn Martin}
```

## Good
```yaml
bodies:
  trust: {name: Children's Trust, apex: true, seats: [{role: chair, held_by: omar}]}
  hart: {name: Hart Partnership, accountable_to: trust, seats: [{role: chair, held_by: lynn}]}
people:
  lynn: {name: Lynn Martin}
  omar: {name: Omar Aziz}
```
"""

from collections.abc import Iterator

from govgraph.analysis.holders import CHAIRS
from govgraph.checks.board import BoardWords
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject


def find_self_scrutiny(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each body and superior with the same person in both chairs."""
    seat_holders = evidence.seat_holders
    for body in seat_holders.seats:
        chairs = seat_holders.holders(body, CHAIRS)
        for superior in evidence.graph.superiors(body) if chairs else ():
            both = chairs & seat_holders.holders(superior, CHAIRS)
            if both:
                name, above = evidence.name(body), evidence.name(superior)
                yield check.finding(
                    Subject(body=body, seat="chair"),
                    f"The chair of {name} and that of {above}, to which a line of account leads, "
                    f"are held by the same person: {seat_holders.say(both)}.",
                    remedy=f"Let somebody else chair {name} or {above}.",
                    place=seat_holders.chair_seats(body)[0].place,
                    chain=(body, superior),
                    others=(superior,),
                )


BOARD = BoardWords(
    "The same person chairs {body} and {others}, which holds it to account. Who asks questions?",
    "Agree who takes the chair when {others} considers {body}.",
)

CHECK = Check(
    code="GG204",
    name="self-scrutiny",
    severity=Severity.WARNING,
    summary="somebody chairs both a body and the body it answers to",
    headings={"": "Chaired by whoever chairs the body above"},
    find=find_self_scrutiny,
    documentation=__doc__,
    board=BOARD,
)
