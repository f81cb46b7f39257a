"""Accountability ends in more than one place.

## What it finds
A structure with two or more bodies marked `apex: true`, as at the date of the question. It names
them.

## Why it matters
Several ends are often right: a council and a health body each answer in their own way. But it
means that no one body can be asked about the whole, and an end is sometimes marked only to
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

from dataclasses import replace

from govgraph.checks.board import BoardWords
from govgraph.checks.by_cases import build_case_finding, find_by_cases
from govgraph.checks.case import About, Case
from govgraph.checks.check import Check, Evidence, LineRule
from govgraph.checks.finding import Finding, Severity

CASES = (
    Case(
        about=About.WHOLE,
        where=lambda whole: whole.apexes > 1,
        says="Accountability ends in {apexes} places.",
        remedy="Make sure that each of them really answers to nobody here.",
    ),
)


def build_several_apexes(check: Check, evidence: Evidence, case: Case, body: str) -> Finding:
    """With the bodies that are apexes, at the place of the second."""
    apexes = evidence.graph.apexes
    found = build_case_finding(check, evidence, case, body)
    says = f"{found.message.removesuffix('.')}: {evidence.names(apexes)}."
    place = evidence.place(apexes[1])
    return replace(found, message=says, others=tuple(sorted(apexes)), place=place)


BOARD = BoardWords(
    "Accountability ends in more than one place: {others:at several bodies}. Who answers for the "
    "whole?",
    "Confirm that each of them answers for its own part, or agree who answers for the whole.",
)

CHECK = Check(
    code="GG108",
    name="several-apexes",
    severity=Severity.INFORMATION,
    summary="accountability ends in more than one place",
    headings={"": "Accountability ends in more than one place"},
    find=find_by_cases,
    documentation=__doc__,
    board=BOARD,
    line=LineRule(cases=CASES, build=build_several_apexes),
)
