"""A baseline on Spark: the same file as that of a structure, made and held by joins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from pyspark.sql import Window
from pyspark.sql import functions as sql

from govgraph.checks.baseline import Measured, read_keys
from govgraph.spark.graph.fetched import send
from govgraph.spark.rules.finding_rows import make_rows
from govgraph.spark.rules.spark_findings import SHAPE, cut_findings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyspark.sql import DataFrame

    from govgraph.checks.baseline import Key
    from govgraph.spark.rules.spark_findings import SparkFindings

KEY = ("code", "subject")
TIME = "time"
"""The how-manieth finding of one key it is: two relations may read alike."""


def find_keys(findings: SparkFindings) -> Iterator[Key]:
    """What a baseline holds of the findings, in order."""
    rows = _with_keys(findings).select(*KEY).orderBy(*KEY)
    return ((row["code"], row["subject"]) for row in rows.toLocalIterator())


def hold_against(findings: SparkFindings, path: Path) -> Measured[SparkFindings]:
    """What is new since the baseline in a file.

    Raises:
        LoadError: the file is no baseline.
    """
    engine = findings.graph.engine
    entries = [*read_keys(path)]
    columns = {
        name: np.array([entry[place] for entry in entries], dtype=object)
        for place, name in enumerate(KEY)
    }
    known = _count(send(engine, "code string, subject string", **columns))
    found = engine.cut(_count(_with_keys(findings)), "keys")
    new = found.join(known, [*KEY, TIME], "left_anti")
    fresh = new.select("rule", "group", *SHAPE)
    rows, counts = cut_findings(engine, fresh, len(findings.groups))
    met = sum(findings.counts) - sum(counts)
    return Measured(replace(findings, rows=rows, counts=counts), met, len(entries) - met)


def _with_keys(findings: SparkFindings) -> DataFrame:
    """The rows of the findings with the code and the subject of each, in words."""
    kept = ["rule", *(column for column in SHAPE if column != "kind")]  # which rows have anyway
    told = make_rows(findings, findings.rows, findings.graph.register.names, kept)
    parts = ("body", "from", "relation", "to", "variant")
    named = told.withColumn("relation", sql.col("kind"))
    subject = sql.concat_ws(" ", *(sql.nullif(sql.col(part), sql.lit("")) for part in parts))
    return named.select("rule", "group", *SHAPE, "code", subject.alias("subject"))


def _count(keys: DataFrame) -> DataFrame:
    order = Window.partitionBy(*KEY).orderBy(*KEY)
    return keys.withColumn(TIME, sql.row_number().over(order))
