"""Days and lives as people write them."""

from datetime import date

from govgraph.model.dates import MONTH_NAMES
from govgraph.model.standpoint import Lived


def format_life(thing: Lived) -> str:
    """When something begins and ends: `from April 2010 until 2011`, or nothing."""
    begins = f"from {thing.from_.spoken()}" if thing.from_ else ""
    ends = f"until {thing.until.spoken()}" if thing.until else ""
    return f"{begins} {ends}".strip()


def format_day(day: date) -> str:
    """One day as people write it: `30 April 2010`."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
