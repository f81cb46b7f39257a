"""A body with no source.

## What it finds
A body that cites nothing. A relation or seat that cites nothing of its own is covered by what its
body cites, or by the finding that its body cites nothing, however the file is written.

## Why it matters
What has no source cannot be looked up by whoever doubts it. An auditor asks *who says so?* first.

## How to put it right
Add `cites: SOURCE where` with the paragraph, heading or page. On a body it covers its relations
and seats.

## Bad
```yaml
sources:
  paper: {title: Local Children's Partnerships}
bodies:
  trust: {name: Children's Trust, apex: true}
```

## Good
```yaml
sources:
  paper: {title: Local Children's Partnerships}
bodies:
  trust: {name: Children's Trust, apex: true, cites: paper ¶1}
```
"""

from collections.abc import Iterator

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject


def find_uncited(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each body with no source, which covers all that is recorded of it."""
    for body in evidence.structure.bodies:
        if not body.cites:
            yield check.finding(
                Subject(body=body.id),
                f"No source is given for {body.name}.",
                remedy=f"Cite the paper and paragraph that speak of {body.name}.",
                place=body.place,
            )


CHECK = Check(
    code="GG401",
    name="uncited",
    severity=Severity.INFORMATION,
    summary="a body with no source",
    headings={"": "No source is cited"},
    find=find_uncited,
    documentation=__doc__,
    of_record=True,
)
