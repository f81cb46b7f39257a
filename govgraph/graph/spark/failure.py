"""Single points of failure: how many others arrive at an apex only through a body.

A body with one superior depends on it and on all that this one depends on. So bodies to whom
nobody answers are taken away round by round, each handing what it counts for to its one superior.
What is left are bodies with several superiors and all above them; for these this machine works out
the tree of dominators (`govgraph.graph.dominators`).
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
from pyspark.sql import DataFrame
from pyspark.sql import functions as sql

from govgraph.graph.chains import contract
from govgraph.graph.dominators import find_dominators
from govgraph.graph.doubling import add_up
from govgraph.graph.failure import grow_tree
from govgraph.graph.spark.fetched import ROW, fetch, fetch_lines, number_bodies, send

if TYPE_CHECKING:
    from pyspark.sql import Column

    from govgraph.graph.columns import Flags, Integers
    from govgraph.graph.spark.engine import SparkEngine
    from govgraph.graph.spark.fetched import Keys

COUNTED = f"{ROW}, others long"


def count_dependants(engine: SparkEngine, lines: DataFrame, least: int) -> DataFrame:
    """The bodies on which so many others depend or more: `i`, `others`.

    Args:
        engine: what works it out.
        lines: pairs `s`, `t` between different bodies that arrive, none of them from an apex.
        least: how many others; bodies on which fewer depend are left out.

    Raises:
        TooMuchLeftError: more is left than one machine is given to finish.
    """
    several = lines.groupBy("s").agg((sql.count("t") > 1).alias("several"))
    left = engine.cut(lines.join(several, "s").select("s", "t", "several"), "dependants-lines")
    gathered = engine.session.createDataFrame([], COUNTED)
    found = []
    count = left.count()
    while count > engine.few:
        engine.note(f"dependants: {count:,} lines left")
        left, leaves, gathered = _take_leaves(engine, left, gathered)
        found.append(leaves)
        before, count = count, left.count()
        if count == before:
            break
    froms, tos = fetch_lines(engine, left, count)
    found.append(_finish(engine, froms, tos, gathered))
    every = reduce(DataFrame.unionByName, found)
    return every.where(sql.col("others") >= least)


def _take_leaves(
    engine: SparkEngine, left: DataFrame, gathered: DataFrame
) -> tuple[DataFrame, DataFrame, DataFrame]:
    """Take away who has one superior and nobody below.

    Returns:
        The lines left, who was taken away with how many depended on each, and how many are known
        to depend on each of those who are left.
    """
    answered = left.select(sql.col("t").alias("s")).distinct()
    leaves = left.where(~sql.col("several")).join(answered, "s", "left_anti")
    counted = leaves.join(gathered.withColumnRenamed("i", "s"), "s", "left")
    taken = engine.cut(counted.select("s", "t", _or_nobody("others")), "dependants-leaves")
    gone = taken.select("s")
    rest = engine.cut(left.join(gone, "s", "left_anti"), "dependants-left")
    handed = taken.select(sql.col("t").alias("i"), (sql.col("others") + 1).alias("others"))
    stay = gathered.join(gone.withColumnRenamed("s", "i"), "i", "left_anti")
    together = stay.unionByName(handed).groupBy("i").agg(sql.sum("others").alias("others"))
    known = engine.cut(together, "dependants-known")
    return rest, taken.select(sql.col("s").alias("i"), "others"), known


def _or_nobody(column: str) -> Column:
    return sql.coalesce(column, sql.lit(0)).cast("long").alias(column)


def _finish(engine: SparkEngine, froms: Keys, tos: Keys, gathered: DataFrame) -> DataFrame:
    """The same for the lines that are left, and for apexes to whom nobody is left to answer."""
    keys, below, above = number_bodies(froms, tos)
    bodies, counts = fetch(gathered, "i", "others")
    weights = np.zeros(len(keys), dtype=np.int64)
    inside = np.isin(bodies, keys)
    weights[np.searchsorted(keys, bodies[inside])] = counts[inside]
    others = _add_up(below, above, weights)
    return send(
        engine,
        COUNTED,
        i=np.concatenate([keys, bodies[~inside]]),
        others=np.concatenate([others, counts[~inside]]),
    )


def _add_up(below: Integers, above: Integers, weights: Keys) -> Keys:
    """How many depend on each body, given how many are known to already."""
    count = len(weights)
    apex = np.ones(count, dtype=np.bool_)
    apex[below] = False
    tree = grow_tree(contract(count, below, above), apex)
    if tree is None:
        return _add_up_deep(below, above, weights, apex)
    return add_up(tree, count, np.append(weights + 1, 0))[:count] - 1


def _add_up_deep(below: Integers, above: Integers, weights: Keys, apex: Flags) -> Keys:
    """The same where chains are too long to be climbed in rounds."""
    order, dominators = find_dominators(len(weights), below, above, bytearray(apex))
    sizes = [1 + int(weights[body]) if body >= 0 else 0 for body in order]
    for number in range(len(order) - 1, 0, -1):
        sizes[dominators[number]] += sizes[number]
    others = np.zeros(len(weights), dtype=np.int64)
    others[order[1:]] = np.array(sizes[1:], dtype=np.int64) - 1
    return others
