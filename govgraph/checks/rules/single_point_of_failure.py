"""A body without which several others lose their last line of account.

## What it finds
A body, other than an apex, through which every chain of three or more others to an apex passes.

## Why it matters
If it lapses, is abolished or simply stops meeting, everybody below it answers to nobody on the
same day. It is not wrong, but somebody should have thought of it.

## How to put it right
Agree what happens to those below it if it ends, or give them a second line that is `intended`.
`govgraph impact` lists who they are.

## Bad
```yaml
bodies:
  council: {name: County Council, apex: true}
  trust: {name: Children's Trust, accountable_to: council}
  fleet: {name: Fleet Partnership, accountable_to: trust}
  hook: {name: Hook Partnership, accountable_to: trust}
  yateley: {name: Yateley Partnership, accountable_to: trust}
```

## Good
```yaml
bodies:
  council: {name: County Council, apex: true}
  trust: {name: Children's Trust, accountable_to: council}
  fleet: {name: Fleet Partnership, accountable_to: trust}
  hook: {name: Hook Partnership, accountable_to: trust}
  yateley: {name: Yateley Partnership, accountable_to: council}
```
"""

from govgraph.checks.board import BoardWords
from govgraph.checks.by_cases import find_by_cases
from govgraph.checks.case import Case
from govgraph.checks.check import Check, LineRule
from govgraph.checks.finding import Severity

DEPENDANTS = 3
"""Fewest bodies that must depend on one: our own choice, as with two a reader sees it at once."""
CASES = (
    Case(
        where=lambda body: ~body.apex,
        says="Without {body}, {dependants} other bodies lose their last line of account.",
        remedy="Agree what happens to them should {body} end.",
    ),
)

BOARD = BoardWords(
    "Several bodies are held to account only through {body}. Who would do so if it ended?",
    "Agree who would take its place if {body} ended.",
)

CHECK = Check(
    code="GG110",
    name="single-point-of-failure",
    severity=Severity.INFORMATION,
    summary="a body without which several others lose their last line of account",
    headings={"": "Others depend on them for their last line"},
    find=find_by_cases,
    documentation=__doc__,
    board=BOARD,
    line=LineRule(cases=CASES, among=(lambda body: body.dependants >= DEPENDANTS,)),
)
