"""Where the chains upward from several bodies meet."""

from govgraph.graph.accountability import AccountabilityGraph

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
