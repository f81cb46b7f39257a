"""Where the chains of a register on Spark stop that arrive nowhere, and why."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from pyspark.sql import DataFrame
from pyspark.sql import functions as sql

from govgraph.checks.facts import Why
from govgraph.model.sources import NO_BASIS
from govgraph.spark.graph.line_pairs import Pairs
from govgraph.spark.graph.reached_bodies import find_nearest

if TYPE_CHECKING:
    from govgraph.spark.graph.spark_graph import SparkGraph


def find_stops(graph: SparkGraph, unfirm: DataFrame) -> DataFrame:
    """The nearest stop of bodies that arrive nowhere: `i`, `stop`, `why`, `here`, `in_cycle`.

    A ring is a stop only where a chain meets no other.

    Args:
        graph: who answers to whom.
        unfirm: bodies that no stated chain brings to an apex, presumed lines counted, with their
            `firmness`, `superiors`, whether they are `owning`, and what is `excluded`.
    """
    lost = unfirm.where(sql.col("firmness") == NO_BASIS)
    if graph.presumed is not graph:  # then a chain may have arrived by presumed lines alone
        lost = unfirm.join(graph.arrivals.firmness, "i", "left_anti")
        lost = graph.engine.cut(lost, "lost")
    why = sql.when(sql.col("excluded") > 0, sql.col("excluded"))
    why = why.when(sql.col("owning"), int(Why.ITSELF)).otherwise(int(Why.NOBODY))
    ends = lost.where("excluded > 0 or superiors = 0").select("i", why.alias("rank"))
    found = _follow(graph, lost, ends, "stops")
    if graph.has_cycles:
        rest = graph.engine.cut(lost.join(found, "i", "left_anti"), "ring-bound")
        in_cycle = rest.join(graph.in_cycle.select("i"), "i", "left_semi")
        cycles = in_cycle.select("i", sql.lit(int(Why.CYCLE)).alias("rank"))
        found = found.unionByName(_follow(graph, rest, cycles, "ring-stops"))
    here = sql.col("at") == sql.col("i")
    stops = found.select(
        "i",
        sql.col("at").alias("stop"),
        sql.col("rank").alias("why"),
        here.alias("here"),
        (here & (sql.col("rank") == int(Why.CYCLE))).alias("in_cycle"),
    )
    return graph.engine.cut(stops, "stops")


def _follow(graph: SparkGraph, bodies: DataFrame, ends: DataFrame, name: str) -> DataFrame:
    """The nearest of some ends above each body."""
    going = bodies.select("i").join(ends, "i", "left_anti").withColumnRenamed("i", "s")
    astray = reduce(DataFrame.unionByName, graph.arrivals.astray)
    lines = astray.join(going, "s", "left_semi").select("s", "t")
    rows, counted = graph.engine.cut_counted(lines, f"{name}-lines", {"lines": sql.count("s")})
    pairs = Pairs(graph.engine, rows, counted["lines"])
    return find_nearest(pairs, ends, graph.register.hot, name)
