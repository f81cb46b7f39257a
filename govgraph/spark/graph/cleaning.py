"""The rows of a register's two tables, cleaned: flags, numbers and days in place of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.graph.lives import STATUSES
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.sources import WRITTEN_BASES
from govgraph.spark.graph.cells import always, is_among, never, read_cell
from govgraph.spark.graph.inspection import is_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyspark.sql import Column, DataFrame

    from govgraph.spark.graph.inspection import Inspection, Words
    from govgraph.spark.graph.spark_engine import SparkEngine

FLAGGED = ("apex", "outside")
"""The columns of bodies that are true or false."""


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
    numbered = _number_kinds(engine, columns, list_kinds(words))
    return _date_lives(engine, numbered.select("*", counted).drop("written"), words, "from")


def list_kinds(words: Words) -> list[str]:
    """The kinds of a table of bodies, in order; the empty word stands for none."""
    return sorted(words.get("kind", ("",)))


def _number_kinds(engine: SparkEngine, frame: DataFrame, kinds: list[str]) -> DataFrame:
    """The same with the place of each kind in place of its name."""
    known = engine.session.createDataFrame([*enumerate(kinds)], "place int, kind string")
    placed = frame.join(sql.broadcast(known), "kind", "left").drop("kind")
    none = sql.lit(0)  # the empty word comes first
    return placed.withColumn("kind", sql.coalesce("place", none)).drop("place")


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
    said = (
        cell(written).alias(day)
        for day, written, _ in _dates(begins)
        if any(words.get(written, ()))
    )
    return [status.alias("status"), *said]


def _dates(begins: str) -> tuple[tuple[str, str, Column], ...]:
    """The days of a life, the columns in which they are written, and the day of who has none."""
    return (("begins", begins, always()), ("ends", "until", never()))


def unsaid_days(words: Words, begins: str) -> dict[str, Column]:
    """The days of which no row of a table says anything: they are kept in no table."""
    return {day: none for day, written, none in _dates(begins) if not any(words.get(written, ()))}


def _date_lives(engine: SparkEngine, frame: DataFrame, words: Words, begins: str) -> DataFrame:
    """The same with days for dates: each date is read once, on this machine."""
    for column, written, unsaid in _dates(begins):
        if dates := [word for word in words.get(written, ()) if word]:
            days = [(word, _day(word, first=column == "begins")) for word in dates]
            known = engine.session.createDataFrame(days, f"{column} string, day int")
            frame = frame.join(sql.broadcast(known), column, "left").drop(column)
            frame = frame.withColumn(column, sql.coalesce("day", unsaid)).drop("day")
    return frame


def _day(word: str, *, first: bool) -> int:
    date = PartialDate.parse(word)
    return (date.first_day if first else date.last_day).toordinal()
