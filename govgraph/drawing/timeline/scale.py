"""Time as a line across the sheet: where a day stands, and which days the axis names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from govgraph.model.dates import MONTH_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govgraph.model.dates import PartialDate

MONTHS = 12
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000)  # months between two ticks
_MONTH_ROOM, _YEAR_ROOM = 46.0, 30.0  # points that the name of a tick takes
_AIR = 0.02  # of the whole time, before the first day and after the last


@dataclass(frozen=True, slots=True)
class Scale:
    """From the first day to the last, evenly, between two places on the sheet.

    Attributes:
        first: The day that stands at `x0`.
        last: The day that stands at `x1`.
        x0: The left end in points.
        x1: The right end.
    """

    first: date
    last: date
    x0: float
    x1: float

    def x(self, day: date) -> float:
        """Where a day stands; a day outside the time stands at its end."""
        whole = (self.last - self.first).days
        share = min(1.0, max(0.0, (day - self.first).days / whole))
        return self.x0 + (self.x1 - self.x0) * share

    def span(self, written: PartialDate) -> tuple[float, float]:
        """From where to where a date may be meant, its last day included."""
        return self.x(written.earliest), self.x(next_day(written.latest))

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """The days that the axis names, and where they stand: as many as there is room for."""
        days = max((self.last - self.first).days, 1)
        for step in _STEPS:
            room = _YEAR_ROOM if step >= MONTHS else _MONTH_ROOM
            if (self.x1 - self.x0) * step * 30.4 / days >= room or step == _STEPS[-1]:
                return tuple((self.x(day), _name(day, step)) for day in self._starts(step))
        return ()  # pragma: no cover - the last step always answers

    def _starts(self, step: int) -> Iterator[date]:
        """The first days of every so many months."""
        month = self.first.year * MONTHS + self.first.month - 1
        month += -month % step
        while month // MONTHS <= min(self.last.year, date.max.year):
            day = date(month // MONTHS, month % MONTHS + 1, 1)
            if self.first <= day <= self.last:
                yield day
            month += step


def build_scale(written: Iterable[PartialDate], x0: float, x1: float) -> Scale:
    """A scale on which every day that some date may mean has room, with a little air."""
    dates = list(written)
    first = min((one.earliest for one in dates), default=date(2000, 1, 1))
    last = max((one.latest for one in dates), default=date(2000, 12, 31))
    air = timedelta(days=max(15, int((last - first).days * _AIR)))
    first = first - air if first - date.min > air else date.min
    last = last + air if date.max - last > air else date.max
    return Scale(first, last, x0, x1)


def next_day(day: date) -> date:
    """The day after, or the last that the calendar knows."""
    return day if day == date.max else day + timedelta(days=1)


def _name(day: date, step: int) -> str:
    return str(day.year) if step >= MONTHS else f"{MONTH_NAMES[day.month - 1][:3]} {day.year}"
