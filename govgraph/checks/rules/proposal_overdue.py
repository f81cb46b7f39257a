"""Something is still only planned after the day it was to take effect.

## What it finds
A body, relation or seat with `status: proposed` whose `from` lies before the date of the question,
however the dates are read. Where a body is overdue, its relations and seats are not named besides.
What is in shadow form is overdue where every paper that it cites was written before its `from`, so
that its beginning was only foretold; without dated papers the date of the structure counts. What a
paper of that day or later calls a shadow is there, and not overdue. On what a later paper of the
same area is silent, nothing can be said.

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
from govgraph.checks.dated_records import Life, find_lives
from govgraph.checks.finding import Finding, Severity
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate

_SAYS = {
    Status.PROPOSED: "was to take effect {when}, but is still only proposed.",
    Status.SHADOW: "was to begin in shadow form {when}, and no paper since says that it has.",
}


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
                f"{life.words} {_SAYS[life.status].format(when=life.from_.when())}",
                remedy="Find out what became of it, and record that or a new date.",
                place=life.place,
                variant=life.status.value,
            )


def _is_overdue(evidence: Evidence, life: Life) -> bool:
    """Whether something proposed was surely to take effect before the day of the question."""
    day = evidence.standpoint.day
    if day is None or life.from_ is None or life.status not in _SAYS:
        return False
    if life.status is Status.SHADOW and not _is_foretold(evidence, life, life.from_):
        return False
    over = life.until is not None and life.until.last_day < day
    over = over or evidence.is_silent_on(life.record)
    return life.from_.latest < day and not over


def _is_foretold(evidence: Evidence, life: Life, begins: PartialDate) -> bool:
    """Whether whatever speaks of something was written before it was to begin."""
    papers = evidence.structure.mentions.papers_on(life.record) if life.record else ()
    dates = [paper.date for paper in papers if paper.date]
    if not dates and evidence.structure.as_at:
        dates = [evidence.structure.as_at]
    return bool(dates) and all(date.surely_before(begins) for date in dates)


BOARD = BoardWords(
    "Has what was planned for {body} taken effect? Its date has passed, and the papers still call "
    "it a plan.",
    "Confirm whether it took effect, or set a new date.",
    {
        Status.SHADOW.value: BoardWords(
            "Has {body} begun in shadow form, as was planned? Its date has passed, and no paper "
            "since says that it has.",
            "Confirm whether it began, or set a new date.",
        ),
    },
)

CHECK = Check(
    code="GG303",
    name="proposal-overdue",
    severity=Severity.WARNING,
    summary="something is still only planned after the day it was to take effect",
    headings={"": "Still only proposed after the date set"},
    find=find_overdue_proposals,
    documentation=__doc__,
    board=BOARD,
)
