"""Chains of single superiors followed to their ends by pointer doubling.

Each body carries one word of 64 bits: the body its pointer stands at (low half) and the steps it
took to get there (high half). In one round every pointer takes over the pointer of the body it
stands at, so that a chain of a million steps is followed in twenty rounds.

A pointer has arrived when it stands at an *end*. Whether it still moves says nothing: on a ring of
two or four it returns to where it was, and looks settled while it is not. On a ring without an end
it never arrives, so that the rounds are counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph.distinct import find_distinct

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from govgraph.graph.columns import Flags, Integers

    Words = NDArray[np.int64]
    Places = NDArray[np.intp]

STEPS = 32
"""Bits to the left of which a word counts steps."""
ONE_STEP = np.int64(1 << STEPS)
LOW_HALF = np.int64((1 << STEPS) - 1)
HIGH_HALF = ~LOW_HALF


@dataclass(frozen=True, eq=False)
class Climb:
    """Where every chain of single superiors ends, and how far that is.

    Attributes:
        tops: the end of each body's chain.
        cuts: the ends that were added: the first body of every ring that had none.
    """

    tops: Integers
    cuts: Places
    _count_steps: Callable[[], Integers]

    @cached_property
    def steps(self) -> Integers:
        """Number of steps to the end of each body's chain; many a question needs none of them."""
        return self._count_steps()


def follow(superior: Integers, ends: Flags) -> Climb:
    """Follow every chain of single superiors to its end.

    Args:
        superior: the single superior of every body; of a body without one, itself.
        ends: where chains end; every body without a superior is an end.
    """
    count = len(superior)
    above = superior.astype(np.intp)  # what NumPy looks up by: said once, not at every look
    answered_to = np.zeros(count, dtype=np.bool_)
    answered_to[above] = True
    inner = np.flatnonzero(answered_to)  # a quarter of a register; the rest takes over from it
    known = np.empty(count, dtype=np.int32)
    known[inner] = np.arange(len(inner), dtype=np.int32)
    words, cuts = _follow_inner(known.take(above.take(inner)), ends.take(inner))
    known[inner] = inner.take(words & LOW_HALF)
    tops = known.take(above)
    cuts = inner.take(cuts)
    # An end stands at itself by now where that is its superior; the few others are put there.
    early = np.flatnonzero(ends & (superior != np.arange(count, dtype=np.int32)))
    tops[early] = early

    def count_steps() -> Integers:
        known = np.zeros(count, dtype=np.int32)
        known[inner] = words >> STEPS
        steps = known.take(superior) + np.int32(1)
        steps[ends] = 0
        steps[cuts] = 0
        return steps

    return Climb(tops, cuts, count_steps)


def follow_again(climb: Climb, superior: Integers, ends: Flags, more: Places) -> Climb:
    """The same where chains end at some more bodies: only those below these are followed anew.

    Args:
        climb: where chains ended.
        superior: the single superior of every body.
        ends: where they ended, cut rings included.
        more: the bodies at which they end as well.
    """
    count = len(superior)
    marked = np.zeros(count, dtype=np.bool_)
    marked[climb.tops.take(more)] = True
    some = np.flatnonzero(marked.take(climb.tops))  # all that ended where one of these did
    place = np.empty(count, dtype=np.int32)
    place[some] = np.arange(len(some), dtype=np.int32)
    ends_there = ends.take(some)
    ends_there[place.take(more)] = True
    part = follow(place.take(superior.take(some)), ends_there)
    tops = climb.tops.copy()
    tops[some] = some.take(part.tops)

    def count_steps() -> Integers:
        steps = climb.steps.copy()
        steps[some] = part.steps
        return steps

    return Climb(tops, climb.cuts, count_steps)


def _follow_inner(superior: Integers, ends: Flags) -> tuple[Words, Places]:
    """The words of bodies that somebody answers to, and where rings of them were cut."""
    words = _double(superior, ends)
    lost = np.flatnonzero(~ends.take(words & LOW_HALF))
    if not len(lost):
        return words, np.empty(0, dtype=np.intp)
    cuts = _open_rings(superior, find_distinct(words.take(lost) & LOW_HALF))
    ends[cuts] = True
    words[lost] = superior.take(lost) | ONE_STEP  # the lost start anew; above them all are lost
    words[cuts] = cuts
    _double_some(words, ends, lost, _rounds(len(words)))
    return words, cuts


def _double(superior: Integers, ends: Flags) -> Words:
    """Words after as many rounds as any chain needs; an end stands at itself, no step taken.

    What stands on a ring without an end, or below one, stands on that ring afterwards, and every
    body of the ring has a pointer at it.
    """
    words = np.where(ends, np.arange(len(ends)), superior | ONE_STEP)
    tops = np.empty(len(words), dtype=np.intp)
    onward = np.empty(len(words), dtype=np.int64)
    for rounds in range(_rounds(len(words)), 0, -1):
        np.bitwise_and(words, LOW_HALF, out=tops)
        under_way = ~ends.take(tops)
        if 4 * np.count_nonzero(under_way) <= len(words):
            _double_some(words, ends, np.flatnonzero(under_way), rounds)
            break
        np.take(words, tops, out=onward, mode="clip")  # any other mode copies once more
        words &= HIGH_HALF
        words += onward
    return words


def _rounds(count: int) -> int:
    """As many as follow any chain of so many bodies: two to this power is past its end."""
    return count.bit_length() + 1


def _double_some(words: Words, ends: Flags, moving: Places, rounds: int) -> None:
    """The last rounds, in place, for the few bodies whose pointers still move."""
    for _ in range(rounds):
        own = words.take(moving)
        tops = own & LOW_HALF
        under_way = ~ends.take(tops)
        if not under_way.all():
            moving, own, tops = moving[under_way], own[under_way], tops[under_way]
        if not len(moving):
            break
        words[moving] = (own & HIGH_HALF) + words.take(tops)


def _open_rings(superior: Integers, members: Places) -> Places:
    """The first body of every ring of single superiors, given all bodies on such rings."""
    pointers = np.searchsorted(members, superior[members])
    first = members.copy()
    for _ in range(len(members).bit_length()):
        first = np.minimum(first, first[pointers])
        pointers = pointers[pointers]
    cuts: Places = members[first == members]
    return cuts


def add_up(pointers: Places, root: int, amounts: Words) -> Words:
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
