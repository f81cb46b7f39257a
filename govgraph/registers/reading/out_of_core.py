"""Reads a register whose columns do not fit into memory: some rows at a time, into files."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import numpy as np

from govgraph.formats.problems import Problems
from govgraph.formats.register.register_files import (
    BODY_COLUMNS,
    BODY_WORDS,
    RELATION_COLUMNS,
    RELATION_WORDS,
)
from govgraph.registers.reading.frames import read_slices, take_few
from govgraph.registers.reading.hashed_identifiers import UNKNOWN
from govgraph.registers.reading.headers import read_header
from govgraph.registers.reading.large_identifiers import resolve
from govgraph.registers.reading.large_table import LargeTable
from govgraph.registers.reading.malformed import Inspection
from govgraph.registers.reading.relation_ends import ENDS, join_rows, number_rows
from govgraph.registers.reading.row_places import skip_blank
from govgraph.registers.reading.sound_columns import ReadBodies, ReadRelations

if TYPE_CHECKING:
    from collections.abc import Callable

    import polars as pl

    from govgraph.formats.register.register_files import RegisterFiles, TableFiles
    from govgraph.graph.line_columns import Integers
    from govgraph.registers.reading.register import BodyColumns, RelationColumns
    from govgraph.registers.reading.work_files import WorkFiles

    Note = Callable[[str], None]

AT_ONCE = 1 << 20
"""Rows of a file that are looked at together."""


def read_large(
    files: RegisterFiles, work: WorkFiles, problems: Problems, tell: Note, note: Note
) -> tuple[BodyColumns | None, RelationColumns | None]:
    """Both tables of a register; None for one that is no table at all.

    Args:
        files: where it stands.
        work: where its columns go.
        problems: where to say what is wrong.
        tell: is told what is being read.
        note: is told how far it has got.
    """
    with ExitStack() as stack:
        tell("reading bodies")
        bodies = _read_bodies(files.bodies, LargeTable(work, stack, note), problems)
        tell("reading relations")
        relations = _read_relations(files.relations, LargeTable(work, stack, note), problems)
        nobody = (np.empty(0, dtype=np.uint64),) * 2
        known = bodies.hashes("id") if bodies else nobody
        asked = [relations.hashes(end) for end in ENDS] if relations else []
        identifiers, ends = resolve(work, known, asked, note)
        made = None
        if bodies:
            missing, unsound = bodies.missing("id"), bodies.unsound
            names = bodies.texts("name") if "name" in bodies.has else None
            read = ReadBodies(
                bodies.has, bodies.texts("id"), identifiers, bodies.words(), missing, unsound, names
            )
            inspection = Inspection(bodies.table, problems)
            read.inspect(inspection)
            made = read.make(inspection)
        related = _make_relations(relations, ends, problems) if relations else None
    work.let_go()
    return made, related


def _read_bodies(table: TableFiles, into: LargeTable, problems: Problems) -> LargeTable | None:
    header = read_header(table, ("id",), BODY_COLUMNS, problems)
    if header is None:
        return None
    table, has = header
    words = [word for word in BODY_WORDS if word in has]
    named = [name for name in ("name",) if name in has]
    into.open(table, has, words, hashed=("id",), kept=("id", *named))
    into.fill(problems)
    if len(into.missing("id")) and (bare := skip_blank(table)).blank:
        into.open(bare, has, words, hashed=("id",), kept=("id", *named))
        into.fill(Problems())
    return into


def _read_relations(table: TableFiles, into: LargeTable, problems: Problems) -> LargeTable | None:
    header = read_header(table, ("from", "kind", "to"), RELATION_COLUMNS, problems)
    if header is None:
        return None
    table, has = header
    words = [word for word in RELATION_WORDS if word in has]
    flags = [name for name in ("intended",) if name in has]
    into.open(table, has, words, hashed=ENDS, flags=flags)
    into.fill(problems)
    if all(len(into.missing(end)) for end in ENDS) and (bare := skip_blank(table)).blank:
        into.open(bare, has, words, hashed=ENDS, flags=flags)
        into.fill(Problems())
    return into


def _make_relations(read: LargeTable, ends: list[Integers], problems: Problems) -> RelationColumns:
    made = ReadRelations(
        read.has,
        read.words(),
        read.flags("intended") if "intended" in read.has else None,
        {end: read.missing(end) for end in ENDS},
        dict(zip(ENDS, ends, strict=True)),
        _find_strangers(read.table, ends),
    )
    inspection = Inspection(read.table, problems)
    made.inspect(inspection)
    return made.make(inspection)


def _find_strangers(table: TableFiles, ends: list[Integers]) -> pl.DataFrame:
    """Rows in which an identifier is no body's, and both as they are written: read once more."""
    found: list[pl.DataFrame] = []
    froms, tos = ends
    if any((end[at : at + AT_ONCE] == UNKNOWN).any() for end in ends for at in _starts(end)):
        row = 0
        for frame in read_slices(table, ENDS, (), (), Problems()):
            some = slice(row, row + len(frame))
            strange = np.flatnonzero((froms[some] == UNKNOWN) | (tos[some] == UNKNOWN))
            found.append(number_rows(take_few(frame.select(ENDS), strange), strange + row))
            row += len(frame)
    return join_rows(found)


def _starts(column: Integers) -> range:
    return range(0, len(column), AT_ONCE)
