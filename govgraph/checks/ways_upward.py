"""Ways upward: where those of several bodies meet, and the firmest of each body to an apex."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from govgraph.graph.accountability import AccountabilityGraph, Line
from govgraph.model.sources import Basis

STEPS = 200
"""Most steps upward that are looked along, so that no structure takes for ever."""


def find_common_superior(graph: AccountabilityGraph, bodies: tuple[str, ...]) -> str | None:
    """The nearest body that all of `bodies` are or answer to; of two as near, the first id.

    An empty id says that they never meet, None that they do not within `STEPS`.

    Each body met carries which of `bodies` lead to it, as the bits of a number. What is new goes
    up one step at a time, so that the first to carry every bit is the nearest.
    """
    everybody = (1 << len(bodies)) - 1
    led = {body: 1 << place for place, body in enumerate(bodies)}
    fresh = dict(led)
    for _ in range(STEPS):
        arriving: dict[str, int] = {}
        for body, bits in fresh.items():
            for superior in graph.superiors(body):
                arriving[superior] = arriving.get(superior, 0) | bits
        fresh = {}
        for body, bits in sorted(arriving.items()):
            new = bits & ~led.get(body, 0)
            if new:
                led[body] = led.get(body, 0) | new
                fresh[body] = new
            if led.get(body) == everybody:
                return body
        if not fresh:
            return ""
    return None


@dataclass(frozen=True, slots=True)
class Way:
    """The firmest way of a body to an apex.

    Attributes:
        line: its first line.
        leaning: the first of its weakest lines.
    """

    line: Line
    leaning: Line


def find_firmest_ways(graph: AccountabilityGraph, firm: Collection[str]) -> Mapping[str, Way]:
    """The way of each body, other than those of `firm`, that reaches an apex.

    Args:
        graph: who answers to whom, presumed lines counted.
        firm: the bodies that stated lines bring to an apex.
    """
    ways: dict[str, Way] = {}
    cost = dict.fromkeys(firm, (Basis.STATED, 0))
    waiting = [(Basis.STATED, 0, body) for body in firm]
    heapify(waiting)
    while waiting:
        weakest, count, body = heappop(waiting)
        if cost[body] != (weakest, count):
            continue  # a firmer way was found since
        for line in graph.lines_down.get(body, ()):
            below = line.subordinate
            along = (max(weakest, line.basis), count + (line.basis is not Basis.STATED))
            if below not in cost or along < cost[below]:
                cost[below] = along
                leads_on = body in ways and line.basis < weakest
                ways[below] = Way(line, ways[body].leaning if leads_on else line)
                heappush(waiting, (*along, below))
    return ways


def follow_way(ways: Mapping[str, Way], body: str, last: str, most: int) -> tuple[str, ...]:
    """The chain upward from a body to `last`, at most the first `most` bodies of it."""
    chain = [body]
    while chain[-1] != last and len(chain) < most:
        chain.append(ways[chain[-1]].line.superior)
    return tuple(chain)
