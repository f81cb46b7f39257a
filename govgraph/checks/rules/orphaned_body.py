"""A body that answers to nobody, though it is no apex.

## What it finds
A body with no line of account upward at all. It says which of four cases it is:

- **isolated**: no relation of any kind ties it to another body;
- **part-of only**: it is part of another body, from which a line could be presumed but is not
  stated;
- **linked only**: it supports, advises, liaises with or is represented on others, and none of
  that is a line of account;
- **nobody above it**: others answer to it, but it answers to nobody itself.

How grave that is depends on what bodies of its kind do. Of one that decides or delivers (a board, a
partnership, a committee, a body of no kind) it is an error, and a warning where it is part of
another; of one that works for another (a sub-group, a team) a warning; of one that advises,
scrutinises or represents (a forum, a scrutiny committee, a school) information. A kind of your own
declares its `class`. What only monitors others or gives them assurance scrutinises, whatever its
kind: that it answers to nobody is information. A body that is marked `outside: true` is not looked
at.

## Why it matters
It is not clear who may ask such a body what it has done, or who has to act on what it says.
Papers rarely say so: they call a body part of, linked to or supporting another, and let the
reader suppose that somebody is in charge. A scrutiny committee or a regulator may rightly answer
elsewhere; then that is worth recording.

## How to put it right
Find out whom the body answers to and record it with `accountable_to` or `reports_to`. If
accountability rightly ends with it, mark it `apex: true`; if its own governance is elsewhere, mark
it `outside: true`. If it is meant to answer to nobody, such as a forum, waive the finding and say
why.

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

from collections.abc import Callable, Iterator
from dataclasses import replace

from govgraph.checks.board import BoardWords
from govgraph.checks.by_cases import find_by_cases
from govgraph.checks.case import BY_RANK, Case
from govgraph.checks.check import Check, Evidence, LineRule
from govgraph.checks.facts import BodyFacts, Fact, orphaned, unfirm
from govgraph.checks.finding import Finding, Severity, Subject
from govgraph.model.relations import Relation
from govgraph.wording.lists import agree, count_words, join_words
from govgraph.wording.verbs import agree_verb, format_tie, pronoun_for

LINKS_NAMED = 3
"""Most links of a body spelled out in the message; the rest are counted."""
PART, ANSWERED, LINKED, ISOLATED = "part-of only", "nobody above it", "linked only", "isolated"
VARIANTS: dict[str, tuple[Callable[[BodyFacts], Fact], str]] = {
    PART: (
        lambda body: body.part,
        "from {body} to anybody is stated: being part of another is none.",
    ),
    ANSWERED: (
        lambda body: ~body.part & body.answered,
        "leads from {body} to anybody, though others answer to it.",
    ),
    LINKED: (
        lambda body: ~body.part & ~body.answered & body.linked,
        "leads from {body} to anybody: none of its relations is one.",
    ),
    ISOLATED: (
        lambda body: ~body.part & ~body.answered & ~body.linked,
        "leads from {body}, nor any other relation.",
    ),
}
"""What ties a body to others, each where none before it does, and how that is told of many."""


def _make_case(variant: str, rank: int) -> Case:
    tied, says = VARIANTS[variant]
    softened = variant == PART and rank == 0
    return Case(
        where=lambda body: tied(body) & (body.rank == rank),
        says=f"No line of account {says}",
        remedy="Record the line of account from {body}, or mark it as an apex "
        "if accountability ends there.",
        variant=variant,
        severity=Severity.WARNING if softened else BY_RANK[rank],
    )


def _find_cases() -> Iterator[Case]:
    for variant in VARIANTS:
        for rank in range(len(BY_RANK)):
            case = _make_case(variant, rank)
            if variant == LINKED and case.severity is not Severity.INFORMATION:
                yield from _part_watching(case)
            else:
                yield case


def _part_watching(case: Case) -> Iterator[Case]:
    """A committee that does nothing but watch others scrutinises, whatever its kind is called."""
    yield replace(case, where=lambda body: case.where(body) & ~body.watching)
    yield replace(
        case,
        where=lambda body: case.where(body) & body.watching,
        severity=Severity.INFORMATION,
    )


def build_orphan(check: Check, evidence: Evidence, case: Case, body: str) -> Finding:
    """With whom it is part of, who answers to it, or what else ties it to others."""
    name = evidence.name(body)
    says, others = _TOLD[case.variant](evidence, body)
    return check.finding(
        Subject(body=body),
        says,
        remedy=f"Record the line of account from {name}, or mark it as an apex "
        "if accountability ends with it.",
        place=evidence.place(body),
        severity=case.graded(check.severity),
        chain=(body,),
        others=others,
        variant=case.variant,
    )


Told = tuple[str, tuple[str, ...]]
"""A sentence, and the further bodies that it names."""


def _format_part(evidence: Evidence, body: str) -> Told:
    above = evidence.presumed.superiors(body)
    says = (
        f"Nobody says to whom {evidence.name(body)} answers: "
        f"being part of {evidence.names(above)} is no line of account by itself."
    )
    return says, above


def _format_answered(evidence: Evidence, body: str) -> Told:
    below, name = evidence.graph.subordinates(body), evidence.name(body)
    says = (
        f"{name} answers to nobody, though {evidence.names(below)} "
        f"{agree(below, agree_verb('answers', evidence.name(below[0])), 'answer')} to "
        f"{pronoun_for(name, 'it', 'them')}, and {pronoun_for(name, 'it is', 'they are')} not "
        "marked as an apex."
    )
    return says, below


def _format_linked(evidence: Evidence, body: str) -> Told:
    links = list(_find_links(evidence, body))
    says = (
        f"{evidence.name(body)} answers to nobody: {_format_links(evidence, body, links)}, "
        "but no line of account is recorded."
    )
    return says, ()


def _format_isolated(evidence: Evidence, body: str) -> Told:
    name = evidence.name(body)
    it = pronoun_for(name, "it", "them")
    return f"{name} answers to nobody, and no relation of any kind ties {it} to another body.", ()


_TOLD = {
    PART: _format_part,
    ANSWERED: _format_answered,
    LINKED: _format_linked,
    ISOLATED: _format_isolated,
}


def _find_links(evidence: Evidence, body: str) -> Iterator[Relation]:
    """The relations that hold between a body and another, in the order of the file."""
    holds = evidence.graph.holds
    for relation in evidence.relations_of.get(body, ()):
        ends = (relation.from_body, relation.to_body)
        if ends[0] != ends[1] and all(map(holds, ends)) and evidence.standpoint.holds(relation):
            yield relation


def _format_links(evidence: Evidence, body: str, links: list[Relation]) -> str:
    """What ties a body to others, as a list in a sentence: `it supports Children's Trust`."""
    kinds = evidence.structure.kinds_of_relation
    name = evidence.name(body)
    said = []
    for relation in links:
        kind = kinds.get(relation.kind)
        reads = kind.reads if kind else f"‘{relation.kind}’"
        if relation.from_body == body:
            said.append(format_tie(pronoun_for(name), reads, evidence.name(relation.to_body)))
        else:
            said.append(
                format_tie(
                    evidence.name(relation.from_body), reads, pronoun_for(name, "it", "them")
                )
            )
    more = len(said) - LINKS_NAMED
    if more > 0:
        said = [*said[:LINKS_NAMED], count_words(more, "more tie")]
    return join_words(said)


BOARD = BoardWords(
    "Who holds {body} to account? The papers name nobody.",
    "Agree to whom {body} answers, and have it minuted.",
    {
        PART: BoardWords(
            "Is {body}, which is part of {others:another body}, also held to account there? "
            "The papers do not say.",
            "Confirm to whom {body} answers.",
        ),
        ANSWERED: BoardWords(
            "Who holds {body} to account? {others:Others} {answer} to it, and the papers name "
            "nobody above it.",
            "Agree to whom {body} answers, or confirm that accountability ends there.",
        ),
    },
)

CHECK = Check(
    code="GG101",
    name="orphaned-body",
    severity=Severity.ERROR,
    summary="a body that answers to nobody, though it is no apex",
    headings={
        "": "Answer to nobody",
        "isolated": "Answer to nobody, and nothing ties them to others",
        "linked only": "Linked to others, but answer to nobody",
        "nobody above it": "Answered to by others, but answer to nobody",
        "part-of only": "Part of another body; no line of account is stated",
    },
    find=find_by_cases,
    documentation=__doc__,
    board=BOARD,
    line=LineRule(cases=tuple(_find_cases()), among=(unfirm, orphaned), build=build_orphan),
)
