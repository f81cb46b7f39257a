"""Reads a register: tables in, numbered columns out, and everything wrong with them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.errors import LoadError
from govgraph.formats.problems import Problems
from govgraph.formats.register.register_files import (
    BODY_COLUMNS,
    BODY_WORDS,
    RELATION_COLUMNS,
    RELATION_WORDS,
    find_register,
)
from govgraph.formats.register.register_kinds import Kinds, read_kinds
from govgraph.registers.reading.categorical import split_words
from govgraph.registers.reading.frames import hashes_of, join, read_batches, read_strictly, strip
from govgraph.registers.reading.hashed_identifiers import number_identifiers
from govgraph.registers.reading.headers import read_header
from govgraph.registers.reading.malformed import Inspection, find_unsound, refuse_too_many
from govgraph.registers.reading.register import BodyColumns, Register, RelationColumns
from govgraph.registers.reading.relation_ends import ENDS, Ends
from govgraph.registers.reading.row_places import skip_blank
from govgraph.registers.reading.sound_columns import ReadBodies, ReadRelations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import polars as pl

    from govgraph.formats.register.register_files import RegisterFiles, TableFiles
    from govgraph.registers.reading.hashed_identifiers import Finder
    from govgraph.registers.reading.room import Room

    Note = Callable[[str], None]


def read_register(
    path: Path,
    tell: Note | None = None,
    *,
    room: Room | None = None,
    note: Note | None = None,
) -> Register:
    """The register at a path: a folder with the tables `bodies` and `relations`, or one of these.

    Args:
        path: where it is.
        tell: is told what is being read.
        room: how much memory it may take, and where files go if that is too little.
        note: is told how far it has got, if it goes into files.

    Raises:
        LoadError: it cannot be read, or a row of it is malformed; carries every problem.
        MissingExtraError: Polars is not installed.
        OutputError: there is no room for files.
    """
    files = find_register(path)
    problems = Problems()
    kinds = _read_kinds(files, problems)
    work = room.find_work(files) if room else None
    told, noted = tell or _say_nothing, note or _say_nothing
    if work:
        from govgraph.registers.reading.out_of_core import read_large

        bodies, relations = read_large(files, work, problems, told, noted)
    else:
        told("reading bodies")
        bodies = _read_bodies(files.bodies, problems)
        told("reading relations")
        nobody = number_identifiers(*np.empty((2, 0), dtype=np.uint64))
        identifiers = nobody if bodies is None else bodies.identifiers
        relations = _read_relations(files.relations, identifiers, problems)
    problems.raise_if_any()
    if bodies is None or relations is None:  # pragma: no cover - there were problems
        raise AssertionError
    return Register(files, bodies, relations, kinds, work)


def _say_nothing(_: str) -> None:
    pass


def _read_kinds(files: RegisterFiles, problems: Problems) -> Kinds:
    try:
        return read_kinds(files.declared)
    except LoadError as error:
        problems.found += error.problems
        return Kinds()


def _read_bodies(table: TableFiles, problems: Problems) -> BodyColumns | None:
    """The bodies of a register; None if they are no table at all."""
    header = read_header(table, ("id",), BODY_COLUMNS, problems)
    if header is None:
        return None
    table, has = header
    kept = [word for word in BODY_WORDS if word in has]
    frame = read_strictly(table, ("id",), kept, ("id",), problems)
    if frame is not None and frame["id"].null_count() and (bare := skip_blank(table)).blank:
        # What is wrong beside blank rows has been said.
        table = bare
        frame = read_strictly(table, ("id",), kept, ("id",), Problems())
    if frame is None:
        return None
    refuse_too_many(table, len(frame))
    unsound = find_unsound(frame["id"])
    if len(unsound):
        frame = strip(frame, "id")
        unsound = find_unsound(frame["id"])
    ids = frame["id"]
    read = ReadBodies(
        has,
        ids,
        number_identifiers(*hashes_of(frame, "id")),
        {name: split_words(frame[name]) for name in kept},
        np.flatnonzero(ids.is_null().to_numpy()) if ids.null_count() else unsound[:0],
        unsound,
    )
    inspection = Inspection(table, problems)
    read.inspect(inspection)
    return read.make(inspection)


def _read_relations(
    table: TableFiles, identifiers: Finder, problems: Problems
) -> RelationColumns | None:
    """The relations of a register; None if they are no table at all."""
    header = read_header(table, ("from", "kind", "to"), RELATION_COLUMNS, problems)
    if header is None:
        return None
    table, has = header
    ends, columns = _take_relations(table, has, identifiers, problems)
    if len(ends.missing("from")) and len(ends.missing("to")) and (bare := skip_blank(table)).blank:
        table = bare
        ends, columns = _take_relations(table, has, identifiers, Problems())
    read = ReadRelations(
        has,
        {name: split_words(columns[name]) for name in RELATION_WORDS if name in has},
        columns["intended"].to_numpy() if "intended" in has else None,
        {end: ends.missing(end) for end in ENDS},
        {end: ends.numbers(end) for end in ENDS},
        ends.strangers(),
    )
    inspection = Inspection(table, problems)
    read.inspect(inspection)
    return read.make(inspection)


def _take_relations(
    table: TableFiles, has: Sequence[str], identifiers: Finder, problems: Problems
) -> tuple[Ends, dict[str, pl.Series]]:
    """Both ends of all relations, their words, and whether each says why it is meant."""
    kept = [word for word in RELATION_WORDS if word in has]
    intended = [name for name in ("intended",) if name in has]
    ends = Ends(identifiers)
    parts: list[dict[str, pl.Series]] = []
    for frame in read_batches(table, (*ENDS, *intended), kept, ENDS, problems):
        ends.take(frame)
        parts.append({name: frame[name] for name in kept})
        parts[-1] |= {name: frame[name].is_not_null() for name in intended}
    return ends.finish(), {name: join(part[name] for part in parts) for name in (*kept, *intended)}
