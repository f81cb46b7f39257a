"""Single points of failure: how many others reach an apex only through a body.

A body with one superior depends on it and on all that this one depends on. So bodies to whom
nobody answers are taken away round by round, each handing what it counts for to its one superior;
a round is one table, of the lines and of what is known to depend on the lower body of each.
What is left are bodies with several superiors and all above them; for these this machine works out
the tree of dominators (`govgraph.graph.dominators`).
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as sql

from govgraph.graph import contraction
from govgraph.graph.contracted_chains import contract
from govgraph.graph.dominators import find_dominators
from govgraph.graph.failure import grow_tree
from govgraph.graph.pointer_jumping import add_up
from govgraph.spark.graph.fetched import ROW, fetch, send
from govgraph.spark.graph.line_pairs import Pairs, refuse_too_many
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
        lines: pairs `s`, `t` between different bodies that arrive, none of them from an apex;
            whether nobody answers to the lower: `foot`; and whether it is known to have no other
            line: `alone`.
        least: how many others; bodies on which fewer depend are left out.

    Raises:
        TooMuchLeftError: more is left than one machine is given to finish.
    """
    several = sql.count("t").over(Window.partitionBy("s")) > 1
    alone = lines.where("alone").withColumn("several", ~sql.col("alone"))
    both = alone.unionByName(lines.where("not alone").withColumn("several", several))
    nobody = sql.lit(0).cast("long").alias("others")
    rows = both.select("s", "t", "several", nobody, _leaf())
    found = []
    while True:
        rows, counted = engine.cut_counted(
            _hand_up(rows),
            "dependants",
            {
                "lines": sql.count_if(~sql.col("leaf") & (sql.col("s") != sql.col("t"))),
                "leaves": sql.count_if("leaf"),
            },
        )
        engine.note(f"dependants: {count_words(counted['lines'], 'line')} left")
        found.append(rows.where("leaf").select(sql.col("s").alias("i"), "others"))
        if counted["lines"] <= engine.few or not counted["leaves"]:
            break
    refuse_too_many(engine, counted["lines"])
    found.append(_finish(engine, _hand_up(rows)))
    return reduce(DataFrame.unionByName, found).where(sql.col("others") >= least)


def _hand_up(lines: DataFrame) -> DataFrame:
    """Take away each `leaf`, who has one superior and nobody below, and tell who depended on it.

    An apex, from which no line starts, stands with itself as soon as somebody depends on it.
    """
    below = lines.where("s <> t").groupBy(sql.col("t").alias("s"))
    handed = below.agg(
        sql.sum(sql.when(sql.col("leaf"), sql.col("others") + 1)).alias("handed"),
        (sql.count_if(~sql.col("leaf")) == 0).alias("foot"),
    )
    nobody, true = sql.lit(0).cast("long"), sql.lit(1) > 0
    return (
        lines.where("not leaf")
        .join(handed, "s", "full")
        .select(
            "s",
            sql.coalesce("t", "s").alias("t"),
            sql.coalesce("several", true).alias("several"),
            (sql.coalesce("others", nobody) + sql.coalesce("handed", nobody)).alias("others"),
            sql.coalesce("foot", true).alias("foot"),
        )
        .select("s", "t", "several", "others", _leaf())
    )


def _leaf() -> Column:
    """Whether a body has one superior and nobody below: its line goes."""
    return (sql.col("foot") & ~sql.col("several")).alias("leaf")


def _finish(engine: SparkEngine, left: DataFrame) -> DataFrame:
    """The same for the lines that are left, and for apexes to whom nobody is left to answer."""
    froms, tos, known = fetch(left, "s", "t", "others")
    keys, places = np.unique(np.concatenate([froms, tos]), return_inverse=True)
    below, above = places[: len(froms)].astype(np.int32), places[len(froms) :].astype(np.int32)
    weights = np.zeros(len(keys), dtype=np.int64)
    weights[below] = known
    apart = below != above
    others = _add_up(below[apart], above[apart], weights)
    return send(engine, COUNTED, i=keys, others=others)


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
