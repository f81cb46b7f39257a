"""The lives of many records as columns, so that *as at* is a filter and no more.

Days are whole numbers (`date.toordinal`). The rule is that of `govgraph.model.standpoint`, said
once more over columns; the tests hold the two to the same answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from govgraph.model.bodies import Status
from govgraph.model.standpoint import Presence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from govgraph.model.mentions import Mentions, Recorded
    from govgraph.model.standpoint import Standpoint

    Days = NDArray[np.int32]
    Flags = NDArray[np.bool_]

ALWAYS, NEVER = 0, np.iinfo(np.int32).max
"""Before every day of the calendar, for what has no start; after every day, for what has no end."""

STATUSES = tuple(Status)
"""The status that each number in the column stands for."""
PRESENCES = (
    Presence.HOLDS,
    Presence.ENDED,
    Presence.PROPOSED,
    Presence.SHADOW,
    Presence.NOT_YET,
)
"""What each number of a column of presences stands for."""
UNKNOWN_END = len(PRESENCES)
"""In such a column, of relations: the other body is not known."""


@dataclass(frozen=True, slots=True, eq=False)
class Lives:
    """The starts, ends and statuses of records, row by row.

    Attributes:
        begins: the first day on which each may have begun; ALWAYS where nobody says.
        ends: the last day on which each may have been there; NEVER where nobody says.
        status: the place of its status in `STATUSES`.
        heard: the first day on which each that has no start is known; ALWAYS where it has one or
            nobody says. None of a register, which has no papers.
    """

    begins: Days
    ends: Days
    status: NDArray[np.int8]
    heard: Days | None = None

    def __len__(self) -> int:
        return len(self.status)


def build_lives(records: Sequence[Recorded], mentions: Mentions | None = None) -> Lives:
    """The lives of records, in their order, known from when papers first speak of them."""
    count = len(records)
    place = {status: number for number, status in enumerate(STATUSES)}
    starts = (record.from_.first_day.toordinal() if record.from_ else ALWAYS for record in records)
    ends = (record.until.last_day.toordinal() if record.until else NEVER for record in records)
    return Lives(
        np.fromiter(starts, dtype=np.int32, count=count),
        np.fromiter(ends, dtype=np.int32, count=count),
        np.fromiter((place[record.status] for record in records), dtype=np.int8, count=count),
        _heard(records, mentions) if mentions else None,
    )


def _heard(records: Sequence[Recorded], mentions: Mentions) -> Days:
    """The first day on which each record is known, where nobody says when it began."""
    firsts = map(mentions.find_unheard, records)
    days = (first.date.earliest.toordinal() if first else ALWAYS for first in firsts)
    return np.fromiter(days, dtype=np.int32, count=len(records))


def find_holding(lives: Lives, standpoint: Standpoint) -> Flags:
    """Which records are there from a standpoint: one pass over each column."""
    counted = np.zeros(len(STATUSES), dtype=np.bool_)
    tentative = np.zeros(len(STATUSES), dtype=np.bool_)
    for place, status in enumerate(STATUSES):
        tentative[place] = status in {Status.PROPOSED, Status.SHADOW}
        counted[place] = status is Status.ACTIVE or status in standpoint.include
    ended = STATUSES.index(Status.ENDED)
    counted[ended] = False
    holding = counted[lives.status]
    day = standpoint.day
    if day is None:
        return holding
    number = day.toordinal()
    # What is marked as ended was there until the day it ended, if anybody says which.
    holding |= (lives.status == ended) & (lives.ends != NEVER)
    holding &= lives.ends >= number
    begun = lives.begins <= number
    if standpoint.ahead:
        begun |= tentative[lives.status]
    if lives.heard is not None and not standpoint.undated:
        begun &= lives.heard <= number
    return holding & begun


def find_presences(lives: Lives, standpoint: Standpoint) -> NDArray[np.int8]:
    """Whether each record is there from a standpoint and, if not, why not: `PRESENCES`."""
    place = {status: number for number, status in enumerate(STATUSES)}
    tentative = np.isin(lives.status, [place[Status.PROPOSED], place[Status.SHADOW]])
    found = np.zeros(len(lives), dtype=np.int8)
    day = standpoint.day
    if day is not None:
        begun = lives.begins <= day.toordinal()
        found[~(begun | (tentative & standpoint.ahead))] = PRESENCES.index(Presence.NOT_YET)
    for status, presence in (
        (Status.PROPOSED, Presence.PROPOSED),
        (Status.SHADOW, Presence.SHADOW),
    ):
        if status not in standpoint.include:
            found[lives.status == place[status]] = PRESENCES.index(presence)
    ended = lives.status == place[Status.ENDED]
    if day is not None:
        ended = (ended & (lives.ends == NEVER)) | (lives.ends < day.toordinal())
    found[ended] = PRESENCES.index(Presence.ENDED)
    return found
