"""Nowhere does accountability end.

## What it finds
A structure none of whose bodies, as at the date of the question, is marked `apex: true`.

## Why it matters
Every chain of account has to end with somebody who answers to the public, to Parliament or to a
council. While nobody is named, no chain arrives anywhere, and every other answer says so.

## How to put it right
Mark the body, or the bodies, at which accountability ends with `apex: true`.

## Bad
```yaml
bodies:
  trust: {name: Children's Trust}
  partnership: {name: Fleet Partnership, accountable_to: trust}
```

## Good
```yaml
bodies:
  trust: {name: Children's Trust, apex: true}
  partnership: {name: Fleet Partnership, accountable_to: trust}
```
"""

from collections.abc import Iterator

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject


def find_no_apex(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """One finding where there are bodies and none is an apex."""
    if evidence.graph.apexes or not evidence.graph.bodies:
        return
    elsewhere = [body.id for body in evidence.structure.bodies if body.apex]
    but = f" at this date: {evidence.names(elsewhere)} would be one" if elsewhere else ""
    yield check.finding(
        Subject(),
        f"No body is marked as an apex, where accountability ends{but}.",
        remedy="Mark the body at which accountability ends with ‘apex: true’.",
        place=evidence.structure.place,
        others=tuple(sorted(elsewhere)),
    )


CHECK = Check(
    code="GG107",
    name="no-apex",
    severity=Severity.ERROR,
    summary="nowhere does accountability end",
    find=find_no_apex,
    documentation=__doc__,
)
