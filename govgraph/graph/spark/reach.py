"""Who is reached from some bodies, downward along lines: rounds of joins from a frontier.

Lines are pairs `s`, `t` of keys, from the one who answers to the one who is answered to. A line
leaves as soon as the body it starts from is reached, so that every round is smaller than the one
before. When few lines are left, this machine finishes: the number of rounds is that of the levels
of a register, never that of the steps of one long chain in it.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
from pyspark.sql import DataFrame
from pyspark.sql import functions as sql

from govgraph.graph import contraction
from govgraph.graph.chains import contract, end_also
from govgraph.graph.spark.fetched import ROW, fetch, number_bodies, send
from govgraph.graph.spark.skew import join_hot

if TYPE_CHECKING:
    from govgraph.graph.spark.engine import SparkEngine


def find_reached(
    engine: SparkEngine, lines: DataFrame, starts: DataFrame, hot: tuple[int, ...], name: str
) -> DataFrame:
    """The bodies from which lines lead to some others, these included: `i`.

    Args:
        engine: what works it out.
        lines: pairs `s`, `t`, each once.
        starts: bodies `i`, each once, in a frame that is quickly made anew.
        hot: bodies with very many lines to them.
        name: what the rounds are called.
    """
    return _spread(engine, lines, starts.select("i"), hot, name)


def follow_lines(
    engine: SparkEngine, lines: DataFrame, ends: DataFrame, hot: tuple[int, ...], name: str
) -> DataFrame:
    """For each body the end at which its chain arrives: `i`, `at`; ends included.

    Args:
        engine: what works it out.
        lines: pairs `s`, `t`; no body has two.
        ends: bodies `i`, none of which has a line among these; likewise.
        hot: bodies with very many lines to them.
        name: what the rounds are called.
    """
    return _spread(engine, lines, ends.select("i", sql.col("i").alias("at")), hot, name)


def _spread(
    engine: SparkEngine, lines: DataFrame, starts: DataFrame, hot: tuple[int, ...], name: str
) -> DataFrame:
    """Carry what `starts` say down the lines, round by round."""
    reached = [starts]
    columns = [sql.col("s").alias("i"), *(sql.col(each) for each in starts.columns[1:])]
    how = "inner" if len(columns) > 1 else "left_semi"
    left = lines.select("s", "t")
    while count := left.count():
        engine.note(f"{name}: {count:,} lines left")
        if count <= engine.few:
            reached.append(_finish(engine, left, reached))
            break
        left = _take_out(engine, left, reached[-1], name)
        frontier = reached[-1].withColumnRenamed("i", "t")
        fresh = join_hot(left, frontier, "t", how, hot).select(columns).distinct()
        reached.append(engine.cut(fresh, name))
        if reached[-1].isEmpty():
            break
    return reduce(DataFrame.unionByName, reached)


def _take_out(engine: SparkEngine, lines: DataFrame, bodies: DataFrame, name: str) -> DataFrame:
    """The lines that start from none of some bodies."""
    gone = bodies.select(sql.col("i").alias("s"))
    return engine.cut(lines.join(gone, "s", "left_anti"), f"{name}-left")


def _finish(engine: SparkEngine, left: DataFrame, reached: list[DataFrame]) -> DataFrame:
    """Those who are reached by the few lines that are left, worked out on this machine."""
    wanted = left.select(sql.col("s").alias("i")).union(left.select("t")).distinct()
    known = reduce(DataFrame.unionByName, reached).join(wanted, "i", "left_semi")
    ends, *labels = fetch(known, *known.columns)
    keys, froms, tos = number_bodies(*fetch(left, "s", "t"))
    start = np.zeros(len(keys), dtype=np.bool_)
    start[np.searchsorted(keys, ends)] = True
    fresh = np.flatnonzero(contraction.arrivals(len(keys), froms, tos, start) & ~start)
    if not labels:
        return send(engine, ROW, i=keys[fresh])
    tops = end_also(contract(len(keys), froms, tos), start).tops
    order = np.argsort(ends)
    places = order[np.searchsorted(ends, keys[tops[fresh]], sorter=order)]
    return send(engine, f"{ROW}, at long", i=keys[fresh], at=labels[0][places])
