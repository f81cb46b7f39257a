"""A waiver that covers nothing.

## What it finds
A waiver, still in force, for which there is no finding: the fault has been mended, the body is
named wrongly or not at all, or no rule goes by that name. A waiver names one rule, never the
beginning of several codes (`GG1`). Waivers of rules that were not run are left alone.

## Why it matters
A waiver that covers nothing today may silently cover a new fault tomorrow.

## How to put it right
Take it out if the fault is mended; otherwise correct the rule, body or relation that it names, or
name the body or relation if it names neither.

## Bad
```yaml
bodies:
  trust: {name: Children's Trust, apex: true}
  chairs: {name: Chairs group, accountable_to: trust}
waivers:
  - finding: orphaned-body
    body: chairs
    because: A forum for the chairs, which holds no line of its own.
    owner: Head of Partnerships
    until: 2010-12
```

## Good
```yaml
bodies:
  trust: {name: Children's Trust, apex: true}
  chairs: {name: Chairs group, supports: trust}
waivers:
  - finding: orphaned-body
    body: chairs
    because: A forum for the chairs, which holds no line of its own.
    owner: Head of Partnerships
    until: 2010-12
```
"""

from collections.abc import Iterator

from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity
from govgraph.checks.waivers import covers, format_waiver, has_ended, is_of_rule, waiver_subject
from govgraph.model.names import nearest_words
from govgraph.model.requirements import Waiver


def find_unused_waivers(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each waiver in force that covers nothing of what was found."""
    for waiver in evidence.structure.waivers:
        if has_ended(waiver, evidence.standpoint) or not evidence.ran.get(
            waiver.finding.casefold(), True
        ):
            continue
        if any(covers(waiver, finding, evidence.structure) for finding in evidence.found):
            continue
        yield _finding(check, evidence, waiver)


def _finding(check: Check, evidence: Evidence, waiver: Waiver) -> Finding:
    """Why a waiver covers nothing, as far as that can be told, and what would mend it."""
    named = waiver.finding.casefold()
    variant, why = "", ""
    remedy = "Take it out, or correct the rule, body or relation that it names."
    if named.startswith("gg") and any(
        name.startswith(named) for name in evidence.ran.keys() - {named}
    ):
        variant, why = "several rules", "a waiver names one rule, and several begin like that"
        remedy = "Name the one rule, by its code or name."
    elif named not in evidence.ran:
        variant, why = "unknown rule", _format_unknown(evidence, waiver.finding)
    elif not (waiver.body or waiver.relation or waiver.every or waiver.requirement):
        remedy = (
            "Take it out, correct the rule, or name the body or relation for which it is meant."
        )
        if any(is_of_rule(waiver, finding) for finding in evidence.found):
            variant, why = (
                "no subject",
                "it names no body or relation, and what was found is of one",
            )
            remedy = "Name the body or relation for which it is meant."
    because = f", because {why}" if why else ""
    return check.finding(
        waiver_subject(waiver),
        f"{format_waiver(evidence.structure, waiver)} covers nothing{because}.",
        remedy=remedy,
        place=waiver.place,
        variant=variant,
    )


def _format_unknown(evidence: Evidence, name: str) -> str:
    """That no rule goes by a name, and which was probably meant."""
    close = nearest_words((name, name.casefold()), sorted(evidence.ran))
    meant = f" (did you mean ‘{close[0]}’?)" if close else ""
    return f"no rule goes by that name{meant}"


CHECK = Check(
    code="GG503",
    name="waiver-unused",
    severity=Severity.WARNING,
    summary="a waiver that covers nothing",
    headings={"": "A waiver that covers nothing"},
    find=find_unused_waivers,
    documentation=__doc__,
    of_record=True,
    last=True,
)
