"""The two tables of a register as Spark reads them: Parquet, wherever the cluster finds it."""

from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pyspark.errors import AnalysisException

from govgraph.errors import LoadError, Place, Problem
from govgraph.formats.problems import Problems, nearest_spelling, shown, visible
from govgraph.formats.register.register_files import find_register
from govgraph.formats.register.register_kinds import TABLES, find_declared, read_kinds
from govgraph.spark.graph.failures import explained
from govgraph.spark.graph.rounds import NOTHING_THERE, is_uri, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyspark.sql import DataFrame

    from govgraph.formats.register.register_kinds import Kinds
    from govgraph.spark.graph.spark_engine import SparkEngine

NO_TEXT = {"array": "lists", "map": "maps", "struct": "records"}
"""What a cell may hold that is no word, by what Spark calls it."""
FORMS = ("{0}.parquet", "{0}", "{0}-*.parquet")
"""Where a table may stand in a register: one file, or a folder of them, or numbered parts."""


def open_table(engine: SparkEngine, register: str, name: str) -> tuple[str, DataFrame]:
    """One table of a register, and where it is.

    Raises:
        LoadError: it is not there, or is no Parquet.
        EngineError: it cannot be read.
    """
    if not is_uri(register) and Path(register).exists():
        return _open_here(engine, Path(register), name)
    for form in FORMS:
        where = f"{resolve(register).rstrip('/')}/{form.format(name)}"
        frame = _try(engine, where)
        if frame is not None:
            return where, frame
    message = f"the table '{name}' of a register is not there, or there is no Parquet in it"
    allowed = tuple(form.format(name) for form in FORMS)
    raise LoadError((Problem(Place(visible(register), 0, 0), message, allowed=allowed),))


def _open_here(engine: SparkEngine, path: Path, name: str) -> tuple[str, DataFrame]:
    """A table that this machine sees too, so that more can be said of what is wrong with it."""
    files = find_register(path)
    table = files.bodies if name == "bodies" else files.relations
    if not table.is_parquet:
        message = "the engine for Spark reads Parquet, and this is CSV"
        raise LoadError((Problem(Place(visible(str(table.parts[0])), 0, 0), message),))
    parts = [str(part.absolute()) for part in table.parts]
    with explained(f"{visible(parts[0])} cannot be read"):
        frame = engine.session.read.parquet(*parts)
        frame.schema  # noqa: B018 - asks the engine to look now
    return visible(str(table.parts[0])), frame


def _try(engine: SparkEngine, where: str) -> DataFrame | None:
    """What stands there; None if nothing does, which engines say in different ways."""
    with explained(f"{visible(where)} cannot be read"):
        frame = engine.session.read.parquet(where)
        try:
            columns = frame.columns  # asks the engine to look now
        except AnalysisException as error:
            if any(reason in str(error) for reason in NOTHING_THERE):
                return None
            raise
    return frame if columns else None


def read_declared_kinds(engine: SparkEngine, register: str) -> Kinds:
    """The kinds that a register knows, with those that tables beside its own declare.

    Raises:
        LoadError: one of these tables cannot be read; carries every problem.
        EngineError: likewise, where only the engine can.
    """
    if not is_uri(register):
        return read_kinds(find_declared(Path(register)))
    with TemporaryDirectory() as copies:
        for name in TABLES:
            where = f"{register.rstrip('/')}/{name}"
            with explained(f"{visible(where)} cannot be read"):
                read = engine.session.read
                rows = _read_rows(read.csv(f"{where}.csv", header=True))
                rows = rows or _read_rows(read.parquet(f"{where}.parquet"))
            if rows:
                with Path(copies, f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                    csv.writer(file).writerows(rows)
        return read_kinds(find_declared(Path(copies)))


def _read_rows(frame: DataFrame) -> list[list[str]]:
    """The heading and the rows of a small table, in any order; none if it is not there."""
    try:
        columns = frame.columns
    except AnalysisException as error:
        if "PATH_NOT_FOUND" in str(error):
            return []
        raise
    return [columns, *([cell or "" for cell in row] for row in frame.collect())] if columns else []


def check_columns(
    frame: DataFrame,
    where: str,
    required: Sequence[str],
    known: Sequence[str],
    problems: Problems,
) -> None:
    """Complain of columns that are missing, hold no text, or are nearly called like one that is."""
    place, columns = Place(where, 0, 0), frame.columns
    for field in frame.schema:
        kind = field.dataType.typeName()
        if field.name in known and kind in NO_TEXT:
            message = f"the column '{shown(field.name)}' holds {NO_TEXT[kind]}, not text"
            problems.add(place, message)
    for column in columns:
        meant = "" if column in known else nearest_spelling(column, known)
        if meant and meant not in columns:
            message = f"there is no column '{shown(column)}' here"
            problems.add(place, message, found=column, allowed=known, nearest=meant)
    for column in required:
        if column not in columns:
            message = f"the column '{column}' is missing"
            problems.add(place, message, allowed=tuple(known), nearest="")
