"""What is wrong with the columns of a register, and what they make: in memory or in files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from govgraph.formats.register.register_files import BASES, DIGITS, FLAGS
from govgraph.registers.reading.register import BodyColumns, RelationColumns
from govgraph.registers.reading.written_lives import WrittenLives

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import polars as pl

    from govgraph.graph.line_columns import Flags, Integers, Rows
    from govgraph.registers.reading.categorical import Words
    from govgraph.registers.reading.hashed_identifiers import Finder
    from govgraph.registers.reading.malformed import Inspection
    from govgraph.registers.reading.mapped_texts import Texts


@dataclass(frozen=True, slots=True)
class ReadBodies:
    """Bodies as they were read.

    Attributes:
        has: the columns they are written in, of those that are known.
        ids: their identifiers.
        identifiers: the number of each.
        words: the columns of few different words.
        empty: rows without an identifier.
        unsound: rows whose identifier is not one visible word.
        names: the name of each, if that was read with them.
    """

    has: Sequence[str]
    ids: Texts
    identifiers: Finder
    words: Mapping[str, Words]
    empty: Rows
    unsound: Rows
    names: Texts | None = None

    def inspect(self, inspection: Inspection) -> None:
        """Note everything that is wrong with them."""
        words = self.words
        inspection.refuse_unsound(self.unsound)
        inspection.refuse_empty(self.empty, "id")
        inspection.refuse_twice(self.ids, self.identifiers, self.empty)
        for name in ("apex", "outside"):
            inspection.refuse_words(words.get(name), name, _is_flag, FLAGS)
        inspection.refuse_words(words.get("count"), "count", _is_number)
        inspection.refuse_lives(words, "from")

    def make(self, inspection: Inspection) -> BodyColumns:
        """The bodies of a register."""
        words = self.words
        counts = words.get("count")
        apex = _read_flags(words.get("apex"), len(self.ids))
        return BodyColumns(
            files=inspection.table,
            columns=tuple(self.has),
            ids=self.ids,
            identifiers=self.identifiers,
            apex=apex,
            outside=_read_flags(words.get("outside"), len(self.ids)) & ~apex,
            kinds=words.get("kind"),
            counts=counts.measure(_count) if counts else None,
            lives=_read_lives(words, "from"),
            written_names=self.names,
        )


@dataclass(frozen=True, slots=True)
class ReadRelations:
    """Relations as they were read.

    Attributes:
        has: the columns they are written in, of those that are known.
        words: the columns of few different words.
        intended: whether each says why it is meant, or None.
        missing: rows in which nothing is written at one end, by its name.
        ends: the number of the body at each end of each, likewise.
        strangers: rows in which an identifier is no body's, and both identifiers there.
    """

    has: Sequence[str]
    words: Mapping[str, Words]
    intended: Flags | None
    missing: Mapping[str, Rows]
    ends: Mapping[str, Integers] = field(default_factory=dict)
    strangers: pl.DataFrame | None = None

    def inspect(self, inspection: Inspection) -> None:
        """Note everything that is wrong with them."""
        inspection.refuse_empty(self.missing["from"], "from")
        inspection.refuse_empty(self.words["kind"].rows_where(lambda word: not word), "kind")
        inspection.refuse_empty(self.missing["to"], "to")
        inspection.refuse_words(self.words.get("basis"), "basis", BASES.__contains__, BASES)
        inspection.refuse_lives(self.words, "since")

    def make(self, inspection: Inspection) -> RelationColumns:
        """The relations of a register."""
        assert self.strangers is not None  # noqa: S101 - both are read by now
        return RelationColumns(
            files=inspection.table,
            columns=tuple(self.has),
            froms=self.ends["from"],
            tos=self.ends["to"],
            kinds=self.words["kind"],
            basis=self.words.get("basis"),
            intended=self.intended,
            lives=_read_lives(self.words, "since"),
            strangers=self.strangers,
        )


def _read_lives(words: Mapping[str, Words], begins: str) -> WrittenLives:
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
