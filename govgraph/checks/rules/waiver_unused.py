"""A waiver that covers nothing.

## What it finds
A waiver, still in force, for which there is no finding: the fault has been mended, the body is
named wrongly, or no rule goes by that name. Waivers of rules that were not run are left alone.

## Why it matters
A waiver that covers nothing today may silently cover a new fault tomorrow.

## How to put it right
Take it out if the fault is mended; otherwise correct the rule, body or relation that it names.

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
from govgraph.checks.waivers import covers, has_ended, say_waiver, waiver_subject
from govgraph.model.names import nearest_words


def find_unused_waivers(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each waiver in force that covers nothing of what was found."""
    for waiver in evidence.structure.waivers:
        if has_ended(waiver, evidence.standpoint) or not evidence.ran.get(
            waiver.finding.casefold(), True
        ):
            continue
        if any(covers(waiver, finding) for finding in evidence.found):
            continue
        known = waiver.finding.casefold() in evidence.ran
        yield check.finding(
            waiver_subject(waiver),
            f"{say_waiver(evidence.structure, waiver)} covers nothing"
            f"{'' if known else _say_unknown(evidence, waiver.finding)}.",
            remedy="Take it out, or correct the rule, body or relation that it names.",
            place=waiver.place,
            variant="" if known else "unknown rule",
        )


def _say_unknown(evidence: Evidence, name: str) -> str:
    """That no rule goes by a name, and which was probably meant."""
    close = nearest_words((name, name.casefold()), sorted(evidence.ran))
    meant = f" (did you mean ‘{close[0]}’?)" if close else ""
    return f", because no rule goes by that name{meant}"


CHECK = Check(
    code="GG503",
    name="waiver-unused",
    severity=Severity.WARNING,
    summary="a waiver that covers nothing",
    find=find_unused_waivers,
    documentation=__doc__,
    last=True,
)
