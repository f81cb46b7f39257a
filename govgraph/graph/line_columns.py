"""Lines of account sorted in two: bodies with one superior, and the *heads* that have several.

Most bodies have one superior, so that one column of superiors says nearly everything; the lines of
the heads, a twentieth in a real register, are kept beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from govgraph.graph.blocks import find_own, look_up, mark, mark_others, write
from govgraph.graph.number_columns import find_beginnings, number_type
from govgraph.graph.pairs import lower_of, pair_up, upper_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from govgraph.graph.engine import ByteColumn, IntegerColumn

    Integers = NDArray[np.signedinteger]
    Flags = NDArray[np.bool_]
    Places = NDArray[np.intp]
    Rows = NDArray[np.integer]


class MultiSuperior(NamedTuple):
    """The bodies that have several superiors.

    Attributes:
        bodies: their numbers, ascending.
        first: the place of the first line of each.
        sizes: number of lines of each, which stand together.
    """

    bodies: Integers
    first: Places
    sizes: Places


@dataclass(frozen=True, eq=False)
class Lines:
    """Distinct lines between different bodies.

    Attributes:
        superior: for each body its only superior; itself where it has none, or several.
        froms: the head at the lower end of each line of a head, in ascending order.
        tos: its superior at the upper end, ascending within one head.
    """

    superior: Integers
    froms: Integers
    tos: Integers

    @property
    def count(self) -> int:
        """Number of bodies."""
        return len(self.superior)

    @cached_property
    def without_single(self) -> Flags:
        """For each body whether it has no superior, or several."""
        return find_own(self.superior)

    @cached_property
    def answering(self) -> Flags:
        """For each body whether it has a superior."""
        answering = ~self.without_single
        mark(answering, self.froms)
        return answering

    @cached_property
    def answered(self) -> Flags:
        """For each body whether it is the only superior of another."""
        return mark_others(self.superior, self.without_single)

    @cached_property
    def multi_superior(self) -> MultiSuperior:
        """The bodies that have several superiors."""
        first = np.flatnonzero(find_beginnings(self.froms))
        sizes = np.diff(np.append(first, len(self.froms)))
        return MultiSuperior(self.froms.take(first), first, sizes)


def as_integers(column: IntegerColumn, count: int) -> Integers:
    """A column of numbers of so many bodies as NumPy sees it, without a copy where it can be."""
    return np.asarray(column, dtype=number_type(count))


def as_flags(column: ByteColumn) -> Flags:
    """The bytes as a column of true and false."""
    if isinstance(column, np.ndarray):
        return column.astype(np.bool_, copy=False)
    return np.frombuffer(bytes(column), dtype=np.int8).astype(np.bool_)


def sort_lines(count: int, froms: Integers, tos: Integers) -> Lines:
    """Set the lines of heads apart, duplicates and lines to oneself left out.

    No sort of all lines is needed: write every line into one column of superiors, and those that
    another has overwritten show which bodies have several.
    """
    superior = np.arange(count, dtype=number_type(count))
    write(superior, froms, tos)
    overwritten = np.flatnonzero(look_up(superior, froms) != tos)
    several = np.zeros(count, dtype=np.bool_)
    several[froms.take(overwritten)] = True
    multi_superior = np.flatnonzero(several)  # the line of each that was written last still stands
    lower = np.concatenate([froms.take(overwritten), multi_superior])
    upper = np.concatenate([tos.take(overwritten), superior.take(multi_superior)])
    keys = np.sort(pair_up(lower, upper))
    own = lower == upper
    if own.any():  # whoever has one line besides that to itself is no head
        keys = keys[lower_of(keys) != upper_of(keys)]
    keys = keys.compress(find_beginnings(keys))
    lowers = lower_of(keys).astype(superior.dtype)
    uppers = upper_of(keys).astype(superior.dtype)
    if own.any():
        beginnings = find_beginnings(lowers)
        alone = beginnings.copy()
        alone[:-1] &= beginnings[1:]
        superior[lowers[alone]] = uppers[alone]
        lowers, uppers = lowers[~alone], uppers[~alone]
    superior[lowers] = lowers
    return Lines(superior, lowers, uppers)


def count_superiors(lines: Lines) -> Integers:
    """Number of distinct superiors of each body."""
    counts = (~lines.without_single).astype(lines.superior.dtype)
    counts[lines.multi_superior.bodies] = lines.multi_superior.sizes
    return counts


def count_subordinates(lines: Lines) -> Integers:
    """Number of distinct direct subordinates of each body."""
    counts = np.bincount(lines.superior, minlength=lines.count)
    counts += np.bincount(lines.tos, minlength=lines.count)
    counts -= lines.without_single
    return counts.astype(lines.superior.dtype)
