"""Something is still only planned after the day it was to take effect.

## What it finds
A body, relation or seat with `status: proposed` whose `from` lies before the date of the question,
however the dates are read. Where a body is overdue, its relations and seats are not named besides.
What is in shadow form from a day on is there in shadow form, and not overdue. On what a later paper
of the same area is silent, nothing can be said.

## Why it matters
Either it took effect and nobody wrote that down, or it was quietly dropped. In both cases people
rely on an arrangement that is not there on paper.

## How to put it right
Find out what became of it: record it as `active`, give it a new date, or record it as `ended`.

## Bad
```yaml
structure: {id: worcestershire, as_at: 2010-06}
bodies:
  trust: {name: Children's Trust, apex: true, status: proposed, from: 2010-04}
```

## Good
```yaml
structure: {id: worcestershire, as_at: 2010-06}
bodies:
  trust: {name: Children's Trust, apex: true, status: active, from: 2010-04}
```
"""

from collections.abc import Iterator

from govgraph.checks.board import BoardWords
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity
from govgraph.checks.lives import Life, find_lives
from govgraph.model.bodies import Status


def find_overdue_proposals(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each proposal that ought to be in effect by the day of the question."""
    overdue = {
        life.subject.body
        for life in find_lives(evidence.structure)
        if not life.bodies and _is_overdue(evidence, life)
    }
    for life in find_lives(evidence.structure):
        if life.from_ and _is_overdue(evidence, life) and overdue.isdisjoint(life.bodies):
            yield check.finding(
                life.subject,
                f"{life.words} was to take effect {life.from_.when()}, but is still only proposed.",
                remedy="Find out what became of it, and record that or a new date.",
                place=life.place,
                variant=life.status.value,
            )


def _is_overdue(evidence: Evidence, life: Life) -> bool:
    """Whether something proposed was surely to take effect before the day of the question."""
    day = evidence.standpoint.day
    if day is None or life.from_ is None or life.status is not Status.PROPOSED:
        return False
    over = life.until is not None and life.until.last_day < day
    over = over or evidence.is_silent_on(life.record)
    return life.from_.latest < day and not over


BOARD = BoardWords(
    "Has what was planned for {body} taken effect? Its date has passed, and the papers still call "
    "it a plan.",
    "Confirm whether it took effect, or set a new date.",
)

CHECK = Check(
    code="GG303",
    name="proposal-overdue",
    severity=Severity.WARNING,
    summary="something is still only planned after the day it was to take effect",
    find=find_overdue_proposals,
    documentation=__doc__,
    board=BOARD,
)
