"""Rules about the shape of lines, on Spark: GG103, GG109, GG110, GG111, GG112."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.checks.check import Evidence
from govgraph.checks.rules.chain_too_deep import STEPS
from govgraph.checks.rules.single_point_of_failure import DEPENDANTS
from govgraph.checks.rules.span_too_wide import SPAN
from govgraph.checks.spark.found import SparkFound
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.sources import WRITTEN_BASES
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import DataFrame, Row

    from govgraph.checks.check import Check
    from govgraph.checks.spark.footings import SparkFootings
    from govgraph.graph.spark.lines import SparkGraph


def find_cycles(check: Check, footings: SparkFootings) -> Iterator[SparkFound]:
    """Each set of bodies that answer to one another, told by the rule for small structures."""
    graph = footings.graph
    if not graph.rings:
        return
    rows = _lines_of_rings(graph)
    keys = {row[end]: row[key] for row in rows for end, key in (("from", "s"), ("to", "t"))}
    small = AccountabilityGraph(
        _build_structure(graph, rows), Standpoint(presume=graph.standpoint.presume)
    )
    told = [
        (keys[ends[0]], keys[ends[2]], ends[1], finding.message)
        for finding in check.find(check, Evidence(small, small))
        if (ends := finding.subject.relation)
    ]
    yield SparkFound(
        check,
        check.severity,
        "{}",
        "Take out the line that is named, which opens the ring, or say which body is senior.",
        graph.engine.session.createDataFrame(told, "a long, b long, kind string, word string"),
        fills=("word",),
    )


def _lines_of_rings(graph: SparkGraph) -> list[Row]:
    """Every line upward from a body of a ring, with both its bodies."""
    ringed = graph.ringed.select(sql.col("i").alias("s"))
    lines = graph.lines.join(sql.broadcast(ringed), "s", "left_semi").where("s <> t")
    lines = graph.engine.cut(lines.select("s", "t", "kind", "basis"), "lines-of-rings")
    for key, end in (("s", "from"), ("t", "to")):
        names = graph.register.names.select(
            sql.col("i").alias(key),
            sql.col("id").alias(end),
            sql.col("name").alias(f"{end} name"),
        )
        apexes = graph.register.bodies.select(
            sql.col("i").alias(key), sql.col("apex").alias(f"{end} apex")
        )
        lines = lines.join(names, key).join(apexes, key)
    return lines.orderBy("from", "to", "kind", "basis").collect()


def _build_structure(graph: SparkGraph, rows: list[Row]) -> Structure:
    """The small structure of some lines, which are known to hold."""
    ends = sorted({(row[e], row[f"{e} name"], row[f"{e} apex"]) for row in rows for e in ENDS})
    bodies = (Body(id=id_, name=name, kind="body", apex=apex) for id_, name, apex in ends)
    relations = (
        Relation(
            from_body=row["from"],
            kind=row["kind"],
            to_body=row["to"],
            basis=WRITTEN_BASES[min(row["basis"], len(WRITTEN_BASES) - 1)],
        )
        for row in rows
    )
    return Structure(
        bodies=tuple(bodies),
        relations=tuple(relations),
        relation_kinds=graph.register.kinds.relation_kinds,
    )


ENDS = ("from", "to")


def find_skipped_tiers(check: Check, footings: SparkFootings) -> Iterator[SparkFound]:
    """Lines that go past a body to which the other two also have a line."""
    graph = footings.graph
    several = graph.superior_counts.where("superiors > 1").select(sql.col("i").alias("a"))
    lines = graph.pairs.select(sql.col("s").alias("a"), sql.col("t").alias("c"))
    lower = graph.engine.cut(lines.join(several, "a", "left_semi"), "lines-of-heads")
    upper = graph.pairs.select(sql.col("s").alias("c"), sql.col("t").alias("b"))
    direct = lower.withColumnRenamed("c", "b")
    passing = lower.join(upper, "c").where("a <> b").join(direct, ["a", "b"], "left_semi")
    passing = _outside_rings(graph, passing)
    found = graph.engine.cut(passing.groupBy("a", "b").agg(sql.min("c").alias("c")), "passing")
    firmest = (
        graph.lines.withColumnsRenamed({"s": "a", "t": "b"})
        .join(sql.broadcast(found.select("a", "b")), ["a", "b"], "left_semi")
        .groupBy("a", "b")
        .agg(sql.min(sql.struct("basis", "kind")).alias("line"))
        .select("a", "b", sql.col("line.kind").alias("kind"))
    )
    yield SparkFound(
        check,
        check.severity,
        "A line leads from {} straight to {}, and another there through {}.",
        "Keep one of the two, or say why the body in the middle may be passed by.",
        found.join(firmest, ["a", "b"]),
        fills=("a", "b", "c"),
    )


def _outside_rings(graph: SparkGraph, passing: DataFrame) -> DataFrame:
    """Those of which no two of the three bodies are in one ring."""
    if not graph.rings:
        return passing
    for key in ("a", "b", "c"):
        rings = graph.ringed.withColumnsRenamed({"i": key, "place": f"ring {key}"})
        passing = passing.join(sql.broadcast(rings), key, "left")
    for one, other in (("a", "b"), ("a", "c"), ("b", "c")):
        same = sql.col(f"ring {one}") == sql.col(f"ring {other}")
        passing = passing.where(~sql.coalesce(same, sql.lit(0) > 0))
    return passing.select("a", "b", "c")


def find_single_points(check: Check, footings: SparkFootings) -> Iterator[SparkFound]:
    """Bodies that several others depend on for their chain."""
    graph = footings.graph
    bodies = graph.count_dependants(DEPENDANTS).join(graph.apexes, "i", "left_anti")
    yield SparkFound(
        check,
        check.severity,
        "Without {}, {} other bodies lose their last line of account.",
        "Agree what happens to them should it end.",
        bodies.select(sql.col("i").alias("a"), sql.col("others").alias("n")),
        fills=("a", "n"),
    )


def find_deep_chains(check: Check, footings: SparkFootings) -> Iterator[SparkFound]:
    """Bodies at the foot of a chain of too many steps."""
    graph = footings.graph
    foot = graph.find_deep(STEPS + 1)
    yield SparkFound(
        check,
        check.severity,
        "The longest chain upward from {} has {} steps.",
        "Let a body in the middle of the chain answer higher up.",
        foot.select(sql.col("i").alias("a"), sql.col("steps").alias("n")),
        fills=("a", "n"),
    )


def find_wide_spans(check: Check, footings: SparkFootings) -> Iterator[SparkFound]:
    """Bodies with too many direct subordinates; a placeholder counts as often as it says."""
    graph = footings.graph
    spans = graph.subordinate_counts.withColumnRenamed("subordinates", "n")
    if "count" in graph.register.body_words:
        several = graph.register.bodies.where("counts > 1")
        more = several.select(sql.col("i").alias("s"), (sql.col("counts") - 1).alias("more"))
        added = graph.pairs.join(more, "s").groupBy(sql.col("t").alias("i"))
        spans = spans.join(added.agg(sql.sum("more").alias("more")), "i", "left")
        spans = spans.select("i", (sql.col("n") + sql.coalesce("more", sql.lit(0))).alias("n"))
    yield SparkFound(
        check,
        check.severity,
        "{} bodies answer directly to {}.",
        "Put a body between some of them and it, or let them report together.",
        spans.where(sql.col("n") > SPAN).select(sql.col("i").alias("a"), "n"),
        fills=("n", "a"),
    )
