"""A waiver whose time is over.

## What it finds
A waiver whose `until` lies before the date of the question. It no longer covers anything: what
it was meant for is found again. If neither the question nor the structure (`as_at`) has a date, a
waiver ends by today, and the finding says so; `GOVGRAPH_TODAY=2026-04-01` names another day.

## Why it matters
A waiver is somebody's promise to live with a fault for a time. When the time is over somebody
has to decide again; that is what the date is for.

## How to put it right
Mend the fault, or agree a new date with whoever owns the waiver and write that down.

## Bad
```yaml
structure: {id: hart, as_at: 2010-02}
bodies:
  trust: {name: Children's Trust, apex: true}
  chairs: {name: Chairs group, supports: trust}
waivers:
  - finding: orphaned-body
    body: chairs
    because: A forum for the chairs, which holds no line of its own.
    owner: Head of Partnerships
    until: 2009-12
```

## Good
```yaml
structure: {id: hart, as_at: 2010-02}
bodies:
  trust: {name: Children's Trust, apex: true}
  chairs: {name: Chairs group, supports: trust}
waivers:
  - finding: orphaned-body
    body: chairs
    because: A forum for the chairs, which holds no line of its own.
    owner: Head of Partnerships
    until: 2010-12
```
"""

from collections.abc import Iterator

from govgraph.checks.board import BoardWords
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity
from govgraph.checks.waivers import format_waiver, has_ended, waiver_subject


def find_ended_waivers(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each waiver whose last day is over."""
    undated = evidence.standpoint.day is None
    judged = " This is judged by today, because the structure has no date." if undated else ""
    for waiver in evidence.structure.waivers:
        if has_ended(waiver, evidence.standpoint):
            yield check.finding(
                waiver_subject(waiver),
                f"{format_waiver(evidence.structure, waiver)} ended {waiver.until.when()}.{judged}",
                remedy=f"Mend what it was meant for, or agree a new date with {waiver.owner}.",
                place=waiver.place,
            )


BOARD = BoardWords(
    "An exception that was agreed has run out, and what it excused is still so.",
    "Put right what it excused, or agree the exception anew with a date.",
)

CHECK = Check(
    code="GG502",
    name="waiver-ended",
    severity=Severity.WARNING,
    summary="a waiver whose time is over",
    headings={"": "A waiver whose time is over"},
    find=find_ended_waivers,
    documentation=__doc__,
    board=BOARD,
    last=True,
)
