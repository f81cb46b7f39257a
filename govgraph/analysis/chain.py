"""Upward from a body: every chain of account, how firm it is, and where it stops and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from govgraph.analysis.chain_search import ChainSearch, EndKind
from govgraph.analysis.current_successors import find_successors_of_ended
from govgraph.analysis.last_heard import LastHeard, find_last_heard_along
from govgraph.analysis.ties import Ties
from govgraph.analysis.uncertainty import Doubt, find_doubts_upward
from govgraph.graph.accountability import AccountabilityGraph, ExcludedRelation, Line
from govgraph.graph.answer import Answer
from govgraph.model.bodies import ApexBasis
from govgraph.model.sources import Basis

MOST_CHAINS = 1_000
MOST_STEPS = 1_000_000
"""Of all chains of one answer together, so that many long chains cannot fill the memory."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a chain ends short of an apex, and why.

    Attributes:
        body: the id of the last body that the chain reaches.
        because: why it goes no further, in words.
    """

    body: str
    because: str


@dataclass(frozen=True, slots=True)
class Chain:
    """One way upward from a body, line by line.

    Attributes:
        steps: the lines, from the body upward.
        apex: the id of the apex it reaches, or None.
        stop: where and why it stops short, or None.
        leaves: the id of the body outside at which it leaves these arrangements, or None.
        apex_basis: how it is known that accountability may end at the apex, where that is said.
    """

    steps: tuple[Line, ...]
    apex: str | None
    stop: Stop | None
    leaves: str | None = None
    apex_basis: ApexBasis | None = None

    @property
    def basis(self) -> Basis | None:
        """How firm the chain is: as firm as its weakest step; None where it has none."""
        return max((line.basis for line in self.steps), default=None)

    @property
    def bodies(self) -> tuple[str, ...]:
        """The ids along the chain; empty where it has no step."""
        return tuple(line.subordinate for line in self.steps[:1]) + tuple(
            line.superior for line in self.steps
        )


@dataclass(frozen=True, slots=True)
class Chains(Answer):
    """Every chain upward from a body.

    Attributes:
        body: the id of the body.
        chains: the chains, those that arrive first, then those that leave these arrangements; the
            firmest and shortest before others.
        not_counted: relations upward that were met on the way and make no line, with why.
        capped: whether there are more chains than were asked for.
        succeeded_by: ids of the bodies that stand in its place, where it has ended.
        doubts: the imprecise dates that decided what was counted.
        last_heard: what of the chains counts although a later paper is silent on it.
        ties: who sits on both of two bodies on the way, where that was asked.
    """

    body: str
    chains: tuple[Chain, ...]
    not_counted: tuple[ExcludedRelation, ...]
    capped: bool
    succeeded_by: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    last_heard: tuple[LastHeard, ...] = ()
    ties: Ties | None = None


def find_chains(graph: AccountabilityGraph, body: str, most: int = MOST_CHAINS) -> Chains:
    """Every chain of account upward from a body, at most `most`.

    A chain ends at the first apex it reaches: accountability may end there. It leaves these
    arrangements at the first body outside of which no chain reaches an apex. The body itself
    is an apex, or outside, or holds no line, where the one chain has no step.

    Args:
        graph: who answers to whom.
        body: the id of a body of the structure.
        most: the most chains to give.

    >>> from govgraph.model.structure import Structure
    >>> from govgraph.model.bodies import Body
    >>> from govgraph.model.relations import Relation
    >>> trust, hart = Body(id="trust", name="Trust", apex=True), Body(id="hart", name="Hart")
    >>> line = Relation(from_body="hart", kind="reports_to", to_body="trust")
    >>> structure = Structure(bodies=(trust, hart), relations=(line,))
    >>> graph = AccountabilityGraph(structure, structure.standpoint())
    >>> [chain.bodies for chain in find_chains(graph, "hart").chains]
    [('hart', 'trust')]
    """
    found: list[Chain] = []
    steps = 0
    capped = False
    for chain in _walk(graph, body):
        if len(found) >= most or steps > MOST_STEPS:
            capped = True
            break
        found.append(chain)
        steps += len(chain.steps)
    found.sort(key=order)
    lines = [line for chain in found for line in chain.steps]
    met_in_order = tuple(dict.fromkeys((body, *(line.superior for line in lines))))
    met = frozenset(met_in_order)
    missing = tuple(gap for id_ in sorted(met) for gap in graph.excluded.get(id_, ()))
    return Chains(
        body,
        tuple(found),
        missing,
        capped,
        find_successors_of_ended(graph, body),
        find_doubts_upward(graph, met),
        find_last_heard_along(graph, met_in_order, lines),
        graph=graph,
    )


class _End(NamedTuple):
    """The end of a chain: an apex, or where it stops, or where it leaves these arrangements."""

    apex: str | None = None
    stop: Stop | None = None
    leaves: str | None = None
    apex_basis: ApexBasis | None = None


def _walk(graph: AccountabilityGraph, body: str) -> Iterator[Chain]:
    """Chains upward, the firmest and shortest first."""
    ends = _ending(graph, body)
    if ends:
        yield Chain((), *ends)
        return
    found: dict[str, _End | None] = {}

    def find_end(id_: str) -> EndKind | None:
        found[id_] = end = _ending(graph, id_)
        if end is None:
            return None
        return EndKind.ARRIVES if end.apex else EndKind.LEAVES if end.leaves else EndKind.STOPS

    for way in ChainSearch(graph, body, find_end).walk():
        yield Chain(way.lines, *(found.get(way.body) or _comes_round(way.body)))


def _comes_round(body: str) -> _End:
    return _End(stop=Stop(body, "it comes round to a body of the same chain"))


def _ending(graph: AccountabilityGraph, body: str) -> _End | None:
    """The apex, the stop or the way out at which a chain ends at a body, if it ends there."""
    number, known = graph.table.number[body], graph.structure.body_by_id[body]
    if graph.table.apex[number]:
        return _End(body, apex_basis=known.apex_basis)
    if not graph.holds(body):
        said = graph.standpoint.format_presence(known)
        return _End(stop=Stop(body, f"the body is not there: {said}"))
    if known.outside and graph.leaves[number]:
        return _End(leaves=body)
    if body in graph.lines_up:
        return None
    gaps = sorted({str(gap.why) for gap in graph.excluded.get(body, ())})
    return _End(stop=Stop(body, "; ".join(gaps) or "nobody above it"))


def order(chain: Chain) -> tuple[int, Basis, int, tuple[str, ...], tuple[str, ...]]:
    """Chains that arrive before those that leave and that stop; then by firmness and length."""
    kinds = tuple(line.relation.kind for line in chain.steps)
    return (
        0 if chain.apex else 1 if chain.leaves else 2,
        chain.basis or Basis.STATED,
        len(chain.steps),
        chain.bodies,
        kinds,
    )
