"""Reads a register: tables in, numbered columns out, and everything wrong with them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.errors import LoadError
from govgraph.formats.problems import Problems
from govgraph.formats.register.register_columns import (
    BASES,
    BODY_COLUMNS,
    BODY_WORDS,
    DIGITS,
    FLAGS,
    RELATION_COLUMNS,
    RELATION_WORDS,
)
from govgraph.formats.register.register_files import find_register
from govgraph.formats.register.register_kinds import Kinds, read_kinds
from govgraph.registers.reading.categorical import Words, split_words
from govgraph.registers.reading.frames import hashes_of, join, read_batches, read_strictly, strip
from govgraph.registers.reading.hashed_identifiers import Identifiers, number_identifiers
from govgraph.registers.reading.headers import read_header
from govgraph.registers.reading.malformed import UNSOUND, Inspection
from govgraph.registers.reading.register import BodyColumns, Register, RelationColumns
from govgraph.registers.reading.relation_ends import ENDS, Ends
from govgraph.registers.reading.row_places import skip_blank
from govgraph.registers.reading.written_lives import WrittenLives

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import polars as pl

    from govgraph.formats.register.register_files import RegisterFiles, TableFiles
    from govgraph.graph.line_columns import Flags


def read_register(path: Path, tell: Callable[[str], None] | None = None) -> Register:
    """The register at a path: a folder with the tables `bodies` and `relations`, or one of these.

    Args:
        path: where it is.
        tell: is told what is being read.

    Raises:
        LoadError: it cannot be read, or a row of it is malformed; carries every problem.
        MissingExtraError: Polars is not installed.
    """
    files = find_register(path)
    problems = Problems()
    kinds = _read_kinds(files, problems)
    if tell:
        tell("reading bodies")
    bodies = _read_bodies(files.bodies, problems)
    if tell:
        tell("reading relations")
    nobody = number_identifiers(*np.empty((2, 0), dtype=np.uint64))
    identifiers = bodies.identifiers if bodies is not None else nobody
    relations = _read_relations(files.relations, identifiers, problems)
    problems.raise_if_any()
    if bodies is None or relations is None:  # pragma: no cover - there were problems
        raise AssertionError
    return Register(files, bodies, relations, kinds)


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
    inspection = Inspection(table, problems)
    if frame["id"].str.contains(UNSOUND).any():
        frame = strip(frame, "id")
        inspection.refuse_unsound(frame["id"])
    identifiers = number_identifiers(*hashes_of(frame, "id"))
    words = {name: split_words(frame[name]) for name in BODY_WORDS if name in has}
    if frame["id"].null_count():
        inspection.refuse_empty(np.flatnonzero(frame["id"].is_null().to_numpy()), "id")
    inspection.refuse_twice(frame["id"], identifiers)
    for name in ("apex", "outside"):
        inspection.refuse_words(words.get(name), name, _is_flag, FLAGS)
    inspection.refuse_words(words.get("count"), "count", _is_number)
    inspection.refuse_lives(words, "from")
    counts = words.get("count")
    apex = _read_flags(words.get("apex"), len(frame))
    return BodyColumns(
        files=table,
        columns=tuple(has),
        ids=frame["id"],
        identifiers=identifiers,
        apex=apex,
        outside=_read_flags(words.get("outside"), len(frame)) & ~apex,
        kinds=words.get("kind"),
        counts=counts.measure(_count) if counts else None,
        lives=_read_lives(words, "from"),
    )


def _read_relations(
    table: TableFiles, identifiers: Identifiers, problems: Problems
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
    words = {name: split_words(columns[name]) for name in RELATION_WORDS if name in has}
    inspection = Inspection(table, problems)
    inspection.refuse_empty(ends.missing("from"), "from")
    inspection.refuse_empty(words["kind"].rows_where(lambda word: not word), "kind")
    inspection.refuse_empty(ends.missing("to"), "to")
    inspection.refuse_words(words.get("basis"), "basis", BASES.__contains__, BASES)
    inspection.refuse_lives(words, "since")
    meant = columns["intended"].to_numpy() if "intended" in has else None
    return RelationColumns(
        files=table,
        columns=tuple(has),
        froms=ends.numbers("from"),
        tos=ends.numbers("to"),
        kinds=words["kind"],
        basis=words.get("basis"),
        intended=meant,
        lives=_read_lives(words, "since"),
        strangers=ends.strangers(),
    )


def _take_relations(
    table: TableFiles, has: Sequence[str], identifiers: Identifiers, problems: Problems
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
    return ends, {name: join(part[name] for part in parts) for name in (*kept, *intended)}


def _read_lives(words: dict[str, Words], begins: str) -> WrittenLives:
    return WrittenLives(words.get("status"), words.get(begins), words.get("until"))


def _read_flags(words: Words | None, count: int) -> Flags:
    """For each body whether a column says `true` of it; one that is not there says it of none."""
    return words.where(_is_true) if words else np.zeros(count, dtype=np.bool_)


def _count(word: str) -> int:
    return int(word) if _is_number(word) else 1


def _is_flag(word: str) -> bool:
    return word.casefold() in FLAGS


def _is_true(word: str) -> bool:
    return word.casefold() == FLAGS[0]


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= DIGITS
