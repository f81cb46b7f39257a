"""A register at a glance: its bodies in a few groups, and the lines of account between these.

Every body is in one group or in none, so that a million of them are counted in a few passes over
columns. A group of one body is that body.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from govgraph.graph.line_columns import Flags, Integers
    from govgraph.registers.graph.register_graph import RegisterGraph
    from govgraph.registers.reading.categorical import Words
    from govgraph.registers.reading.register import Register

MOST = 36
"""Groups that are told apart; the smallest beyond these are one more together."""
NONE = -1


@dataclass(frozen=True, slots=True)
class Group:
    """Some bodies that have something in common.

    Attributes:
        words: their kind, area or tier, in the order of `Grouping.by`; empty for the rest.
        bodies: number of them.
        apexes: number of those where accountability may end.
        marked: number of those that the caller has marked.
        within: number of lines between two of them.
        body: the row of the body, where it is one; else NONE.
        steps: below the body that is looked at, so many steps; above it, fewer than none.
    """

    words: tuple[str, ...]
    bodies: int
    apexes: int = 0
    marked: int = 0
    within: int = 0
    body: int = NONE
    steps: int = 0


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines of account from the bodies of one group to those of another, by place of the group."""

    lower: int
    upper: int
    lines: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Groups of bodies, and what flows between them.

    Attributes:
        by: what bodies of one group have in common: `kind`, `area`, `tier`.
        groups: the largest first, those too small to be told apart last.
        flows: from the group that answers, the largest first.
        left_out: number of bodies that hold and are in no group.
    """

    by: tuple[str, ...]
    groups: tuple[Group, ...]
    flows: tuple[Flow, ...]
    left_out: int


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """Which group each body is in.

    Attributes:
        by: what its bodies have in common.
        groups: what is known of each before anything is counted.
        of: for each body the place of its group, or NONE.
    """

    by: tuple[str, ...]
    groups: tuple[Group, ...]
    of: Integers


def find_overview(graph: RegisterGraph, grouping: Grouping, marked: Flags) -> Overview:
    """The groups with their counts.

    Args:
        graph: who answers to whom.
        grouping: which group each body is in.
        marked: bodies to be counted besides.
    """
    of, count = grouping.of, len(grouping.groups)
    sizes, apexes, marks = (
        np.bincount(of[flags & (of != NONE)], minlength=count).tolist()
        for flags in (graph.present, graph.apex, marked & graph.present)
    )
    lower, upper = of[graph.froms], of[graph.tos]
    counted = (lower != NONE) & (upper != NONE) & (graph.froms != graph.tos)
    pairs = lower[counted].astype(np.int64) * count + upper[counted]
    lines = np.bincount(pairs, minlength=count * count).reshape(count, count)
    groups = [
        Group(group.words, size, apex, mark, int(lines[place, place]), group.body, group.steps)
        for place, (group, size, apex, mark) in enumerate(
            zip(grouping.groups, sizes, apexes, marks, strict=True)
        )
    ]
    flows = [
        Flow(low, up, int(lines[low, up])) for low, up in np.argwhere(lines).tolist() if low != up
    ]
    flows.sort(key=lambda flow: (-flow.lines, flow.lower, flow.upper))
    left_out = int(np.count_nonzero(graph.present & (of == NONE)))
    return Overview(grouping.by, tuple(groups), tuple(flows), left_out)


def group_by(register: Register, by: Sequence[str], chosen: Flags) -> Grouping:
    """Bodies by what stands in some columns; a column that is not there says nothing of any.

    Args:
        register: where they are.
        by: `kind`, `area` or `tier`.
        chosen: bodies to be grouped; the others are in no group.
    """
    columns = [find_words(register, column) for column in by]
    codes = np.zeros(len(register.bodies), dtype=np.int64)
    for column in columns:
        codes = codes * len(column.values) + column.codes
    there, counts = _count(codes[chosen])
    order = sorted(range(len(there)), key=lambda place: (-counts[place], place))
    apart = order if len(order) <= MOST else order[: MOST - 1]
    groups = [Group(_spell(there[place], columns), 0) for place in apart]
    place_of = np.full(len(there), len(apart), dtype=np.int32)
    place_of[apart] = np.arange(len(apart))
    if len(apart) < len(order):
        groups.append(Group((), 0))
    of = np.full(len(codes), NONE, dtype=np.int32)
    of[chosen] = place_of[np.searchsorted(there, codes[chosen])]
    return Grouping(tuple(by), tuple(groups), of)


def find_words(register: Register, column: str) -> Words:
    """A column of the bodies as words; of one that is not there the empty word for every body."""
    from govgraph.registers.reading.categorical import Words

    bodies = register.bodies
    words = bodies.kinds if column == "kind" else bodies.words(column)
    return words or Words(("",), np.zeros(len(bodies), dtype=np.int32))


def _count(codes: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every code once, ascending, and how often it stands there."""
    from govgraph.graph.number_columns import find_beginnings

    ordered = np.sort(codes)
    starts = np.flatnonzero(find_beginnings(ordered))
    return ordered[starts], np.diff(np.append(starts, len(ordered)))


def _spell(code: int, columns: Sequence[Words]) -> tuple[str, ...]:
    """The words of a code that is made of those of several columns."""
    words = []
    for column in reversed(columns):
        code, own = divmod(int(code), len(column.values))
        words.append(column.values[own])
    return tuple(reversed(words))
