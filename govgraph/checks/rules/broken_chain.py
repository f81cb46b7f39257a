"""A body whose lines of account lead nowhere.

## What it finds
A body that does answer to somebody, or is said to, but of which no chain upward arrives at an
apex. It names the body where the nearest chain stops, and why:

- **ended**: the line, or the body it leads to, has ended;
- **proposed only**, **shadow only**, **not yet begun**: likewise, for what is still to come;
- **unknown**: the line leads to something that is not in the file;
- **nobody above it**: the chain stops at a body that answers to nobody and is no apex;
- **cycle**: the chain runs into bodies that answer to one another in a ring;
- **answers only to itself**.

The bodies of a ring themselves are found by `accountability-cycle` (GG103), the body with nobody
above it by `orphaned-body` (GG101). A body whose chain would arrive if being part of another
body counted is found by `presumed-only` (GG113).

## Why it matters
Each body believes that somebody above it answers to the public in the end. Where the chain stops
half-way, what it reports is heard by nobody who has to act on it.

## How to put it right
Mend the chain at the body that is named, not at each body below it: record whom that body answers
to, name the body that took over from the one that ended, or mark the body as an apex. Where the
line leads to something unknown, correct the name: `unknown-reference` (GG106) shows where it stands
and what was probably meant, and nothing else is wrong.

## Bad
```yaml
bodies:
  trust: {name: Children's Trust, apex: true}
  board: {name: Hart Board}
  sub-group: {name: Fleet sub-group, reports_to: board}
```

## Good
```yaml
bodies:
  trust: {name: Children's Trust, apex: true}
  board: {name: Hart Board, accountable_to: trust}
  sub-group: {name: Fleet sub-group, reports_to: board}
```
"""

from collections.abc import Iterator

from govgraph.analysis.heirs import find_heirs
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.checks.footing import Footing
from govgraph.checks.stops import Reason, Stop, find_stops, follow
from govgraph.checks.wording import CHAIN_SHOWN, join_words, say_gap
from govgraph.graph.accountability import Gap
from govgraph.model.appearance import spell_out

# In the order in which one goes before another.
VARIANTS = {
    Gap.LINE_ENDED: "ended",
    Gap.BODY_ENDED: "ended",
    Gap.LINE_PROPOSED: "proposed only",
    Gap.BODY_PROPOSED: "proposed only",
    Gap.LINE_SHADOW: "shadow only",
    Gap.BODY_SHADOW: "shadow only",
    Gap.LINE_NOT_YET: "not yet begun",
    Gap.BODY_NOT_YET: "not yet begun",
    Gap.UNKNOWN: "unknown",
}


def find_broken_chains(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each body with lines of account of which none leads to an apex."""
    broken = [b for b, footing in evidence.footings.items() if footing is Footing.BROKEN]
    stops = find_stops(evidence.graph, evidence.footings) if broken else {}
    for body in broken:
        stop = stops[body]
        if stop.reason is Reason.RING and not stop.towards:
            continue  # the ring is one finding, of GG103
        yield check.finding(
            Subject(body=body),
            _say(evidence, body, stop),
            remedy=_remedy(evidence, stop),
            place=evidence.place(body),
            chain=follow(stops, body, CHAIN_SHOWN),
            others=() if stop.at == body else (stop.at,),
            variant=_variant(stop),
        )


def _variant(stop: Stop) -> str:
    """Why a chain stops, in a word: of several reasons the same one in whatever order written."""
    gaps = {one.gap for one in stop.missing}
    return next((said for gap, said in VARIANTS.items() if gap in gaps), str(stop.reason))


def _say(evidence: Evidence, body: str, stop: Stop) -> str:
    """Where and why the chain of a body stops, in a sentence."""
    says = f"No chain from {evidence.name(body)} arrives at an apex"
    why = _say_why(evidence, stop)
    if stop.at == body:
        return f"{says}: {why}."
    link = "because " if stop.missing else ""
    return f"{says}: it stops at {evidence.name(stop.at)}, {link}{why}."


def _say_why(evidence: Evidence, stop: Stop) -> str:
    """Why a chain stops, as a clause about the body where it does."""
    if stop.reason is Reason.RING:
        ring = evidence.graph.rings[evidence.ring_of[stop.at]]
        return f"one of a ring of bodies that answer to one another: {evidence.names(ring)}"
    if stop.reason is Reason.GAP:
        gone = stop.missing
        return "; ".join(say_gap(one.gap, evidence.name(one.relation.to_body)) for one in gone)
    alone = stop.reason is Reason.ITSELF
    return "a body that answers only to itself" if alone else "above which there is nobody"


def _remedy(evidence: Evidence, stop: Stop) -> str:
    """What would put it right, at the body where the chain stops."""
    at = evidence.name(stop.at)
    if stop.reason is Reason.RING:
        return f"Open the ring that {at} is in, so that the chain can go on to an apex."
    if stop.reason is Reason.GAP:
        unknown = [each.relation.to_body for each in stop.missing if each.gap is Gap.UNKNOWN]
        if unknown:
            names = join_words([f"‘{spell_out(name)}’" for name in unknown], last="or")
            return f"Correct the name {names}, to which {at} is said to answer, or add that body."
        record = f"Record the line of account that leads from {at} now"
        return f"{record}{_say_heirs(evidence, stop)}."
    return (
        f"Record a line of account from {at}, or mark it as an apex if accountability ends there."
    )


def _say_heirs(evidence: Evidence, stop: Stop) -> str:
    """Who stands in the place of the bodies that have ended, where the file says so."""
    ended = [one.relation.to_body for one in stop.missing if one.gap is Gap.BODY_ENDED]
    told = (
        f"{join_words(list(map(evidence.name, heirs)))} took over from {evidence.name(body)}"
        for body in dict.fromkeys(ended)
        if (heirs := find_heirs(evidence.graph, body))
    )
    said = "; ".join(told)
    return f": {said}" if said else ""


CHECK = Check(
    code="GG102",
    name="broken-chain",
    severity=Severity.ERROR,
    summary="a body whose lines of account never arrive at an apex",
    find=find_broken_chains,
    documentation=__doc__,
)
