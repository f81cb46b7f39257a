"""A body exercises what another delegates to it, and does not answer to it.

## What it finds
A relation `delegated_by` from a body that exercises a function to the one that holds it, where, as
at the date of the question, no chain of lines leads from the first to the second.

## Why it matters
Whoever delegates a function stays answerable for it. Where whoever exercises it does not answer to
them, directly or through others, they answer for what they cannot ask about.

## How to put it right
Record the line by which the body answers for what is delegated to it, or have one agreed when the
scheme of delegation is next reviewed. If the delegation is no longer in force, record when it
ended.

## Bad
```yaml
bodies:
  council: {name: County Council, apex: true}
  icb: {name: Integrated Care Board, apex: true}
  committee: {name: Joint Committee, accountable_to: council, delegated_by: icb}
```

## Good
```yaml
bodies:
  council: {name: County Council, apex: true}
  icb: {name: Integrated Care Board, apex: true}
  committee: {name: Joint Committee, joint_committee_of: [council, icb], delegated_by: icb}
```
"""

from govgraph.checks.board import BoardWords
from govgraph.checks.by_cases import find_by_cases
from govgraph.checks.case import About, Case
from govgraph.checks.check import Check, LineRule
from govgraph.checks.finding import Severity

CASES = (
    Case(
        about=About.DELEGATION,
        where=lambda delegation: ~delegation.answered,
        says="{body} exercises what {above} delegates to it, and no chain leads back there.",
        remedy="Record how {body} answers for it, or when the delegation ended.",
    ),
)

BOARD = BoardWords(
    "{body} exercises what {above} delegates to it. To whom does it answer for that?",
    "Agree how {body} answers to {above} for what is delegated to it.",
)

CHECK = Check(
    code="GG115",
    name="delegated-unanswered",
    severity=Severity.WARNING,
    summary="a body exercises what another delegates to it, and does not answer to it",
    headings={"": "Exercise what is delegated to them, and do not answer for it"},
    find=find_by_cases,
    documentation=__doc__,
    board=BOARD,
    line=LineRule(cases=CASES),
)
