"""The nearest place that all chains of a body pass: its dominator.

Take a body away and exactly those below it in the tree of dominators lose every chain to an apex.
Source: T. Lengauer and R. E. Tarjan, A fast algorithm for finding dominators in a flowgraph, ACM
TOPLAS 1 (1979); the simple version, O(lines x log bodies), however deep or ringed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govgraph.graph.engine import ByteColumn, IntegerColumn


def list_neighbours(count: int, starts: IntegerColumn, ends: IntegerColumn) -> list[list[int]]:
    """For each body the others that its lines lead to, as often as they are written."""
    found: list[list[int]] = [[] for _ in range(count)]
    for start, end in zip(map(int, starts), map(int, ends), strict=True):  # NumPy's among them
        if start != end:
            found[start].append(end)
    return found


def find_dominators(
    count: int, froms: IntegerColumn, tos: IntegerColumn, apex: ByteColumn
) -> tuple[list[int], list[int]]:
    """The nearest place that all chains of a body pass, by number in a walk from the apexes.

    Returns:
        The bodies that arrive, in the order of the walk, and for each the number in that order of
        its dominator, which is always smaller. Number 0 is no body (it reads -1): it stands above
        every apex.
    """
    order, above, numbers = _walk_down(count, list_neighbours(count, tos, froms), apex)
    superiors = list_neighbours(count, froms, tos)
    semi = list(range(len(order)))
    least = list(range(len(order)))  # number with the smallest semi on the way to `linked`
    linked = [-1] * len(order)
    dominators = [0] * len(order)
    waiting: list[list[int]] = [[] for _ in order]
    for number in range(len(order) - 1, 0, -1):
        body = order[number]
        ways = [0] if apex[body] else [numbers[each] for each in superiors[body] if numbers[each]]
        semi[number] = min(semi[_find_least(way, linked, least, semi)] for way in ways)
        waiting[semi[number]].append(number)
        linked[number] = parent = above[number]
        for each in waiting[parent]:
            lowest = _find_least(each, linked, least, semi)
            dominators[each] = lowest if semi[lowest] < semi[each] else parent
        waiting[parent].clear()
    for number in range(1, len(order)):
        if dominators[number] != semi[number]:
            dominators[number] = dominators[dominators[number]]
    return order, dominators


def _walk_down(
    count: int, subordinates: list[list[int]], apex: ByteColumn
) -> tuple[list[int], list[int], list[int]]:
    """Depth first from the apexes: bodies in order, from which number, and number by body."""
    order = [-1]
    above = [0]
    numbers = [0] * count
    waiting = [(body, 0) for body in range(count - 1, -1, -1) if apex[body]]
    while waiting:
        body, came_from = waiting.pop()
        if not numbers[body]:
            numbers[body] = number = len(order)
            order.append(body)
            above.append(came_from)
            waiting += [(each, number) for each in subordinates[body] if not numbers[each]]
    return order, above, numbers


def _find_least(number: int, linked: list[int], least: list[int], semi: list[int]) -> int:
    """The number with the smallest semi on the linked way up, shortening that way as it goes."""
    way = []
    while linked[number] >= 0 and linked[linked[number]] >= 0:
        way.append(number)
        number = linked[number]
    for each in reversed(way):
        up = linked[each]
        if semi[least[up]] < semi[least[each]]:
            least[each] = least[up]
        linked[each] = linked[up]
        number = each
    return least[number]
