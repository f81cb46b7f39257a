"""Status and dates of a register as they are written, and what of them holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from govgraph.graph.lives import ALWAYS, NEVER, STATUSES, Lives, find_holding, find_presences
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from govgraph.graph.line_columns import Flags, Rows
    from govgraph.model.standpoint import Standpoint
    from govgraph.registers.reading.categorical import Words


@dataclass(frozen=True, slots=True)
class WrittenLives:
    """Status and dates of bodies or relations; a column that is not there is None."""

    status: Words | None = None
    begins: Words | None = None
    ends: Words | None = None

    def row(self, row: int) -> tuple[Status, PartialDate | None, PartialDate | None]:
        """The status and dates of one of them."""
        begins, ends = (words[row] if words else "" for words in (self.begins, self.ends))
        status = self.status[row] if self.status else ""
        return Status(status or Status.ACTIVE), _date(begins), _date(ends)

    def holding(self, count: int, standpoint: Standpoint) -> Flags | None:
        """For each whether it holds; None if nothing is written by which one would not."""
        begins, ends = (self.begins, self.ends) if standpoint.day else (None, None)
        if not (begins or ends):
            return self._holding_undated(standpoint)
        status = self.status.measure(_code) if self.status else np.full(count, _code(""))
        lives = Lives(
            begins.measure(_first_day) if begins else np.full(count, ALWAYS, dtype=np.int32),
            ends.measure(_last_day) if ends else np.full(count, NEVER, dtype=np.int32),
            status.astype(np.int8),
        )
        return find_holding(lives, standpoint)

    def presences(self, rows: Rows, standpoint: Standpoint) -> NDArray[np.int8]:
        """Of some of them whether they hold and, if not, why not: `PRESENCES`."""
        begins, ends = self.begins, self.ends
        nothing = np.zeros(len(rows), dtype=np.int32)
        lives = Lives(
            begins.choose(rows).measure(_first_day) if begins else nothing + ALWAYS,
            ends.choose(rows).measure(_last_day) if ends else nothing + NEVER,
            (
                self.status.choose(rows).measure(_code) if self.status else nothing + _code("")
            ).astype(np.int8),
        )
        return find_presences(lives, standpoint)

    def _holding_undated(self, standpoint: Standpoint) -> Flags | None:
        """The same where only the status counts: worked out once a word."""
        if not self.status:
            return None
        codes = [_code(word) for word in self.status.values]
        days = np.zeros(len(codes), dtype=np.int32)
        lives = Lives(days + ALWAYS, days + NEVER, np.array(codes, dtype=np.int8))
        return find_holding(lives, standpoint).take(self.status.codes)


def _code(word: str) -> int:
    return STATUSES.index(Status(word or Status.ACTIVE))


def _date(word: str) -> PartialDate | None:
    return PartialDate.parse(word) if word else None


def _first_day(word: str) -> int:
    return PartialDate.parse(word).first_day.toordinal() if word else ALWAYS


def _last_day(word: str) -> int:
    return PartialDate.parse(word).last_day.toordinal() if word else NEVER
