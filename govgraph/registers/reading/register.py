"""A register as columns: its bodies and relations, numbered by row."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from govgraph.formats.register.register_kinds import Kinds
from govgraph.registers.reading.categorical import split_words
from govgraph.registers.reading.frames import choose, read_frame
from govgraph.registers.reading.hashed_identifiers import UNKNOWN
from govgraph.registers.reading.kept import kept
from govgraph.registers.reading.mapped_texts import hold
from govgraph.registers.reading.row_places import find_place

if TYPE_CHECKING:
    import polars as pl
    from numpy.typing import NDArray

    from govgraph.errors import Place
    from govgraph.formats.register.register_files import RegisterFiles, TableFiles
    from govgraph.graph.line_columns import Flags, Integers, Rows
    from govgraph.registers.reading.categorical import Words
    from govgraph.registers.reading.hashed_identifiers import Finder
    from govgraph.registers.reading.mapped_texts import Texts
    from govgraph.registers.reading.work_files import WorkFiles
    from govgraph.registers.reading.written_lives import WrittenLives

Value = TypeVar("Value", bound=np.generic)


@dataclass(frozen=True, eq=False)
class BodyColumns:
    """The bodies of a register.

    Attributes:
        files: where they are written.
        columns: the columns they are written in, of those that are known.
        ids: their identifiers, as a column of Polars.
        identifiers: the number of each.
        apex: whether accountability may end at each.
        outside: whether the governance of each is elsewhere; never of an apex.
        kinds: the kind of each; None if the register has no such column.
        counts: for placeholders, about how many bodies each stands for, 1 for any other; or None.
        lives: their status and dates.
        written_names: their names, if these were read with them.
    """

    files: TableFiles
    columns: tuple[str, ...]
    ids: Texts
    identifiers: Finder
    apex: Flags
    outside: Flags
    kinds: Words | None
    counts: Integers | None
    lives: WrittenLives
    written_names: Texts | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def texts(self, column: str) -> pl.Series | None:
        """A column as text, read when it is asked for; None if it is not there."""
        return read_frame(self.files, (column,))[column] if column in self.columns else None

    def words(self, column: str) -> Words | None:
        """A column of few different words, likewise."""
        if column not in self.columns:
            return None
        return split_words(read_frame(self.files, (), (column,))[column])

    @cached_property
    def names(self) -> Texts:
        """The name of each body; of one without, its identifier."""
        names = self.texts("name") if self.written_names is None else None
        if names is None:
            return self.ids if self.written_names is None else self.written_names
        if not names.null_count():
            return names
        return names.zip_with(names.is_not_null(), hold(self.ids))


@dataclass(frozen=True, eq=False)
class RelationColumns:
    """The relations of a register.

    Attributes:
        files: where they are written.
        columns: the columns they are written in, of those that are known.
        froms: the number of the body each starts from, or UNKNOWN.
        tos: the number of the body it leads to, or UNKNOWN.
        kinds: its kind.
        basis: how firmly its source says it; None if the register has no such column.
        intended: whether it says why it is meant, or None.
        lives: their status and dates.
        strangers: identifiers that are no body's: rows, and as columns of text both ends of each.
    """

    files: TableFiles
    columns: tuple[str, ...]
    froms: Integers
    tos: Integers
    kinds: Words
    basis: Words | None
    intended: Flags | None
    lives: WrittenLives
    strangers: pl.DataFrame

    def __len__(self) -> int:
        return len(self.froms)

    def texts(self, column: str) -> pl.Series | None:
        """A column as text, read when it is asked for; None if it is not there."""
        return read_frame(self.files, (column,))[column] if column in self.columns else None


@dataclass(frozen=True, eq=False)
class Register:
    """A register of any size.

    Attributes:
        files: where it stands.
        bodies: one row a body.
        relations: one row a relation.
        kinds: the kinds of both that it knows.
        work: where its columns are, if they are not in memory.
    """

    files: RegisterFiles
    bodies: BodyColumns
    relations: RelationColumns
    kinds: Kinds = field(default_factory=Kinds)
    work: WorkFiles | None = None

    def keep(self, column: NDArray[Value]) -> NDArray[Value]:
        """A column that will be asked for again, out of memory if the register is."""
        return column if self.work is None else self.work.keep(column)

    def let_go(self) -> None:
        """What is mapped of its files is not needed in memory for now."""
        if self.work:
            self.work.let_go()

    def place(self, row: int, column: str = "", *, of_relation: bool = False) -> Place:
        """Where the row of a body or of a relation is written."""
        if of_relation:
            return find_place(self.relations.files, row, column or "from")
        return find_place(self.bodies.files, row, column or "id")

    @kept
    def accountability(self) -> Flags:
        """For each relation whether its kind makes a line of account."""
        return self.relations.kinds.where(self.kinds.is_accountability)

    @kept
    def known(self) -> Flags:
        """For each relation whether both its bodies are known."""
        known: Flags = np.minimum(self.relations.froms, self.relations.tos) != UNKNOWN
        return known

    def ends(self, rows: Rows) -> tuple[pl.Series, pl.Series]:
        """The identifiers at both ends of some relations, known or not."""
        return (
            self._identify("from", self.relations.froms[rows], rows),
            self._identify("to", self.relations.tos[rows], rows),
        )

    def _identify(self, column: str, bodies: Integers, rows: Rows) -> pl.Series:
        """The identifiers of bodies, those of unknown ones as they are written in these rows."""
        known = bodies != UNKNOWN
        if known.all():
            return self.bodies.ids.gather(bodies)
        strangers = self.relations.strangers
        at = np.searchsorted(strangers["row"].to_numpy(), rows)
        written = strangers[column].gather(np.minimum(at, len(strangers) - 1))
        if not known.any():
            return written
        ids = self.bodies.ids.gather(np.maximum(bodies, 0))
        return choose(known, ids, written)
