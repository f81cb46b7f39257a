"""A body that answers to nobody, though it is no apex.

## What it finds
A body with no line of account upward at all. It says which of four cases it is:

- **isolated**: no relation of any kind ties it to another body;
- **part-of only**: it is part of another body, from which a line could be presumed but is not
  stated (a warning);
- **linked only**: it supports, advises, liaises with or is represented on others, and none of
  that is a line of account;
- **nobody above it**: others answer to it, but it answers to nobody itself.

## Why it matters
Nobody can ask such a body what it has done, and nobody need act on what it says. Papers rarely
say so: they call a body part of, linked to or supporting another, and let the reader suppose
that somebody is in charge.

## How to put it right
Find out whom the body answers to and record it with `accountable_to` or `reports_to`. If
accountability rightly ends with it, mark it `apex: true`. If it is meant to answer to nobody,
such as a forum, waive the finding and say why.

## Bad
```yaml
bodies:
  trust: {name: Children's Trust, apex: true}
  chairs-group: {name: Chairs group, supports: trust}
```

## Good
```yaml
bodies:
  trust: {name: Children's Trust, apex: true}
  chairs-group: {name: Chairs group, accountable_to: trust}
```
"""

from collections.abc import Iterator, Mapping

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.footing import Footing
from govgraph.checks.wording import join_words
from govgraph.model.relations import Relation

LINKS_NAMED = 3
"""Most links of a body spelled out in the message; the rest are counted."""


def find_orphans(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each body that has no line of account upward and is no apex."""
    orphans = [b for b, footing in evidence.footings.items() if footing is Footing.ORPHANED]
    links = _find_links(evidence) if orphans else {}
    for body in orphans:
        name, answered_by = evidence.name(body), evidence.graph.subordinates(body)
        severity, others = check.severity, evidence.presumed.superiors(body)
        if others:
            variant, severity = "part-of only", min(severity, Severity.WARNING)
            says = (
                f"Nobody says to whom {name} answers: "
                f"being part of {evidence.names(others)} is no line of account by itself."
            )
        elif answered_by:
            variant, others = "nobody above it", answered_by
            says = (
                f"{name} answers to nobody, though {evidence.names(answered_by)} "
                f"{'answers' if len(answered_by) == 1 else 'answer'} to it, "
                "and it is not marked as an apex."
            )
        elif body in links:
            variant = "linked only"
            none = "none of which is a" if len(links[body]) > 1 else "which is no"
            says = (
                f"{name} answers to nobody: {_say_links(evidence, body, links[body])}, "
                f"{none} line of account."
            )
        else:
            variant = "isolated"
            says = f"{name} answers to nobody, and no relation of any kind ties it to another body."
        yield check.finding(
            Subject(body=body),
            says,
            remedy=f"Record the line of account from {name}, or mark it as an apex "
            "if accountability ends with it.",
            place=evidence.place(body),
            severity=severity,
            chain=(body,),
            others=others,
            variant=variant,
        )


def _find_links(evidence: Evidence) -> Mapping[str, list[Relation]]:
    """The relations that hold between each body and another, in the order of the file."""
    links: dict[str, list[Relation]] = {}
    holds = evidence.graph.holds
    for relation in evidence.structure.relations:
        ends = (relation.from_body, relation.to_body)
        if ends[0] != ends[1] and all(map(holds, ends)) and evidence.standpoint.holds(relation):
            for body in ends:
                links.setdefault(body, []).append(relation)
    return links


def _say_links(evidence: Evidence, body: str, links: list[Relation]) -> str:
    """What ties a body to others, as a list in a sentence: `it supports Children's Trust`."""
    kinds = evidence.structure.kinds_of_relation
    said = []
    for relation in links:
        kind = kinds.get(relation.kind)
        reads = kind.reads if kind else f"‘{relation.kind}’"
        if relation.from_body == body:
            said.append(f"it {reads} {evidence.name(relation.to_body)}")
        else:
            said.append(f"{evidence.name(relation.from_body)} {reads} it")
    return join_words(said, most=LINKS_NAMED)


CHECK = Check(
    code="GG101",
    name="orphaned-body",
    severity=Severity.ERROR,
    summary="a body that answers to nobody, though it is no apex",
    find=find_orphans,
    documentation=__doc__,
)
