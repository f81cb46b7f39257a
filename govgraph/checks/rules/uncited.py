"""A body or relation with no source.

## What it finds
A body that cites nothing; and a relation, written in the long form, that cites nothing. A
relation written on a body is covered by the citations of the body.

## Why it matters
What has no source cannot be looked up by whoever doubts it. An auditor asks *who says so?* first.

## How to put it right
Add `cites: SOURCE where` with the paragraph, heading or page. On a body it covers the relations
and seats that are written on it.

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
from govgraph.model.relations import Relation


def find_uncited(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each body and each relation with no source."""
    for body in evidence.structure.bodies:
        if not body.cites:
            yield check.finding(
                Subject(body=body.id),
                f"No source is given for {body.name}.",
                remedy=f"Cite the paper and paragraph that speak of {body.name}.",
                place=body.place,
            )
    for relation in evidence.structure.relations:
        if not relation.cites and not _is_covered(evidence, relation):
            below, above = evidence.name(relation.from_body), evidence.name(relation.to_body)
            yield check.finding(
                Subject(body=relation.from_body, relation=relation.key),
                f"No source is given for the relation ‘{relation.kind}’ from {below} to {above}.",
                remedy="Cite the paper and paragraph that state it.",
                place=relation.place,
            )


def _is_covered(evidence: Evidence, relation: Relation) -> bool:
    """Whether a relation is written on its body, whose citations, or lack of them, cover it."""
    place = relation.from_place
    return place is not None and place == evidence.place(relation.from_body)


CHECK = Check(
    code="GG401",
    name="uncited",
    severity=Severity.INFORMATION,
    summary="a body or relation with no source",
    find=find_uncited,
    documentation=__doc__,
)
