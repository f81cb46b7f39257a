"""Something ends before it has begun.

## What it finds
A body, relation, seat, requirement or rule whose `until` lies before its `from`, however its
dates are read: `from: 2010-04, until: 2010` is no fault, because 2010 lasts until December.

## Why it matters
Something that is never there makes no line and fills no seat, on any date. Usually two digits
changed places.

## How to put it right
Look the dates up in the source and correct them.

## Bad
```yaml
bodies:
  trust: {name: Children's Trust, apex: true, from: 2010-04, until: 2009-03}
```

## Good
```yaml
bodies:
  trust: {name: Children's Trust, apex: true, from: 2009-04, until: 2010-03}
```
"""

from collections.abc import Iterator

from govgraph.checks.check import Check, Evidence
from govgraph.checks.dated_records import find_lives
from govgraph.checks.finding import Finding, Severity


def find_impossible_lives(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each thing whose end surely lies before its beginning."""
    for life in find_lives(evidence.structure):
        begins, ends = life.from_, life.until
        if begins and ends and ends.surely_before(begins):
            yield check.finding(
                life.subject,
                f"{life.words} ends {ends.when()}, before it begins {begins.when()}.",
                remedy="Correct one of the two dates.",
                place=life.place,
            )


CHECK = Check(
    code="GG301",
    name="ends-before-it-starts",
    severity=Severity.ERROR,
    summary="something ends before it has begun",
    headings={"": "End before they begin"},
    find=find_impossible_lives,
    documentation=__doc__,
    of_record=True,
)
