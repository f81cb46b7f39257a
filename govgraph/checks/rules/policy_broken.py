"""One of the structure's own rules is broken.

## What it finds
Every breach of a rule in the `policy` of the structure file:

- `every … must …`: each body selected that lacks what it must have (a `relation`, a chain that
  can `reach` a body `within` so many steps, a `seat` for a partner, somebody in the `chair`, a
  chair who also has a seat on the body in `chair_sits_on`, meetings as often as `meets`);
- `every … must_not …`: each body, and each relation, that has what it must not have; with
  `shares_chair` each person who chairs two or more of the bodies selected, once;
- `layers`: each line of account from a body to one of a lower tier;
- `independent`: each pair of the bodies named that share somebody, in the roles that `share`
  lists or in any.

A rule holds from its `from` until its `until`, and has its own `severity` if it gives one.
Bodies are judged as at the date of the question.

## Why it matters
Statute and guidance say what a structure must look like, and so do a council's own standing
orders. Written down as rules, they are checked each time, not only in the year of the review.

## How to put it right
Give the body what the rule asks for, or change the rule. A breach that is agreed is waived under
the id of the rule, for one body or relation.

## Bad
```yaml
bodies:
  trust: {name: Children's Trust, apex: true}
  hart: {name: Hart Partnership, kind: local-partnership, accountable_to: trust}
  lsp: {name: Hart LSP, kind: lsp, apex: true}
policy:
  - id: keeps-its-link
    every: {kind: local-partnership}
    must: {relation: liaises_with, to: {kind: lsp}}
    because: The Trust asked each partnership to keep a link with its LSP.
```

## Good
```yaml
bodies:
  trust: {name: Children's Trust, apex: true}
  hart: {name: Hart Partnership, kind: local-partnership, accountable_to: trust, liaises_with: lsp}
  lsp: {name: Hart LSP, kind: lsp, apex: true}
policy:
  - id: keeps-its-link
    every: {kind: local-partnership}
    must: {relation: liaises_with, to: {kind: lsp}}
    because: The Trust asked each partnership to keep a link with its LSP.
```
"""

from collections.abc import Iterator

from govgraph.checks.board import BoardWords
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import BoardText, Finding, Severity
from govgraph.checks.policy import judge_policy


def find_breaches(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each breach of each rule of the author's own."""
    for verdict in judge_policy(evidence):
        rule = verdict.rule
        because = f" The reason for the rule: {rule.because.rstrip('.')}." if rule.because else ""
        for breach in verdict.breaches:
            name = evidence.name(breach.subject.body)
            yield check.finding(
                breach.subject,
                f"The rule ‘{rule.id}’ is broken: {name} {breach.says}.",
                remedy=f"Give {name} what the rule asks for, or change the rule.{because}",
                place=breach.place,
                severity=Severity[rule.severity.upper()] if rule.severity else None,
                others=breach.others,
                variant=rule.id,
                board=_name_rule(name, rule.because),
            )


def _name_rule(name: str, because: str) -> BoardText | None:
    """What is put to a board, which knows a rule by its reason; nothing of its own without one."""
    if not because:
        return None
    matter = f"{name} does not keep a rule of these arrangements. The reason for the rule: "
    return BoardText(
        f"{matter}{because.rstrip('.')}. Does it still stand?",
        BOARD.recommendation.format(body=name),
    )


BOARD = BoardWords(
    "A rule that was set for these arrangements is not kept by {body}. Does it still stand?",
    "See that {body} keeps the rule, or change the rule.",
)

CHECK = Check(
    code="GG501",
    name="policy-broken",
    severity=Severity.ERROR,
    summary="one of the structure's own rules is broken",
    headings={"": "Break a rule of the structure's own"},
    find=find_breaches,
    documentation=__doc__,
    board=BOARD,
)
