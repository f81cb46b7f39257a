"""Single points of failure at any size, exactly: the tree of dominators, from the heads.

The dominator of a body is the nearest place that all its chains pass. With one superior it is
that superior; for a head it is the nearest place common to all its superiors' dominators. Heads
are answered from the top down, layer by layer; only those on cycles, or above one, go to plain
Python (`dominators`). A body's dependants are all that stand below it in the tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph import plain
from govgraph.graph.blocks import cut_blocks, look_up, mark, write
from govgraph.graph.contracted_chains import contract
from govgraph.graph.dominators import find_dominators
from govgraph.graph.multi_superior import ROUNDS
from govgraph.graph.number_columns import find_beginnings
from govgraph.graph.pointer_jumping import add_up

if TYPE_CHECKING:
    from govgraph.graph.contracted_chains import ContractedChains
    from govgraph.graph.line_columns import Flags, Integers
    from govgraph.graph.pointer_jumping import Places

DEEP = 1_000
"""Steps from which climbing in rounds costs more than plain Python does."""


def count_dependants(arrived: Flags, froms: Integers, tos: Integers, apex: Flags) -> Integers:
    """How many other bodies reach an apex now and would not without this one.

    Args:
        arrived: the bodies that arrive.
        froms: lines between bodies that arrive, none of them from an apex.
        tos: their superiors.
        apex: where chains arrive.
    """
    count = len(arrived)
    tree = grow_tree(contract(count, froms, tos), apex)
    if tree is None:
        given = plain.dependants(count, froms, tos, bytearray(apex))
        return np.asarray(given, dtype=froms.dtype)
    return _count_below(tree, arrived)


def _count_below(tree: Integers, arrived: Flags) -> Integers:
    """How many bodies that arrive stand below each in a tree, whose root is its last place.

    A body that nobody stands below adds one to the next: only the others, a third of a register,
    have to be followed up the tree.
    """
    met = np.zeros(len(tree), dtype=np.bool_)
    mark(met, tree)
    inner = np.flatnonzero(met).astype(tree.dtype)
    place = np.zeros(len(tree), dtype=tree.dtype)
    write(place, inner, np.arange(len(inner), dtype=tree.dtype))
    amounts = np.append(arrived, False).take(inner).astype(np.int64)
    for rows in cut_blocks(len(arrived)):
        leaves = tree[rows].compress(arrived[rows] & ~met[rows])
        np.add.at(amounts, place.take(leaves).astype(np.intp), 1)
    sizes = add_up(look_up(place, tree.take(inner)).astype(np.intp), len(inner) - 1, amounts)
    found = np.zeros(len(tree), dtype=tree.dtype)
    found[inner] = np.maximum(sizes - 1, 0)
    return found[:-1]


def grow_tree(chains: ContractedChains, apex: Flags) -> Integers | None:
    """The dominator of each body, `count` standing above every apex; None if too deep."""
    count = chains.lines.count
    superior = chains.lines.superior
    tree = np.append(superior, superior.dtype.type(count))
    tree[:count][chains.ends] = count
    depth = np.ones(count, dtype=tree.dtype)  # of ends in the tree; true of apexes from the start
    layers, core = _peel(count, chains.froms, chains.chain_ends[chains.tos])
    if len(core):
        _place_core(chains, core, apex, tree, depth)
    for lines in reversed(layers):
        layer = lines[np.argsort(chains.froms[lines], kind="stable")]
        starts = np.flatnonzero(find_beginnings(chains.froms[layer]))
        multi_superior, sizes = chains.froms[layer[starts]], np.diff(np.append(starts, len(layer)))
        at = chains.tos[layer]
        steps = depth[chains.chain_ends[at]] + chains.steps[at]
        if steps.max() > DEEP:
            return None
        tree[multi_superior], depth[multi_superior] = _find_meetings(tree, at, steps, starts, sizes)
    return tree


def _peel(count: int, froms: Integers, chain_ends: Integers) -> tuple[list[Places], Places]:
    """Numbers of the lines by layers of heads, lowest first, and those on cycles or above one."""
    layers = []
    lines = np.arange(len(froms))
    needed = np.zeros(count, dtype=np.bool_)
    for _ in range(ROUNDS):
        needed[chain_ends[lines]] = True
        free = ~needed[froms[lines]]
        needed[chain_ends[lines]] = False
        if not free.any():
            break
        layers.append(lines[free])
        lines = lines[~free]
    return layers, lines


def _place_core(
    chains: ContractedChains, core: Places, apex: Flags, tree: Integers, depth: Integers
) -> None:
    """Write the dominators of the heads of these lines, in place, and their depths in the tree."""
    near = set(chains.froms[core].tolist())
    for body in chains.tos[core].tolist():
        while body not in near:
            near.add(body)
            body = chains.lines.superior.item(body)  # noqa: PLW2901 - the climb is the point
    bodies = np.array(sorted(near), dtype=tree.dtype)
    single = bodies[~chains.ends[bodies]]
    froms = np.concatenate([single, chains.froms[core]])
    tos = np.concatenate([chains.lines.superior[single], chains.tos[core]])
    order, dominators = find_dominators(
        len(bodies),
        np.searchsorted(bodies, froms),
        np.searchsorted(bodies, tos),
        bytearray(apex[bodies]),
    )
    steps = [0] * len(order)
    for number in range(1, len(order)):
        steps[number] = steps[dominators[number]] + 1
    places = np.append(bodies, len(apex))[order]  # -1, above every apex, reads the last
    tree[places] = places[dominators]
    depth[places[1:]] = steps[1:]


def _find_meetings(
    tree: Integers, at: Integers, steps: Integers, starts: Places, sizes: Places
) -> tuple[Integers, Integers]:
    """Climb the tree from several places until each group stands in one.

    Args:
        tree: the next place up.
        at: where each climber stands; those of one group stand together.
        steps: its depth in the tree.
        starts: where each group begins.
        sizes: number of climbers in it.

    Returns:
        For each group the place, and the depth of what hangs from it.
    """
    while True:
        climbing = steps > np.minimum.reduceat(steps, starts).repeat(sizes)
        if not climbing.any():
            apart = at != at[starts].repeat(sizes)
            climbing = np.logical_or.reduceat(apart, starts).repeat(sizes)
            if not climbing.any():
                return at[starts], steps[starts] + 1
        at = np.where(climbing, tree[at], at)
        steps = steps - climbing
