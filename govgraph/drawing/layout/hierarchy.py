"""A diagram as layout reads it: who stands above whom, what belongs together, what is alike.

It is read once for all forms of a drawing. Bodies are taken by name, so that the order of the file
decides nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from govgraph.drawing.layout.areas import area_members
from govgraph.drawing.layout.levels import FAN
from govgraph.drawing.layout.nets import find_joins, find_self_lines
from govgraph.drawing.layout.ranks import Ranker
from govgraph.drawing.layout.slots import find_slots

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from govgraph.drawing.diagram import Diagram, DiagramBody, LineStyle
    from govgraph.drawing.layout.nets import Join

    Pairs = Sequence[tuple[str, str]]

UPWARD: frozenset[LineStyle] = frozenset({"accountable", "reports", "part"})
"""The lines that put one body below another; every other line leaves the rows alone."""

_NUMBER = re.compile(r"([0-9]{1,18})")
_SPINES = 2  # a stack hangs between two spines at the most

Upward = tuple[str, str, str, str]
"""What leaves of one family share: superior, kind, status and change of their line to it."""

Family = tuple[frozenset[Upward], int, str]
"""Leaves that only their names tell apart: their lines upward, their slot and their area."""


@dataclass(frozen=True)
class Hierarchy:
    """Who stands above whom in a diagram.

    Attributes:
        diagram: What is drawn.
        bodies: Its bodies by identifier, in the order of their names.
        below: For each body those that answer to it; no ring is left, and none stands higher.
        above: For each body those it answers to, in the same sense.
        linked: For each body all that any line connects it with.
        slots: The slot of each body (`slots.find_slots`).
        area: The area of each body that stands in an outlined one.
    """

    diagram: Diagram
    bodies: Mapping[str, DiagramBody]
    below: Mapping[str, tuple[str, ...]]
    above: Mapping[str, tuple[str, ...]]
    linked: Mapping[str, tuple[str, ...]]
    slots: Mapping[str, int]
    area: Mapping[str, str]

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The bodies, each after all that stand above it; leaves last."""
        waits = {body: len(self.above[body]) for body in self.bodies}
        ready = [body for body in self.bodies if not waits[body]]
        found: list[str] = []
        for body in ready:
            found.append(body)
            for lower in self.below[body]:
                waits[lower] -= 1
                if not waits[lower]:
                    ready.append(lower)
        return tuple(sorted(found, key=self.leaves.__contains__))

    @cached_property
    def downward(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The bodies in order, each with those it answers to that stand in its own slot."""
        slots, above = self.slots, self.above
        return tuple(
            (body, tuple(upper for upper in above[body] if slots[upper] == slots[body]))
            for body in self.order
        )

    @cached_property
    def sinking(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The bodies that nobody stands above and that are no apex, the last first.

        Each has somebody below it in its own slot, and those beside it.
        """
        slots = self.slots
        below = {
            body: tuple(lower for lower in self.below[body] if slots[lower] == slots[body])
            for body, record in self.bodies.items()
            if not self.above[body] and not record.apex
        }
        return tuple((body, below[body]) for body in reversed(self.order) if below.get(body))

    @cached_property
    def leaves(self) -> frozenset[str]:
        """The bodies to which nobody answers."""
        held = {line.to for line in self.diagram.lines if line.style in UPWARD}
        return frozenset(body for body in self.bodies if body not in held)

    @cached_property
    def loose(self) -> frozenset[str]:
        """The bodies that no line of account or belonging touches."""
        return frozenset(b for b in self.bodies if not self.above[b] and not self.below[b])

    @cached_property
    def topmost(self) -> frozenset[str]:
        """The apexes that nobody stands above."""
        return frozenset(b for b, found in self.bodies.items() if found.apex and not self.above[b])

    @cached_property
    def hubs(self) -> frozenset[str]:
        """The apexes among loose bodies that tie so many others, all of them loose too."""
        return frozenset(
            body
            for body in self.topmost & self.loose
            if len(self.linked[body]) > FAN and self.loose.issuperset(self.linked[body])
        )

    @cached_property
    def ranker(self) -> Ranker:
        """What gives the bodies their rows in one form and then in another."""
        return Ranker(self)

    @cached_property
    def loops(self) -> Counter[str]:
        """How many lines lead from each body back to itself."""
        return Counter(self.diagram.lines[line].to for line in find_self_lines(self.diagram))

    @cached_property
    def joins(self) -> tuple[Join, ...]:
        """Where every line between two bodies meets others."""
        return find_joins(self.diagram)

    @cached_property
    def weight(self) -> Mapping[str, int]:
        """How many stand below each body, itself counted."""
        found = dict.fromkeys(self.bodies, 1)
        for body in reversed(self.order):
            for upper in self.above[body][:1]:
                found[upper] += found[body]
        return found

    @cached_property
    def part(self) -> Mapping[str, str]:
        """For each body the first one of those that lines connect it with, however far."""
        found: dict[str, str] = {}
        for start in self.bodies:
            waiting = [start]
            while waiting:
                body = waiting.pop()
                if body not in found:
                    found[body] = start
                    waiting += self.linked[body]
        return found

    @cached_property
    def families(self) -> Mapping[Family, tuple[str, ...]]:
        """The families of leaves that may stand in stacks beside the lines of their superiors."""
        upward: dict[str, set[Upward]] = {}
        for line in self.diagram.lines:
            if line.style in UPWARD and line.from_ != line.to and line.to in self.bodies:
                shared = (line.to, line.kind, line.status, line.change)
                upward.setdefault(line.from_, set()).add(shared)
        found: dict[Family, list[str]] = {}
        for body in self.bodies:
            ways = upward.get(body, set())
            above = {upper for upper, *_ in ways}
            alike = 0 < len(ways) <= _SPINES and len(above) == len(ways)
            if alike and body in self.leaves and above <= set(self.above[body]):
                key = (frozenset(ways), self.slots[body], self.area.get(body, ""))
                found.setdefault(key, []).append(body)
        return {family: tuple(members) for family, members in found.items()}


def read_hierarchy(diagram: Diagram) -> Hierarchy:
    """The hierarchy of a diagram, its rings opened where they close as met from the top down."""
    bodies = {
        body.id: body
        for body in sorted(diagram.bodies, key=lambda body: (by_name(body.name), body.id))
    }
    upward = _pairs(diagram, bodies, UPWARD)
    every = _pairs(diagram, bodies, None)
    above, below = _gathered(bodies, upward), _gathered(bodies, _turned(upward))
    linked = _gathered(bodies, sorted({*every, *_turned(every)}))
    slots = find_slots(list(bodies.values()), diagram.tiers, above, below, linked)
    lower_of = {
        body: [lower for lower in found if slots[lower] >= slots[body]]
        for body, found in below.items()
    }
    kept = open_cycles(bodies, lower_of, frozenset(body for body in bodies if bodies[body].apex))
    within = [(lower, upper) for upper, found in kept.items() for lower in found]
    return Hierarchy(
        diagram,
        bodies,
        below=_gathered(bodies, _turned(within)),
        above=_gathered(bodies, within),
        linked=linked,
        slots=slots,
        area={body: area for area, members in area_members(diagram).items() for body in members},
    )


def by_name(name: str) -> list[tuple[int, str]]:
    """By which names stand in order: words by their letters, numbers by what they count."""
    parts = _NUMBER.split(name.casefold())
    return [(int(part) if at % 2 else 0, part) for at, part in enumerate(parts)]


def open_cycles(
    bodies: Iterable[str], below: Mapping[str, Sequence[str]], apexes: Collection[str]
) -> dict[str, list[str]]:
    """The same without what closes a ring, found by walking down from the top, apexes first."""
    answers = {lower for found in below.values() for lower in found}
    starts = sorted(bodies, key=lambda body: (body not in apexes, body in answers))
    kept: dict[str, list[str]] = {body: [] for body in starts}
    open_now: set[str] = set()
    seen: set[str] = set()
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        open_now.add(start)
        path = [(start, iter(below[start]))]
        while path:
            body, rest = path[-1]
            lower = next(rest, None)
            if lower is None:
                open_now.discard(body)
                path.pop()
            elif lower not in open_now:
                kept[body].append(lower)
                if lower not in seen:
                    seen.add(lower)
                    open_now.add(lower)
                    path.append((lower, iter(below[lower])))
    return kept


def _pairs(
    diagram: Diagram, known: Collection[str], styles: frozenset[LineStyle] | None
) -> list[tuple[str, str]]:
    """The lines of some styles as (lower, upper), each pair once, without self lines."""
    return sorted(
        {
            (line.from_, line.to)
            for line in diagram.lines
            if (styles is None or line.style in styles)
            and line.from_ != line.to
            and line.from_ in known
            and line.to in known
        }
    )


def _turned(pairs: Pairs) -> list[tuple[str, str]]:
    return [(second, first) for first, second in pairs]


def _gathered(bodies: Iterable[str], pairs: Pairs) -> dict[str, tuple[str, ...]]:
    """For each body its seconds, in the order of the bodies' names."""
    found: dict[str, list[str]] = {body: [] for body in bodies}
    for first, second in pairs:
        found[first].append(second)
    place = {body: at for at, body in enumerate(found)}
    return {body: tuple(sorted(others, key=place.__getitem__)) for body, others in found.items()}
