"""Who is reached from some bodies, downward along lines: rounds of joins from a frontier.

Lines are pairs `s`, `t` of keys, from the one who answers to the one who is answered to. A line
leaves as soon as the body it leads to is reached, so that every round is smaller than the one
before and no line is met twice. When few lines are left, this machine finishes: the number of
rounds is that of the levels of a register, never that of the steps of one long chain in it.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
from pyspark.sql import DataFrame
from pyspark.sql import functions as sql

from govgraph.graph import nearest as nearest_ends
from govgraph.graph.contracted_chains import contract_once
from govgraph.graph.contraction import find_arrivals
from govgraph.spark.graph.fetched import ROW, send

if TYPE_CHECKING:
    from govgraph.spark.graph.line_pairs import Pairs


def find_reached(lines: Pairs, starts: DataFrame, hot: tuple[int, ...], name: str) -> DataFrame:
    """The bodies from which lines lead to some others, these included: `i`.

    Args:
        lines: what leads there.
        starts: bodies `i`, each once, in a frame that is quickly made anew.
        hot: bodies with very many lines to them.
        name: what the rounds are called.
    """
    frontier, left = starts.select("i"), lines
    reached = [frontier]
    while not left.few:
        met, left = left.part_by(frontier, hot, name)
        if not met.count:
            return reduce(DataFrame.unionByName, reached).distinct()
        frontier = met.answering
        reached.append(met.frame.select(sql.col("s").alias("i")))
    if left.count:
        bodies = left.numbered
        start = bodies.mark(*left.fetch_own(frontier))
        arrived = find_arrivals(contract_once(len(bodies), bodies.froms, bodies.tos), start)
        reached.append(send(left.engine, ROW, i=bodies.keys[arrived]))
    return reduce(DataFrame.unionByName, reached).distinct()


def find_nearest(lines: Pairs, ends: DataFrame, hot: tuple[int, ...], name: str) -> DataFrame:
    """For each body below some ends the nearest of them, itself for an end: `i`, `rank`, `at`.

    Args:
        lines: what leads there.
        ends: bodies `i`, none of which has a line among these, and the `rank` of each: of several
            as near the one of the lowest is taken; likewise.
        hot: bodies with very many lines to them.
        name: what the rounds are called.
    """
    frontier = ends.select("i", sql.col("rank").cast("long"), sql.col("i").alias("at"))
    reached, left = [frontier.withColumn("round", sql.lit(0))], lines
    least = sql.min(sql.struct("rank", "at")).alias("least")
    while not left.few:
        met, left = left.part_by(frontier, hot, name)
        if not met.count:
            break
        below = met.frame.select(sql.col("s").alias("i"), "rank", "at")
        frontier = below.groupBy("i").agg(least).select("i", "least.rank", "least.at")
        reached.append(below.withColumn("round", sql.lit(len(reached))))
    else:
        if left.count:
            last = _find_nearest_here(left, frontier)
            reached.append(last.withColumn("round", sql.lit(len(reached))))
    # Who is met again, further away, has handed down what the first round said.
    first = sql.min(sql.struct("round", "rank", "at")).alias("first")
    every = reduce(DataFrame.unionByName, reached).groupBy("i").agg(first)
    return every.select("i", "first.rank", "first.at")


def _find_nearest_here(left: Pairs, frontier: DataFrame) -> DataFrame:
    """Those below a frontier by the few lines that are left, worked out on this machine."""
    bodies = left.numbered
    keys, *labels = left.fetch_own(frontier)
    places, inside = bodies.find(keys)
    start = np.zeros(len(bodies), dtype=np.bool_)
    start[places] = True
    ranks, ends = np.zeros((2, len(bodies)), dtype=np.int64)
    ranks[places], ends[places] = (label[inside] for label in labels)
    chains = contract_once(len(bodies), bodies.froms, bodies.tos)
    nearest = nearest_ends.find_nearest(chains, start, ranks)
    fresh = np.flatnonzero((nearest != nearest_ends.NONE) & ~start)
    at = nearest[fresh]
    columns = {"i": bodies.keys[fresh], "rank": ranks[at], "at": ends[at]}
    return send(left.engine, f"{ROW}, rank long, at long", **columns)
