"""A board with fewer than three seats cannot make a quorum of three.

## What it finds
A board on which one or two seats are recorded.

## Why it matters
Our standing orders ask for a quorum of three. Such a board can decide nothing.

## How to put it right
Record the seats that are missing, or appoint more members.
"""

from collections.abc import Iterator

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject

QUORUM = 3
"""Standing order 7."""


def find_too_few_seats(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each board on which some seats are recorded, but fewer than a quorum."""
    for body in evidence.graph.bodies:
        seats = evidence.structure.seats_by_body.get(body, ())
        if evidence.structure.body_by_id[body].kind == "board" and 0 < len(seats) < QUORUM:
            yield check.finding(
                Subject(body=body),
                f"{evidence.name(body)} has {len(seats)} of the {QUORUM} seats of a quorum.",
                remedy="Record the seats that are missing, or appoint more members.",
                place=evidence.place(body),
            )


CHECK = Check(
    code="QR001",
    name="too-few-seats",
    severity=Severity.WARNING,
    summary="a board with too few seats for a quorum",
    find=find_too_few_seats,
    documentation=__doc__,
)
