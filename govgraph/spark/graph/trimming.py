"""The cyclic core of a register: what is left when all that is on no cycle is trimmed away.

A body to whom nobody answers is on no cycle, and neither is one that answers to nobody. Taking the
lines of both away, round by round, leaves the cycles and what lies between them, which are few in
any real register; this machine tells the cycles apart.
"""

from __future__ import annotations

from pyspark.sql import functions as sql

from govgraph.graph import contraction
from govgraph.spark.graph.line_pairs import Pairs
from govgraph.spark.graph.skew import join_hot
from govgraph.wording.lists import count_words


def find_cycles(lines: Pairs, hot: tuple[int, ...]) -> list[list[int]]:
    """The keys of the bodies of each cycle, sorted within and without.

    Args:
        lines: what cycles are looked for in.
        hot: bodies with very many lines to them.

    Raises:
        TooMuchLeftError: the core is too large for one machine.
    """
    core = _trim(lines, hot).numbered
    cycles = contraction.cycles(len(core), core.froms, core.tos)
    return sorted(sorted(core.keys[cycle].tolist()) for cycle in cycles)


def _trim(lines: Pairs, hot: tuple[int, ...]) -> Pairs:
    """The lines between bodies that have both a superior and a subordinate."""
    engine = lines.engine
    while not lines.few:
        every = lines.frame.select("s", "t")
        answered = every.select(sql.col("t").alias("s")).distinct()
        upper = engine.cut(every.join(answered, "s", "left_semi"), "core-lower")
        answering = upper.select(sql.col("s").alias("t")).distinct()
        inner = engine.cut(join_hot(upper, answering, "t", "left_semi", hot), "core-upper")
        before, lines = lines.count, Pairs(engine, inner)
        engine.note(f"cyclic core: {count_words(lines.count, 'line')} left")
        if lines.count == before:
            break
    return lines
