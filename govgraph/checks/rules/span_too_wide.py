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

from collections.abc import Iterator

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject

SPAN = 12
"""Most direct subordinates that nobody need remark on: our own choice, above the five to ten
that textbooks of administration give for a manager, because a board meets seldom but delegates."""


def find_wide_spans(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each body with more than `SPAN` direct subordinates."""
    known = evidence.structure.body_by_id
    for body in evidence.graph.bodies:
        below = evidence.graph.subordinates(body)
        counts = [known[id_].count or 1 for id_ in below]
        span = sum(counts)
        if span > SPAN:
            name = evidence.name(body)
            about = "" if span == len(below) else "About "
            yield check.finding(
                Subject(body=body),
                f"{about}{span:,} bodies answer directly to {name}.",
                remedy=f"Put a body between some of them and {name}, or let them report together.",
                place=evidence.place(body),
            )


CHECK = Check(
    code="GG112",
    name="span-too-wide",
    severity=Severity.INFORMATION,
    summary=f"a body to which more than {SPAN} others answer directly",
    find=find_wide_spans,
    documentation=__doc__,
)
