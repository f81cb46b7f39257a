"""Rules about the shape of lines, on Spark: GG103 and GG109."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.checks.check import Evidence
from govgraph.checks.rules.skipped_tier import REMEDY, SAYS
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.sources import WRITTEN_BASES
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.spark.rules.spark_findings import SparkGroup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import DataFrame, Row

    from govgraph.checks.check import Check
    from govgraph.checks.finding import Severity
    from govgraph.spark.graph.spark_graph import SparkGraph
    from govgraph.spark.rules.facts import SparkFacts


def find_cycles(check: Check, facts: SparkFacts) -> Iterator[SparkGroup]:
    """Each set of bodies that answer to one another, told by the rule for small structures."""
    graph = facts.graph
    if not graph.cycles:
        return
    rows = _lines_of_cycles(graph)
    keys = {row[end]: row[key] for row in rows for end, key in (("from", "s"), ("to", "t"))}
    small = AccountabilityGraph(
        _build_structure(graph, rows), Standpoint(presume=graph.standpoint.presume)
    )
    told: dict[Severity, list[tuple[int, int, str, str]]] = {}
    for finding in check.find(check, Evidence(small, small)):
        if ends := finding.subject.relation:
            row = (keys[ends[0]], keys[ends[2]], ends[1], finding.message)
            told.setdefault(finding.severity, []).append(row)
    for severity, rows_told in told.items():
        yield SparkGroup(
            check,
            severity,
            "{}",
            "Take out the line that is named, which opens the ring, or say which body is senior.",
            graph.engine.session.createDataFrame(
                rows_told, "a long, b long, kind string, word string"
            ),
            fills=("word",),
            slots={"body": "a"},
        )


def _lines_of_cycles(graph: SparkGraph) -> list[Row]:
    """Every line upward from a body of a ring, with both its bodies."""
    in_cycle = graph.in_cycle.select(sql.col("i").alias("s"))
    lines = graph.lines.join(sql.broadcast(in_cycle), "s", "left_semi").where("s <> t")
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


def find_skipped_tiers(check: Check, facts: SparkFacts) -> Iterator[SparkGroup]:
    """Lines that go past a body to which the other two also have a line."""
    graph = facts.graph
    several = graph.superior_counts.where("superiors > 1").select(sql.col("i").alias("a"))
    lines = graph.pairs.select(sql.col("s").alias("a"), sql.col("t").alias("c"), "joint")
    lower = graph.engine.cut(lines.join(several, "a", "left_semi"), "lines-of-heads")
    upper = graph.pairs.select(sql.col("s").alias("c"), sql.col("t").alias("b"))
    direct = lower.withColumnsRenamed({"c": "b", "joint": "by design"})
    passing = lower.join(upper, "c").where("a <> b").join(direct, ["a", "b"])
    passing = passing.where("not (joint and `by design`)").select("a", "b", "c")
    passing = _outside_cycles(graph, passing)
    found = graph.engine.cut(passing.groupBy("a", "b").agg(sql.min("c").alias("c")), "passing")
    firmest = (
        graph.lines.withColumnsRenamed({"s": "a", "t": "b"})
        .join(sql.broadcast(found.select("a", "b")), ["a", "b"], "left_semi")
        .groupBy("a", "b")
        .agg(sql.min(sql.struct("basis", "kind")).alias("line"))
        .select("a", "b", sql.col("line.kind").alias("kind"))
    )
    yield SparkGroup(
        check,
        check.severity,
        SAYS,
        REMEDY,
        found.join(firmest, ["a", "b"]),
        fills=("a", "b", "c"),
        slots={"body": "a", "top": "b", "middle": "c"},
    )


def _outside_cycles(graph: SparkGraph, passing: DataFrame) -> DataFrame:
    """Those of which no two of the three bodies are in one ring."""
    if not graph.cycles:
        return passing
    for key in ("a", "b", "c"):
        cycles = graph.in_cycle.withColumnsRenamed({"i": key, "place": f"ring {key}"})
        passing = passing.join(sql.broadcast(cycles), key, "left")
    for one, other in (("a", "b"), ("a", "c"), ("b", "c")):
        same = sql.col(f"ring {one}") == sql.col(f"ring {other}")
        passing = passing.where(~sql.coalesce(same, sql.lit(0) > 0))
    return passing.select("a", "b", "c")
