"""A body that another succeeds has no end.

## What it finds
A body in force on the day of the question that another body, also in force, has taken over from
(`succeeds`), and that has neither an end nor the status `ended`. On what a later paper of the
same area is silent, nothing can be said.

## Why it matters
A successor was set up and nobody wound up what it replaced. Both may go on meeting, with two sets
of members and minutes, and each may think that the other decides.

## How to put it right
Record the day on which the old body ended (`until`), or `status: ended` where the day is not known.
Where it lives on beside the new one, say so: the new body does not succeed it.

## Bad
```yaml
structure: {id: hart, as_at: 2010-06}
bodies:
  trust: {name: Children's Trust, apex: true}
  old: {name: Hart Board, accountable_to: trust}
  new: {name: Hart Partnership, accountable_to: trust, succeeds: old}
```

## Good
```yaml
structure: {id: hart, as_at: 2010-06}
bodies:
  trust: {name: Children's Trust, apex: true}
  old: {name: Hart Board, accountable_to: {to: trust, until: 2010-03}, until: 2010-03}
  new: {name: Hart Partnership, accountable_to: trust, succeeds: old}
```
"""

from collections.abc import Iterator

from govgraph.analysis.current_successors import find_successors
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import BoardText, Finding, Severity, Subject


def find_remaining_predecessors(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each body that is there without an end beside its successor."""
    structure, graph = evidence.structure, evidence.graph
    for body in structure.bodies:
        if not graph.holds(body.id) or body.until or evidence.is_silent_on(body):
            continue
        later = tuple(
            id_
            for id_ in find_successors(structure, body.id)
            if id_ != body.id and graph.holds(id_)
        )
        if not later:
            continue
        new = evidence.names(later)
        yield check.finding(
            Subject(body=body.id),
            f"No end is recorded for {body.name}, though {new} took over from it.",
            remedy=f"Record when {body.name} ended, or that it goes on beside {new}.",
            place=body.place,
            others=later,
            board=BoardText(
                f"What became of {body.name}? {new} took over, and no paper says that it ended.",
                f"Resolve from which day {body.name} ended, or that it goes on beside {new}.",
            ),
        )


CHECK = Check(
    code="GG305",
    name="predecessor-remains",
    severity=Severity.WARNING,
    summary="a body that another succeeds has no end",
    headings={"": "Still there beside the body that took over"},
    find=find_remaining_predecessors,
    documentation=__doc__,
)
