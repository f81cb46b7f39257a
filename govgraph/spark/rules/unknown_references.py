"""GG106 on Spark: bodies, kinds of body and kinds of relation that nothing goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.checks.references import CORRECT, DECLARE, end_with_meant
from govgraph.spark.graph.cells import is_among
from govgraph.spark.rules.spark_findings import SparkGroup

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from pyspark.sql import Column

    from govgraph.checks.check import Check
    from govgraph.spark.graph.inspection import Words
    from govgraph.spark.rules.facts import SparkFacts


def find_unknown_references(check: Check, facts: SparkFacts) -> Iterator[SparkGroup]:
    """Every cell that names something which is not there, one finding a cell."""
    register = facts.graph.register
    kinds, words = register.kinds, (register.body_words, register.relation_words)
    body_ends, relation_ends = (
        end_with_meant(some.get("kind", ()), known)
        for some, known in zip(words, (kinds.bodies, kinds.relations), strict=True)
    )
    strange = register.names.where(
        is_among(sql.col("kind"), _unknown(register.body_words, kinds.bodies))
    )
    yield SparkGroup(
        check,
        check.severity,
        "{} names ‘{}’, which is no kind of body here{}",
        DECLARE.format("body_kinds"),
        strange.select(
            sql.col("i").alias("a"), sql.col("kind").alias("word"), _end(body_ends).alias("meant")
        ),
        fills=("a", "word", "meant"),
        variant="unknown kind of body",
    )
    relations = register.relations.select(
        sql.col("f").alias("a"), sql.col("t").alias("b"), "start", "end", "kind"
    )
    unknown = is_among(sql.col("kind"), _unknown(register.relation_words, kinds.relations))
    for end, variant, wrong in (
        ("from", "unknown body", sql.col("a").isNull()),
        ("kind", "unknown kind of relation", unknown),
        ("to", "unknown body", sql.col("b").isNull()),
    ):
        ends = relation_ends if end == "kind" else {}
        yield SparkGroup(
            check,
            check.severity,
            f"The relation from {{}} to {{}} names ‘{{}}’, which is no {variant[8:]} here{{}}",
            DECLARE.format("relation_kinds") if end == "kind" else CORRECT,
            relations.where(wrong).withColumn("meant", _end(ends)),
            fills=("from", "to", end, "meant"),
            variant=variant,
        )


def _unknown(words: Words, known: Container[str]) -> list[str]:
    """The kinds in a table that nobody has declared."""
    return [word for word in words.get("kind", ()) if word and word not in known]


def _end(ends: Mapping[str, str]) -> Column:
    """How the sentence about each row ends."""
    # One list of branches: expressions within one another may not be a hundred deep.
    told = sql.when(sql.col("kind").isNull(), ".")
    for word, end in ends.items():
        told = told.when(sql.col("kind") == word, end)
    return told.otherwise(".")
