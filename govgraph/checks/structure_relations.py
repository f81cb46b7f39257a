"""The facts of the lines and delegations of a structure, in plain Python."""

from collections.abc import Sequence

from govgraph.analysis.reports import find_everyone_above
from govgraph.checks.column import Column
from govgraph.checks.facts import (
    DelegationFacts,
    LineFacts,
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
