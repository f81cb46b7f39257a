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
_DIRECTNESS, _FLAGS = ("direct", "indirect", "unknown"), ("true", "false")
_BOARD = {"boardmember": Role.MEMBER, "boardchair": Role.CHAIR}


class Interest(NamedTuple):
    """One interest: what it is and how much in words, whether it is indirect, when it holds.

    A place on a board has a role.
    """

    node: MapNode
    words: str
    share: str
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
                words=words,
                share=_share(importing, node),
                details=importing.text(node, "details"),
                directness=_one_of(importing, node, _DIRECTNESS, "directOrIndirect")
                or _one_of(importing, node, _DIRECTNESS, "interestLevel"),
                beneficial=_one_of(importing, node, _FLAGS, "beneficialOwnershipOrControl")
                == "true",
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
    notes += [interest.share for interest in interests if interest.role and interest.share]
    notes += dict.fromkeys(interest.details for interest in interests if interest.details)
    return "; ".join(notes)


def _one_of(importing: Importing, node: MapNode, words: Sequence[str], name: str) -> str:
    """What a field says, if that is one of some words; another is skipped, and named."""
    text = importing.text(node, name)
    if text and text not in words:
        importing.skip_field(SORT, node, name, f"it says none of {', '.join(words)}")
        return ""
    return text


def _share(importing: Importing, node: MapNode) -> str:
    """How much, in per cent: exactly, or between two bounds."""
    share = importing.value(node, "share")
    if not isinstance(share, MapNode):
        return ""
    if exact := importing.text(share, "exact"):
        return f"{exact} %"
    least = importing.text(share, "minimum")
    most = importing.text(share, "maximum")
    over = importing.text(share, "exclusiveMinimum")
    under = importing.text(share, "exclusiveMaximum")
    # Up to version 0.3 these two said only whether the bounds themselves are left out.
    least, over = ("", least) if over == "true" else (least, over.replace("false", ""))
    most, under = ("", most) if under == "true" else (most, under.replace("false", ""))
    said = (("at least", least), ("more than", over), ("at most", most), ("less than", under))
    bounds = [f"{words} {bound}" for words, bound in said if bound]
    return f"{' and '.join(bounds)} %" if bounds else ""
