"""Finds in a structure what the cases of a line rule say."""

from collections.abc import Iterator

from govgraph.checks.case import About, Case
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Subject
from govgraph.checks.structure_facts import (
    choose_bodies,
    count_whole,
)
from govgraph.checks.structure_relations import find_delegations, find_ends, follow_delegations
from govgraph.model.relations import Relation


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
