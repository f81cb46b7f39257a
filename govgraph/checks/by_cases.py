"""Finds in a structure what the cases of a line rule say."""

from collections.abc import Iterator

from govgraph.checks.case import About, Case
from govgraph.checks.check import Check, Evidence
from govgraph.checks.finding import Finding, Subject
from govgraph.checks.structure_facts import choose_bodies, count_whole, find_ends
from govgraph.graph.accountability import Line


def find_by_cases(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """A finding for every row in which a case of a line rule holds."""
    rule = check.line
    if rule is None:
        raise ValueError(f"{check.code} has no cases")
    some = choose_bodies(evidence.facts, rule.among)
    tell = rule.tell or tell_case
    for case in rule.cases_from(evidence.standpoint):
        if case.about is About.LINE:
            rows = case.where(find_ends(evidence.graph)).rows()
            yield from (_tell_line(check, evidence, case, evidence.graph.lines[n]) for n in rows)
        elif case.about is About.BODY:
            rows = case.where(some).rows()
            yield from (tell(check, evidence, case, some.ids[row]) for row in rows)
        elif case.where(count_whole(evidence.facts)):
            yield tell(check, evidence, case, "")


def tell_case(check: Check, evidence: Evidence, case: Case, body: str) -> Finding:
    """A finding about a body, or about the whole, in the words of its case."""
    name = evidence.name(body)
    told = {"body": name, **{field: _value(evidence, field, body) for field in case.fields}}
    return check.finding(
        Subject(body=body),
        case.says.format_map(told | {"body": name}),
        remedy=case.remedy.format(body=name),
        place=evidence.place(body) if body else evidence.structure.place,
        severity=case.graded(check.severity),
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


def _tell_line(check: Check, evidence: Evidence, case: Case, line: Line) -> Finding:
    """A finding about a line, in the words of its case."""
    name = evidence.name(line.subordinate)
    return check.finding(
        Subject(body=line.subordinate, relation=line.relation.key),
        case.says.format(body=name),
        remedy=case.remedy.format(body=name),
        place=line.relation.place,
        severity=case.graded(check.severity),
        chain=(line.subordinate, line.superior),
        variant=case.variant,
    )
