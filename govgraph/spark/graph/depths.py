"""How long the longest chain upward of a body is, where it is long.

Trimming says it of all that stands below no cycle (`trimming`). What does is trimmed again, each
cycle as one place.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
from pyspark.sql import DataFrame
from pyspark.sql import functions as sql

from govgraph.graph import contraction
from govgraph.spark.graph.fetched import fetch, send
from govgraph.spark.graph.line_pairs import Pairs
from govgraph.spark.graph.skew import join_hot
from govgraph.spark.graph.trimming import DEEP, trim_tops

if TYPE_CHECKING:
    from govgraph.spark.graph.trimming import Trimmed


def find_deep_here(lines: Pairs, in_cycle: DataFrame, least: int) -> DataFrame:
    """Those at the foot of a chain of so many steps, worked out on this machine: `i`, `steps`.

    Args:
        lines: few lines.
        in_cycle: the bodies of cycles, and which one stands for each cycle: `i`, `place`.
        least: steps; what is less deep is left out.
    """
    bodies = lines.numbered
    place = np.arange(len(bodies), dtype=np.int32)
    members, firsts = fetch(in_cycle, "i", "place")
    place[bodies.find(members)[0]] = bodies.find(firsts)[0]
    lower, upper = place.take(bodies.froms), place.take(bodies.tos)
    answered = np.zeros(len(bodies), dtype=np.bool_)
    answered[upper.compress(lower != upper)] = True
    depths = contraction.depths(len(bodies), bodies.froms, bodies.tos)
    standing = place == np.arange(len(bodies), dtype=np.int32)
    feet = np.flatnonzero(standing & ~answered & (depths >= least))
    return send(lines.engine, DEEP, i=bodies.keys[feet], steps=depths[feet].astype(np.int64))


def find_deep(
    trimmed: Trimmed, in_cycle: DataFrame, feet: DataFrame, least: int, hot: tuple[int, ...]
) -> DataFrame:
    """Those at the foot of a chain of so many steps or more: `i`, `steps`.

    Args:
        trimmed: the lines of bodies to whom somebody answers.
        in_cycle: the bodies of cycles, and which one stands for each cycle: `i`, `place`.
        feet: the other lines: `s`, `t`.
        least: steps; what is less deep is left out.
        hot: bodies with very many lines to them.
    """
    left = trimmed.left
    deep = _longest(_climb(trimmed, in_cycle, hot).where(sql.col("steps") >= least - 1))
    met = join_hot(feet, deep.withColumnRenamed("i", "t"), "t", "inner", hot)
    fed = left.engine.cut(met, "deep-feet")
    found = fed.select(sql.col("s").alias("i"), (sql.col("steps") + 1).alias("steps"))
    # Of a cycle to whom nobody else answers, one body stands at the foot.
    upper, lower = (
        in_cycle.select(sql.col("i").alias(end), sql.col("place").alias(f"{end} place"))
        for end in ("t", "s")
    )
    lines = fed.select("s", "t").unionByName(left.frame.select("s", "t"))
    others = lines.join(upper, "t").join(lower, "s", "left")
    others = others.where(sql.coalesce(sql.col("s place") != sql.col("t place"), sql.lit(1) > 0))
    places = deep.where(sql.col("steps") >= least).join(in_cycle, "i").where("i = place")
    feetless = places.join(others.select(sql.col("t place").alias("place")), "place", "left_anti")
    return _longest(found.unionByName(feetless.select("i", "steps")))


def _climb(trimmed: Trimmed, in_cycle: DataFrame, hot: tuple[int, ...]) -> DataFrame:
    """How long the longest chain of a body is, the longest of what is said of it: `i`, `steps`."""
    if not trimmed.left.count:
        return trimmed.steps
    lines = trimmed.raise_left()
    engine = lines.engine
    if lines.few:
        bodies = lines.numbered
        depths = contraction.depths(len(bodies), bodies.froms, bodies.tos).astype(np.int64)
        return trimmed.steps.unionByName(send(engine, DEEP, i=bodies.keys, steps=depths))
    ends = lines.frame.select("s", "t")
    for end in ("s", "t"):
        ends = ends.withColumnRenamed(end, "i").join(in_cycle, "i", "left")
        ends = ends.withColumn(end, sql.coalesce("place", "i")).drop("i", "place")
    apart = ends.where("s <> t").distinct()
    rows, counted = engine.cut_counted(apart, "places", {"lines": sql.count("s")})
    placed = trim_tops(Pairs(engine, rows, counted["lines"]), hot)
    known = _climb(placed, in_cycle, hot)
    members = in_cycle.join(known.withColumnRenamed("i", "place"), "place").select("i", "steps")
    return reduce(DataFrame.unionByName, (trimmed.steps, known, members))


def _longest(bodies: DataFrame) -> DataFrame:
    """Bodies each once, with the most steps that are said of it."""
    return bodies.groupBy("i").agg(sql.max("steps").alias("steps"))
