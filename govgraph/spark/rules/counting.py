"""The findings of a register on Spark, counted where they are; a few of each are fetched."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pyspark.sql import Window
from pyspark.sql import functions as sql

from govgraph.checks.finding import Severity
from govgraph.spark.graph.cells import is_among
from govgraph.spark.rules.counted import (
    EXAMPLES,
    NAMED,
    RegisterCount,
    RuleCount,
    WordCount,
)
from govgraph.spark.rules.finding_rows import make_rows

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from govgraph.spark.rules.spark_findings import SparkFindings, SparkGroup


def count_findings(findings: SparkFindings) -> RegisterCount:
    """How often each rule found something, where most often, and a few of each."""
    graph, register = findings.graph, findings.graph.register
    counts = {group: count for group, count in enumerate(findings.counts) if count}
    words = {column: _count_words(findings, column) for column in _word_columns(findings)}
    examples = _pick_examples(findings)
    rules = []
    grave = [-1]  # no rule
    by_rule = groupby(enumerate(findings.groups), lambda each: each[1].order[:2])
    for rule, (_, those) in enumerate(by_rule):
        groups = {number: group for number, group in those if number in counts}
        if groups:
            by = tuple(each[rule] for each in words.values() if rule in each)
            told = [text for number in groups for text in examples[number]]
            rules.append(_count_rule(groups, counts, by, told))
        if any(group.severity is Severity.ERROR for group in groups.values()):
            grave.append(rule)
    faulty = _about_somebody(findings).where(sql.col("rule").isin(*grave)).select("a").distinct()
    return RegisterCount(
        register.name,
        register.count,
        graph.line_count,
        graph.standpoint,
        tuple(rules),
        faulty.count(),
        findings.left_out,
    )


def _count_rule(
    groups: dict[int, SparkGroup],
    counts: dict[int, int],
    words: tuple[WordCount, ...],
    told: list[str],
) -> RuleCount:
    variants: dict[str, int] = {}
    for number, group in groups.items():
        variants[group.variant] = variants.get(group.variant, 0) + counts[number]
    first = next(iter(groups.values()))
    return RuleCount(
        first.check, first.severity, tuple(variants.items()), words, tuple(told[:EXAMPLES])
    )


def _about_somebody(findings: SparkFindings) -> DataFrame:
    """The findings about a body that is known."""
    return findings.rows.where(sql.col("a").isNotNull())


def _word_columns(findings: SparkFindings) -> list[str]:
    """The columns of bodies by whose words findings are counted."""
    register = findings.graph.register
    there = {"kind": "kind" in register.body_words, "area": register.has_areas}
    return [column for column, has in there.items() if has]


def _count_words(findings: SparkFindings, column: str) -> dict[int, WordCount]:
    """For each rule the words that the bodies found fault with have most often in a column."""
    register = findings.graph.register
    kinds = register.body_kinds if column == "kind" else None
    bodies = (register.names if kinds is None else register.bodies).select(
        sql.col("i").alias("a"), sql.col(column).alias("word")
    )
    found = _about_somebody(findings).select("rule", "a").join(bodies, "a")
    counted = register.engine.cut(found.groupBy("rule", "word").count(), "words")
    order = Window.partitionBy("rule").orderBy(sql.desc("count"), "word")
    total = sql.sum("count").over(Window.partitionBy("rule")).alias("total")
    ranked = counted.select("*", sql.row_number().over(order).alias("place"), total)
    most: dict[int, list[tuple[str, int]]] = {}
    totals: dict[int, int] = {}
    for rule, word, count, _, all_ in (
        ranked.where(sql.col("place") <= NAMED).orderBy("rule", "place").collect()
    ):
        most.setdefault(rule, []).append((word if kinds is None else kinds[word], count))
        totals[rule] = all_
    return {
        rule: WordCount(column, tuple(those), totals[rule] - sum(count for _, count in those))
        for rule, those in most.items()
    }


def _pick_examples(findings: SparkFindings) -> dict[int, list[str]]:
    """What the first findings of each group say, in the order of their keys."""
    order = Window.partitionBy("group").orderBy("a", "b", "start", "end", "kind")
    ranked = findings.rows.withColumn("place", sql.row_number().over(order))
    few = findings.graph.engine.cut(
        ranked.where(sql.col("place") <= EXAMPLES).drop("place"), "examples"
    )
    keys = {key for row in few.select("a", "b", "c").collect() for key in row if key is not None}
    names = findings.graph.register.names.where(is_among(sql.col("i"), keys))
    names = sql.broadcast(findings.graph.engine.cut(names, "named"))  # a few of each group
    told: dict[int, list[str]] = {}
    for group, message in make_rows(findings, few, names).select("group", "message").collect():
        told.setdefault(group, []).append(message)
    return {group: sorted(messages) for group, messages in told.items()}
