"""The last line about a register, whichever engine has checked it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from govgraph.checks.finding import Severity
from govgraph.wording.lists import count_words
from govgraph.wording.standpoints import format_standpoint_within

if TYPE_CHECKING:
    from govgraph.model.standpoint import Standpoint


def sum_up_register(
    name: str,
    counts: Mapping[Severity, int],
    size: tuple[int, int],
    faulty: int,
    standpoint: "Standpoint",
) -> str:
    """How many findings of each severity there are, in how many bodies, and as at when.

    Args:
        name: what the register is called.
        counts: how many findings of each severity there are.
        size: how many bodies it has, and how many lines of account.
        faulty: how many bodies have an error.
        standpoint: as at when it was checked.
    """
    when = format_standpoint_within(standpoint)
    bodies, lines = size
    if not bodies:
        return f"{name} is empty: there are no bodies in it ({when})."
    told = (
        f"{count_words(counts[Severity.ERROR], 'error')}, "
        f"{count_words(counts[Severity.WARNING], 'warning')}, "
        f"{counts[Severity.INFORMATION]:,} information"
    )
    return (
        f"{name}: {told if any(counts.values()) else 'nothing to report'} "
        f"({count_words(bodies, 'body', 'bodies')}, "
        f"{count_words(lines, 'line of account', 'lines of account')}, {when}); "
        f"{count_words(faulty, 'body has', 'bodies have')} an error."
    )
