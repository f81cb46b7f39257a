"""What is wrong with the rows of a table: every cell of it, with its row and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from govgraph.formats.problems import nearest_spelling, shown
from govgraph.formats.register.register_columns import STATUSES, is_date
from govgraph.model.dates import FORMS
from govgraph.registers.reading.row_places import find_place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import polars as pl

    from govgraph.formats.problems import Problems
    from govgraph.formats.register.register_files import TableFiles
    from govgraph.graph.line_columns import Rows
    from govgraph.registers.reading.categorical import Words
    from govgraph.registers.reading.hashed_identifiers import Identifiers

UNSOUND = r"[\s\pC]"


@dataclass(frozen=True, slots=True)
class Inspection:
    """One table being looked over; what is wrong goes to `problems`."""

    table: TableFiles
    problems: Problems

    def refuse_empty(self, rows: Rows, column: str) -> None:
        """Every row needs something in this column; there is nothing in these."""
        self._refuse(rows, column, f"'{column}' is missing")

    def refuse_unsound(self, ids: pl.Series) -> None:
        """Every identifier can be seen, and has no space or line break in it."""
        strange = ids.str.contains(UNSOUND).fill_null(value=False).to_numpy()
        self._refuse(np.flatnonzero(strange), "id", "an id is one visible word")

    def refuse_twice(self, ids: pl.Series, identifiers: Identifiers) -> None:
        """No two bodies go by one identifier."""
        for row, first in identifiers.twice[: self.problems.limits.problems]:
            if ids[row] is not None:
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

    def refuse_lives(self, words: dict[str, Words], begins: str) -> None:
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
