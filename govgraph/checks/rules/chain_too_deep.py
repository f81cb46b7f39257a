"""A chain of account of more than six steps.

## What it finds
A body from which the longest chain upward has more than six steps. Only the body at the foot of
the chain is named, not each body on the way. Bodies that answer to one another in a ring count
as one place; a chain that leads through one is counted and not shown, as there are several ways
through it.

## Why it matters
What is reported at the foot passes through so many hands that little of it arrives, and months
late: with quarterly meetings, seven steps take nearly two years.

## How to put it right
Let bodies in the middle answer higher up, or merge those that only pass things on.

## Bad
```yaml
bodies:
  one: {name: County Council, apex: true}
  two: {name: Cabinet, accountable_to: one}
  three: {name: Children's Trust, accountable_to: two}
  four: {name: Trust Executive, accountable_to: three}
  five: {name: Hart Partnership, accountable_to: four}
  six: {name: Hart Management Group, accountable_to: five}
  seven: {name: Fleet Sub-cluster, accountable_to: six}
  eight: {name: Fleet Working Group, accountable_to: seven}
```

## Good
```yaml
bodies:
  one: {name: County Council, apex: true}
  two: {name: Cabinet, accountable_to: one}
  three: {name: Children's Trust, accountable_to: two}
  five: {name: Hart Partnership, accountable_to: three}
  seven: {name: Fleet Sub-cluster, accountable_to: five}
  eight: {name: Fleet Working Group, accountable_to: seven}
```
"""

from collections.abc import Iterator

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.wording import CHAIN_SHOWN

STEPS = 6
"""Most steps of a chain that nobody need remark on: our own choice, twice the three tiers
(national, county, district) that English local government had when the papers were written."""


def find_deep_chains(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each body at the foot of a chain of more than `STEPS` steps."""
    depths = dict(zip(evidence.graph.table.ids, evidence.graph.depths, strict=True))
    for body, steps in depths.items():
        if steps > STEPS and _is_foot(evidence, body, depths):
            name = evidence.name(body)
            yield check.finding(
                Subject(body=body),
                f"The longest chain upward from {name} has {steps:,} steps.",
                remedy="Let a body in the middle of the chain answer higher up.",
                place=evidence.place(body),
                chain=_climb(evidence, body, depths),
            )


def _is_foot(evidence: Evidence, body: str, depths: dict[str, int]) -> bool:
    """Whether no longer chain comes through the body; of a ring, only the first is its foot."""
    if any(depths[below] > depths[body] for below in evidence.graph.subordinates(body)):
        return False
    ring = evidence.ring_of.get(body)
    if ring is None:
        return True
    members = evidence.graph.rings[ring]
    return body == members[0] and not any(
        depths[below] > depths[body]
        for member in members
        for below in evidence.graph.subordinates(member)
    )


def _climb(evidence: Evidence, body: str, depths: dict[str, int]) -> tuple[str, ...]:
    """The longest chain upward; none if it leads through a ring, where no one chain is it."""
    chain = [body]
    while len(chain) < CHAIN_SHOWN:
        steps = depths[chain[-1]] - 1
        above = [id_ for id_ in evidence.graph.superiors(chain[-1]) if depths[id_] == steps]
        if not above:
            return () if steps >= 0 else tuple(chain)
        chain.append(above[0])
    return tuple(chain)


CHECK = Check(
    code="GG111",
    name="chain-too-deep",
    severity=Severity.INFORMATION,
    summary=f"a chain of account of more than {STEPS} steps",
    find=find_deep_chains,
    documentation=__doc__,
)
