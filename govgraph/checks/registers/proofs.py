"""What proves the findings of a register: the chains upward, and the further bodies touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.checks.wording import CHAIN_SHOWN
from govgraph.graph.upward import find_upward

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from govgraph.checks.registers.facts import RegisterFacts
    from govgraph.graph.columns import Rows


def climb_to_stop(found: RegisterFacts, place: int) -> list[int]:
    """The bodies upward from one of those found, as far as its stop or several superiors."""
    superior = found.graph.lines.superior
    chain, stop = [found.bodies.item(place)], found.stop.item(place)
    while chain[-1] != stop and len(chain) < CHAIN_SHOWN:
        above = superior.item(chain[-1])
        if above == chain[-1]:
            break
        chain.append(above)
    return chain


def climb_longest(found: RegisterFacts, place: int) -> list[int]:
    """The longest chain upward from one of those found; none if it leads through a ring."""
    graph, chain = found.graph, [found.bodies.item(place)]
    while len(chain) < CHAIN_SHOWN:
        above = graph.next_on_longest.item(chain[-1])
        if above == chain[-1]:
            return chain if len(chain) > graph.depths.item(chain[0]) else []
        chain.append(above)
    return chain


def find_superiors(found: RegisterFacts, places: Rows) -> list[list[int]]:
    """The superiors of some of those found."""
    at, above = find_upward(found.graph.unpresumed.lines, found.bodies[places])
    superiors: list[list[int]] = [[] for _ in places]
    for place, body in zip(at.tolist(), above.tolist(), strict=True):
        superiors[place].append(body)
    return superiors


CHAINS: Mapping[str, Callable[[RegisterFacts, int], Sequence[int]]] = {
    "GG102": climb_to_stop,
    "GG111": climb_longest,
}
"""What proves a finding of a rule, where the body it is about does not do so alone."""
OTHERS: Mapping[str, Callable[[RegisterFacts, Rows], list[list[int]]]] = {"GG105": find_superiors}
"""The further bodies that a finding of a rule touches."""
