"""Accountability ends in more than one place.

## What it finds
A structure with two or more bodies marked `apex: true`, as at the date of the question. It names
them.

## Why it matters
Several apexes are often right: a council and a health body each answer in their own way. But it
means that no one body can be asked about the whole, and an apex is sometimes marked only to
silence a finding.

## How to put it right
If one of them answers to another, record the line and take its mark away. If all are right,
there is nothing to do.

## Bad
```yaml
bodies:
  council: {name: County Council, apex: true}
  trust: {name: Children's Trust, apex: true}
```

## Good
```yaml
bodies:
  council: {name: County Council, apex: true}
  trust: {name: Children's Trust, accountable_to: council}
```
"""

from collections.abc import Iterator

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject


def find_several_apexes(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """One finding where more than one body is an apex."""
    apexes = evidence.graph.apexes
    if len(apexes) > 1:
        yield check.finding(
            Subject(),
            f"Accountability ends in {len(apexes)} places: {evidence.names(apexes)}.",
            remedy="Make sure that each of them really answers to nobody here.",
            place=evidence.place(apexes[1]),
            others=tuple(sorted(apexes)),
        )


CHECK = Check(
    code="GG108",
    name="several-apexes",
    severity=Severity.INFORMATION,
    summary="accountability ends in more than one place",
    find=find_several_apexes,
    documentation=__doc__,
)
