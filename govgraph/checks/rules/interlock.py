"""Somebody sits on both sides of a line of account.

## What it finds
A line of account of which somebody sits on the body below and on the body above, in whatever
role. Somebody in the chair of both is found by `self-scrutiny` (GG204) instead.

## Why it matters
Often it is meant: the chair of a local partnership who sits on the trust *is* the line. But who
answers and who asks are then partly the same people, and an auditor will want to know.

## How to put it right
There may be nothing to do. Where the lower body's work is judged, let those who sit on both say so.

## Bad
```yaml
bodies:
  trust: {name: Children's Trust, apex: true, seats: [{held_by: lynn}]}
  hart: {name: Hart Partnership, accountable_to: trust, seats: [{role: chair, held_by: lynn}]}
people:
  lynn: {name: Lynn Martin}
```

## Good
```yaml
bodies:
  trust: {name: Children's Trust, apex: true, seats: [{held_by: omar}]}
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
from govgraph.wording.lists import agree


def find_interlocks(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each body and superior on both of which somebody sits."""
    seat_holders = evidence.seat_holders
    for body in seat_holders.seats:
        holders = seat_holders.holders(body)
        for superior in evidence.graph.superiors(body) if holders else ():
            chairing = seat_holders.holders(body, CHAIRS) & seat_holders.holders(superior, CHAIRS)
            both = (holders & seat_holders.holders(superior)) - chairing
            if both:
                name, above = evidence.name(body), evidence.name(superior)
                verb = agree(both, "sits", "sit")
                who = seat_holders.say(both)
                yield check.finding(
                    Subject(body=body),
                    f"{who[0].upper()}{who[1:]} {verb} both on {name} and on {above}, "
                    "to which a line of account leads.",
                    remedy=f"Where {name} is judged, let those who sit on both say so.",
                    place=evidence.place(body),
                    chain=(body, superior),
                    others=(superior,),
                )


BOARD = BoardWords(
    "Somebody sits both on {body} and on {others}, which holds it to account.",
    "Agree that whoever sits on both says so when {others} considers {body}.",
)

CHECK = Check(
    code="GG205",
    name="interlock",
    severity=Severity.INFORMATION,
    summary="somebody sits on both sides of a line of account",
    headings={"": "The same person sits on both sides of a line"},
    find=find_interlocks,
    documentation=__doc__,
    board=BOARD,
)
