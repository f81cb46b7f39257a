"""What decides who stands above whom in DOT: lines upward, and a heading for each tier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.scene.collapse import UPWARD

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from govgraph.drawing.diagram import Diagram, DiagramLine

_LEVEL = frozenset({"liaison"})
"""Lines that put nobody below anybody."""


@dataclass(frozen=True, slots=True)
class DotRanks:
    """The hierarchy of a diagram as Graphviz is to see it.

    Attributes:
        upward: The places of the lines whose superior stands above.
        tops: Pairs of a body and the place of its tier, whose heading stands right above it.
        bottoms: Pairs of a body and the place of the next tier, whose heading stands below it.
    """

    upward: frozenset[int]
    tops: tuple[tuple[str, int], ...] = ()
    bottoms: tuple[tuple[str, int], ...] = ()


def rank_bodies(diagram: Diagram) -> DotRanks:
    """Who stands above whom: as lines of account lead, and each tier below the one before it.

    A body that answers to nobody stands below what it supports or is represented on. A superior
    that is declared to stand on a lower tier stays there, and its line leads downward; so does the
    line that closes a ring.
    """
    tiers = {tier: place for place, tier in enumerate(diagram.tiers)}
    on = {body.id: tiers[body.tier] for body in diagram.bodies if body.tier in tiers}
    answers = {line.from_ for line in diagram.lines if line.style in UPWARD}
    wanted = [
        place
        for place, line in enumerate(diagram.lines)
        if line.style in UPWARD or (line.style not in _LEVEL and line.from_ not in answers)
        if on.get(line.to, 0) <= on.get(line.from_, len(tiers))
    ]
    upward = frozenset(wanted) - frozenset(_closing(diagram.lines, wanted))
    if len(tiers) <= 1:
        return DotRanks(upward)
    within = [
        line
        for place, line in enumerate(diagram.lines)
        if place in upward and on.get(line.from_) == on.get(line.to)
    ]
    lower, upper = {line.from_ for line in within}, {line.to for line in within}
    return DotRanks(
        upward,
        tuple((body, tier) for body, tier in on.items() if body not in lower),
        tuple(
            (body, tier + 1)
            for body, tier in on.items()
            if body not in upper and tier + 1 < len(tiers)
        ),
    )


def _closing(lines: Sequence[DiagramLine], places: Collection[int]) -> Iterator[int]:
    """The places of the lines that lead back to where somebody came from."""
    leads: dict[str, list[int]] = {}
    for place in places:
        leads.setdefault(lines[place].from_, []).append(place)
    done: set[str] = set()
    for start in list(leads):
        way: dict[str, Iterator[int]] = {}
        if start not in done:
            way[start] = iter(leads[start])
        while way:
            body, waiting = next(reversed(way.items()))
            line = next(waiting, None)
            if line is None:
                del way[body]
                done.add(body)
            elif lines[line].to in way:
                yield line
            elif lines[line].to not in done:
                way[lines[line].to] = iter(leads.get(lines[line].to, ()))
