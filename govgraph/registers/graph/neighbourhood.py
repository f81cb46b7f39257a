"""What is near one body of a register: those above it singly, those below it in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph.number_columns import find_distinct
from govgraph.registers.graph.overview import NONE, Group, Grouping, find_words

if TYPE_CHECKING:
    from govgraph.graph.line_columns import Integers
    from govgraph.registers.graph.register_graph import RegisterGraph

SINGLY = 12
"""Bodies of one level that are shown one by one; where there are more they are grouped by kind."""
KINDS = 8
"""Kinds of one level that are told apart."""


def group_near(graph: RegisterGraph, body: int, up: int, down: int) -> Grouping:
    """A body, those it answers to in so many steps, and those who answer to it.

    Args:
        graph: who answers to whom.
        body: its row.
        up: steps upward.
        down: steps downward.
    """
    levels = [(0, np.array([body], dtype=graph.froms.dtype))]
    levels += [(-step, level) for step, level in _climb(graph.froms, graph.tos, body, up)]
    levels += [(step, level) for step, level in _climb(graph.tos, graph.froms, body, down)]
    of = np.full(len(graph), NONE, dtype=np.int32)
    groups: list[Group] = []
    for steps, level in levels:
        fresh = level[(of[level] == NONE) & graph.present[level]]
        if len(fresh) <= SINGLY:
            of[fresh] = np.arange(len(groups), len(groups) + len(fresh))
            groups += [Group((), 1, body=row, steps=steps) for row in fresh.tolist()]
        else:
            groups += _gather(graph, fresh, of, len(groups), steps)
    return Grouping(("kind",), tuple(groups), of)


def _climb(starts: Integers, ends: Integers, body: int, most: int) -> list[tuple[int, Integers]]:
    """The bodies that lines lead to from one, step by step, each where it is met first."""
    met = np.zeros(int(max(starts.max(initial=0), ends.max(initial=0), body)) + 1, dtype=np.bool_)
    met[body] = True
    fresh = met.copy()
    found = []
    for step in range(1, most + 1):
        onward = ends[fresh.take(starts)]
        level = find_distinct(onward[~met[onward]])
        if not len(level):
            break
        found.append((step, level))
        met[level] = True
        fresh = np.zeros_like(met)
        fresh[level] = True
    return found


def _gather(
    graph: RegisterGraph, bodies: Integers, of: Integers, first: int, steps: int
) -> list[Group]:
    """The bodies of one level by kind; `of` is written in place."""
    words = find_words(graph.register, "kind")
    codes = words.codes[bodies]
    counts = np.bincount(codes, minlength=len(words.values))
    order = sorted(np.flatnonzero(counts).tolist(), key=lambda code: (-counts[code], code))
    apart = order if len(order) <= KINDS else order[: KINDS - 1]
    place_of = np.full(len(words.values), first + len(apart), dtype=np.int32)
    place_of[apart] = np.arange(first, first + len(apart))
    of[bodies] = place_of[codes]
    groups = [Group((words.values[code],), 0, steps=steps) for code in apart]
    return groups if len(apart) == len(order) else [*groups, Group((), 0, steps=steps)]
