"""A long chain of bodies, cut into stretches that a page can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ASIDE = 2  # so many bodies may hang beside a step of a chain


def cut_chain(
    bodies: Sequence[str], superior: Mapping[str, str], most: int
) -> list[tuple[str, tuple[str, ...]]]:
    """Where to cut a chain that all of some bodies hang on: each head, and all from it downward.

    Each stretch lies within the one before. Nothing is given where the bodies do not hang on one
    chain, or where it has no more than `most` steps.

    Args:
        bodies: What is to be cut.
        superior: Which of them each answers to.
        most: How many bodies a stretch may have.

    >>> cut_chain("abcde", {"b": "a", "c": "b", "d": "c", "e": "d"}, 2)
    [('c', ('c', 'd', 'e')), ('e', ('e',))]
    """
    found = _chain(bodies, superior)
    if len(found) <= most:
        return []
    step = {body: place for place, body in enumerate(found)}
    place_of = {body: _place(body, superior, step) for body in bodies}
    return [
        (found[start], tuple(body for body in bodies if place_of[body] >= start))
        for start in range(most, len(found), most)
    ]


def _chain(bodies: Sequence[str], superior: Mapping[str, str]) -> list[str]:
    """From the top: the bodies each of whom all others but a few hang on."""
    lower: dict[str, list[str]] = {}
    for body in bodies:
        if body in superior:
            lower.setdefault(superior[body], []).append(body)
    tops = [body for body in bodies if body not in superior]
    order: list[str] = []
    waiting = list(tops)
    while waiting:
        body = waiting.pop()
        order.append(body)
        waiting += lower.get(body, ())
    size: dict[str, int] = {}
    for body in reversed(order):
        size[body] = 1 + sum(size[below] for below in lower.get(body, ()))
    left = len(bodies)
    found: list[str] = []
    while tops:
        head = max(tops, key=lambda body: (size[body], body))
        if left - size[head] > _ASIDE + bool(found):
            break
        found.append(head)
        left = size[head]
        tops = lower.get(head, [])
    return found


def _place(body: str, superior: Mapping[str, str], step: Mapping[str, int]) -> int:
    """At which step of the chain a body stands or hangs; at the first if at none."""
    for _ in range(_ASIDE + 1):
        if body in step:
            return step[body]
        body = superior.get(body, body)
    return step.get(body, 0)
