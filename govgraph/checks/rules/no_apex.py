"""Nowhere does accountability end.

## What it finds
A structure none of whose bodies, as at the date of the question, is marked `apex: true`. It is
silent where one body alone stands at the top, of which `orphaned-body` (GG101) says the same; and
where bodies answer to one that is marked `outside: true`, as accountability then ends there. Where
several stand at the top, it is told with the first of them, and is no fault besides.

## Why it matters
Every chain of account has to end with somebody who answers to the public, to Parliament or to a
council. While nobody is named, no chain arrives anywhere, and every other answer says so.

## How to put it right
Mark the body, or the bodies, at which accountability ends with `apex: true`.

## Bad
```yaml
bodies:
  trust: {name: Children's Trust}
  council: {name: County Council}
  partnership: {name: Fleet Partnership, accountable_to: [trust, council]}
```

## Good
```yaml
bodies:
  trust: {name: Children's Trust, accountable_to: council}
  council: {name: County Council, apex: true}
  partnership: {name: Fleet Partnership, accountable_to: trust}
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
        where=lambda whole: (
            (whole.bodies > 0) & (whole.apexes == 0) & (whole.exits == 0) & (whole.tops != 1)
        ),
        says="No body is marked as an apex, where accountability ends.",
        remedy="Mark the body at which accountability ends with ‘apex: true’.",
    ),
)


def build_no_apex(check: Check, evidence: Evidence, case: Case, body: str) -> Finding:
    """With the bodies that would be one at another date."""
    found = build_case_finding(check, evidence, case, body)
    elsewhere = tuple(sorted(body.id for body in evidence.structure.bodies if body.apex))
    if not elsewhere:
        return found
    says = (
        f"{found.message.removesuffix('.')} at this date: {evidence.names(elsewhere)} would be one."
    )
    return replace(found, message=says, others=elsewhere)


BOARD = BoardWords(
    "Where does accountability end? The papers name no body that answers to the public, to a "
    "council or to Parliament.",
    "Agree with which body accountability ends.",
)

CHECK = Check(
    code="GG107",
    name="no-apex",
    severity=Severity.ERROR,
    summary="nowhere does accountability end",
    headings={"": "Accountability ends nowhere"},
    find=find_by_cases,
    documentation=__doc__,
    board=BOARD,
    line=LineRule(cases=CASES, build=build_no_apex),
)
