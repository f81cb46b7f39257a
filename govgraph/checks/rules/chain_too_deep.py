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

from dataclasses import replace

from govgraph.checks.board import BoardWords
from govgraph.checks.by_cases import build_case_finding, find_by_cases
from govgraph.checks.case import Case
from govgraph.checks.chain_breaks import CHAIN_SHOWN
from govgraph.checks.check import Check, Evidence, LineRule
from govgraph.checks.finding import Finding, Severity

STEPS = 6
"""Most steps of a chain that nobody need remark on: our own choice, twice the three tiers
(national, county, district) that English local government had when the papers were written."""
CASES = (
    Case(
        where=lambda body: body.foot,
        says="The longest chain upward from {body} has {depth} steps.",
        remedy="Let a body in the middle of the chain answer higher up.",
    ),
)


def build_too_deep(check: Check, evidence: Evidence, case: Case, body: str) -> Finding:
    """With the chain."""
    return replace(build_case_finding(check, evidence, case, body), chain=_climb(evidence, body))


def _climb(evidence: Evidence, body: str) -> tuple[str, ...]:
    """The longest chain upward; none if it leads through a ring, where no one chain is it."""
    table, depths = evidence.graph.table, evidence.graph.depths
    chain, steps = [body], depths[table.number[body]]
    while len(chain) < CHAIN_SHOWN:
        steps -= 1
        above = (id_ for id_ in evidence.graph.superiors(chain[-1]))
        onward = next((id_ for id_ in above if depths[table.number[id_]] == steps), "")
        if not onward:
            return () if steps >= 0 else tuple(chain)
        chain.append(onward)
    return tuple(chain)


BOARD = BoardWords(
    "What {body} reports passes through many bodies before it reaches the last. Does it arrive?",
    "Consider whether {body} should report to a body nearer the top.",
)

CHECK = Check(
    code="GG111",
    name="chain-too-deep",
    severity=Severity.INFORMATION,
    summary=f"a chain of account of more than {STEPS} steps",
    headings={"": "Many steps below the top"},
    find=find_by_cases,
    documentation=__doc__,
    board=BOARD,
    line=LineRule(cases=CASES, among=(lambda body: body.depth > STEPS,), build=build_too_deep),
)
