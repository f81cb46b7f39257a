"""A body that answers directly to more than one other.

## What it finds
A body with lines of account to two or more superiors; presumed lines do not count. It says whether
the lines are for different things (their `scope`), and at which body, if any, they meet again
further up. Where the file says that the lines are meant (`intended` on all of them but one), the
finding is only information. Of a joint committee (`joint_committee_of`) nothing is found: that it
answers to several is what it is for.

## Why it matters
Who answers to two can be told two things, or play one off against the other; when something goes
wrong, each of the two may suppose that the other was watching. It is common by design, such as
an executive that answers to its commissioners for money and to a trust for results, and then the
two halves should be written down.

## How to put it right
Settle which line is the line of account and record the other as what it is (`represented_on`,
`liaises_with`, `supports`). If both are meant, give each its `scope` and say why with `intended`.

## Bad
```yaml
bodies:
  council: {name: County Council, apex: true}
  trust: {name: Children's Trust, accountable_to: council}
  lsp: {name: Local Strategic Partnership, accountable_to: council}
  partnership: {name: Fleet Partnership, accountable_to: [trust, lsp]}
```

## Good
```yaml
bodies:
  council: {name: County Council, apex: true}
  trust: {name: Children's Trust, accountable_to: council}
  lsp: {name: Local Strategic Partnership, accountable_to: council}
  partnership: {name: Fleet Partnership, accountable_to: trust, represented_on: lsp}
```
"""

from govgraph.checks.board import BoardWords
from govgraph.checks.by_cases import find_by_cases
from govgraph.checks.case import Case
from govgraph.checks.check import Check, Evidence, LineRule
from govgraph.checks.facts import doubled
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.graph.accountability import Line
from govgraph.model.sources import Basis

SAYS = "{body} answers to {recorded} bodies"
CASES = (
    Case(
        where=lambda body: body.unexplained > 1,
        says=f"{SAYS}.",
        remedy="Settle which is the line of account, or give each its scope and say why "
        "more than one is intended.",
    ),
    Case(
        where=lambda body: ~(body.unexplained > 1),
        says=f"{SAYS}; this is intended.",
        variant="intended",
        severity=Severity.INFORMATION,
    ),
)


def build_dual_accountability(check: Check, evidence: Evidence, case: Case, body: str) -> Finding:
    """With the superiors, what each line is for, and where they meet again."""
    recorded = (one for one in evidence.graph.lines_up[body] if one.basis is not Basis.PRESUMED)
    lines = [line for line in recorded if line.superior != body]
    superiors = tuple(sorted({line.superior for line in lines}))
    where = _format_common_superior(evidence, body, superiors)
    meant = _find_intention(lines) if case.variant else ""
    return check.finding(
        Subject(body=body),
        f"{evidence.name(body)} answers to {evidence.names(superiors)}, "
        f"{_format_scopes(lines)}{where}{f'; this is intended ({meant})' if meant else ''}.",
        remedy=_find_remedy(lines, meant),
        place=evidence.place(body),
        severity=case.graded(check.severity),
        others=superiors,
        variant=case.variant,
    )


def _find_intention(lines: list[Line]) -> str:
    """Why the lines are meant, as far as the file says so."""
    said = {line.superior: line.relation.intended for line in lines if line.relation.intended}
    return "; ".join(dict.fromkeys(why.rstrip(". ") for why in said.values()))


def _find_remedy(lines: list[Line], meant: str) -> str:
    """What is missing yet: a decision, with a reason, and what each line is for; or nothing."""
    scoped = {line.superior for line in lines if line.relation.scope}
    is_scoped = scoped == {line.superior for line in lines}
    if meant:
        return "" if is_scoped else "Give each line its scope."
    scope = "" if is_scoped else "give each its scope and "
    return f"Settle which is the line of account, or {scope}say why more than one is intended."


def _format_scopes(lines: list[Line]) -> str:
    """Whether the lines are for different things."""
    scopes: dict[str, set[str]] = {}
    for line in lines:
        scopes.setdefault(line.superior, set()).update(filter(None, [line.relation.scope]))
    spoken = [scope for scope in scopes.values() if scope]
    if not spoken:
        return "and no line says for what"
    if len(spoken) < len(scopes):
        return "and not every line says for what"
    if all(scope == spoken[0] for scope in spoken):
        return "and all for the same thing"
    apart = len(set().union(*spoken)) == sum(map(len, spoken))
    return "each for a different thing" if apart else "some of them for the same thing"


def _format_common_superior(evidence: Evidence, body: str, superiors: tuple[str, ...]) -> str:
    """Where the lines meet again further up; nothing is said of bodies in a ring."""
    if body in evidence.cycle_of:
        return ""
    where = evidence.find_common_superior(superiors)
    if where is None:
        return ""
    return (
        f"; the lines meet again at {evidence.name(where)}" if where else "; the lines never meet"
    )


BOARD = BoardWords(
    "{body} answers to {others:several bodies}. For what does it answer to each, and who decides "
    "if they differ?",
    "Agree for what {body} answers to each of them, or to which one it answers.",
    {
        "intended": BoardWords(
            "{body} answers to {others:several bodies}, as is meant. Does each of them know for "
            "what?",
            "Confirm for what {body} answers to each of them.",
        )
    },
)

CHECK = Check(
    code="GG105",
    name="dual-accountability",
    severity=Severity.WARNING,
    summary="a body that answers directly to more than one other",
    headings={
        "": "Answer to more than one body",
        "intended": "Answer to more than one body, by intention",
    },
    find=find_by_cases,
    documentation=__doc__,
    board=BOARD,
    line=LineRule(cases=CASES, among=(doubled,), build=build_dual_accountability),
)
