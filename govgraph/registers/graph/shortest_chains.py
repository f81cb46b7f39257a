"""Ten thousand chains at once: the shortest chain upward of each of many bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph.number_columns import find_firsts, number_type
from govgraph.graph.pairs import pair_up
from govgraph.graph.upward import find_upward

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from govgraph.graph.line_columns import Flags, Integers
    from govgraph.registers.graph.register_graph import RegisterGraph
    from govgraph.registers.reading.mapped_texts import Texts

    Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class ShortestChains:
    """The shortest chain upward from each of many bodies to an apex.

    Attributes:
        asked: the bodies asked about.
        arrives: whether a chain of each arrives; one that does not has no bodies here.
        starts: where each chain begins in `bodies`; one more than there are chains.
        bodies: the bodies of all chains, each from the body asked about to the apex; by number, as
            everywhere here.
        ids: the identifier of every body of the register, by its number.
    """

    asked: Integers
    arrives: Flags
    starts: Places
    bodies: Integers
    ids: Texts

    def chain(self, place: int) -> Integers:
        """The bodies on the chain of the body asked about in that place."""
        return self.bodies[self.starts[place] : self.starts[place + 1]]

    def chain_ids(self, place: int) -> tuple[str, ...]:
        """The same by their identifiers; none where no chain arrives."""
        return tuple(self.ids.gather(self.chain(place)))

    @property
    def steps(self) -> Integers:
        """Number of steps of each chain; -1 where none arrives."""
        return (np.diff(self.starts) - 1).astype(self.bodies.dtype)


def find_shortest_chains(graph: RegisterGraph, asked: Integers) -> ShortestChains:
    """The shortest chain of each body; of several equally short, through the lowest rows.

    All are climbed together, step by step, so that it takes as many rounds as the longest has
    steps, however many there are.
    """
    lines = graph.lines
    questions = np.flatnonzero(graph.arrives[asked])
    numbers = number_type(len(graph))
    bodies, before = asked[questions].astype(numbers), np.full(len(questions), -1, dtype=np.intp)
    rounds: list[tuple[Integers, Places]] = []
    ends: list[tuple[Places, Places, int]] = []
    open_ = np.ones(len(asked), dtype=np.bool_)
    while len(questions):  # only through bodies that arrive, so that no cycle is climbed for ever
        rounds.append((bodies, before))
        hits = np.flatnonzero(graph.apex[bodies])
        first = find_firsts(questions[hits])
        won = questions[hits[first]]
        if len(won):
            ends.append((won, hits[first], len(rounds) - 1))
        open_[won] = False
        climbing = np.flatnonzero(open_[questions])
        lower, bodies = find_upward(lines, bodies[climbing])
        before = climbing[lower]
        keys = pair_up(questions[before], bodies)
        fresh = find_firsts(keys)
        fresh = fresh[graph.arrives[bodies[fresh]]]
        before, bodies = before[fresh], bodies[fresh]
        questions = questions[before]
    return _write_down(asked, rounds, ends, graph.register.bodies.ids)


def _write_down(
    asked: Integers,
    rounds: list[tuple[Integers, Places]],
    ends: list[tuple[Places, Places, int]],
    ids: Texts,
) -> ShortestChains:
    """Every chain from its foot to its apex, walked back from the top."""
    sizes = np.zeros(len(asked), dtype=np.intp)
    for won, _, steps in ends:
        sizes[won] = steps + 1
    starts = np.concatenate([[0], np.cumsum(sizes)])
    bodies = np.empty(int(starts[-1]), dtype=number_type(len(ids)))
    for won, at, steps in ends:
        places = at
        for step in range(steps, -1, -1):
            there, before = rounds[step]
            bodies[starts[won] + step] = there[places]
            places = before[places]
    return ShortestChains(asked, sizes > 0, starts, bodies, ids)
