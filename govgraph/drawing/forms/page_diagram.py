"""What one of several pages shows: its own bodies in full, and who is elsewhere as a small box."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.drawing.layout.hierarchy import UPWARD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramFinding, DiagramLine
    from govgraph.drawing.forms.page_plan import PagePlan, Planner


_WHOLE = "The top is {}."
_SOURCES = "The top and the sources are {}."
_ELSEWHERE = "Links that begin on another page are drawn there."


class Whole:
    """A whole diagram: what touches each body is looked up, not looked for.

    Attributes:
        diagram: The whole.
        at: For each body its place among the bodies.
        lines: For each body the places of the lines that touch it.
        findings: For each body the places of the findings that are about it.
        line_findings: For each line the places of the findings that are about it and no body.
    """

    def __init__(self, diagram: Diagram) -> None:
        self.diagram = diagram
        self.at = {body.id: place for place, body in enumerate(diagram.bodies)}
        self.lines: dict[str, list[int]] = {}
        self.findings: dict[str, list[int]] = {}
        self.line_findings: dict[int, list[int]] = {}
        for place, line in enumerate(diagram.lines):
            for end in {line.from_, line.to}:
                self.lines.setdefault(end, []).append(place)
        for place, finding in enumerate(diagram.findings):
            for body in finding.bodies:
                self.findings.setdefault(body, []).append(place)
            if not finding.bodies and finding.line is not None:
                self.line_findings.setdefault(finding.line, []).append(place)


@dataclass(frozen=True, slots=True)
class Pages:
    """A diagram and the pages that it is shared out on.

    Attributes:
        whole: The diagram.
        planner: Who stands below whom in it.
        page_of: The number of the page on which each body is shown in full.
    """

    whole: Whole
    planner: Planner
    page_of: Mapping[str, int]

    def diagram(self, plan: PagePlan, number: int, *, incoming: bool = True) -> Diagram:
        """The part of the diagram that one page shows.

        A superior on another page always stands on it as a small box, so that no page lacks its
        line upward. Those who answer to a body on a later page are counted in its own box.

        Args:
            plan: The page.
            number: Its number.
            incoming: Whether links of other kinds that begin on another page are drawn here too.
        """
        diagram = self.whole.diagram
        own = frozenset(plan.bodies)
        kept = list(self._lines(own, incoming=incoming))
        lines = tuple(diagram.lines[place] for place in kept)
        pointed = {end for line in lines for end in (line.from_, line.to)} - own
        if number == 1:
            pointed |= {body.id for body in diagram.bodies if body.apex} - own
        bodies = tuple(
            self._shown(body, number) if body.id in own else self._pointed(body)
            for body in diagram.bodies
            if body.id in own or body.id in pointed
        )
        drawn = {place: at for at, place in enumerate(kept)}
        return replace(
            diagram,
            subtitle=(number > 1 and plan.name) or diagram.subtitle,
            bodies=bodies,
            lines=lines,
            tiers=_used(diagram.tiers, (body.tier for body in bodies)),
            areas=_used(diagram.areas, (body.area for body in bodies)),
            findings=tuple(self._findings(own, drawn)),
            sources=diagram.sources if number == 1 else (),
            left_out=tuple(self._notes(number, lines, own, incoming=incoming)),
        )

    def _lines(self, own: frozenset[str], *, incoming: bool) -> Iterator[int]:
        """The places of the lines that a page shows."""
        touching = {place for body in own for place in self.whole.lines.get(body, ())}
        for place in sorted(touching):
            line = self.whole.diagram.lines[place]
            if not {line.from_, line.to} <= self.whole.at.keys():
                continue
            begins = line.from_ in own
            if begins or (incoming and line.style not in UPWARD):
                yield place

    def _shown(self, body: DiagramBody, number: int) -> DiagramBody:
        """A body in full, with how many stand below it on other pages."""
        pages: set[int] = set()
        count = 0
        waiting = [lower for lower in self.planner.own[body.id] if self.page_of[lower] != number]
        while waiting:
            lower = waiting.pop()
            count += 1
            pages.add(self.page_of[lower])
            waiting += self.planner.own[lower]
        if not count:
            return body
        return replace(body, meta=(*body.meta, f"{count} below: {self._format(sorted(pages))}"))

    def _pointed(self, body: DiagramBody) -> DiagramBody:
        return body.pointed(f"see {self._format([self.page_of[body.id]])}")

    def _format(self, pages: Sequence[int]) -> str:
        """Some pages in words: as pages of this drawing, or as figures of the paper it is in."""
        first = self.whole.diagram.figure
        if first:
            return _format_numbers("figure", [page + first - 1 for page in pages])
        return _format_numbers("page", pages)

    def _findings(self, own: frozenset[str], drawn: Mapping[int, int]) -> Iterator[DiagramFinding]:
        """The findings about bodies or lines of the page, in their order."""
        here = {place for body in own for place in self.whole.findings.get(body, ())}
        here |= {place for line in drawn for place in self.whole.line_findings.get(line, ())}
        for place in sorted(here):
            finding = self.whole.diagram.findings[place]
            yield replace(
                finding,
                bodies=tuple(body for body in finding.bodies if body in own),
                line=drawn.get(finding.line) if finding.line is not None else None,
            )

    def _notes(
        self, number: int, lines: Sequence[DiagramLine], own: frozenset[str], *, incoming: bool
    ) -> Iterator[str]:
        """What a page says that it does not show."""
        diagram = self.whole.diagram
        if number == 1:
            yield from diagram.left_out
        else:
            top = f"figure {diagram.figure}" if diagram.figure else "on page 1"
            yield (_SOURCES if diagram.sources else _WHOLE).format(top)
        if not incoming and len(list(self._lines(own, incoming=True))) > len(lines):
            yield _ELSEWHERE


def _used(names: Sequence[str], used: Iterable[str | None]) -> tuple[str, ...]:
    found = set(used)
    return tuple(name for name in names if name in found)


def _format_numbers(what: str, pages: Sequence[int]) -> str:
    """The numbers of some pages, in words."""
    if len(pages) == 1:
        return f"{what} {pages[0]}"
    if pages[-1] - pages[0] == len(pages) - 1 and len(pages) > 2:  # noqa: PLR2004 - a range
        return f"{what}s {pages[0]} to {pages[-1]}"
    return f"{what}s {', '.join(map(str, pages[:-1]))} and {pages[-1]}"
