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

from govgraph.graph.chains import contract_once, end_also
from govgraph.graph.contraction import find_arrivals
from govgraph.graph.spark.fetched import ROW, send
from govgraph.graph.spark.pairs import Pairs
from govgraph.graph.spark.skew import join_hot


def find_reached(lines: Pairs, starts: DataFrame, hot: tuple[int, ...], name: str) -> DataFrame:
    """The bodies from which lines lead to some others, these included: `i`.

    Args:
        lines: what leads there.
        starts: bodies `i`, each once, in a frame that is quickly made anew.
        hot: bodies with very many lines to them.
        name: what the rounds are called.
    """
    return _spread(lines, starts.select("i"), hot, name)


def follow_lines(lines: Pairs, ends: DataFrame, hot: tuple[int, ...], name: str) -> DataFrame:
    """For each body the end at which its chain arrives: `i`, `at`; ends included.

    Args:
        lines: what leads there; no body has two.
        ends: bodies `i`, none of which has a line among these; likewise.
        hot: bodies with very many lines to them.
        name: what the rounds are called.
    """
    return _spread(lines, ends.select("i", sql.col("i").alias("at")), hot, name)


def _spread(lines: Pairs, starts: DataFrame, hot: tuple[int, ...], name: str) -> DataFrame:
    """Carry what `starts` say down the lines, round by round."""
    engine = lines.engine
    reached = [starts]
    columns = [sql.col("s").alias("i"), *(sql.col(each) for each in starts.columns[1:])]
    how = "inner" if len(columns) > 1 else "left_semi"
    left = lines
    while left.count:
        engine.note(f"{name}: {left.count:,} lines left")
        if left.few:
            reached.append(engine.cut(_finish(left, reached), name))
            break
        left = _take_out(left, reached[-1], name)
        frontier = reached[-1].withColumnRenamed("i", "t")
        fresh = join_hot(left.frame, frontier, "t", how, hot).select(columns).distinct()
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
    fresh = np.flatnonzero(find_arrivals(chains, start) & ~start)
    if not labels:
        return send(left.engine, ROW, i=bodies.keys[fresh])
    label = np.zeros(len(bodies), dtype=np.int64)
    label[places] = labels[0][inside]
    tops = end_also(chains, start).tops
    return send(left.engine, f"{ROW}, at long", i=bodies.keys[fresh], at=label[tops[fresh]])
