"""Finds in a structure what the cases of a line rule say, by facts of its lines in plain Python."""

from collections.abc import Iterator, Sequence

from govgraph.analysis.reports import find_everyone_above
from govgraph.checks.case import About, Case
from govgraph.checks.check import Check, Evidence
from govgraph.checks.column import Column
from govgraph.checks.facts import (
    DelegationFacts,
    LineFacts,
)
from govgraph.checks.finding import Finding, Subject
from govgraph.checks.structure_facts import (
    choose_bodies,
    count_whole,
)
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.kinds import RelationClass
from govgraph.model.relations import Relation


def find_ends(graph: AccountabilityGraph) -> LineFacts:
    """The ends of the lines of a structure."""
    return LineFacts(
        Column(line.subordinate for line in graph.lines),
        Column(line.superior for line in graph.lines),
        Column(line.basis for line in graph.lines),
    )


def find_delegations(graph: AccountabilityGraph) -> tuple[Relation, ...]:
    """The relations that hold by which a body exercises what another delegates to it."""
    kinds = graph.structure.kinds_of_relation
    classes = {id_: kind.relation_class for id_, kind in kinds.items()}
    return tuple(
        relation
        for relation in graph.structure.relations
        if classes.get(relation.kind) is RelationClass.DELEGATION
        and graph.standpoint.holds(relation)
        and all(map(graph.holds, relation.key[::2]))
    )


def follow_delegations(
    graph: AccountabilityGraph, delegations: Sequence[Relation]
) -> DelegationFacts:
    """Whether who exercises what is delegated answers to who delegates it."""
    above = {body: find_everyone_above(graph, body) for body, _, _ in (d.key for d in delegations)}
    ends = [(one.from_body, one.to_body) for one in delegations]
    return DelegationFacts(
        Column(below for below, _ in ends),
        Column(upper for _, upper in ends),
        Column(below == upper or upper in above[below] for below, upper in ends),
    )


def find_by_cases(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for every row in which a case of a line rule holds."""
    rule = check.line
    if rule is None:
        raise ValueError(f"{check.code} has no cases")
    some = choose_bodies(evidence.facts, rule.among)
    build = rule.build or build_case_finding
    for case in rule.cases_from(evidence.standpoint):
        if case.about is About.LINE:
            lines = [line.relation for line in evidence.graph.lines]
            rows = case.where(find_ends(evidence.graph)).rows()
            yield from (_build_relation_finding(check, evidence, case, lines[row]) for row in rows)
        elif case.about is About.DELEGATION:
            relations = find_delegations(evidence.graph)
            rows = case.where(follow_delegations(evidence.graph, relations)).rows()
            yield from (
                _build_relation_finding(check, evidence, case, relations[row]) for row in rows
            )
        elif case.about is About.BODY:
            rows = case.where(some).rows()
            yield from (build(check, evidence, case, some.ids[row]) for row in rows)
        elif case.where(count_whole(evidence.facts)):
            yield build(check, evidence, case, "")


def build_case_finding(check: Check, evidence: Evidence, case: Case, body: str) -> Finding:
    """A finding about a body, or about the whole, in the words of its case."""
    name = evidence.name(body)
    told = {"body": name, **{field: _value(evidence, field, body) for field in case.fields}}
    return check.finding(
        Subject(body=body),
        case.says.format_map(told | {"body": name}),
        remedy=case.remedy.format(body=name),
        place=evidence.place(body) if body else evidence.structure.place,
        severity=case.graded(check.severity),
        chain=(body,) if body else (),
        variant=case.variant,
    )


def _value(evidence: Evidence, field: str, body: str) -> str:
    """What stands in a sentence for a fact of a body."""
    if field == "body":
        return evidence.name(body)
    if not body:
        return f"{getattr(count_whole(evidence.facts), field):,}"
    value = getattr(evidence.facts, field)[evidence.graph.table.number[body]]
    return evidence.name(value) if field == "stop" else f"{value:,}"


def _build_relation_finding(
    check: Check, evidence: Evidence, case: Case, relation: Relation
) -> Finding:
    """A finding about a line or a delegation, in the words of its case."""
    below, above = relation.from_body, relation.to_body
    name = evidence.name(below)
    return check.finding(
        Subject(body=below, relation=relation.key),
        case.says.format(body=name, above=evidence.name(above)),
        remedy=case.remedy.format(body=name),
        place=relation.place,
        severity=case.graded(check.severity),
        chain=(below, above) if case.about is About.LINE else (below,),
        others=() if case.about is About.LINE else (above,),
        variant=case.variant,
    )
