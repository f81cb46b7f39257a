"""A body marked as an end of accountability, to which nobody answers.

## What it finds
A body that is marked `apex: true` and to which, as at the date of the question, no other body has
a line of account.

## Why it matters
The mark says that accountability ends with the body; if nobody answers to it, nothing does. Either
the lines that lead there are not recorded, or the mark was set only to silence a finding.

## How to put it right
Record who answers to the body. If its own governance is elsewhere, mark it `outside: true`; if it
answers to somebody, take the mark away and record the line. If it stands alone by right, there is
nothing to do.

## Bad
```yaml
bodies:
  council: {name: County Council, apex: true}
  trust: {name: Children's Trust, apex: true, supports: council}
  partnership: {name: Fleet Partnership, accountable_to: council}
```

## Good
```yaml
bodies:
  council: {name: County Council, apex: true}
  trust: {name: Children's Trust, accountable_to: council}
  partnership: {name: Fleet Partnership, accountable_to: council}
```
"""

from govgraph.checks.board import BoardWords
from govgraph.checks.by_cases import find_by_cases
from govgraph.checks.case import Case
from govgraph.checks.check import Check, LineRule
from govgraph.checks.finding import Severity

CASES = (
    Case(
        where=lambda body: ~body.answered,
        says="{body} is marked as an end of accountability, and nobody answers to it.",
        remedy="Record who answers to {body}, or take its mark away if it is no end.",
    ),
)

BOARD = BoardWords(
    "{body} is taken as a place where accountability ends, and nobody answers to it. Is that so?",
    "Confirm which bodies answer to {body}, if any.",
)

CHECK = Check(
    code="GG114",
    name="idle-apex",
    severity=Severity.INFORMATION,
    summary="a body marked as an end of accountability, to which nobody answers",
    headings={"": "Accountability may end there, and nobody answers to them"},
    find=find_by_cases,
    documentation=__doc__,
    board=BOARD,
    line=LineRule(cases=CASES, among=(lambda body: body.apex,)),
)
