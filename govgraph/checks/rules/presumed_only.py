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
from dataclasses import dataclass

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.footing import Footing
from govgraph.checks.wording import CHAIN_SHOWN
from govgraph.graph.accountability import Line
from govgraph.model.sources import Basis

FIRM = (Footing.APEX, Footing.FIRM)


@dataclass(frozen=True, slots=True)
class Way:
    """The firmest way of a body to an apex.

    Attributes:
        line: its first line.
        leaning: the first of its lines that nobody states; none on a firm way.
    """

    line: Line
    leaning: Line | None


def find_weak_chains(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each body whose every chain to an apex leans on a line nobody states."""
    weak = [body for body, footing in evidence.footings.items() if footing is Footing.WEAK]
    ways = _find_firmest_ways(evidence) if weak else {}
    for body in weak:
        leaning = ways[body].leaning or ways[body].line
        below, above = evidence.name(leaning.subordinate), evidence.name(leaning.superior)
        how = "only presumed" if leaning.basis is Basis.PRESUMED else f"only {leaning.basis}"
        yield check.finding(
            Subject(body=body),
            f"The chain from {evidence.name(body)} arrives at an apex only through the line "
            f"from {below} to {above}, which is {how}.",
            remedy=f"Find the source that states a line from {below}, or have one agreed.",
            place=evidence.place(body) if leaning.subordinate != body else leaning.relation.place,
            chain=_follow(ways, body, leaning.superior),
            others=tuple(sorted({leaning.subordinate, leaning.superior} - {body})),
            variant=str(leaning.basis),
        )


def _find_firmest_ways(evidence: Evidence) -> Mapping[str, Way]:
    """For each body that arrives, a way with as few weak lines as can be."""
    lines_down = evidence.presumed.lines_down
    firm = sorted(body for body, footing in evidence.footings.items() if footing in FIRM)
    fewest = dict.fromkeys(firm, 0)
    ways: dict[str, Way] = {}
    waiting = deque(firm)
    while waiting:
        body = waiting.popleft()
        for line in lines_down.get(body, ()):
            stated = line.basis is Basis.STATED
            count = fewest[body] + (not stated)
            below = line.subordinate
            if count < fewest.get(below, count + 1):
                fewest[below] = count
                further = ways[body].leaning if body in ways else None
                ways[below] = Way(line, further if stated else line)
                (waiting.appendleft if stated else waiting.append)(below)
    return ways


def _follow(ways: Mapping[str, Way], body: str, last: str) -> tuple[str, ...]:
    """The chain upward from a body to `last`, cut short if long."""
    chain = [body]
    while chain[-1] != last and len(chain) < CHAIN_SHOWN:
        chain.append(ways[chain[-1]].line.superior)
    return tuple(chain)


CHECK = Check(
    code="GG113",
    name="presumed-only",
    severity=Severity.WARNING,
    summary="a chain that no source states all the way",
    find=find_weak_chains,
    documentation=__doc__,
)
