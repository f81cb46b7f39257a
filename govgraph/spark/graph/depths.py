"""How long the longest chain upward of a body is: rounds that take the uppermost lines away."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
from pyspark.sql import DataFrame
from pyspark.sql import functions as sql

from govgraph.graph import contraction
from govgraph.spark.graph.fetched import ROW, send
from govgraph.spark.graph.line_pairs import Pairs
from govgraph.spark.graph.skew import join_hot
from govgraph.wording.lists import count_words

if TYPE_CHECKING:
    from govgraph.spark.graph.fetched import Keys

DEEP = f"{ROW}, steps long"


def find_deep_here(lines: Pairs, firsts: Keys, others: Keys, least: int) -> DataFrame:
    """Those at the foot of a chain of so many steps, worked out on this machine: `i`, `steps`.

    Args:
        lines: few lines.
        firsts: of each body of a cycle the one that stands for the cycle.
        others: the bodies of cycles.
        least: steps; what is less deep is left out.
    """
    bodies = lines.numbered
    place = np.arange(len(bodies), dtype=np.int32)
    place[bodies.find(others)[0]] = bodies.find(firsts)[0]
    lower, upper = place.take(bodies.froms), place.take(bodies.tos)
    answered = np.zeros(len(bodies), dtype=np.bool_)
    answered[upper.compress(lower != upper)] = True
    depths = contraction.depths(len(bodies), bodies.froms, bodies.tos)
    standing = place == np.arange(len(bodies), dtype=np.int32)
    feet = np.flatnonzero(standing & ~answered & (depths >= least))
    return send(lines.engine, DEEP, i=bodies.keys[feet], steps=depths[feet].astype(np.int64))


def find_deep(lines: Pairs, least: int, hot: tuple[int, ...]) -> DataFrame:
    """The bodies whose longest chain upward has so many steps or more: `i`, `steps`.

    In each round those are known to be one step deeper from which a line leads to a body that has
    a line itself, as the lines then stand.

    Args:
        lines: those between places, without a cycle.
        least: steps; what is less deep is left out.
        hot: bodies with very many lines to them.
    """
    engine, left = lines.engine, lines
    found: list[DataFrame] = []
    steps = 0
    while left.count:
        engine.note(f"depths: {count_words(left.count, 'line')} left")
        if left.few:
            found.append(_finish(left, steps, least))
            break
        steps += 1
        answering = left.frame.select(sql.col("s").alias("t")).distinct()
        if steps >= least:
            deep = answering.select(sql.col("t").alias("i"))
            found.append(deep.withColumn("steps", sql.lit(steps).cast("long")))
        upper = join_hot(left.frame, answering, "t", "left_semi", hot)
        left = Pairs(engine, engine.cut(upper, "depths"))
    every = reduce(DataFrame.unionByName, found, engine.session.createDataFrame([], DEEP))
    return every.groupBy("i").agg(sql.max("steps").alias("steps"))


def _finish(left: Pairs, steps: int, least: int) -> DataFrame:
    """The same for the few lines that are left, whose uppermost bodies stand `steps` deep."""
    bodies = left.numbered
    depths = contraction.depths(len(bodies), bodies.froms, bodies.tos).astype(np.int64) + steps
    answering = np.zeros(len(bodies), dtype=np.bool_)
    answering[bodies.froms] = True
    deep = answering & (depths >= least)
    return send(left.engine, DEEP, i=bodies.keys[deep], steps=depths[deep])
