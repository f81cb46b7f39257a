"""A body that is recorded as answering to itself.

## What it finds
A line of account that leads from a body straight back to it.

## Why it matters
Nobody is held to account by themselves. It is nearly always a slip of the pen, and it hides the
fact that the real line is missing.

## How to put it right
Name the body it really answers to, or take the relation out.

## Bad
```yaml
bodies:
  trust: {name: Children's Trust, accountable_to: trust}
```

## Good
```yaml
bodies:
  trust: {name: Children's Trust, accountable_to: council}
  council: {name: County Council, apex: true}
```
"""

from govgraph.checks.board import BoardWords
from govgraph.checks.by_cases import find_by_cases
from govgraph.checks.case import About, Case
from govgraph.checks.check import Check, LineRule
from govgraph.checks.finding import Severity
from govgraph.model.sources import Basis


def _make_case(*, presumed: bool) -> Case:
    """A line that is only presumed is less grave than one that is recorded."""
    return Case(
        about=About.LINE,
        where=lambda line: (
            (line.below == line.above)
            & ((line.basis == Basis.PRESUMED) if presumed else (line.basis < Basis.PRESUMED))
        ),
        says="{body} answers to itself.",
        remedy="Name the body that {body} really answers to, or take the relation out.",
        severity=Severity.WARNING if presumed else None,
        presuming=presumed,
    )


BOARD = BoardWords(
    "Who holds {body} to account? The papers have it answer to itself.",
    "Agree to whom {body} answers.",
)

CHECK = Check(
    code="GG104",
    name="self-accountability",
    severity=Severity.ERROR,
    summary="a body that answers to itself",
    headings={"": "Answer to themselves"},
    find=find_by_cases,
    documentation=__doc__,
    board=BOARD,
    line=LineRule(cases=(_make_case(presumed=False), _make_case(presumed=True))),
)
