"""How long the longest chain upward of a body is: rounds that take the uppermost lines away."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
from pyspark.sql import DataFrame
from pyspark.sql import functions as sql

from govgraph.graph import contraction
from govgraph.graph.spark.fetched import ROW, fetch, number_bodies, send
from govgraph.graph.spark.skew import join_hot

if TYPE_CHECKING:
    from govgraph.graph.spark.engine import SparkEngine

DEEP = f"{ROW}, steps long"


def find_deep(engine: SparkEngine, lines: DataFrame, least: int, hot: tuple[int, ...]) -> DataFrame:
    """The bodies whose longest chain upward has so many steps or more: `i`, `steps`.

    In each round those are known to be one step deeper from which a line leads to a body that has
    a line itself, as the lines then stand.

    Args:
        engine: what works it out.
        lines: pairs `s`, `t` without a ring.
        least: steps; what is less deep is left out.
        hot: bodies with very many lines to them.
    """
    left = lines.select("s", "t")
    found: list[DataFrame] = []
    steps = 0
    while count := left.count():
        engine.note(f"depths: {count:,} lines left")
        if count <= engine.few:
            found.append(_finish(engine, left, steps, least))
            break
        steps += 1
        answering = left.select(sql.col("s").alias("t")).distinct()
        if steps >= least:
            deep = answering.select(sql.col("t").alias("i"))
            found.append(deep.withColumn("steps", sql.lit(steps).cast("long")))
        left = engine.cut(join_hot(left, answering, "t", "left_semi", hot), "depths")
    every = reduce(DataFrame.unionByName, found, engine.session.createDataFrame([], DEEP))
    return every.groupBy("i").agg(sql.max("steps").alias("steps"))


def _finish(engine: SparkEngine, left: DataFrame, steps: int, least: int) -> DataFrame:
    """The same for the few lines that are left, whose uppermost bodies stand `steps` deep."""
    keys, froms, tos = number_bodies(*fetch(left, "s", "t"))
    depths = contraction.depths(len(keys), froms, tos).astype(np.int64) + steps
    deep = (depths >= least) & np.isin(np.arange(len(keys)), froms)
    return send(engine, DEEP, i=keys[deep], steps=depths[deep])
