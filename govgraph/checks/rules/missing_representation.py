"""A partner that a requirement names has no seat on a body it applies to.

## What it finds
A requirement, in force on the day of the question, that asks for a seat for a partner, and a body
it applies to on which no seat represents that partner: by the name in the requirement, or by
another name given with it. One finding a body and requirement. A name that is only alike (`PCT`
for `Primary Care Trust`, or the post of whoever sits there) is offered as a near match and never
counted. Where no membership is recorded at all, or only a chair, that is said instead: nobody can
be found missing from a list that was not kept. A partner with a vacant seat has its place; the
vacancy is found by `vacant-seat` (GG202).

A requirement that is only implied or inferred gives information, not a warning; so does a partner
for whom there is a near match alone.

## Why it matters
Statute, guidance or the body's own constitution says who must be at the table. Decisions taken
without them may be challenged, and the partners themselves may not know that they are missed.

## How to put it right
Settle who is to represent the partner and record the seat, with the partner under `represents`.
If it is there under another name, write that name beside the partner's in the requirement
(`also_known_as`). If the requirement is over, give it an `until`.

## Bad
```yaml
bodies:
  hart:
    name: Hart Partnership
    kind: local-partnership
    seats:
      - {role: member, represents: Schools}
requirements:
  - id: partners
    applies_to: {kind: local-partnership}
    seats_for: [Schools, Police]
```

## Good
```yaml
bodies:
  hart:
    name: Hart Partnership
    kind: local-partnership
    seats:
      - {role: member, represents: Schools}
      - {role: member, represents: Police}
requirements:
  - id: partners
    applies_to: {kind: local-partnership}
    seats_for: [Schools, Police]
```
"""

from collections.abc import Iterator

from govgraph.analysis.membership import Cover, Coverage, PartnerCover, find_membership
from govgraph.checks.board import BoardWords
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import BoardText, Finding, Severity, Subject
from govgraph.model.sources import Basis
from govgraph.wording.lists import count_words, join_words


def find_missing_representation(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each body and requirement of which some partner is not met by name."""
    for requirement in find_membership(evidence.graph).requirements:
        for coverage in requirement.bodies:
            if coverage.of(Cover.UNRECORDED, Cover.MISSING, Cover.NEAR):
                yield _finding(check, evidence, coverage)


def _finding(check: Check, evidence: Evidence, coverage: Coverage) -> Finding:
    """What is missing on one body, in the words that fit how much is known."""
    name = evidence.name(coverage.body)
    asked = f"‘{coverage.requirement.title or coverage.requirement.id}’"
    unrecorded = coverage.of(Cover.UNRECORDED)
    missing, near = coverage.of(Cover.MISSING), coverage.of(Cover.NEAR)
    if unrecorded:
        partners = count_words(len(coverage.partners), "partner")
        message = f"No membership is recorded for {name}; {asked} requires {partners} there"
        remedy = f"Record who sits on {name}; until then nobody can be found there or missed."
        variant = "no membership recorded"
    elif missing:
        partners = join_words([partner.partner.name for partner in missing])
        recorded = "none is recorded" if len(missing) == 1 else "they are not recorded"
        seats = "a seat" if len(missing) == 1 else "seats"
        message = f"{asked} requires {seats} for {partners} on {name}; {recorded}"
        remedy = "Settle who represents each of them, and record the seat."
        variant = "missing"
    else:
        message = f"Not everybody whom {asked} requires is found by name on {name}"
        remedy = "If that is who was meant, write the other name beside the partner's."
        variant = "perhaps under another name"
    firm = coverage.requirement.basis is Basis.STATED and (missing or unrecorded)
    return check.finding(
        Subject(body=coverage.body),
        f"{message}{_format_near(near)}{_format_vacant(coverage)}.",
        remedy=remedy,
        place=evidence.place(coverage.body),
        board=_ask_who(name, missing) if variant == "missing" else None,
        severity=check.severity if firm else Severity.INFORMATION,
        requirements=(coverage.requirement.id,),
        variant=variant,
    )


def _ask_who(name: str, missing: tuple[PartnerCover, ...]) -> BoardText:
    """Who represents those that are missing, as a board is asked."""
    partners = join_words([partner.partner.name for partner in missing])
    each = "each of them" if len(missing) > 1 else partners
    return BoardText(
        f"Who represents {partners} on {name}? No seat is on record.",
        f"Confirm who represents {each} on {name}, or agree that no seat is needed.",
    )


def _format_near(near: tuple[PartnerCover, ...]) -> str:
    """The near matches, each with what it may mean."""
    pairs = [f"{each.partner.name} as ‘{each.near[0].text}’" for each in near]
    return f"; perhaps there under another name: {join_words(pairs)}" if pairs else ""


def _format_vacant(coverage: Coverage) -> str:
    """The partners whose only seat is vacant."""
    vacant = [each.partner.name for each in coverage.of(Cover.VACANT)]
    return f"; only by a vacant seat: {join_words(vacant)}" if vacant else ""


BOARD = BoardWords(
    "Not everybody who ought to have a seat on {body} is named there. Who is missing?",
    "Confirm who represents each of them on {body}, or agree that a seat is not needed.",
    {
        "no membership recorded": BoardWords(
            "Who sits on {body}? No membership is on record, so nobody can say who is missing.",
            "Have the membership of {body} put on record.",
        ),
        "perhaps under another name": BoardWords(
            "Is everybody who ought to have a seat on {body} there? Some may go by another name.",
            "Confirm who represents each of them on {body}.",
        ),
    },
)

CHECK = Check(
    code="GG206",
    name="missing-representation",
    severity=Severity.WARNING,
    summary="a partner that a requirement names has no seat on a body it applies to",
    headings={
        "": "No seat is recorded for somebody who ought to have one",
        "no membership recorded": "No membership is recorded",
        "perhaps under another name": "Perhaps there under another name",
    },
    find=find_missing_representation,
    documentation=__doc__,
    board=BOARD,
)
