"""Where the chains of a body stop short of an apex, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from govgraph.checks.footing import Footing
from govgraph.graph.accountability import AccountabilityGraph, Missing


class Reason(StrEnum):
    """Why a chain goes no further."""

    GAP = "a line is missing"
    NOBODY = "nobody above it"
    ITSELF = "answers only to itself"
    RING = "cycle"


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the shortest chain of a body stops.

    Attributes:
        at: the id of the body where it stops; of a ring, the one that is met first.
        reason: why it goes no further.
        towards: the id of the next body on the way there, or nothing where it stops at once.
        missing: the relations upward from `at` that make no line.
    """

    at: str
    reason: Reason
    towards: str = ""
    missing: tuple[Missing, ...] = ()


def find_stops(graph: AccountabilityGraph, footings: Mapping[str, Footing]) -> Mapping[str, Stop]:
    """The nearest stop of each body that no chain of lines brings to an apex.

    A ring is named only where a chain meets no other stop: whoever opened it would find nothing
    above.
    """
    lost = {
        body for body, arrives in zip(graph.table.ids, graph.arrives, strict=True) if not arrives
    }.intersection(footings)
    stops: dict[str, Stop] = {}
    for body in sorted(lost):
        if graph.missing.get(body):
            stops[body] = Stop(body, Reason.GAP, missing=graph.missing[body])
        elif not graph.superiors(body):
            alone = body in graph.lines_up
            stops[body] = Stop(body, Reason.ITSELF if alone else Reason.NOBODY)
    _spread(graph, lost, stops, tuple(stops))
    rings = [body for ring in graph.rings for body in ring if body in lost and body not in stops]
    stops.update((body, Stop(body, Reason.RING)) for body in rings)
    _spread(graph, lost, stops, rings)
    return stops


def follow(stops: Mapping[str, Stop], body: str, most: int) -> tuple[str, ...]:
    """The chain from a body to its stop, at most the first `most` bodies of it."""
    chain = [body]
    while len(chain) < most and stops[chain[-1]].towards:
        chain.append(stops[chain[-1]].towards)
    return tuple(chain)


def _spread(
    graph: AccountabilityGraph, lost: set[str], stops: dict[str, Stop], seeds: Iterable[str]
) -> None:
    """Tell everybody below `seeds` where their chains stop, the nearest stop first."""
    level = list(seeds)
    while level:
        below: list[str] = []
        for body in level:
            found = stops[body]
            for subordinate in graph.subordinates(body):
                if subordinate in lost and subordinate not in stops:
                    stops[subordinate] = Stop(found.at, found.reason, body, found.missing)
                    below.append(subordinate)
        level = sorted(below)
