"""The interests of a relationship of ownership or control, and how they are said."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from govgraph.formats.nodes import MapNode
from govgraph.formats.taking import Taking
from govgraph.model.dates import PartialDate
from govgraph.model.seats import Role

_SORT = "interest"
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BOARD = {"boardmember": Role.MEMBER, "boardchair": Role.CHAIR}


class Interest(NamedTuple):
    """One interest: what it is in words, whether it is indirect, when it holds.

    A place on a board has a role.
    """

    words: str
    directness: str
    beneficial: bool
    start: PartialDate | None
    end: PartialDate | None
    role: Role | None


class Said(NamedTuple):
    """Several interests as one relation says them."""

    scope: str
    indirect: bool
    start: PartialDate | None
    end: PartialDate | None
    note: str


def interests_of(taking: Taking, details: MapNode) -> list[Interest]:
    """The interests of a relationship."""
    found = []
    for node in taking.each("relationship", details, "interests", _SORT):
        type_ = taking.text(_SORT, node, "type")
        plain = type_.replace("-", "").casefold()
        words = _CAPITAL.sub(" ", type_).replace("-", " ").lower() or "an interest not said"
        share = _share(taking, node)
        found.append(
            Interest(
                words=f"{words} {share}".rstrip(),
                directness=taking.text(_SORT, node, "directOrIndirect", "interestLevel"),
                beneficial=taking.text(_SORT, node, "beneficialOwnershipOrControl") == "true",
                start=taking.date(_SORT, node, "startDate"),
                end=taking.date(_SORT, node, "endDate"),
                role=_BOARD.get(plain),
            )
        )
    return found


def say_interests(interests: Sequence[Interest]) -> Said:
    """Several interests as one relation: it holds from the first of them to the last."""
    starts = [interest.start for interest in interests]
    ends = [interest.end for interest in interests]
    notes = []
    if not interests:
        notes.append("what the interest is, is not said")
    if any(interest.beneficial for interest in interests):
        notes.append("beneficial ownership or control")
    if any(interest.directness == "unknown" for interest in interests):
        notes.append("whether direct or indirect is unknown")
    known_starts = [date for date in starts if date]
    known_ends = [date for date in ends if date]
    all_end = bool(ends) and len(known_ends) == len(ends)
    return Said(
        scope=", ".join(interest.words for interest in interests),
        indirect=bool(interests)
        and all(interest.directness == "indirect" for interest in interests),
        start=min(known_starts, key=lambda date: date.first_day, default=None),
        end=max(known_ends, key=lambda date: date.last_day) if all_end else None,
        note="; ".join(notes),
    )


def _share(taking: Taking, node: MapNode) -> str:
    """How much, in per cent: exactly, or between two bounds."""
    share = taking.value(_SORT, node, "share")
    opened = taking.open("share", share) if share else None
    if opened is None:
        return ""
    exact = taking.text("share", opened, "exact")
    if exact:
        return f"{exact} %"
    least = taking.text("share", opened, "minimum")
    most = taking.text("share", opened, "maximum")
    over = taking.text("share", opened, "exclusiveMinimum")
    under = taking.text("share", opened, "exclusiveMaximum")
    # Up to version 0.3 these two said only whether the bounds themselves are left out.
    least, over = ("", least) if over == "true" else (least, over.replace("false", ""))
    most, under = ("", most) if under == "true" else (most, under.replace("false", ""))
    low = f"at least {least}" if least else f"more than {over}" if over else ""
    high = f"at most {most}" if most else f"less than {under}" if under else ""
    bounds = [bound for bound in (low, high) if bound]
    return f"{' and '.join(bounds)} %" if bounds else ""
