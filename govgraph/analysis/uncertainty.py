"""Which imprecise dates decided an answer, so that another reading would have given another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.table import counts_as_line
from govgraph.model.bodies import Body
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.seats import Seat

Dated: TypeAlias = Body | Relation | Seat


@dataclass(frozen=True, slots=True)
class Doubt:
    """A date that is not precise enough to be sure.

    Attributes:
        record: the body, relation or seat whose date it is.
        edge: `from` or `until`.
        date: the date.
    """

    record: Dated
    edge: str
    date: PartialDate

    @property
    def bodies(self) -> frozenset[str]:
        """The ids of the bodies it is about."""
        record = self.record
        if isinstance(record, Body):
            return frozenset({record.id})
        if isinstance(record, Relation):
            return frozenset({record.from_body, record.to_body})
        return frozenset({record.body})


def find_doubts(graph: AccountabilityGraph) -> tuple[Doubt, ...]:
    """The imprecise dates that decide what of a structure is there from a standpoint."""
    structure = graph.structure
    return _doubts(graph, (*structure.bodies, *structure.relations, *structure.seats))


def find_doubts_upward(graph: AccountabilityGraph, bodies: Iterable[str]) -> tuple[Doubt, ...]:
    """The imprecise dates that decide to whom bodies answer, themselves and those above them."""
    asked = frozenset(bodies)
    return _doubts(graph, _along(graph, asked, upward=True))


def find_doubts_downward(graph: AccountabilityGraph, bodies: Iterable[str]) -> tuple[Doubt, ...]:
    """The imprecise dates that decide who answers to bodies, themselves and those below them."""
    asked = frozenset(bodies)
    return _doubts(graph, _along(graph, asked, upward=False))


def find_doubts_of_peers(
    graph: AccountabilityGraph, body: str, superiors: Iterable[str]
) -> tuple[Doubt, ...]:
    """The imprecise dates that decide who answers to some superiors of a body beside it."""
    upward = _along(graph, frozenset({body}), upward=True)
    downward = _along(graph, frozenset(superiors), upward=False)
    return _doubts(graph, dict.fromkeys((*upward, *downward)))


def _along(graph: AccountabilityGraph, bodies: frozenset[str], *, upward: bool) -> Iterator[Dated]:
    """The bodies, the lines that start from them or reach them, and the other ends."""
    structure = graph.structure
    ends = set(bodies)
    for relation in structure.relations:
        start = relation.from_body if upward else relation.to_body
        if start in bodies and counts_as_line(structure, graph.standpoint, relation):
            ends |= {relation.from_body, relation.to_body}
            yield relation
    yield from (body for body in structure.bodies if body.id in ends)


def _doubts(graph: AccountabilityGraph, records: Iterable[Dated]) -> tuple[Doubt, ...]:
    found = (
        Doubt(record, edge, date)
        for record in records
        for edge in graph.standpoint.doubtful_dates(record)
        if (date := record.from_ if edge == "from" else record.until)
    )
    return tuple(sorted(found, key=_order))


def _order(doubt: Doubt) -> tuple[int, tuple[str, ...], str]:
    """Bodies first, then relations, then seats, each by what they are about."""
    record = doubt.record
    if isinstance(record, Body):
        return (0, (record.id,), doubt.edge)
    if isinstance(record, Relation):
        return (1, (*record.key, record.scope), doubt.edge)
    return (2, (record.body, record.role, *record.represents, *record.held_by), doubt.edge)
