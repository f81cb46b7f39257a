"""Dates as precise as their source, and what can honestly be said of their order."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)")
# Not calendar.month_name: that speaks the language of whoever runs the program.
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
FORMS = ("2010", "2010-04", "2010-04-09", "2010-04~ (about)")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, month or day, perhaps approximate, with the paper's own words beside it.

    It stands for every day from `first_day` to `last_day`; which of them was meant, the source
    does not say. `2010-04~` (EDTF's mark for *about*) is taken to reach one month further on
    either side, `2010~` one year, `2010-04-09~` one day.

    >>> PartialDate.parse("2010-04").last_day
    datetime.date(2010, 4, 30)
    >>> PartialDate.parse("2010").surely_before(PartialDate.parse("2010-04"))
    False
    """

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False
    words: str = ""

    @classmethod
    def parse(cls, text: str, words: str = "") -> "PartialDate":
        """The date written in `text`.

        Raises:
            ValueError: `text` is none of `FORMS`, or names no day of the calendar.
        """
        match = WRITTEN.fullmatch(text)
        if not match:
            raise ValueError(f"'{text}' is not a date")
        year = int(match[1])
        month, day = (int(part) if part else None for part in match.group(2, 3))
        if why := why_no_date(year, month, day):
            raise ValueError(f"'{text}' is not a date: {why}")
        return cls(year, month, day, bool(match[4]), words)

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts) + ("~" if self.approximate else "")

    @property
    def first_day(self) -> date:
        """The first day of the year, month or day that was written."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day of the year, month or day that was written."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def exact(self) -> bool:
        """Whether it names one day, and not about."""
        return self.day is not None and not self.approximate

    @property
    def earliest(self) -> date:
        """The earliest day that may have been meant, *about* taken into account."""
        return _shift(self.first_day, -self._slack) if self.approximate else self.first_day

    @property
    def latest(self) -> date:
        """The latest day that may have been meant, *about* taken into account."""
        return _shift(self.last_day, self._slack) if self.approximate else self.last_day

    @property
    def _slack(self) -> int:
        """How many days *about* may reach: a day, a month or a year."""
        if self.day is not None:
            return 1
        return 31 if self.month is not None else 366

    def surely_before(self, other: "PartialDate") -> bool:
        """Whether every day this may mean lies before every day the other may mean."""
        return self.latest < other.earliest

    def possibly_before(self, other: "PartialDate") -> bool:
        """Whether some day this may mean lies before some day the other may mean."""
        return self.earliest < other.latest

    def may_mean(self, day: date) -> bool:
        """Whether `day` is among the days this may mean."""
        return self.earliest <= day <= self.latest

    def spoken(self) -> str:
        """The date as people write it: `9 April 2010`, `about April 2010`."""
        parts = [str(self.year)]
        if self.month is not None:
            parts.insert(0, MONTH_NAMES[self.month - 1])
        if self.day is not None:
            parts.insert(0, str(self.day))
        return ("about " if self.approximate else "") + " ".join(parts)

    def when(self) -> str:
        """The date as an adverb: `in April 2010`, `on 9 April 2010`.

        >>> PartialDate(2010, 4).when(), PartialDate(2010, 4, 9).when()
        ('in April 2010', 'on 9 April 2010')
        """
        return f"{'in' if self.day is None else 'on'} {self.spoken()}"


def why_no_date(year: int, month: int | None, day: int | None) -> str:
    """Why the calendar has no such date; nothing where it has.

    >>> why_no_date(2024, 6, 31), why_no_date(2024, 2, 29)
    ('June has 30 days', '')
    """
    if not year:
        return "there is no year 0"
    if month is None:
        return ""
    if not 1 <= month <= len(MONTH_NAMES):
        return f"there is no month {month}"
    days = calendar.monthrange(year, month)[1]
    if day is None or 1 <= day <= days:
        return ""
    when = f" {year}" if month == 2 else ""  # noqa: PLR2004 - February, which has 28 or 29
    return f"{MONTH_NAMES[month - 1]}{when} has {days} days"


def _shift(day: date, days: int) -> date:
    """`day` moved by `days`, held within the calendar that Python knows."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max
