"""Two membership lists for one body, both in force, name different partners.

## What it finds
Two requirements that apply to one body on the day of the question and ask for seats for different
partners. Partners are the same if they share a name, or another name given beside it. Where each
list asks for somebody whom the other leaves out, it is a warning; where one list holds all that
the other does, or they have nobody in common, information. A list that is only inferred contradicts
nobody: no paper says that it is one.

## Why it matters
Two papers say who must be at the table, and they do not say the same. Whoever follows the one
breaks the other, and a partner that only the longer list names can be left out with good grounds.

## How to put it right
Settle which list holds. Give the other an `until`, or narrow what it applies to; where a partner
goes by two names, write the other beside it (`also_known_as`).

## Bad
```yaml
bodies:
  board: {name: Partnership Board, kind: partnership}
requirements:
  - {id: act, applies_to: {kind: partnership}, seats_for: [Schools, Police]}
  - {id: terms, applies_to: {kind: partnership}, seats_for: [Schools, Parents]}
```

## Good
```yaml
structure: {id: board, as_at: 2011}
bodies:
  board: {name: Partnership Board, kind: partnership}
requirements:
  - {id: act, applies_to: {kind: partnership}, seats_for: [Schools, Police], until: 2010}
  - {id: terms, applies_to: {kind: partnership}, seats_for: [Schools, Parents], from: 2011}
```
"""

from collections.abc import Iterator
from itertools import combinations

from govgraph.analysis.membership import find_membership
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import BoardText, Finding, Severity, Subject
from govgraph.model.names import normalise
from govgraph.model.requirements import Partner, Requirement
from govgraph.model.sources import Basis
from govgraph.wording.lists import join_words


def find_disagreeing_lists(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each body and pair of requirements that name different partners."""
    membership = find_membership(evidence.graph)
    for body in evidence.graph.bodies:
        asked = [coverage.requirement for coverage in membership.of_body(body)]
        lists = [requirement for requirement in asked if requirement.basis is not Basis.INFERRED]
        for one, other in combinations(lists, 2):
            ours, theirs = _left_out(one, other), _left_out(other, one)
            if ours or theirs:
                yield _finding(check, evidence, body, ((one, ours), (other, theirs)))


def _left_out(asking: Requirement, other: Requirement) -> tuple[str, ...]:
    """The partners for whom one requirement asks and the other does not."""
    known = {name for partner in other.seats_for for name in _names(partner)}
    return tuple(partner.name for partner in asking.seats_for if known.isdisjoint(_names(partner)))


def _names(partner: Partner) -> frozenset[str]:
    """Every name of a partner, as names are compared."""
    return frozenset(map(normalise, (partner.name, *partner.also_known_as)))


def _finding(
    check: Check,
    evidence: Evidence,
    body: str,
    sides: tuple[tuple[Requirement, tuple[str, ...]], tuple[Requirement, tuple[str, ...]]],
) -> Finding:
    """What two lists ask for one body, and in what they differ."""
    (one, ours), (other, theirs) = sides
    titles = [f"‘{each.title or each.id}’" for each in (one, other)]
    apart = len(ours) == len(one.seats_for)
    variant = "nobody in common" if apart else "each asks for more"
    if not (ours and theirs):
        variant = "one holds the other"
    differs = "; ".join(
        f"only {title} asks for {join_words(left)}"
        for title, left in zip(titles, (ours, theirs), strict=True)
        if left
    )
    name = evidence.name(body)
    return check.finding(
        Subject(body=body),
        f"{join_words(titles, most=None)} name different partners for {name}: {differs}.",
        remedy="Settle which list holds, and give the other an end or a narrower selection.",
        place=other.place,
        severity=check.severity if ours and theirs and not apart else Severity.INFORMATION,
        requirements=(one.id, other.id),
        variant=variant,
        board=BoardText(
            f"Who must sit on {name}? {titles[0]} and {titles[1]} do not say the same: {differs}.",
            f"Resolve which list of members holds for {name}.",
        ),
    )


CHECK = Check(
    code="GG404",
    name="lists-disagree",
    severity=Severity.WARNING,
    summary="two membership lists for one body, both in force, name different partners",
    headings={
        "": "Two membership lists name different partners",
        "nobody in common": "Two membership lists have no partner in common",
        "one holds the other": "One membership list names more partners than another",
    },
    find=find_disagreeing_lists,
    documentation=__doc__,
)
