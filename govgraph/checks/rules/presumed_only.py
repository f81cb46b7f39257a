"""A chain that no source states all the way.

## What it finds
A body that answers to somebody, and arrives at an apex only through a line that its source
implies, that the author inferred, or that is presumed from one body's being part of another. It
names the first such line on the firmest chain. A body that has no line of its own, and is only
part of another, is found by `orphaned-body` (GG101).

## Why it matters
A chain is as firm as its weakest step. Whoever is asked to answer along it can say, rightly, that
it is written nowhere.

## How to put it right
Find the source that states the line and cite it, or have the line agreed and minuted; then record
it with `basis: stated`.

## Bad
```yaml
bodies:
  council: {name: County Council, apex: true}
  trust: {name: Children's Trust, accountable_to: {to: council, basis: inferred}}
  partnership: {name: Fleet Partnership, accountable_to: trust}
```

## Good
```yaml
bodies:
  council: {name: County Council, apex: true}
  trust: {name: Children's Trust, accountable_to: council}
  partnership: {name: Fleet Partnership, accountable_to: trust}
```
"""

from collections import deque
from collections.abc import Iterator, Mapping

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.footing import Footing
from govgraph.checks.wording import CHAIN_SHOWN
from govgraph.graph.accountability import Line
from govgraph.model.sources import Basis

FIRM = (Footing.APEX, Footing.FIRM)


def find_weak_chains(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each body whose every chain to an apex leans on a line nobody states."""
    weak = [body for body, footing in evidence.footings.items() if footing is Footing.WEAK]
    next_line = _find_firmest_chains(evidence) if weak else {}
    for body in weak:
        chain, leaning = _follow(body, next_line)
        below, above = evidence.name(leaning.subordinate), evidence.name(leaning.superior)
        how = "only presumed" if leaning.basis is Basis.PRESUMED else f"only {leaning.basis}"
        yield check.finding(
            Subject(body=body),
            f"The chain from {evidence.name(body)} arrives at an apex only through the line "
            f"from {below} to {above}, which is {how}.",
            remedy=f"Find the source that states a line from {below}, or have one agreed.",
            place=evidence.place(body) if leaning.subordinate != body else leaning.relation.place,
            chain=chain,
            others=tuple(sorted({leaning.subordinate, leaning.superior} - {body})),
            variant=str(leaning.basis),
        )


def _find_firmest_chains(evidence: Evidence) -> Mapping[str, Line]:
    """The next line upward of each body, on a chain with as few weak lines as can be."""
    lines_down = evidence.presumed.lines_down
    firm = sorted(body for body, footing in evidence.footings.items() if footing in FIRM)
    leanings = dict.fromkeys(firm, 0)
    next_line: dict[str, Line] = {}
    waiting = deque(firm)
    while waiting:
        body = waiting.popleft()
        for line in lines_down.get(body, ()):
            weak = line.basis is not Basis.STATED
            count = leanings[body] + weak
            if count < leanings.get(line.subordinate, count + 1):
                leanings[line.subordinate] = count
                next_line[line.subordinate] = line
                (waiting.append if weak else waiting.appendleft)(line.subordinate)
    return next_line


def _follow(body: str, next_line: Mapping[str, Line]) -> tuple[tuple[str, ...], Line]:
    """The chain upward from a body, cut short if long, and the first weak line on it."""
    line = next_line[body]
    chain = [body]
    while line.basis is Basis.STATED:
        chain.append(line.superior)
        line = next_line[line.superior]
    return (*chain, line.superior)[:CHAIN_SHOWN], line


CHECK = Check(
    code="GG113",
    name="presumed-only",
    severity=Severity.WARNING,
    summary="a chain that no source states all the way",
    find=find_weak_chains,
    documentation=__doc__,
)
