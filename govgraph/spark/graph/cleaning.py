"""The rows of a register's two tables, cleaned: flags, numbers and days in place of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.graph.lives import ALWAYS, NEVER, STATUSES
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.sources import WRITTEN_BASES
from govgraph.spark.graph.cells import is_among, read_cell
from govgraph.spark.graph.inspection import is_number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pyspark.sql import Column, DataFrame

    from govgraph.spark.graph.inspection import Inspection, Words
    from govgraph.spark.graph.spark_engine import SparkEngine

FLAGGED = ("apex", "outside")
"""The columns of bodies that are true or false."""
UNSAID = {"begins": ALWAYS, "ends": int(NEVER)}
"""The days of a life, and what they are for who has none written."""


def name_columns(seen: Inspection) -> list[Column]:
    """What bodies are called and counted by, as text."""
    cell = _cells(seen)
    return [
        cell("id").alias("id"),
        sql.coalesce(cell("name"), cell("id")).alias("name"),
        sql.coalesce(cell("kind"), sql.lit("")).alias("kind"),
        sql.coalesce(cell("area"), sql.lit("")).alias("area"),
    ]


def _cells(seen: Inspection) -> Callable[[str], Column]:
    """What reads a column of a table, also one that is not there."""
    none, there = sql.lit(None).cast("string"), seen.frame.columns
    return lambda column: read_cell(column, bare=column in seen.bare) if column in there else none


def clean_bodies(engine: SparkEngine, seen: Inspection) -> DataFrame:
    """The bodies as they are worked with, without keys: `id`, and what is said of each."""
    cell, words = _cells(seen), seen.words
    counts = [word for word in words.get("count", {}) if word and is_number(word) and int(word)]
    true = ([word for word in words.get(name, ()) if word.casefold() == "true"] for name in FLAGGED)
    apex, outside = (
        sql.coalesce(is_among(cell(name), those), sql.lit(0) > 0)
        for name, those in zip(FLAGGED, true, strict=True)
    )
    columns = seen.frame.select(
        cell("id").alias("id"),
        apex.alias("apex"),
        (outside & ~apex).alias("outside"),
        sql.when(cell("count").isin(*counts or ("",)), cell("count")).alias("written"),
        cell("kind").alias("kind"),
        *_life(cell, words, "from"),
    )
    counted = sql.coalesce(sql.col("written").try_cast("int"), sql.lit(1)).alias("counts")
    places = {kind: place for place, kind in enumerate(list_kinds(words))}
    numbered = _number(engine, columns, "kind", places, 0)  # the empty word comes first
    return _date_lives(engine, numbered.select("*", counted).drop("written"), words, "from")


def list_kinds(words: Words) -> list[str]:
    """The kinds of a table of bodies, in order; the empty word stands for none."""
    return sorted(words.get("kind", ("",)))


def _number(
    engine: SparkEngine, frame: DataFrame, column: str, known: Mapping[str, int], none: int
) -> DataFrame:
    """The same with the number of each word of a column in place of the word."""
    numbers = engine.session.createDataFrame([*known.items()], f"{column} string, number int")
    placed = frame.join(sql.broadcast(numbers), column, "left").drop(column)
    return placed.withColumn(column, sql.coalesce("number", sql.lit(none))).drop("number")


def clean_relations(engine: SparkEngine, seen: Inspection) -> DataFrame:
    """The relations as they are worked with, without keys."""
    cell, basis = _cells(seen), sql.lit(0)
    for each in WRITTEN_BASES:
        basis = sql.when(cell("basis") == str(each), int(each)).otherwise(basis)
    columns = seen.frame.select(
        cell("from").alias("start"),
        cell("to").alias("end"),
        cell("kind").alias("kind"),
        basis.alias("basis"),
        cell("intended").isNotNull().alias("intended"),
        *_life(cell, seen.words, "since"),
    )
    return _date_lives(engine, columns, seen.words, "since")


def _life(cell: Callable[[str], Column], words: Words, begins: str) -> list[Column]:
    """Status and dates of a row as they are written; of the dates, those that some row has."""
    status = sql.lit(STATUSES.index(Status.ACTIVE))
    for word in filter(None, words.get("status", ())):
        status = sql.when(cell("status") == word, STATUSES.index(Status(word))).otherwise(status)
    said = (cell(column).alias(day) for day, (column, _) in _said_days(words, begins).items())
    return [status.alias("status"), *said]


def _said_days(words: Words, begins: str) -> dict[str, tuple[str, list[str]]]:
    """The days of which some row says something: the column where they stand, and its dates."""
    columns = {"begins": begins, "ends": "until"}
    said = {day: [*filter(None, words.get(column, ()))] for day, column in columns.items()}
    return {day: (columns[day], dates) for day, dates in said.items() if dates}


def unsaid_days(words: Words, begins: str) -> dict[str, Column]:
    """The days of which no row of a table says anything: they are kept in no table."""
    said = _said_days(words, begins)
    return {day: sql.lit(none) for day, none in UNSAID.items() if day not in said}


def _date_lives(engine: SparkEngine, frame: DataFrame, words: Words, begins: str) -> DataFrame:
    """The same with days for dates: each date is read once, on this machine."""
    for day, (_, dates) in _said_days(words, begins).items():
        known = {word: _day(word, first=day == "begins") for word in dates}
        frame = _number(engine, frame, day, known, UNSAID[day])
    return frame


def _day(word: str, *, first: bool) -> int:
    date = PartialDate.parse(word)
    return (date.first_day if first else date.last_day).toordinal()
