"""Of how many of the bodies in one box a line of account is true, in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.wording.lists import count_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from govgraph.drawing.diagram import DiagramBody, DiagramLine

ACCOUNT = frozenset({"accountable", "reports"})
"""The lines that are lines of account."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The bodies that one box stands for; `head` is the one that it is named after, if any."""

    bodies: tuple[DiagramBody, ...]
    head: str = ""


def with_partial_counts(
    joined: Mapping[DiagramLine, Sequence[DiagramLine]],
    within: Sequence[DiagramLine],
    pools: Mapping[str, Pool],
) -> tuple[DiagramLine, ...]:
    """Lines that each stand for several, in their order, with what makes them true.

    Args:
        joined: For each line that is drawn the lines it stands for.
        within: The lines that are not drawn because both ends are in one box.
        pools: For the id of each box the bodies it stands for.
    """
    told = []
    for line, whole in joined.items():
        lower, upper = pools.get(line.from_), pools.get(line.to)
        share = _format_share(whole, within, lower, upper) if lower or upper else line.scope
        told.append(replace(line, scope=share))
    return tuple(told)


def format_size(bodies: Sequence[DiagramBody]) -> str:
    """How many bodies some boxes stand for: `about 16 bodies` where one of them is not sure.

    >>> from govgraph.drawing.diagram import DiagramBody
    >>> format_size([DiagramBody("a", "A"), DiagramBody("b", "B", count=11)])
    '12 bodies'
    """
    size = _count(bodies)
    about = "about " if any(body.count_is_about for body in bodies) else ""
    return f"{about}{count_words(size, 'body', 'bodies')}"


def _format_share(
    joined: Sequence[DiagramLine],
    within: Sequence[DiagramLine],
    lower: Pool | None,
    upper: Pool | None,
) -> str | None:
    """What to write on a line of account so that it is true; None where it is true of all.

    A line from a box is true of the bodies that it starts at, and of those whose lines of account
    lead to one of these inside the box.

    Args:
        joined: The lines that are drawn as one, of one kind and one status.
        within: The lines between bodies of one box.
        lower: The box they start at, or None where that is a single body.
        upper: The box they lead to, or None.
    """
    if not joined or joined[0].style not in ACCOUNT:
        return None
    told = []
    if lower is not None:
        starts = {line.from_ for line in joined}
        if lower.head not in starts:
            told.append(_format_part(_led_by(starts, within), lower, ""))
    if upper is not None:
        ends = {line.to for line in joined}
        if upper.head not in ends:
            told.append(_format_part(ends, upper, "to "))
    return ", ".join(filter(None, told)) or None


def _format_part(chosen: Collection[str], pool: Pool, before: str) -> str:
    """`3 of 9`, or nothing where it is all of them."""
    part = [body for body in pool.bodies if body.id in chosen]
    if len(part) == len(pool.bodies):
        return ""
    about = "about " if any(body.count_is_about for body in part) else ""
    return f"{before}{about}{_count(part)} of {_count(pool.bodies)}"


def _led_by(starts: Collection[str], within: Sequence[DiagramLine]) -> set[str]:
    """Some bodies, and all whose lines of account lead to one of them."""
    down: dict[str, list[str]] = {}
    for line in within:
        if line.style in ACCOUNT and line.status != "ended":
            down.setdefault(line.to, []).append(line.from_)
    found = set(starts)
    waiting = list(starts)
    while waiting:
        for below in down.get(waiting.pop(), ()):
            if below not in found:
                found.add(below)
                waiting.append(below)
    return found


def _count(bodies: Sequence[DiagramBody]) -> int:
    return sum(body.count or 1 for body in bodies)
