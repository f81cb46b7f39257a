"""What proves the findings of a register: the chains upward, and the further bodies touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.checks.chain_breaks import CHAIN_SHOWN
from govgraph.graph.upward import find_upward
from govgraph.registers.graph.body_lists import Lists, gather_lists

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govgraph.graph.line_columns import Integers, Rows
    from govgraph.registers.rules.facts import RegisterFacts

    Prove = Callable[[RegisterFacts, Rows], Lists]


def climb_to_stops(found: RegisterFacts, places: Rows) -> Lists:
    """The bodies upward from some of those found, as far as its stop or several superiors."""
    return _climb(found.bodies[places], found.graph.lines.superior, found.stop[places])


def climb_longest(found: RegisterFacts, places: Rows) -> Lists:
    """The longest chain upward from some of those found; none if it leads through a ring."""
    graph, bodies = found.graph, found.bodies[places]
    lists = _climb(bodies, graph.next_on_longest)
    whole = (lists.sizes > graph.depths.take(bodies)) | (lists.sizes >= CHAIN_SHOWN)
    return Lists(np.where(whole, lists.sizes, 0), lists.bodies[whole.repeat(lists.sizes)])


def _climb(bodies: Integers, superior: Integers, stops: Integers | None = None) -> Lists:
    """Step by step from each body to its superior, as far as a stop or one without, all at once."""
    places, at = np.arange(len(bodies)), bodies
    steps = [(places, at)]
    for _ in range(CHAIN_SHOWN - 1):
        above = superior.take(at)
        going = above != at
        if stops is not None:
            going &= at != stops.take(places)
        places, at = places.compress(going), above.compress(going)
        if not len(at):
            break
        steps.append((places, at))
    every, all_ = (np.concatenate(column) for column in zip(*steps, strict=True))
    return gather_lists(len(bodies), every, all_)


def find_superiors(found: RegisterFacts, places: Rows) -> Lists:
    """The superiors of some of those found."""
    at, above = find_upward(found.graph.unpresumed.lines, found.bodies[places])
    return gather_lists(len(places), at, above)


CHAINS: Mapping[str, Callable[[RegisterFacts, Rows], Lists]] = {
    "GG102": climb_to_stops,
    "GG111": climb_longest,
}
"""What proves a finding of a rule, where the body it is about does not do so alone."""
OTHERS: Mapping[str, Prove] = {"GG105": find_superiors}
"""The further bodies that a finding of a rule touches."""
