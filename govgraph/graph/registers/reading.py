"""Reads a register: tables in, numbered columns out, and everything wrong with them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from govgraph.formats.problems import Problems
from govgraph.graph.registers.ends import ENDS, Ends
from govgraph.graph.registers.frames import (
    hashes_of,
    join,
    read_batches,
    read_frame,
    read_header,
    strip,
)
from govgraph.graph.registers.identifiers import number_identifiers
from govgraph.graph.registers.kinds import read_kinds
from govgraph.graph.registers.lives import WrittenLives
from govgraph.graph.registers.malformed import UNSOUND, Inspection
from govgraph.graph.registers.register import BodyColumns, Register, RelationColumns
from govgraph.graph.registers.tables import find_register
from govgraph.graph.registers.words import Words, split_words
from govgraph.model.sources import WRITTEN_BASES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import polars as pl

    from govgraph.graph.registers.tables import RegisterFiles

BODY_WORDS = ("kind", "apex", "status", "from", "until", "count")
BODY_LATER = ("name", "area", "tier")
"""Columns that are read when somebody asks for them."""
BODY_UNUSED = ("also_known_as", "meets", "tags", "remit", "succeeds", "cites", "basis", "note")
"""Columns that a small structure may have, and no question of a register asks for."""
BODY_COLUMNS = ("id", *BODY_LATER, *BODY_WORDS, *BODY_UNUSED)
RELATION_WORDS = ("kind", "basis", "status", "since", "until")
RELATION_COLUMNS = ("from", "to", *RELATION_WORDS, "intended", "scope", "cites", "note")
FLAGS = ("true", "false")
BASES = tuple(map(str, WRITTEN_BASES))
DIGITS = 9


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
    kinds = read_kinds(files.declared)
    problems = Problems()
    if tell:
        tell("reading bodies")
    bodies = _read_bodies(files, problems)
    if tell:
        tell("reading relations")
    relations = _read_relations(files, bodies, problems)
    problems.raise_if_any()
    return Register(files, bodies, relations, kinds)


def _read_bodies(files: RegisterFiles, problems: Problems) -> BodyColumns:
    table = files.bodies
    has = read_header(table, ("id",), BODY_COLUMNS)
    kept = [word for word in BODY_WORDS if word in has]
    frame = read_frame(table, ("id",), kept, ("id",), strictly=True)
    inspection = Inspection(table, problems)
    if frame["id"].str.contains(UNSOUND).any():
        frame = strip(frame, "id")
        inspection.refuse_unsound(frame["id"])
    identifiers = number_identifiers(*hashes_of(frame, "id"))
    words = {name: split_words(frame[name]) for name in BODY_WORDS if name in has}
    if frame["id"].null_count():
        inspection.refuse_empty(np.flatnonzero(frame["id"].is_null().to_numpy()), "id")
    inspection.refuse_twice(frame["id"], identifiers)
    inspection.refuse_words(words.get("apex"), "apex", _is_flag, FLAGS)
    inspection.refuse_words(words.get("count"), "count", _is_number)
    inspection.refuse_lives(words, "from")
    flags, counts = words.get("apex"), words.get("count")
    return BodyColumns(
        files=table,
        columns=tuple(has),
        ids=frame["id"],
        identifiers=identifiers,
        apex=flags.where(_is_true) if flags else np.zeros(len(frame), dtype=np.bool_),
        kinds=words.get("kind"),
        counts=counts.measure(_count) if counts else None,
        lives=_read_lives(words, "from"),
    )


def _read_relations(
    files: RegisterFiles, bodies: BodyColumns, problems: Problems
) -> RelationColumns:
    table = files.relations
    has = read_header(table, ("from", "kind", "to"), RELATION_COLUMNS)
    kept = [word for word in RELATION_WORDS if word in has]
    intended = [name for name in ("intended",) if name in has]
    ends = Ends(bodies.identifiers)
    parts: list[dict[str, pl.Series]] = []
    for frame in read_batches(table, (*ENDS, *intended), kept, ENDS):
        ends.take(frame)
        parts.append({name: frame[name] for name in kept})
        parts[-1] |= {name: frame[name].is_not_null() for name in intended}
    words = {name: split_words(join(part[name] for part in parts)) for name in kept}
    inspection = Inspection(table, problems)
    inspection.refuse_empty(ends.missing("from"), "from")
    inspection.refuse_empty(words["kind"].rows_where(lambda word: not word), "kind")
    inspection.refuse_empty(ends.missing("to"), "to")
    inspection.refuse_words(words.get("basis"), "basis", BASES.__contains__, BASES)
    inspection.refuse_lives(words, "since")
    meant = join(part["intended"] for part in parts).to_numpy() if intended else None
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


def _read_lives(words: dict[str, Words], begins: str) -> WrittenLives:
    return WrittenLives(words.get("status"), words.get(begins), words.get("until"))


def _count(word: str) -> int:
    return int(word) if _is_number(word) else 1


def _is_flag(word: str) -> bool:
    return word.casefold() in FLAGS


def _is_true(word: str) -> bool:
    return word.casefold() == FLAGS[0]


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= DIGITS
