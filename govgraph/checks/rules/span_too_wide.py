"""A body to which more than twelve others answer directly.

## What it finds
A body with more than twelve direct subordinates. An entry that stands for several bodies
(`count: 20`) counts as so many.

## Why it matters
A board that meets four times a year for two hours gives each of sixteen subordinates half an
hour in a year. It is answered to by more than it can listen to.

## How to put it right
Put a body in between, such as a group of the chairs, or let neighbouring bodies report together.

## Bad
```yaml
bodies:
  trust: {name: Children's Trust, apex: true}
  partnerships: {name: Local children's partnerships, count: 20, accountable_to: trust}
```

## Good
```yaml
bodies:
  trust: {name: Children's Trust, apex: true}
  chairs: {name: Group of the partnership chairs, accountable_to: trust}
  partnership: {name: Fleet Partnership, accountable_to: chairs}
```
"""

from dataclasses import replace

from govgraph.checks.board import BoardWords
from govgraph.checks.by_cases import build_case_finding, find_by_cases
from govgraph.checks.case import Case
from govgraph.checks.check import Check, Evidence, LineRule
from govgraph.checks.finding import Finding, Severity

SPAN = 12
"""Most direct subordinates that nobody need remark on: our own choice, above the five to ten
that textbooks of administration give for a manager, because a board meets seldom but delegates."""
CASES = (
    Case(
        where=lambda body: body.span > SPAN,
        says="{span} bodies answer directly to {body}.",
        remedy="Put a body between some of them and {body}, or let them report together.",
    ),
)


def build_too_wide(check: Check, evidence: Evidence, case: Case, body: str) -> Finding:
    """With `About` where entries for several bodies are among them."""
    found = build_case_finding(check, evidence, case, body)
    known = evidence.structure.body_by_id
    if all(known[below].count in {None, 1} for below in evidence.graph.subordinates(body)):
        return found
    return replace(found, message=f"About {found.message}")


BOARD = BoardWords(
    "Can {body} hear all the bodies that answer to it? They are more than one meeting can take.",
    "Consider whether some of them should report together.",
)

CHECK = Check(
    code="GG112",
    name="span-too-wide",
    severity=Severity.INFORMATION,
    summary=f"a body to which more than {SPAN} others answer directly",
    headings={"": "Many answer to them directly"},
    find=find_by_cases,
    documentation=__doc__,
    board=BOARD,
    line=LineRule(cases=CASES, among=(lambda body: body.span > SPAN,), build=build_too_wide),
)
