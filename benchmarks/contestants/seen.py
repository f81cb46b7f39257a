"""The rules that need a look at each body, from what a library found of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from benchmarks.contestants.contestant import Answer


@dataclass(frozen=True)
class Seen:
    """What a library found of the bodies that hold.

    Attributes:
        bodies: those that hold.
        arrived: those that reach an apex.
        superiors: number of superiors of one.
        own: number of lines to oneself, and who has one.
        gone: those with a relation upward that does not hold.
        rings: sets of two or more that answer to one another.
    """

    bodies: Iterable[Any]
    arrived: Collection[Any]
    superiors: Callable[[Any], int]
    own: tuple[int, Collection[Any]]
    gone: Collection[Any]
    cycles: Sequence[Collection[Any]]


def sum_up(seen: Seen, below: Callable[[set[Any], set[Any]], Collection[Any]]) -> Answer:
    """The rules that need a look at each body; `below` gives those below some of the lost."""
    lost = {body for body in seen.bodies if body not in seen.arrived}
    orphaned, broken, stops = 0, set(), set()
    for body in lost:
        if seen.superiors(body):
            broken.add(body)
            if body in seen.gone:
                stops.add(body)
            continue
        stops.add(body)
        if body in seen.own[1]:
            continue
        if body in seen.gone:
            broken.add(body)
        else:
            orphaned += 1
    met = below(stops, lost) if seen.cycles else set()
    in_cycle = {body for cycle in seen.cycles for body in cycle if body in lost and body not in met}
    return {
        "GG101": orphaned,
        "GG102": len(broken - in_cycle),
        "GG103": len(seen.cycles),
        "bodies in rings": sum(map(len, seen.cycles)),
        "GG104": seen.own[0],
    }


def count_skipped(
    heads: Iterable[Any],
    superiors_of: Callable[[Any], Collection[Any]],
    cycles: Sequence[Collection[Any]],
) -> int:
    """Lines past a body to which the other two have a line, rings aside."""
    cycle_of = {body: number for number, cycle in enumerate(cycles) for body in cycle}

    def apart(one: Any, other: Any) -> bool:  # noqa: ANN401 - a node of any library
        return one not in cycle_of or cycle_of[one] != cycle_of.get(other)

    found = 0
    for body in heads:
        direct = {above for above in superiors_of(body) if apart(body, above)}
        passed: set[Any] = set()
        for middle in direct:
            chain_ends = direct.intersection(superiors_of(middle))
            passed.update(top for top in chain_ends if apart(middle, top))
        found += len(passed)
    return found
