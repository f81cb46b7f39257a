"""What is wrong with the rows of a table: every cell of it, with its row and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from govgraph.errors import LoadError, Place, Problem
from govgraph.formats.problems import nearest_spelling, shown, visible
from govgraph.formats.register.register_files import STATUSES, is_date
from govgraph.graph import pairs
from govgraph.model.dates import FORMS
from govgraph.registers.reading.row_places import find_place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import polars as pl

    from govgraph.formats.problems import Problems
    from govgraph.formats.register.register_files import TableFiles
    from govgraph.graph.line_columns import Rows
    from govgraph.registers.reading.categorical import Words
    from govgraph.registers.reading.hashed_identifiers import Finder
    from govgraph.registers.reading.mapped_texts import Texts

UNSOUND = r"[\s\pC]"
AT_ONCE = 20_000
"""Identifiers that are looked at together: of more, their letters need fresh memory each time."""
_FIRST, _LAST = ord("!"), ord("~")


def refuse_too_many(table: TableFiles, rows: int) -> None:
    """Refuse bodies of which two are not said by 64 bits.

    Raises:
        LoadError: there are as many.
    """
    if rows > pairs.MOST:
        where = Place(visible(str(table.parts[0])), 0, 0)
        said = f"there are more than {pairs.MOST:,} {table.name}, and no more can be numbered here"
        raise LoadError((Problem(where, f"{said}; --engine spark takes any number"),))


def find_unsound(ids: pl.Series) -> Rows:
    """The rows whose identifier is not one visible word; an empty one is not among them.

    Where all of many are plain letters, one look at their letters tells, for a quarter of the time.
    """
    found: list[Rows] = [np.empty(0, dtype=np.int64)]
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        if not _is_plain(some):
            strange = some.str.contains(UNSOUND).fill_null(value=False)
            found.append(np.flatnonzero(strange.to_numpy()) + start)
    return np.concatenate(found)


def _is_plain(texts: pl.Series) -> bool:
    """Whether nothing but visible letters of ASCII stands in texts."""
    letters = np.frombuffer((texts.str.join("").item() or "").encode(), dtype=np.uint8)
    return bool(letters.min(initial=_FIRST) >= _FIRST and letters.max(initial=_LAST) <= _LAST)


@dataclass(frozen=True, slots=True)
class Inspection:
    """One table being looked over; what is wrong goes to `problems`."""

    table: TableFiles
    problems: Problems

    def refuse_empty(self, rows: Rows, column: str) -> None:
        """Every row needs something in this column; there is nothing in these."""
        self._refuse(rows, column, f"'{column}' is missing")

    def refuse_unsound(self, rows: Rows) -> None:
        """Every identifier can be seen, and has no space or line break in it; not in these rows."""
        self._refuse(rows, "id", "an id is one visible word")

    def refuse_twice(self, ids: Texts, identifiers: Finder, empty: Rows) -> None:
        """No two bodies go by one identifier."""
        nothing = frozenset(empty[: self.problems.limits.problems + 1].tolist())
        for row, first in identifiers.twice[: self.problems.limits.problems]:
            if row not in nothing:
                where = find_place(self.table, first, "id")
                message = f"the body '{shown(ids[row])}' is written twice; first at {where}"
                self.problems.add(find_place(self.table, row, "id"), message)
        self.problems.unlisted += max(len(identifiers.twice) - self.problems.limits.problems, 0)

    def refuse_words(
        self,
        words: Words | None,
        column: str,
        holds: Callable[[str], bool],
        allowed: Sequence[str] = (),
    ) -> None:
        """Every cell of a column is empty, or a word of which that holds."""
        for code, word in enumerate(words.values if words else ()):
            if word and not holds(word) and words:
                rows = np.flatnonzero(words.codes == code)
                message = f"'{shown(word)}' is no {column}"
                self._refuse(rows, column, message, word, allowed)

    def refuse_lives(self, words: Mapping[str, Words], begins: str) -> None:
        """Every status is a status and every date a date."""
        self.refuse_words(words.get("status"), "status", STATUSES.__contains__, STATUSES)
        for name in (begins, "until"):
            self.refuse_words(words.get(name), name, is_date, FORMS)

    def _refuse(
        self, rows: Rows, column: str, message: str, found: str = "", allowed: Sequence[str] = ()
    ) -> None:
        """One problem for each row; those beyond what is listed are only counted."""
        room = max(self.problems.limits.problems - len(self.problems.found), 0)
        spelt = found and allowed and allowed is not FORMS
        nearest = nearest_spelling(found, allowed) if spelt else ""
        for row in rows[:room].tolist():
            place = find_place(self.table, row, column)
            self.problems.add(place, message, found=found, allowed=allowed, nearest=nearest)
        self.problems.unlisted += max(len(rows) - room, 0)
