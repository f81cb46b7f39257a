"""Bodies that answer to one another in a ring.

## What it finds
Two or more bodies of which each answers, through the others, to itself. It shows the shortest
ring among them, and the relation that is best taken out to open it: that of an apex, which need
answer to nobody; else the one that its source says least firmly. One finding speaks of all the
bodies that are tied together. A ring that only a presumed line closes is a warning.

## Why it matters
In a ring everybody is answered to by somebody who answers to them, so nobody outside can ask.
It usually comes from two papers, each of which calls the other's body the senior one.

## How to put it right
Decide which of the bodies is the senior one and take out the line by which it answers to its
junior; if the two only keep in touch, record `liaises_with` instead.

## Bad
```yaml
bodies:
  council: {name: County Council, apex: true}
  trust: {name: Children's Trust, accountable_to: [council, executive]}
  executive: {name: Joint Executive, accountable_to: trust}
```

## Good
```yaml
bodies:
  council: {name: County Council, apex: true}
  trust: {name: Children's Trust, accountable_to: council, liaises_with: executive}
  executive: {name: Joint Executive, accountable_to: trust}
```
"""

from collections.abc import Iterator

from govgraph.checks.board import BoardWords
from govgraph.checks.chain_breaks import CHAIN_SHOWN
from govgraph.checks.check import Check, Evidence
from govgraph.checks.cycles import (
    find_lines,
    find_opening,
    find_shortest_cycle,
    find_superiors_within,
    format_cycle,
    grade_cycle,
)
from govgraph.checks.finding import Finding, Severity, Subject


def find_cycles(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each set of bodies that answer to one another."""
    for bodies in evidence.graph.cycles:
        cycle = find_shortest_cycle(find_superiors_within(evidence.graph, bodies))
        opening = find_opening(evidence.graph, cycle)
        bases = [line.basis for line in find_lines(evidence.graph, cycle)]
        below, above = evidence.name(opening.subordinate), evidence.name(opening.superior)
        yield check.finding(
            Subject(body=opening.subordinate, relation=opening.relation.key),
            format_cycle([evidence.name(body) for body in cycle], len(bodies) - len(cycle)),
            remedy=f"Take out the line from {below} to {above}, which opens the ring, "
            "or say which of the bodies is the senior one.",
            place=opening.relation.place,
            severity=grade_cycle(check.severity, bases),
            chain=(*cycle, cycle[0])[:CHAIN_SHOWN],
            others=bodies,
        )


BOARD = BoardWords(
    "{body} and {others} answer to one another in a circle. Who outside holds them to account?",
    "Agree which of them is the senior one, and to whom it answers.",
)

CHECK = Check(
    code="GG103",
    name="accountability-cycle",
    severity=Severity.ERROR,
    summary="bodies that answer to one another in a ring",
    headings={"": "Answer to one another in a ring"},
    find=find_cycles,
    documentation=__doc__,
    board=BOARD,
)
