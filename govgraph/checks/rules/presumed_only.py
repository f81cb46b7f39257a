"""A chain that no source states all the way.

## What it finds
A body that answers to somebody, and reaches an apex only through a line that its source
implies, that the author inferred, or that is presumed from one body's being part of another. It
names the first of the weakest lines on the firmest chain. A body that has no line of its own, and
is only part of another, is found by `orphaned-body` (GG101).

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

from dataclasses import replace

from govgraph.checks.board import BoardWords
from govgraph.checks.by_cases import find_by_cases
from govgraph.checks.case import Case
from govgraph.checks.chain_breaks import CHAIN_SHOWN
from govgraph.checks.check import Check, Evidence, LineRule
from govgraph.checks.facts import RANKS, unfirm, weak
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.ways_upward import follow_way
from govgraph.model.kinds import BodyClass
from govgraph.model.sources import Basis

ADVISES = RANKS.index(BodyClass.ADVISES)


def _make_case(basis: Basis) -> Case:
    return Case(
        where=lambda body: body.firmness == basis,
        says=f"Every chain from {{body}} to an apex leans on a line that is only {basis}, "
        "or on a weaker one.",
        remedy="Find the source that states each line of it, or have one agreed.",
        variant=str(basis),
    )


def _part_advisers(case: Case) -> tuple[Case, Case]:
    """One who advises is told of for information: to presume a line never makes that graver."""
    return (
        replace(case, where=lambda body: case.where(body) & (body.rank != ADVISES)),
        replace(
            case,
            where=lambda body: case.where(body) & (body.rank == ADVISES),
            severity=Severity.INFORMATION,
        ),
    )


def build_weak_chain(check: Check, evidence: Evidence, case: Case, body: str) -> Finding:
    """With the first of the weakest lines on the firmest chain."""
    ways = evidence.firmest_ways
    leaning = ways[body].leaning
    below, above = evidence.name(leaning.subordinate), evidence.name(leaning.superior)
    how = "only presumed" if leaning.basis is Basis.PRESUMED else f"only {leaning.basis}"
    return check.finding(
        Subject(body=body),
        f"The chain from {evidence.name(body)} reaches an apex only through the line "
        f"from {below} to {above}, which is {how}.",
        remedy=f"Find the source that states a line from {below}, or have one agreed.",
        place=evidence.place(body) if leaning.subordinate != body else leaning.relation.place,
        severity=case.graded(check.severity),
        chain=follow_way(ways, body, leaning.superior, CHAIN_SHOWN),
        others=tuple(sorted({leaning.subordinate, leaning.superior} - {body})),
        variant=case.variant,
    )


BOARD = BoardWords(
    "Is {body} held to account in the way that is supposed? No paper says so outright.",
    "Confirm to whom {body} answers, and have it minuted.",
)

CHECK = Check(
    code="GG113",
    name="presumed-only",
    severity=Severity.WARNING,
    summary="a chain that no source states all the way",
    headings={"": "The chain holds only through steps that no source states"},
    find=find_by_cases,
    documentation=__doc__,
    board=BOARD,
    line=LineRule(
        cases=(
            *map(_make_case, (Basis.IMPLIED, Basis.INFERRED)),
            *_part_advisers(_make_case(Basis.PRESUMED)),
        ),
        among=(unfirm, weak),
        build=build_weak_chain,
    ),
)
