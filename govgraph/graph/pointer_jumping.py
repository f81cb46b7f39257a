"""Chains of single superiors followed to their ends by pointer doubling.

Each body has a pointer, first at its superior. In one round every pointer moves on to where the
pointer of the body it stands at stands, so that a chain of a million steps is followed in twenty
rounds.

A pointer has arrived when it stands at an *end*. Whether it still moves says nothing: on a cycle of
two or four it returns to where it was, and looks settled while it is not. On a cycle without an end
it never arrives, so that the rounds are counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph.blocks import find_own, look_up, take_over, write
from govgraph.graph.number_columns import find_distinct

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from govgraph.graph.line_columns import Flags, Integers

    Places = NDArray[np.intp]
    Amounts = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class ChainEnds:
    """Where every chain of single superiors ends, and how far that is.

    Attributes:
        chain_ends: the end of each body's chain.
        cuts: the ends that were added: the first body of every cycle that had none.
        answered: who is the superior of another, if it is no end.
    """

    chain_ends: Integers
    cuts: Places
    answered: Flags
    _superior: Integers

    @cached_property
    def steps(self) -> Integers:
        """Number of steps to the end of each body's chain; many a question needs none of them."""
        return _count_steps(_stop_at(self.cuts, self._superior), self.answered)


def follow(superior: Integers, ends: Flags, answered: Flags) -> ChainEnds:
    """Follow every chain of single superiors to its end.

    Args:
        superior: the single superior of every body; of a body at which chains end, itself.
        ends: where they end, which is where a body is its own superior.
        answered: who is the superior of another: a quarter of a register, and all that there is
            to follow, as the rest takes over from these.
    """
    chain_ends, inner, pointers = _narrow(superior, answered)
    inner_tops, cuts = _find_tops(pointers, ends.take(inner))
    write(chain_ends, inner, look_up(inner, inner_tops))
    take_over(chain_ends, superior)
    return ChainEnds(chain_ends, inner.take(cuts).astype(np.intp), answered, superior)


def _narrow(superior: Integers, answered: Flags) -> tuple[Integers, Integers, Integers]:
    """The bodies that somebody answers to, numbered by themselves.

    Returns:
        A column of all bodies with the new number of each of these; theirs as they are; and the
        superior of each by its new number.
    """
    inner = np.flatnonzero(answered).astype(superior.dtype)
    column = np.arange(len(superior), dtype=superior.dtype)
    write(column, inner, np.arange(len(inner), dtype=superior.dtype))
    return column, inner, look_up(column, superior.take(inner))


def follow_again(climb: ChainEnds, superior: Integers, ends: Flags, more: Places) -> ChainEnds:
    """The same where chains end at some more bodies: only those below these are followed anew.

    Args:
        climb: where chains ended.
        superior: the single superior of every body.
        ends: where they ended, cut cycles included.
        more: the bodies at which they end as well.
    """
    count = len(superior)
    marked = np.zeros(count, dtype=np.bool_)
    marked[climb.chain_ends.take(more)] = True
    some = np.flatnonzero(
        look_up(marked, climb.chain_ends)
    )  # all that ended where one of these did
    place = np.empty(count, dtype=superior.dtype)
    place[some] = np.arange(len(some), dtype=superior.dtype)
    ends_there = ends.take(some)
    ends_there[place.take(more)] = True
    standing = np.flatnonzero(ends_there)
    near = _stop_at(standing, place.take(superior.take(some)))
    part = follow(near, ends_there, climb.answered.take(some))
    chain_ends = climb.chain_ends.copy()
    chain_ends[some] = some.take(part.chain_ends)
    stopped = _stop_at(np.concatenate([climb.cuts, more]), superior)
    return ChainEnds(chain_ends, climb.cuts, climb.answered, stopped)


def _stop_at(ends: Places, superior: Integers) -> Integers:
    """The superiors where chains end at some bodies as well."""
    if not len(ends):
        return superior
    stopped = superior.copy()
    stopped[ends] = ends
    return stopped


def _find_tops(superior: Integers, ends: Flags) -> tuple[Integers, Places]:
    """The ends of bodies that somebody answers to, and where cycles of them were cut.

    Where it cuts, `ends` says so afterwards.
    """
    chain_ends = _double(superior, ends)
    lost = np.flatnonzero(~look_up(ends, chain_ends))
    if not len(lost):
        return chain_ends, np.empty(0, dtype=np.intp)
    cuts = _open_cycles(superior, find_distinct(chain_ends.take(lost)))
    ends[cuts] = True
    chain_ends[lost] = superior.take(lost)  # the lost start anew; above them all are lost
    chain_ends[cuts] = cuts
    _double_some(chain_ends, ends, lost, _rounds(len(chain_ends)))
    return chain_ends, cuts


def _double(superior: Integers, ends: Flags) -> Integers:
    """Pointers after as many rounds as any chain needs; an end stands at itself.

    What stands on a cycle without an end, or below one, stands on that cycle afterwards, and every
    body of the cycle has a pointer at it.
    """
    chain_ends = superior.copy()
    for rounds in range(_rounds(len(chain_ends)), 0, -1):
        under_way = ~look_up(ends, chain_ends)
        if 4 * np.count_nonzero(under_way) <= len(chain_ends):
            _double_some(chain_ends, ends, np.flatnonzero(under_way), rounds)
            break
        chain_ends = look_up(chain_ends, chain_ends)
    return chain_ends


def _rounds(count: int) -> int:
    """As many as follow any chain of so many bodies: two to this power is past its end."""
    return count.bit_length() + 1


def _double_some(chain_ends: Integers, ends: Flags, moving: Places, rounds: int) -> None:
    """The last rounds, in place, for the few bodies whose pointers still move."""
    for _ in range(rounds):
        at = chain_ends.take(moving)
        under_way = ~ends.take(at)
        if not under_way.all():
            moving, at = moving.compress(under_way), at.compress(under_way)
        if not len(moving):
            break
        chain_ends[moving] = chain_ends.take(at)


def _count_steps(superior: Integers, answered: Flags) -> Integers:
    """The steps to each body's end, every cycle having one: a pointer brings those it went past."""
    known, inner, pointers = _narrow(superior, answered)
    ends = find_own(pointers)
    near = (~ends).astype(superior.dtype)
    moving = np.flatnonzero(~look_up(ends, pointers))
    while len(moving):
        at = pointers.take(moving)
        near[moving] += near.take(at)
        pointers[moving] = at = pointers.take(at)
        moving = moving.compress(~ends.take(at))
    write(known, inner, near)
    steps = look_up(known, superior)
    steps += 1
    steps[find_own(superior)] = 0
    return steps


def _open_cycles(superior: Integers, members: Integers) -> Places:
    """The first body of every cycle of single superiors, given all bodies on such cycles."""
    pointers = np.searchsorted(members, superior[members])
    first = members.copy()
    for _ in range(len(members).bit_length()):
        first = np.minimum(first, first[pointers])
        pointers = pointers[pointers]
    cuts: Places = members[first == members].astype(np.intp)
    return cuts


def add_up(pointers: Places, root: int, amounts: Amounts) -> Amounts:
    """The amount of each body and of all below it, in a tree of pointers towards `root`.

    Each round hands what a body has gathered to the body twice as far up as before.

    Args:
        pointers: the next body towards the root; the root's stands at itself.
        root: where every pointer leads.
        amounts: what each body counts for; the sum at the root is not made.
    """
    moving = np.flatnonzero(pointers != root)
    while len(moving):
        gathered = np.bincount(pointers[moving], weights=amounts[moving], minlength=len(amounts))
        amounts = amounts + gathered.astype(np.int64)  # exact: far below 2 ** 53
        onward = pointers.copy()
        onward[moving] = pointers[pointers[moving]]
        pointers = onward
        moving = moving[pointers[moving] != root]
    return amounts
