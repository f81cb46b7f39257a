"""GG106 on Spark: bodies, kinds of body and kinds of relation that nothing goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.checks.references import CORRECT, DECLARE
from govgraph.spark.graph.cells import is_among
from govgraph.spark.rules.spark_findings import SparkGroup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.checks.check import Check
    from govgraph.spark.rules.facts import SparkFacts


def find_unknown_references(check: Check, facts: SparkFacts) -> Iterator[SparkGroup]:
    """Every cell that names something which is not there, one finding a cell."""
    register = facts.graph.register
    known = is_among(sql.col("kind"), ("", *register.kinds.bodies))
    strange = register.names.where(~known)
    yield SparkGroup(
        check,
        check.severity,
        "{} names ‘{}’, which is no kind of body here.",
        DECLARE.format("body_kinds"),
        strange.select(sql.col("i").alias("a"), sql.col("kind").alias("word")),
        fills=("a", "word"),
        variant="unknown kind of body",
    )
    relations = register.relations.select(
        sql.col("f").alias("a"), sql.col("t").alias("b"), "start", "end", "kind"
    )
    for end, variant, wrong in (
        ("from", "unknown body", sql.col("a").isNull()),
        ("kind", "unknown kind of relation", ~is_among(sql.col("kind"), register.kinds.relations)),
        ("to", "unknown body", sql.col("b").isNull()),
    ):
        yield SparkGroup(
            check,
            check.severity,
            f"The relation from {{}} to {{}} names ‘{{}}’, which is no {variant[8:]} here.",
            DECLARE.format("relation_kinds") if end == "kind" else CORRECT,
            relations.where(wrong),
            fills=("from", "to", end),
            variant=variant,
        )
