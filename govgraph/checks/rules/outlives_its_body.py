"""A relation or seat outside the life of a body it belongs to.

## What it finds
A relation or seat that begins before one of its bodies does, or goes on after one of them has
ended, however the dates are read. A relation without dates of its own lives as long as its
bodies, and is no fault.

## Why it matters
Somebody is recorded as answering to, or sitting on, a body that is not there. Either a date is
wrong, or a body took over and nobody wrote down that the line now leads to it.

## How to put it right
Correct the date, or record the relation again towards the body that took over.

## Bad
```yaml
bodies:
  trust: {name: Children's Trust, apex: true, until: 2010-03}
  partnership: {name: Fleet Partnership, accountable_to: {to: trust, from: 2009, until: 2011}}
```

## Good
```yaml
bodies:
  trust: {name: Children's Trust, apex: true, until: 2010-03}
  partnership: {name: Fleet Partnership, accountable_to: {to: trust, from: 2009, until: 2010-03}}
```
"""

from collections.abc import Iterator
from datetime import date

from govgraph.checks.check import Check, Evidence
from govgraph.checks.dated_records import Life, find_lives
from govgraph.checks.finding import Finding, Severity
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate


def find_outliving(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each relation or seat, and each of its bodies, that it surely outlives."""
    known = evidence.structure.body_by_id
    for life in find_lives(evidence.structure):
        for id_ in life.bodies:
            body = known.get(id_)
            fault = _find_fault(life, body, evidence.standpoint.day) if body else ""
            if fault:
                yield check.finding(
                    life.subject,
                    f"{life.words} {fault}.",
                    remedy="Correct the date, or name the body that was there at the time.",
                    place=life.place,
                    others=tuple({id_} - {life.subject.body}),
                )


def _find_fault(life: Life, body: Body, day: date | None) -> str:
    """How a life surely reaches beyond that of a body, or nothing."""
    first, last = life.from_ or life.until, life.until or life.from_
    if body.until and last and body.until.surely_before(last):
        reaches = f"lasts until {last.spoken()}" if life.until else f"begins {last.when()}"
        ended = _format_turn(body, body.until, day, "ended", "end")
        return f"{reaches}, after {body.name} {ended} {body.until.when()}"
    if body.from_ and first and first.surely_before(body.from_):
        verb = "begins" if life.from_ else "ends"
        began = _format_turn(body, body.from_, day, "began", "begin")
        return f"{verb} {first.when()}, before {body.name} {began} {body.from_.when()}"
    return ""


def _format_turn(body: Body, turn: PartialDate, day: date | None, past: str, plain: str) -> str:
    """What a body did or is to do on a date: `began`, `is to begin`, or `was to begin`."""
    tentative = body.status in {Status.PROPOSED, Status.SHADOW}
    if turn.first_day > day if day else tentative:
        return f"is to {plain}"
    return f"was to {plain}" if tentative else past


CHECK = Check(
    code="GG302",
    name="outlives-its-body",
    severity=Severity.WARNING,
    summary="a relation or seat outside the life of a body it belongs to",
    headings={"": "A relation or seat outside the life of its body"},
    find=find_outliving,
    documentation=__doc__,
    of_record=True,
)
