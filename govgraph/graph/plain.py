"""The primitives in plain Python: fastest for small structures, and the twin of `contraction`.

Standard library only, because importing NumPy takes longer than any answer on a few thousand
bodies. Nothing recurses: a chain may be as deep as the structure has bodies. The questions are
described in `govgraph.graph.engine`.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from govgraph.graph.dominators import find_dominators, list_neighbours

if TYPE_CHECKING:
    from govgraph.graph.engine import ByteColumn, IntegerColumn


def arrivals(count: int, froms: IntegerColumn, tos: IntegerColumn, apex: ByteColumn) -> bytearray:
    """1 for every body whose chain upward reaches an apex, an apex among them."""
    subordinates = list_neighbours(count, tos, froms)
    arrived = bytearray(map(bool, apex))
    waiting = [body for body in range(count) if arrived[body]]
    while waiting:
        for subordinate in subordinates[waiting.pop()]:
            if not arrived[subordinate]:
                arrived[subordinate] = 1
                waiting.append(subordinate)
    return arrived


def cycles(count: int, froms: IntegerColumn, tos: IntegerColumn) -> list[list[int]]:
    """Groups of two or more bodies that answer to one another, sorted within and without."""
    places = find_places(list_neighbours(count, froms, tos))
    return sorted(sorted(bodies) for bodies in places if len(bodies) > 1)


def depths(count: int, froms: IntegerColumn, tos: IntegerColumn) -> array[int]:
    """Steps of the longest chain upward from each body, a whole cycle counting as one place."""
    superiors = list_neighbours(count, froms, tos)
    longest = array("i", bytes(4 * count))
    for bodies in find_places(superiors):  # superiors come first, so theirs are known
        inside = set(bodies)
        above = (
            longest[superior] + 1
            for body in bodies
            for superior in superiors[body]
            if superior not in inside
        )
        steps = max(above, default=0)
        for body in bodies:
            longest[body] = steps
    return longest


def dependants(
    count: int, froms: IntegerColumn, tos: IntegerColumn, apex: ByteColumn
) -> array[int]:
    """How many other bodies reach an apex now and would not without this one."""
    order, dominators = find_dominators(count, froms, tos, apex)
    sizes = [1] * len(order)
    for number in range(len(order) - 1, 0, -1):
        sizes[dominators[number]] += sizes[number]
    others = array("i", bytes(4 * count))
    for number in range(1, len(order)):
        others[order[number]] = sizes[number] - 1
    return others


def superior_counts(count: int, froms: IntegerColumn, tos: IntegerColumn) -> array[int]:
    """Number of distinct superiors of each body, other than itself."""
    return array("i", map(len, map(set, list_neighbours(count, froms, tos))))


def subordinate_counts(count: int, froms: IntegerColumn, tos: IntegerColumn) -> array[int]:
    """Number of distinct direct subordinates of each body, other than itself."""
    return array("i", map(len, map(set, list_neighbours(count, tos, froms))))


def find_places(superiors: list[list[int]]) -> list[list[int]]:
    """Every body, cycles kept together, so that superiors always come before subordinates.

    Gabow's path-based strong components: `boundary` holds the first body of each cycle that may
    still grow, `held` the bodies whose cycle is not closed yet.
    """
    order = [0] * len(superiors)  # when a body was met; 0 for not yet
    closed = bytearray(len(superiors))
    untried = [iter(those) for those in superiors]
    places: list[list[int]] = []
    trail: list[int] = []
    held: list[int] = []
    boundary: list[int] = []
    met = 0
    for start in range(len(superiors)):
        if not order[start]:
            trail.append(start)
        while trail:
            body = trail[-1]
            if not order[body]:
                met += 1
                order[body] = met
                held.append(body)
                boundary.append(body)
            for superior in untried[body]:
                if not order[superior]:
                    trail.append(superior)
                    break
                if not closed[superior]:
                    while order[boundary[-1]] > order[superior]:
                        boundary.pop()
            else:
                trail.pop()
                if boundary[-1] == body:
                    boundary.pop()
                    places.append(_close(held, body, closed))
    return places


def _close(held: list[int], first: int, closed: bytearray) -> list[int]:
    """Take the cycle that begins with `first` off the bodies held."""
    start = len(held) - 1
    while held[start] != first:
        start -= 1
    bodies = held[start:]
    del held[start:]
    for body in bodies:
        closed[body] = 1
    return bodies
