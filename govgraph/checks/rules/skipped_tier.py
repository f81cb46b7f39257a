"""A line straight to a superior's superior, beside the line through it.

## What it finds
A body that answers to a second body both directly and through the body between them. Bodies that
answer to one another in a ring are left to `accountability-cycle` (GG103). Nothing is found of the
bodies whose joint committee it is (`joint_committee_of`): it answers to each by design.

## Why it matters
The body in the middle may be by-passed: what it is meant to challenge goes over its head.

## How to put it right
Keep the line that is used and take out the other, or say with `intended` why both are meant.

## Bad
```yaml
bodies:
  council: {name: County Council, apex: true}
  trust: {name: Children's Trust, accountable_to: council}
  partnership: {name: Fleet Partnership, accountable_to: [trust, council]}
```

## Good
```yaml
bodies:
  council: {name: County Council, apex: true}
  trust: {name: Children's Trust, accountable_to: council}
  partnership: {name: Fleet Partnership, accountable_to: trust}
```
"""

from collections.abc import Iterator

from govgraph.checks.board import BoardWords
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.structure_facts import find_joint

SAYS = "{} answers to {} directly and also through {}."
"""The sentence of every engine: who answers, to whom, and through whom besides."""
REMEDY = "Keep one of the two, or say why the body in the middle may be passed by."
"""What puts right any of many."""


def find_skipped_tiers(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each line that goes past a body to which the other two also have a line."""
    graph = evidence.graph
    for body in graph.bodies:
        for top, middle in sorted(_find_passed(evidence, body).items()):
            line = next(line for line in graph.lines_up[body] if line.superior == top)
            yield check.finding(
                Subject(body=body, relation=line.relation.key),
                SAYS.format(*map(evidence.name, (body, top, middle))),
                remedy=f"Keep one of the two, or say why {evidence.name(middle)} may be passed by.",
                place=line.relation.place,
                chain=(body, middle, top),
            )


def _find_passed(evidence: Evidence, body: str) -> dict[str, str]:
    """For each superior's superior with a line of its own, the body between."""
    superiors = evidence.graph.superiors(body)
    if len(superiors) < 2:  # noqa: PLR2004 - two lines are needed
        return {}
    direct = {top for top in superiors if not _same_cycle(evidence, body, top)}
    joint = find_joint(evidence.graph, body)
    passed: dict[str, str] = {}
    for middle in sorted(direct):
        for top in direct.intersection(evidence.graph.superiors(middle)):
            by_design = middle in joint and top in joint
            if not (by_design or _same_cycle(evidence, middle, top)):
                passed.setdefault(top, middle)
    return passed


def _same_cycle(evidence: Evidence, one: str, other: str) -> bool:
    """Whether two bodies answer to one another in a ring."""
    cycle = evidence.cycle_of.get(one)
    return cycle is not None and cycle == evidence.cycle_of.get(other)


BOARD = BoardWords(
    "{body} answers to {top} directly and also through {middle}. Are both meant?",
    "Confirm whether {body} answers to {top} directly.",
)

CHECK = Check(
    code="GG109",
    name="skipped-tier",
    severity=Severity.INFORMATION,
    summary="a line straight to a superior's superior, beside the line through it",
    headings={"": "A line past the body between"},
    find=find_skipped_tiers,
    documentation=__doc__,
    board=BOARD,
)
