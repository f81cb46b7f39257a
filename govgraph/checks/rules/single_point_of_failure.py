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

from collections.abc import Iterator

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject

DEPENDANTS = 3
"""Fewest bodies that must depend on one: our own choice, as with two a reader sees it at once."""


def find_single_points(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each body that `DEPENDANTS` or more others depend on for their chain."""
    graph = evidence.graph
    for body, number, apex in zip(graph.table.ids, graph.dependants, graph.table.apex, strict=True):
        if number >= DEPENDANTS and not apex:
            name = evidence.name(body)
            yield check.finding(
                Subject(body=body),
                f"Without {name}, {number:,} other bodies lose their last line of account.",
                remedy=f"Agree what happens to them should {name} end.",
                place=evidence.place(body),
            )


CHECK = Check(
    code="GG110",
    name="single-point-of-failure",
    severity=Severity.INFORMATION,
    summary="a body without which several others lose their last line of account",
    find=find_single_points,
    documentation=__doc__,
)
