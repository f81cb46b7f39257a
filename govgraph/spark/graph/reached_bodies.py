"""Who is reached from some bodies, downward along lines: rounds of joins from a frontier.

Lines are pairs `s`, `t` of keys, from the one who answers to the one who is answered to. A line
leaves as soon as the body it starts from is reached, so that every round is smaller than the one
before. When few lines are left, this machine finishes: the number of rounds is that of the levels
of a register, never that of the steps of one long chain in it.
"""

from __future__ import annotations

from functools import reduce

import numpy as np
from pyspark.sql import DataFrame
from pyspark.sql import functions as sql

from govgraph.graph import nearest as nearest_ends
from govgraph.graph.contracted_chains import contract_once
from govgraph.graph.contraction import find_arrivals
from govgraph.spark.graph.fetched import ROW, send
from govgraph.spark.graph.line_pairs import Pairs
from govgraph.spark.graph.skew import join_hot
from govgraph.wording.lists import count_words


def find_reached(lines: Pairs, starts: DataFrame, hot: tuple[int, ...], name: str) -> DataFrame:
    """The bodies from which lines lead to some others, these included: `i`.

    Args:
        lines: what leads there.
        starts: bodies `i`, each once, in a frame that is quickly made anew.
        hot: bodies with very many lines to them.
        name: what the rounds are called.
    """
    return _spread(lines, starts.select("i"), hot, name)


def find_nearest(lines: Pairs, ends: DataFrame, hot: tuple[int, ...], name: str) -> DataFrame:
    """For each body below some ends the nearest of them, itself for an end: `i`, `rank`, `at`.

    Args:
        lines: what leads there.
        ends: bodies `i`, none of which has a line among these, and the `rank` of each: of several
            as near the one of the lowest is taken; likewise.
        hot: bodies with very many lines to them.
        name: what the rounds are called.
    """
    return _spread(
        lines, ends.select("i", sql.col("rank").cast("long"), sql.col("i").alias("at")), hot, name
    )


def _spread(lines: Pairs, starts: DataFrame, hot: tuple[int, ...], name: str) -> DataFrame:
    """Carry what `starts` say down the lines, round by round."""
    engine = lines.engine
    reached = [starts]
    labels = starts.columns[1:]
    left = lines
    while left.count:
        engine.note(f"{name}: {count_words(left.count, 'line')} left")
        if left.few:
            reached.append(engine.cut(_finish(left, reached), name))
            break
        left = _take_out(left, reached[-1], name)
        frontier = reached[-1].withColumnRenamed("i", "t")
        met = join_hot(left.frame, frontier, "t", "inner" if labels else "left_semi", hot)
        below = met.groupBy(sql.col("s").alias("i"))
        least = sql.min(sql.struct(*labels or ("s",))).alias("least")
        fresh = below.agg(least).select("i", *(f"least.{label}" for label in labels))
        reached.append(engine.cut(fresh, name))
        if reached[-1].isEmpty():
            break
    return reduce(DataFrame.unionByName, reached)


def _take_out(lines: Pairs, bodies: DataFrame, name: str) -> Pairs:
    """The lines that start from none of some bodies."""
    gone = bodies.select(sql.col("i").alias("s"))
    rest = lines.frame.select("s", "t").join(gone, "s", "left_anti")
    return Pairs(lines.engine, lines.engine.cut(rest, f"{name}-left"))


def _finish(left: Pairs, reached: list[DataFrame]) -> DataFrame:
    """Those who are reached by the few lines that are left, worked out on this machine."""
    bodies = left.numbered
    starts, *labels = left.fetch_own(reduce(DataFrame.unionByName, reached))
    places, inside = bodies.find(starts)
    start = np.zeros(len(bodies), dtype=np.bool_)
    start[places] = True
    chains = contract_once(len(bodies), bodies.froms, bodies.tos)
    if not labels:
        fresh = np.flatnonzero(find_arrivals(chains, start) & ~start)
        return send(left.engine, ROW, i=bodies.keys[fresh])
    ranks, ends = np.zeros((2, len(bodies)), dtype=np.int64)
    ranks[places], ends[places] = (label[inside] for label in labels)
    nearest = nearest_ends.find_nearest(chains, start, ranks)
    fresh = np.flatnonzero((nearest != nearest_ends.NONE) & ~start)
    at = nearest[fresh]
    columns = {"i": bodies.keys[fresh], "rank": ranks[at], "at": ends[at]}
    return send(left.engine, f"{ROW}, rank long, at long", **columns)
