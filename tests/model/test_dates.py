"""Dates keep the precision of their source."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.model.dates import PartialDate


@pytest.mark.parametrize("text", ["2010", "2010-04", "2010-04-09", "2010-04~", "0476"])
def test_what_is_written_is_what_is_read(text: str) -> None:
    """A date prints as it was written."""
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize("text", ["", "10", "2010-4", "2010-13", "2010-02-30", "April", "0000"])
def test_what_is_no_date_is_refused(text: str) -> None:
    """Text that names no day of the calendar raises."""
    with pytest.raises(ValueError, match=r"date|day"):
        PartialDate.parse(text)


def test_a_month_stands_for_all_its_days() -> None:
    """A month reaches from its first day to its last, leap years counted."""
    february = PartialDate.parse("2012-02")
    assert (february.first_day, february.last_day) == (date(2012, 2, 1), date(2012, 2, 29))


def test_a_year_is_not_surely_before_a_month_of_it() -> None:
    """Order is claimed only where every reading agrees."""
    year, month = PartialDate.parse("2010"), PartialDate.parse("2010-04")
    assert not year.surely_before(month)
    assert not month.surely_before(year)
    assert year.possibly_before(month)
    assert month.possibly_before(year)


def test_about_reaches_one_unit_further() -> None:
    """An approximate month may mean a day of the month beside it."""
    about = PartialDate.parse("2010-04~")
    assert about.may_mean(date(2010, 3, 15))
    assert not about.may_mean(date(2010, 1, 15))


@pytest.mark.parametrize(
    ("text", "spoken"),
    [("2010", "2010"), ("2010-04~", "about April 2010"), ("2010-04-09", "9 April 2010")],
)
def test_dates_are_spoken_as_people_write_them(text: str, spoken: str) -> None:
    """The spoken form is British and says when a date is about."""
    assert PartialDate.parse(text).spoken() == spoken


def test_the_ends_of_the_calendar_hold() -> None:
    """About the first and last years does not leave the calendar."""
    assert PartialDate.parse("0001~").earliest == date.min
    assert PartialDate.parse("9999~").latest == date.max


DATES = st.builds(
    lambda day, precision: PartialDate.parse(day.isoformat()[:precision]),
    st.dates(),
    st.sampled_from([4, 7, 10]),
)


@given(DATES, DATES)
def test_surely_implies_possibly_and_never_both_ways(one: PartialDate, other: PartialDate) -> None:
    """What surely comes first possibly does, and the other surely does not."""
    if one.surely_before(other):
        assert one.possibly_before(other)
        assert not other.possibly_before(one)
