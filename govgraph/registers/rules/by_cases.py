"""Finds in a register what the cases of a line rule say, of the bodies that the rule looks at."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.case import About
from govgraph.checks.facts import (
    LineFacts,
    WholeFacts,
    orphaned,
    topmost,
    unfirm,
)
from govgraph.graph.number_columns import number_type
from govgraph.registers.graph.body_lists import side_by_side
from govgraph.registers.graph.row_sentences import Counted, Named
from govgraph.registers.rules.delegations import find_delegations, follow_delegations
from govgraph.registers.rules.proofs import CHAINS, OTHERS
from govgraph.registers.rules.register_findings import NOBODY, RegisterGroup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govgraph.checks.case import Case
    from govgraph.checks.check import Check, LineRule
    from govgraph.checks.facts import Predicate
    from govgraph.graph.line_columns import Integers
    from govgraph.registers.graph.row_sentences import Fill
    from govgraph.registers.rules.facts import RegisterFacts


def count_whole(facts: RegisterFacts) -> WholeFacts:
    """What is so of all bodies of a register together."""
    graph = facts.graph
    apexes = int(np.count_nonzero(graph.apex))
    outside = np.flatnonzero(graph.outside)
    exits = int(np.count_nonzero(facts.answered.take(outside))) if len(outside) else 0
    chain_ends = 0 if apexes else len(choose_bodies(facts, (unfirm, orphaned, topmost)).bodies)
    bodies = int(np.count_nonzero(graph.present)) - len(outside)
    return WholeFacts(bodies, apexes, exits, chain_ends)


def choose_bodies(facts: RegisterFacts, among: Iterable[Predicate]) -> RegisterFacts:
    """The facts of the bodies that predicates choose; kept for the next rule that asks of them."""
    for choose in among:
        if choose not in facts.chosen:
            rows = np.flatnonzero(choose(facts)).astype(number_type(len(facts.graph)))
            facts.chosen[choose] = facts.at(rows if facts.rows is None else facts.rows.take(rows))
        facts = facts.chosen[choose]
    return facts


def find_by_cases(check: Check, rule: LineRule, facts: RegisterFacts) -> Iterator[RegisterGroup]:
    """What each case of a line rule finds."""
    some = choose_bodies(facts, rule.among)
    for case in rule.cases_from(facts.graph.standpoint):
        if case.about is About.LINE:
            yield _find_lines(check, case, facts)
        elif case.about is About.DELEGATION:
            yield _find_delegations(check, case, facts)
        elif case.about is About.BODY:
            yield _find_bodies(check, case, some)
        elif case.where(whole := count_whole(facts)):
            yield _find_whole(check, case, whole)


def _find_bodies(check: Check, case: Case, some: RegisterFacts) -> RegisterGroup:
    places = np.flatnonzero(case.where(some))
    found = some.at(some.bodies.take(places))
    bodies = found.bodies
    chain, others = CHAINS.get(check.code), OTHERS.get(check.code)
    return replace(
        _make(check, case, bodies),
        fills=tuple(_fill(found, field) for field in case.fields),
        chain=partial(chain, found) if chain else None,
        others=partial(others, found) if others else None,
        ends={"stop": found.stop} if "stop" in case.fields else {},
    )


def _find_lines(check: Check, case: Case, facts: RegisterFacts) -> RegisterGroup:
    graph = facts.graph
    lines = np.flatnonzero(case.where(LineFacts(graph.froms, graph.tos, graph.bases)))
    below, above = graph.froms.take(lines), graph.tos.take(lines)
    return replace(
        _make(check, case, below),
        relations=graph.relations.take(lines),
        fills=(Named(below),),
        chain=lambda some: side_by_side(below[some], above[some]),
        ends={"above": above},
    )


def _find_delegations(check: Check, case: Case, facts: RegisterFacts) -> RegisterGroup:
    relations = find_delegations(facts)
    followed = follow_delegations(facts, relations)
    places = np.flatnonzero(case.where(followed))
    below, above = followed.below.take(places), followed.above.take(places)
    ends = {"body": Named(below), "above": Named(above)}
    return replace(
        _make(check, case, below),
        relations=relations.take(places).astype(facts.graph.relations.dtype),
        fills=tuple(ends[field] for field in case.fields),
        others=lambda some: side_by_side(above[some]),
        ends={"above": above},
    )


def _find_whole(check: Check, case: Case, whole: WholeFacts) -> RegisterGroup:
    numbers = {field: f"{getattr(whole, field):,}" for field in case.fields}
    found = _make(check, case, np.array([NOBODY], dtype=np.int32))
    return replace(found, says=case.says.format(**numbers))


def _make(check: Check, case: Case, bodies: Integers) -> RegisterGroup:
    severity, remedy = case.graded(check.severity), case.remedy_for_many
    return RegisterGroup(
        check, severity, case.gaps, remedy, bodies, variant=case.variant, case=case
    )


def _fill(found: RegisterFacts, field: str) -> Fill:
    """What stands in the sentences for one of their gaps."""
    if field == "body":
        return Named(found.bodies)
    values = getattr(found, field)
    return Named(values) if field == "stop" else Counted(values)
