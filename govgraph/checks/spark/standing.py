"""Rules about one body and those above it, on Spark: GG101, 102, 104, 105, 107, 108 and 113.

The sentences are those of `govgraph.checks.registers.standing`; the tests hold the two together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.checks.finding import Severity
from govgraph.checks.registers.standing import MEND, RECORD, SETTLE
from govgraph.checks.spark.footings import flag
from govgraph.checks.spark.found import SparkFound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import DataFrame

    from govgraph.checks.check import Check
    from govgraph.checks.spark.footings import SparkFootings


def find_orphans(check: Check, footings: SparkFootings) -> Iterator[SparkFound]:
    """Bodies without any line of account, by what ties them to others."""
    graph = footings.graph
    apart = graph.ties.where("holds and f <> t")
    ends = apart.select(sql.col("f").alias("i")).union(apart.select("t")).distinct()
    bodies = flag(footings.orphaned, "answered", graph.subordinate_counts)
    bodies = graph.engine.cut(flag(bodies, "linked", ends), "orphans")
    softened = min(check.severity, Severity.WARNING)
    for variant, says, chosen in (
        ("part-of only", "from {} to anybody is stated: being part of another is none.", "part"),
        (
            "nobody above it",
            "leads from {} to anybody, though others answer to it.",
            "not part and answered",
        ),
        (
            "linked only",
            "leads from {} to anybody: none of its relations is one.",
            "not (part or answered) and linked",
        ),
        (
            "isolated",
            "leads from {}, nor any other relation.",
            "not (part or answered or linked)",
        ),
    ):
        yield SparkFound(
            check,
            softened if variant == "part-of only" else check.severity,
            f"No line of account {says}",
            RECORD,
            bodies.where(chosen).select(sql.col("i").alias("a")),
            fills=("a",),
            variant=variant,
        )


def find_broken_chains(check: Check, footings: SparkFootings) -> Iterator[SparkFound]:
    """Bodies with lines of account of which none leads to an apex, by why a chain stops."""
    broken = footings.graph.engine.cut(
        footings.broken.select(
            sql.col("i").alias("a"), sql.col("at").alias("b"), "gap", "ring", "itself"
        ),
        "broken",
    )
    for variant, why, chosen in (
        ("a line is missing", "a line from which is written that does not hold", "gap"),
        ("nobody above it", "above which there is nobody", "not (gap or ring or itself)"),
        ("answers only to itself", "which answers only to itself", "itself"),
        ("cycle", "one of a ring of bodies that answer to one another", "ring"),
    ):
        yield SparkFound(
            check,
            check.severity,
            "No chain from {} arrives at an apex: a line from it is written that does not hold.",
            MEND,
            broken.where(f"{chosen} and a = b").select("a"),
            fills=("a",),
            variant=variant,
        )
        yield SparkFound(
            check,
            check.severity,
            f"No chain from {{}} arrives at an apex: one stops at {{}}, {why}.",
            "Mend the chain at the body where it stops.",
            broken.where(f"{chosen} and a <> b").select("a", "b"),
            fills=("a", "b"),
            variant=variant,
        )
    yield SparkFound(
        check,
        check.severity,
        "No chain from {} arrives at an apex: several lead up from it, and each of them stops.",
        "Ask for its chain to see where, and mend one there.",
        broken.where("b is null").select("a"),
        fills=("a",),
        variant="several chains",
    )


def find_self_accountability(check: Check, footings: SparkFootings) -> Iterator[SparkFound]:
    """Lines from a body to itself."""
    own = footings.graph.lines.where("s = t")
    yield SparkFound(
        check,
        check.severity,
        "{} answers to itself.",
        "Name the body that it really answers to, or take the relation out.",
        own.select(sql.col("s").alias("a"), sql.col("t").alias("b"), "kind"),
        fills=("a",),
    )


def find_dual_accountability(check: Check, footings: SparkFootings) -> Iterator[SparkFound]:
    """Bodies with more than one direct superior, intended or not."""
    graph = footings.graph
    meant = graph.lines.where("intended and s <> t").select("s", "t").distinct()
    meant = meant.groupBy(sql.col("s").alias("i")).agg(sql.count("t").alias("meant"))
    several = graph.superior_counts.where("superiors > 1").join(meant, "i", "left")
    bodies = several.select(
        sql.col("i").alias("a"),
        sql.col("superiors").alias("n"),
        (sql.coalesce("meant", sql.lit(0)) >= sql.col("superiors") - 1).alias("intended"),
    )
    bodies = graph.engine.cut(bodies, "dual")
    softened = min(check.severity, Severity.INFORMATION)
    told = "Lines of account lead from {} to {} bodies"
    for variant, severity, says, remedy, chosen in (
        ("", check.severity, f"{told}.", SETTLE, "not intended"),
        ("intended", softened, f"{told}; this is intended.", "", "intended"),
    ):
        yield SparkFound(
            check,
            severity,
            says,
            remedy,
            bodies.where(chosen).select("a", "n"),
            fills=("a", "n"),
            variant=variant,
        )


def find_no_apex(check: Check, footings: SparkFootings) -> Iterator[SparkFound]:
    """One finding where there are bodies and none is an apex."""
    graph = footings.graph
    if graph.apexes.isEmpty() and not graph.bodies.isEmpty():
        yield SparkFound(
            check,
            check.severity,
            "No body is marked as an apex, where accountability ends.",
            "Mark the body at which accountability ends in the column ‘apex’.",
            _one_row(footings),
        )


def find_several_apexes(check: Check, footings: SparkFootings) -> Iterator[SparkFound]:
    """One finding where more than one body is an apex."""
    count = footings.graph.apexes.count()
    if count > 1:
        yield SparkFound(
            check,
            check.severity,
            f"Accountability ends in {count:,} places.",
            "Make sure that each of them really answers to nobody here.",
            _one_row(footings),
        )


def _one_row(footings: SparkFootings) -> DataFrame:
    """One row that says of nobody."""
    return footings.graph.engine.session.range(1).select(sql.lit(None).cast("long").alias("a"))


def find_weak_chains(check: Check, footings: SparkFootings) -> Iterator[SparkFound]:
    """Bodies whose every chain to an apex leans on a line nobody states."""
    yield SparkFound(
        check,
        check.severity,
        "Every chain from {} to an apex leans on a line that no source states.",
        "Find the source that states each line of it, or have one agreed.",
        footings.weak.select(sql.col("i").alias("a")),
        fills=("a",),
    )
