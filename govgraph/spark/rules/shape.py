"""Rules about the shape of lines, on Spark: GG103 and GG109."""

from __future__ import annotations

from functools import reduce
from itertools import groupby
from typing import TYPE_CHECKING

from pyspark.sql import DataFrame
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
    from collections.abc import Iterator, Sequence

    from pyspark.sql import Row

    from govgraph.checks.check import Check
    from govgraph.checks.finding import Severity
    from govgraph.model.kinds import RelationKind
    from govgraph.spark.graph.spark_graph import SparkGraph
    from govgraph.spark.rules.facts import SparkFacts

AT_ONCE = 20_000
"""Lines of rings that this machine holds while it tells their rings; one ring may have more."""


def find_cycles(check: Check, facts: SparkFacts) -> Iterator[SparkGroup]:
    """Each set of bodies that answer to one another, told by the rule for small structures.

    Rings come to this machine some at a time, each whole.
    """
    graph = facts.graph
    if not graph.has_cycles:
        return
    told: dict[Severity, list[DataFrame]] = {}
    for rows in _take_some(_lines_of_cycles(graph)):
        for severity, found in _tell(check, graph, rows).items():
            frame = graph.engine.session.createDataFrame(
                found, "a long, b long, kind string, word string"
            )
            told.setdefault(severity, []).append(graph.engine.cut(frame, "told-cycles"))
    for severity, frames in told.items():
        yield SparkGroup(
            check,
            severity,
            "{}",
            "Take out the line that is named, which opens the ring, or say which body is senior.",
            reduce(DataFrame.unionByName, frames),
            fills=("word",),
            slots={"body": "a"},
        )


def _lines_of_cycles(graph: SparkGraph) -> Iterator[Row]:
    """Every line upward from a body of a ring, ring by ring, with what its bodies are called."""
    lower, upper = (
        graph.in_cycle.withColumnsRenamed(
            {"i": key, "id": end, "name": f"{end} name", "place": f"{end} ring"}
        )
        for key, end in (("s", "from"), ("t", "to"))
    )
    apexes = graph.apexes.select(sql.col("i").alias("s"), (sql.lit(1) > 0).alias("apex"))
    lines = graph.pairs.where("answered").select("s", "t", "kind", "basis")
    lines = lines.join(lower, "s").join(apexes, "s", "left").join(upper, "t", "left")
    rows = graph.engine.cut(lines, "lines-of-cycles")
    return rows.orderBy("from ring", "from", "to").toLocalIterator()


def _take_some(rows: Iterator[Row]) -> Iterator[list[Row]]:
    """Rows of whole rings, as many as are told at once."""
    some: list[Row] = []
    for _, ring in groupby(rows, lambda row: row["from ring"]):
        some += ring
        if len(some) >= AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _tell(
    check: Check, graph: SparkGraph, rows: Sequence[Row]
) -> dict[Severity, list[tuple[int, int, str, str]]]:
    """What the rule says of some rings: the keys and the kind of a relation, and a sentence."""
    keys = {row["from"]: row["s"] for row in rows}
    structure = _build_structure(rows, graph.register.kinds.relation_kinds)
    small = AccountabilityGraph(structure, Standpoint(presume=graph.standpoint.presume))
    told: dict[Severity, list[tuple[int, int, str, str]]] = {}
    for finding in check.find(check, Evidence(small, small)):
        if ends := finding.subject.relation:
            row = (keys[ends[0]], keys[ends[2]], ends[1], finding.message)
            told.setdefault(finding.severity, []).append(row)
    return told


def _build_structure(rows: Sequence[Row], kinds: tuple[RelationKind, ...]) -> Structure:
    """The small structure of some lines, which are known to hold.

    Of a superior that stands outside the rings no more is known than that it is another.
    """
    inside = {row["from"]: (row["from name"], bool(row["apex"])) for row in rows}
    others = {key for row in rows if (key := _name_upper(row)) not in inside}
    bodies = [
        Body(id=id_, name=name, kind="body", apex=apex) for id_, (name, apex) in inside.items()
    ]
    bodies += [Body(id=id_, name=id_, kind="body") for id_ in others]
    relations = (
        Relation(
            from_body=row["from"],
            kind=row["kind"],
            to_body=_name_upper(row),
            basis=WRITTEN_BASES[min(row["basis"], len(WRITTEN_BASES) - 1)],
        )
        for row in rows
    )
    return Structure(
        bodies=tuple(sorted(bodies, key=lambda body: body.id)),
        relations=tuple(relations),
        relation_kinds=kinds,
    )


def _name_upper(row: Row) -> str:
    return row["to"] or f"\0{row['t']}"


def find_skipped_tiers(check: Check, facts: SparkFacts) -> Iterator[SparkGroup]:
    """Lines that go past a body to which the other two also have a line."""
    graph = facts.graph
    several = graph.pairs.where("superiors > 1").withColumnRenamed("s", "a")
    lower = several.select("a", sql.col("t").alias("c"), "joint")
    direct = several.select(
        "a", sql.col("t").alias("b"), "kind", sql.col("joint").alias("by design")
    )
    upper = graph.pairs.where("answered").select(sql.col("s").alias("c"), sql.col("t").alias("b"))
    passing = lower.join(upper, "c").where("a <> b").join(direct, ["a", "b"])
    passing = passing.where("not (joint and `by design`)").select("a", "b", "c", "kind")
    least = sql.min("c").alias("c"), sql.min("kind").alias("kind")
    yield SparkGroup(
        check,
        check.severity,
        SAYS,
        REMEDY,
        _outside_cycles(graph, passing).groupBy("a", "b").agg(*least),
        fills=("a", "b", "c"),
        slots={"body": "a", "top": "b", "middle": "c"},
    )


def _outside_cycles(graph: SparkGraph, passing: DataFrame) -> DataFrame:
    """Those of which no two of the three bodies are in one ring."""
    if not graph.has_cycles:
        return passing
    for key in ("a", "b", "c"):
        rings = graph.in_cycle.select(
            sql.col("i").alias(key), sql.col("place").alias(f"ring {key}")
        )
        passing = passing.join(rings, key, "left")
    for one, other in (("a", "b"), ("a", "c"), ("b", "c")):
        same = sql.col(f"ring {one}") == sql.col(f"ring {other}")
        passing = passing.where(~sql.coalesce(same, sql.lit(0) > 0))
    return passing
