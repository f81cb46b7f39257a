"""A body whose lines of account lead nowhere.

## What it finds
A body that does answer to somebody, or is said to, but of which no chain upward reaches an
apex. It names the body where the nearest chain stops, and why:

- **ended**: the line, or the body it leads to, has ended;
- **proposed only**, **shadow only**, **not yet begun**: likewise, for what is still to come;
- **unknown**: the line leads to something that is not in the file;
- **nobody above it**: the chain stops at a body that answers to nobody and is no apex;
- **cycle**: the chain runs into bodies that answer to one another in a ring;
- **answers only to itself**.

The bodies of a ring themselves are found by `accountability-cycle` (GG103), the body with nobody
above it by `orphaned-body` (GG101). A body whose chain would arrive if being part of another
body counted is found by `presumed-only` (GG113). A chain that leads to a body marked
`outside: true` leaves these arrangements there, which is no fault.

The bodies whose chains stop at one place are told together: as one finding about that place, or as
the finding of the body there, if it is found to answer to nobody. Where the chain stops at such a
body, that is as grave as answering to nobody (GG101) would be for a body of that kind.

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
from dataclasses import replace

from govgraph.analysis.current_successors import find_current_successors
from govgraph.checks.board import BoardWords
from govgraph.checks.by_cases import find_by_cases
from govgraph.checks.case import BY_RANK, Case
from govgraph.checks.chain_breaks import CHAIN_SHOWN, Stop, follow, format_exclusion
from govgraph.checks.check import Check, Evidence, LineRule
from govgraph.checks.facts import BodyFacts, Fact, Predicate, Why, broken, unfirm
from govgraph.checks.finding import Break, Finding, Severity, Subject
from govgraph.graph.accountability import ExcludedRelation, Exclusion
from govgraph.model.appearance import spell_out
from govgraph.wording.lists import join_words
from govgraph.wording.verbs import agree_verb

VARIANTS = {
    Why.ENDED: ("ended", "whose line has ended"),
    Why.PROPOSED: ("proposed only", "whose line is only proposed"),
    Why.SHADOW: ("shadow only", "whose line is only in shadow form"),
    Why.NOT_YET: ("not yet begun", "whose line has not begun yet"),
    Why.UNKNOWN: ("unknown", "which answers to something that is not there"),
    Why.NOBODY: ("nobody above it", "which answers to nobody"),
    Why.ITSELF: ("answers only to itself", "which answers only to itself"),
    Why.CYCLE: ("cycle", "one of a ring of bodies that answer to one another"),
}
"""What findings are called by why a chain stops, and how that is told of many."""
GONE = "No chain from {body} reaches an apex"


def _make_case(
    why: Why, severity: Severity | None, of: Predicate, *, presuming: bool = False
) -> Case:
    variant, clause = VARIANTS[why]
    return Case(
        where=lambda body: (body.why == why) & of(body),
        says=f"{GONE}: the nearest stops at {{stop}}, {clause}.",
        remedy="Mend the chain at the body where it stops.",
        variant=variant,
        severity=severity,
        presuming=presuming,
    )


def _choose(rank: int | None, *, recorded: bool) -> Predicate:
    """Bodies of a rank, or of any: with a line that is recorded, or with presumed ones alone."""

    def is_so(body: BodyFacts) -> Fact:
        some = (body.recorded > 0) | (body.superiors == 0)
        found = some if recorded else ~some
        return found if rank is None else found & (body.rank == rank)

    return is_so


def _find_cases() -> Iterator[Case]:
    """A chain that ends at nobody is as grave as to answer to nobody; presumed, it is no graver."""
    for why in VARIANTS:
        if why is not Why.NOBODY:
            yield _make_case(why, None, _choose(None, recorded=True))
    for rank, severity in enumerate(BY_RANK):
        yield _make_case(Why.NOBODY, severity, _choose(rank, recorded=True))
        softened = Severity.WARNING if severity is None else severity
        for why in VARIANTS:
            yield _make_case(why, softened, _choose(rank, recorded=False), presuming=True)


def build_broken_chain(check: Check, evidence: Evidence, case: Case, body: str) -> Finding:
    """With the chain, and why it stops where it does."""
    stop = evidence.facts.stops[body]
    return check.finding(
        Subject(body=body),
        _format(evidence, body, stop),
        remedy=_remedy(evidence, stop),
        place=evidence.place(body),
        severity=case.graded(check.severity),
        chain=follow(evidence.facts.stops, body, CHAIN_SHOWN),
        others=() if stop.at == body else (stop.at,),
        variant=case.variant,
        broken=_find_break(evidence, stop),
    )


def _find_break(evidence: Evidence, stop: Stop) -> Break:
    """Where the chain breaks, the same for all that break for one cause."""
    at = stop.at
    if stop.why is Why.CYCLE:
        at = evidence.graph.cycles[evidence.cycle_of[at]][0]
    return Break(at, _format_stop(evidence, replace(stop, at=at)))


def _format(evidence: Evidence, body: str, stop: Stop) -> str:
    """Where and why the chain of a body stops, in a sentence."""
    says = GONE.format(body=evidence.name(body))
    if stop.at == body:
        return f"{says}: {_format_why(evidence, stop)}."
    return f"{says}: it stops at {_format_stop(evidence, stop)}."


def _format_stop(evidence: Evidence, stop: Stop) -> str:
    """The body where a chain stops, and why, as the end of a sentence."""
    link = "because " if evidence.graph.excluded.get(stop.at) else ""
    return f"{evidence.name(stop.at)}, {link}{_format_why(evidence, stop)}"


def _format_why(evidence: Evidence, stop: Stop) -> str:
    """Why a chain stops, as a clause about the body where it does."""
    if stop.why is Why.CYCLE:
        cycle = evidence.graph.cycles[evidence.cycle_of[stop.at]]
        return f"one of a ring of bodies that answer to one another: {evidence.names(cycle)}"
    if missing := evidence.graph.excluded.get(stop.at):
        return "; ".join(
            format_exclusion(one.why, evidence.name(one.relation.to_body), evidence.name(stop.at))
            for one in missing
        )
    answers = agree_verb("answers", evidence.name(stop.at))
    whom = "only to itself" if stop.why is Why.ITSELF else "to nobody"
    return f"which {answers} {whom}"


def _remedy(evidence: Evidence, stop: Stop) -> str:
    """What would put it right, at the body where the chain stops."""
    at = evidence.name(stop.at)
    if stop.why is Why.CYCLE:
        return f"Open the ring that {at} is in, so that the chain can go on to an apex."
    if missing := evidence.graph.excluded.get(stop.at):
        unknown = [one.relation.to_body for one in missing if one.why is Exclusion.UNKNOWN]
        if unknown:
            names = join_words([f"‘{spell_out(name)}’" for name in unknown], last="or")
            return f"Correct the name {names}, to which {at} is said to answer, or add that body."
        record = f"Record the line of account that leads from {at} now"
        return f"{record}{_format_successors(evidence, missing)}."
    return (
        f"Record a line of account from {at}, or mark it as an apex if accountability ends there."
    )


def _format_successors(evidence: Evidence, missing: tuple[ExcludedRelation, ...]) -> str:
    """Who stands in the place of the bodies that have ended, where the file says so."""
    ended = [one.relation.to_body for one in missing if one.why is Exclusion.BODY_ENDED]
    told = (
        f"{join_words(list(map(evidence.name, successors)))} took over from {evidence.name(body)}"
        for body in dict.fromkeys(ended)
        if (successors := find_current_successors(evidence.graph, body))
    )
    said = "; ".join(told)
    return f": {said}" if said else ""


BOARD = BoardWords(
    "Who holds {stop} to account? The papers name nobody.",
    "Agree to whom {stop} answers.",
    {
        "ended": BoardWords(
            "Who holds {stop} to account now? What it answered to has ended.",
            "Agree to whom {stop} answers now.",
        ),
        **dict.fromkeys(
            ("proposed only", "shadow only", "not yet begun"),
            BoardWords(
                "Who holds {stop} to account until the arrangements that are planned begin?",
                "Decide when they begin, and to whom {stop} answers until then.",
            ),
        ),
        "cycle": BoardWords(
            "Who outside holds {stop} to account? It answers only within a circle of bodies.",
            "Agree which of them is the senior one, and to whom it answers.",
        ),
        "answers only to itself": BoardWords(
            "Who holds {stop} to account? The papers have it answer to itself.",
            "Agree to whom {stop} answers.",
        ),
        "unknown": BoardWords(
            "Who holds {stop} to account? What the papers name above it cannot be found.",
            "Confirm to whom {stop} answers.",
        ),
    },
)

CHECK = Check(
    code="GG102",
    name="broken-chain",
    severity=Severity.ERROR,
    summary="a body whose lines of account never reach an apex",
    headings={
        "": "The chain stops short of anywhere accountability may end",
        "cycle": "The chain runs into a ring and ends nowhere",
        "ended": "The chain stops at something that has ended",
        "nobody above it": "The chain stops at a body that answers to nobody",
        "proposed only": "The chain stops at something that is only proposed",
        "unknown": "The chain stops at a body that is not recorded",
    },
    find=find_by_cases,
    documentation=__doc__,
    board=BOARD,
    line=LineRule(
        cases=tuple(_find_cases()),
        among=(unfirm, broken),
        build=build_broken_chain,
    ),
)
