"""Which engine answers: plain Python for small structures, NumPy for large ones."""

from govgraph.graph.engine import Engine

PLAIN_BELOW = 5_000
"""Number of bodies from which NumPy is worth its 110 ms of import."""


def choose_engine(count: int) -> Engine:
    """The engine that answers fastest, as a whole process, for so many bodies."""
    if count < PLAIN_BELOW:
        from govgraph.graph import plain

        return plain
    from govgraph.graph import contraction

    return contraction
