"""The interests of a relationship of ownership or control, and how they are said."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govgraph.formats.importing import Importing
from govgraph.formats.nodes import ListNode, MapNode
from govgraph.model.dates import PartialDate
from govgraph.model.seats import Role

SORT = "interest"
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BOARD = {"boardmember": Role.MEMBER, "boardchair": Role.CHAIR}


class Interest(NamedTuple):
    """One interest: what it is in words, whether it is indirect, when it holds.

    A place on a board has a role.
    """

    node: MapNode
    words: str
    details: str
    directness: str
    beneficial: bool
    start: PartialDate | None
    end: PartialDate | None
    role: Role | None

    @property
    def line(self) -> tuple[PartialDate | None, PartialDate | None, bool]:
        """What interests must share to stand in one relation: how long they hold, and how."""
        return self.start, self.end, self.directness == "indirect"


def interests_of(importing: Importing, details: MapNode) -> list[Interest]:
    """The interests of a relationship."""
    found = []
    value = importing.value(details, "interests")
    items = value.items if isinstance(value, ListNode) else [value]
    for node in (item for item in items if isinstance(item, MapNode)):
        type_ = importing.text(node, "type")
        plain = type_.replace("-", "").casefold()
        words = _CAPITAL.sub(" ", type_).replace("-", " ").lower() or "an interest not said"
        found.append(
            Interest(
                node=node,
                words=f"{words} {_share(importing, node)}".rstrip(),
                details=importing.text(node, "details"),
                directness=importing.text(node, "directOrIndirect", "interestLevel"),
                beneficial=importing.text(node, "beneficialOwnershipOrControl") == "true",
                start=importing.date(SORT, node, "startDate"),
                end=importing.date(SORT, node, "endDate"),
                role=_BOARD.get(plain),
            )
        )
    return found


def in_lines(interests: Iterable[Interest]) -> list[list[Interest]]:
    """Interests in groups that one relation can say, in the order of the file."""
    groups: dict[object, list[Interest]] = {}
    for interest in interests:
        groups.setdefault(interest.line, []).append(interest)
    return list(groups.values())


def note_of(interests: Sequence[Interest]) -> str:
    """What there is to say of the interests of one relation beyond their names."""
    notes = [] if interests else ["what the interest is, is not said"]
    if any(interest.beneficial for interest in interests):
        notes.append("beneficial ownership or control")
    if any(interest.directness == "unknown" for interest in interests):
        notes.append("whether direct or indirect is unknown")
    notes += dict.fromkeys(interest.details for interest in interests if interest.details)
    return "; ".join(notes)


def _share(importing: Importing, node: MapNode) -> str:
    """How much, in per cent: exactly, or between two bounds."""
    share = importing.value(node, "share")
    if not isinstance(share, MapNode):
        return ""
    exact = importing.text(share, "exact")
    least = importing.text(share, "minimum")
    most = importing.text(share, "maximum")
    over = importing.text(share, "exclusiveMinimum")
    under = importing.text(share, "exclusiveMaximum")
    if exact:
        return f"{exact} %"
    # Up to version 0.3 these two said only whether the bounds themselves are left out.
    least, over = ("", least) if over == "true" else (least, over.replace("false", ""))
    most, under = ("", most) if under == "true" else (most, under.replace("false", ""))
    low = f"at least {least}" if least else f"more than {over}" if over else ""
    high = f"at most {most}" if most else f"less than {under}" if under else ""
    bounds = [bound for bound in (low, high) if bound]
    return f"{' and '.join(bounds)} %" if bounds else ""
