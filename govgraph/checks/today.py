"""Today, for the one question that a structure without a date leaves to it: whether a waiver ended.

`GOVGRAPH_TODAY` names another day, so that the same input gives the same bytes on any.
"""

import os
from datetime import UTC, date, datetime

from govgraph.errors import SettingsError

VARIABLE = "GOVGRAPH_TODAY"


def find_today() -> date:
    """The day that the environment names, or today.

    Raises:
        SettingsError: the environment names no day.
    """
    named = os.environ.get(VARIABLE, "")
    if not named:
        return datetime.now(UTC).astimezone().date()
    try:
        return date.fromisoformat(named)
    except ValueError:
        message = f"{VARIABLE} is {named[:80]!r}, not a day such as 2026-04-01"
        raise SettingsError(message) from None
