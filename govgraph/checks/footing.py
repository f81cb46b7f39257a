"""On what footing each body stands: whether, and how firmly, it is held to account.

Every body has exactly one footing, so that one fault is found by one rule.
"""

from array import array
from collections.abc import Mapping
from enum import StrEnum

from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.sources import Basis


class Footing(StrEnum):
    """Whether a body is held to account, from the best to the worst."""

    APEX = "accountability may end here"
    FIRM = "a chain of stated lines arrives at an apex"
    WEAK = "a chain arrives at an apex, with a line that is implied, inferred or presumed"
    ALONE = "its only line of account leads back to itself"
    ORPHANED = "it has no line of account"
    BROKEN = "it has lines of account, and no chain arrives at an apex"


def find_footings(
    graph: AccountabilityGraph, presumed: AccountabilityGraph
) -> Mapping[str, Footing]:
    """The footing of each body that holds in `graph`; `presumed` also counts presumed lines."""
    arrived = _arrivals_by_stated_lines(graph)
    footings = dict.fromkeys(graph.bodies, Footing.FIRM)
    footings.update(dict.fromkeys(graph.apexes, Footing.APEX))
    for body in graph.bodies:
        if body not in arrived:
            footings[body] = _footing_without_firm_chain(graph, presumed, body)
    return footings


def _footing_without_firm_chain(
    graph: AccountabilityGraph, presumed: AccountabilityGraph, body: str
) -> Footing:
    """The footing of a body of which no chain of stated lines arrives at an apex."""
    if not graph.superiors(body):
        if presumed.superiors(body):
            return Footing.ORPHANED
        if body in graph.lines_up:
            return Footing.ALONE
        return Footing.BROKEN if body in graph.missing else Footing.ORPHANED
    return Footing.WEAK if presumed.arrives[graph.table.number[body]] else Footing.BROKEN


def _arrivals_by_stated_lines(graph: AccountabilityGraph) -> frozenset[str]:
    """The bodies of which some chain of stated lines alone arrives at an apex."""
    table = graph.table
    froms, tos = array("i"), array("i")
    for line, below, above in zip(graph.lines, table.froms, table.tos, strict=True):
        if line.basis is Basis.STATED:
            froms.append(below)
            tos.append(above)
    arrives = graph.engine.arrivals(len(table), froms, tos, table.apex)
    return frozenset(id_ for id_, here in zip(table.ids, arrives, strict=True) if here)
