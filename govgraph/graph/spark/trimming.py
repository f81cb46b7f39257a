"""The cyclic core of a register: what is left when all that is on no ring is trimmed away.

A body to whom nobody answers is on no ring, and neither is one that answers to nobody. Taking the
lines of both away, round by round, leaves the rings and what lies between them, which are few in
any real register; this machine tells the rings apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.graph import contraction
from govgraph.graph.spark.fetched import fetch_lines, number_bodies
from govgraph.graph.spark.skew import join_hot

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from govgraph.graph.spark.engine import SparkEngine


def find_rings(engine: SparkEngine, lines: DataFrame, hot: tuple[int, ...]) -> list[list[int]]:
    """The keys of the bodies of each ring, sorted within and without.

    Args:
        engine: what works it out.
        lines: pairs `s`, `t` of different bodies, each once.
        hot: bodies with very many lines to them.

    Raises:
        TooMuchLeftError: the core is too large for one machine.
    """
    core, count = _trim(engine, lines.select("s", "t"), hot)
    ends = fetch_lines(engine, core, count)
    keys, froms, tos = number_bodies(*ends)
    rings = contraction.rings(len(keys), froms, tos)
    return sorted(sorted(keys[ring].tolist()) for ring in rings)


def _trim(engine: SparkEngine, lines: DataFrame, hot: tuple[int, ...]) -> tuple[DataFrame, int]:
    """The lines between bodies that have both a superior and a subordinate, and their number."""
    count = lines.count()
    while count > engine.few:
        answered = lines.select(sql.col("t").alias("s")).distinct()
        upper = engine.cut(lines.join(answered, "s", "left_semi"), "core-lower")
        answering = upper.select(sql.col("s").alias("t")).distinct()
        lines = engine.cut(join_hot(upper, answering, "t", "left_semi", hot), "core-upper")
        before, count = count, lines.count()
        engine.note(f"cyclic core: {count:,} lines left")
        if count == before:
            break
    return lines, count
