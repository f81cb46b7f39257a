"""Single points of failure: how many others reach an apex only through a body.

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

from govgraph.graph import contraction
from govgraph.graph.contracted_chains import contract
from govgraph.graph.dominators import find_dominators
from govgraph.graph.failure import grow_tree
from govgraph.graph.pointer_jumping import add_up
from govgraph.spark.graph.fetched import ROW, fetch, send
from govgraph.spark.graph.line_pairs import Pairs
from govgraph.wording.lists import count_words

if TYPE_CHECKING:
    from pyspark.sql import Column

    from govgraph.graph.line_columns import Flags, Integers
    from govgraph.spark.graph.fetched import Keys
    from govgraph.spark.graph.spark_engine import SparkEngine

COUNTED = f"{ROW}, others long"


def count_dependants_here(lines: Pairs, apexes: DataFrame, least: int) -> DataFrame:
    """The bodies on which so many others depend or more, worked out on this machine: `i`, `others`.

    Args:
        lines: few lines, of bodies that arrive or not.
        apexes: where chains arrive: `i`.
        least: how many others; bodies on which fewer depend are left out.
    """
    bodies = lines.numbered
    apex = bodies.mark(*lines.fetch_own(apexes))
    others = contraction.dependants(len(bodies), bodies.froms, bodies.tos, apex)
    found = np.flatnonzero(others >= least)
    counts = others[found].astype(np.int64)
    return send(lines.engine, COUNTED, i=bodies.keys[found], others=counts)


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
    pairs = Pairs(engine, left)
    while not pairs.few:
        engine.note(f"dependants: {count_words(pairs.count, 'line')} left")
        left, leaves, gathered = _take_leaves(engine, left, gathered)
        found.append(leaves)
        before, pairs = pairs.count, Pairs(engine, left)
        if pairs.count == before:
            break
    found.append(_finish(pairs, gathered))
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


def _finish(left: Pairs, gathered: DataFrame) -> DataFrame:
    """The same for the lines that are left, and for apexes to whom nobody is left to answer."""
    bodies = left.numbered
    known, counts = fetch(gathered, "i", "others")
    places, inside = bodies.find(known)
    weights = np.zeros(len(bodies), dtype=np.int64)
    weights[places] = counts[inside]
    others = _add_up(bodies.froms, bodies.tos, weights)
    return send(
        left.engine,
        COUNTED,
        i=np.concatenate([bodies.keys, known[~inside]]),
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
    return add_up(tree.astype(np.intp), count, np.append(weights + 1, 0))[:count] - 1


def _add_up_deep(below: Integers, above: Integers, weights: Keys, apex: Flags) -> Keys:
    """The same where chains are too long to be climbed in rounds."""
    order, dominators = find_dominators(len(weights), below, above, bytearray(apex))
    sizes = [1 + int(weights[body]) if body >= 0 else 0 for body in order]
    for number in range(len(order) - 1, 0, -1):
        sizes[dominators[number]] += sizes[number]
    others = np.zeros(len(weights), dtype=np.int64)
    others[order[1:]] = np.array(sizes[1:], dtype=np.int64) - 1
    return others
