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

from collections.abc import Iterator

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject


def find_self_accountability(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each line from a body to itself."""
    for line in evidence.graph.lines:
        if line.subordinate == line.superior:
            name = evidence.name(line.superior)
            yield check.finding(
                Subject(body=line.subordinate, relation=line.relation.key),
                f"{name} answers to itself.",
                remedy=f"Name the body that {name} really answers to, or take the relation out.",
                place=line.relation.place,
                chain=(line.subordinate, line.superior),
            )


CHECK = Check(
    code="GG104",
    name="self-accountability",
    severity=Severity.ERROR,
    summary="a body that answers to itself",
    find=find_self_accountability,
    documentation=__doc__,
)
