"""What a structure asks of its picture: whom to show, what is a tree, who may stand below whom."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from benchmarks.pictures.asked import has_proposals
from govgraph import api
from govgraph.drawing.diagram import Diagram
from govgraph.drawing.layout.areas import area_members
from govgraph.drawing.scene.difference_scene import build_difference_diagram

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from benchmarks.pictures.asked import Asked
    from govgraph.drawing.diagram import DiagramLine

_ACCOUNT = frozenset({"accountable", "reports"})
_UPWARD = _ACCOUNT | {"part"}


@dataclass(frozen=True, slots=True)
class Known:
    """A structure of the ladder.

    Attributes:
        name: What it is called here.
        command: What draws it, but for the paper and the file that is written.
        diagram: What its picture has to show; nothing of a timeline.
    """

    name: str
    command: tuple[str, ...]
    diagram: Diagram

    @property
    def names(self) -> dict[str, str]:
        """The names of the bodies that are drawn, by identifier."""
        return {body.id: body.name for body in self.diagram.bodies}

    @property
    def wanted(self) -> frozenset[str]:
        """The bodies that a page has to show; a view only names whom its own answer to."""
        return frozenset(body.id for body in self.diagram.bodies if not body.pointer)

    @property
    def apexes(self) -> frozenset[str]:
        """The bodies at which accountability may end."""
        return frozenset(body.id for body in self.diagram.bodies if body.apex)

    @property
    def is_tree(self) -> bool:
        """Whether it can be drawn without a crossing: nobody has two lines, and none goes round.

        Areas that stand whole may ask for crossings, whatever they hold; so may tiers by which a
        superior stands lower than who answers to it.
        """
        lines = self.diagram.lines
        superiors = {line.from_: line.to for line in lines}
        upward = all(line.style in _UPWARD for line in lines)
        single = upward and len(superiors) == len(lines) and not _rings(lines)
        return single and not area_members(self.diagram) and not self.excused()

    def excused(self) -> frozenset[tuple[str, str]]:
        """The lines of account, as pairs, that cannot lead upward.

        They are part of a ring, or the declared tiers of the bodies at their ends forbid it; a body
        without a tier is bound by those of the bodies next above and below it.
        """
        lines = [line for line in self.diagram.lines if line.style in _ACCOUNT]
        rank = {tier: place for place, tier in enumerate(self.diagram.tiers)}
        tiers = {body.id: rank[body.tier] for body in self.diagram.bodies if body.tier in rank}
        above = _bounds(tiers, [(line.from_, line.to) for line in lines])
        below = _bounds(
            {body: -tier for body, tier in tiers.items()}, [(line.to, line.from_) for line in lines]
        )
        cycle_of = _rings(lines)
        return frozenset(
            (line.from_, line.to)
            for line in lines
            if cycle_of.get(line.from_, line.from_) == cycle_of.get(line.to, line.to)
            or (line.to in above and line.from_ in below and above[line.to] > -below[line.from_])
        )


def know(asked: Asked) -> Known:
    """A structure as govgraph reads it.

    Raises:
        GovgraphError: it cannot be read.
    """
    structure = api.load(asked.path)
    proposals = has_proposals(structure)
    command = tuple(asked.words(proposals=proposals))
    include = ("proposed",) if proposals and not asked.new else ()
    if asked.command == "diff":
        days = dict(pairwise(asked.days))
        comparison = api.diff(
            structure,
            api.load(asked.new) if asked.new else None,
            from_date=days.get("--from"),
            to_date=days.get("--to"),
            include=include,
        )
        return Known(asked.name, command, build_difference_diagram(comparison))
    if asked.command == "timeline":
        return Known(asked.name, command, Diagram(structure.title))
    graph = api.build_graph(structure, include=include)
    return Known(asked.name, command, api.diagram(graph, view=asked.view))


def _rings(lines: Iterable[DiagramLine]) -> dict[str, int]:
    """For each body that answers to itself in the end the number of its ring."""
    import networkx as nx

    graph = nx.DiGraph((line.from_, line.to) for line in lines)
    cycles = (found for found in nx.strongly_connected_components(graph) if len(found) > 1)
    return {body: number for number, found in enumerate(cycles) for body in found}


def _bounds(tiers: Mapping[str, int], lines: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The tier of each body, or of the furthest body that lines lead to from one without."""
    found = dict(tiers)
    pairs = [(body, next_) for body, next_ in lines if body not in tiers]
    changed = True
    while changed:
        changed = False
        for body, next_ in pairs:
            if next_ in found and found[next_] > found.get(body, found[next_] - 1):
                found[body] = found[next_]
                changed = True
    return found
