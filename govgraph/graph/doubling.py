"""Chains of single superiors followed to their ends by pointer doubling.

Each body carries one word of 64 bits: the body its pointer stands at (low half) and the steps it
took to get there (high half). In one round every pointer takes over the pointer of the body it
stands at, so that a chain of a million steps is followed in twenty rounds.

A pointer has arrived when it stands at an *end*. Whether it still moves says nothing: on a ring of
two or four it returns to where it was, and looks settled while it is not. On a ring without an end
it never arrives, so that the rounds are counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from govgraph.graph.columns import Flags, Integers

    Words = NDArray[np.int64]
    Places = NDArray[np.intp]

ONE_STEP = np.int64(1 << 32)
LOW_HALF = np.int64(0xFFFFFFFF)
STEPS_ONLY = ~LOW_HALF


def start_words(superior: Integers, ends: Flags) -> Words:
    """Every pointer at its superior, one step taken; at itself, none taken, where it is an end."""
    words = superior.astype(np.int64)
    words[~ends] |= ONE_STEP
    return words


def follow(words: Words, ends: Flags, moving: Places | None = None) -> Places:
    """Move pointers, in place, until each stands at an end.

    Args:
        words: one word a body; those that do not move must stand at an end.
        ends: where chains end; an end points at itself, no step taken.
        moving: the bodies whose pointers move; all, if not given.

    Returns:
        The bodies whose pointers never arrive: those on a ring without an end, or below one.
        Their pointers stand on such a ring, each of its bodies under one pointer at least.
    """
    rounds = len(words).bit_length() + 1  # 2 ** rounds steps lead past any chain
    if moving is None:
        moving, rounds = _follow_all(words, ends, rounds)
    for _ in range(rounds):
        own = words[moving]
        tops = own & LOW_HALF
        under_way = ~ends[tops]
        if not under_way.all():
            moving, own, tops = moving[under_way], own[under_way], tops[under_way]
        if not len(moving):
            break
        words[moving] = (own & STEPS_ONLY) + words[tops]
    still: Places = moving[~ends[words[moving] & LOW_HALF]]
    return still


def _follow_all(words: Words, ends: Flags, rounds: int) -> tuple[Places, int]:
    """Move all pointers at once while a quarter of them moves; the rest, and the rounds left."""
    while True:
        tops = words & LOW_HALF
        under_way = ~ends[tops]
        if rounds == 0 or 4 * np.count_nonzero(under_way) < len(words):
            return np.flatnonzero(under_way), rounds
        np.add(words & STEPS_ONLY, words[tops], out=words)
        rounds -= 1


def open_rings(superior: Integers, words: Words, lost: Places) -> Places:
    """The first body of every ring of single superiors, where the ring can be cut.

    Args:
        superior: the single superior of every body.
        words: the pointers after `follow`.
        lost: what `follow` returned.
    """
    members = np.unique(words[lost] & LOW_HALF)
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
