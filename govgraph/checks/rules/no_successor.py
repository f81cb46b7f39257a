"""A body has ended, others still answer to it, and nothing has taken over.

## What it finds
A body that has ended by the date of the question, to which lines of account from others still
run, and which no other body `succeeds`.

## Why it matters
Those who answered to it answer to nobody since, and nobody was told to take its place. Where a
successor is recorded, it is plain where their lines should lead.

## How to put it right
Record which body took over, with `succeeds`, and let the lines lead there; or end the lines.

## Bad
```yaml
structure: {id: hart, as_at: 2010-02}
bodies:
  trust: {name: Children's Trust, apex: true}
  board: {name: Hart Board, accountable_to: trust, until: 2009}
  fleet: {name: Fleet Partnership, accountable_to: board}
```

## Good
```yaml
structure: {id: hart, as_at: 2010-02}
bodies:
  trust: {name: Children's Trust, apex: true}
  board: {name: Hart Board, accountable_to: trust, until: 2009}
  partnership: {name: Hart Partnership, accountable_to: trust, succeeds: board}
  fleet: {name: Fleet Partnership, accountable_to: partnership}
```
"""

from collections.abc import Iterator

from govgraph.checks.board import BoardWords
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.graph.accountability import Exclusion


def find_missing_successors(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each ended body that others still answer to and nothing succeeds."""
    succeeded = {old for body in evidence.structure.bodies for old in body.succeeds}
    left: dict[str, set[str]] = {}
    for body, missing in evidence.graph.excluded.items():
        for gone in missing:
            ended = gone.relation.to_body
            if gone.why is Exclusion.BODY_ENDED and ended != body and ended not in succeeded:
                left.setdefault(ended, set()).add(body)
    for ended, subordinates in sorted(left.items()):
        others = tuple(sorted(filter(evidence.graph.holds, subordinates)))
        if others:
            name = evidence.name(ended)
            yield check.finding(
                Subject(body=ended),
                f"{name} has ended and nothing has taken over from it, though lines of account "
                f"still lead to it from {evidence.names(others)}.",
                remedy=f"Record which body took over from {name}, or end the lines to it.",
                place=evidence.place(ended),
                others=others,
            )


BOARD = BoardWords(
    "{body} has ended, and {others} still {answer} to it. Who holds them to account now?",
    "Agree which body takes over from {body}.",
)

CHECK = Check(
    code="GG304",
    name="no-successor",
    severity=Severity.WARNING,
    summary="a body has ended, others still answer to it, and nothing has taken over",
    headings={"": "Ended, while others still answer to it"},
    find=find_missing_successors,
    documentation=__doc__,
    board=BOARD,
)
