"""What one of several pages shows: its own bodies, and where to turn to for the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramFinding, DiagramLine
from govgraph.drawing.strokes.changes import gather_changes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.drawing.forms.pages_plan import PagePlan

_WHOLE = "The whole is on page 1."
_ELSEWHERE = "The whole and the sources are on page 1."
_GROUP = "page:"  # before a page's number: the id of the box that stands for it


def page_diagram(diagram: Diagram, page: PagePlan, page_of: Mapping[str, int]) -> Diagram:
    """The part of a diagram that one page shows.

    Bodies of other pages that its own are linked with stand on it as well, saying on which page
    they are shown with all their lines; each group is one box that says where it is shown.

    Args:
        diagram: The whole.
        page: The page, numbered.
        page_of: For each body the page that shows it singly.
    """
    stands_for = {body: f"{_GROUP}{group.number}" for group in page.groups for body in group.bodies}
    own = frozenset(page.bodies)
    where = {body.id: stands_for.get(body.id, body.id) for body in diagram.bodies}
    lines, places = _lines(diagram.lines, where, own)
    bodies = _bodies(diagram, page, page_of, lines, where)
    shown = page.shown()
    findings = tuple(
        replace(
            finding,
            bodies=tuple(body for body in finding.bodies if body in shown),
            line=places.get(finding.line) if finding.line is not None else None,
        )
        for finding in diagram.findings
        if shown.intersection(finding.bodies) or _is_here(finding, places)
    )
    first = page.above is None
    return replace(
        diagram,
        subtitle=diagram.subtitle if first else page.name,
        bodies=bodies,
        lines=lines,
        tiers=tuple(tier for tier in diagram.tiers if any(b.tier == tier for b in bodies)),
        areas=tuple(area for area in diagram.areas if any(b.area == area for b in bodies)),
        findings=findings,
        sources=diagram.sources if first else (),
        left_out=diagram.left_out if first else (_ELSEWHERE if diagram.sources else _WHOLE,),
    )


def _is_here(finding: DiagramFinding, places: Mapping[int, int]) -> bool:
    return not finding.bodies and finding.line in places


def _lines(
    lines: Sequence[DiagramLine], where: Mapping[str, str], own: frozenset[str]
) -> tuple[tuple[DiagramLine, ...], dict[int, int]]:
    """The lines that begin or end on the page, once each, and the new index of each old one."""
    found: dict[DiagramLine, int] = {}
    places: dict[int, int] = {}
    for index, line in enumerate(lines):
        if not own & {line.from_, line.to} or not {line.from_, line.to} <= where.keys():
            continue
        ends = where[line.from_], where[line.to]
        if ends == (line.from_, line.to):
            places[index] = found.setdefault(line, len(found))
        elif ends[0] != ends[1]:
            joined = replace(line, from_=ends[0], to=ends[1], scope=None)
            found.setdefault(joined, len(found))
    return tuple(found), places


def _bodies(
    diagram: Diagram,
    page: PagePlan,
    page_of: Mapping[str, int],
    lines: Sequence[DiagramLine],
    where: Mapping[str, str],
) -> tuple[DiagramBody, ...]:
    """The page's own bodies, a box for each of its groups, and the bodies next to them."""
    own = frozenset(page.bodies)
    linked = {end for line in lines for end in (line.from_, line.to)}
    boxes = {f"{_GROUP}{group.number}": group for group in page.groups}
    members: dict[str, list[DiagramBody]] = {}
    for body in diagram.bodies:
        members.setdefault(where[body.id], []).append(body)
    found: list[DiagramBody] = []
    for id_, bodies in members.items():
        body = bodies[0]
        if id_ in boxes:
            found.append(_group_box(id_, boxes[id_], bodies))
        elif id_ in own:
            found.append(body)
        elif id_ in linked:
            found.append(_neighbour(body, page_of[id_]))
    return tuple(found)


def _neighbour(body: DiagramBody, number: int) -> DiagramBody:
    """A body of another page, as one that is only pointed to."""
    return replace(body, area=None, meta=(f"See page {number}",), chips=(), orphan=False)


def _group_box(id_: str, group: PagePlan, bodies: Sequence[DiagramBody]) -> DiagramBody:
    """One box for all the bodies of another page, on the highest tier of theirs."""
    count = sum(body.count or 1 for body in bodies)
    change, news = gather_changes(bodies)
    return DiagramBody(
        id=id_,
        name=group.name,
        kind="group",
        kind_label="Several bodies",
        tier=bodies[0].tier,
        meta=(f"{count} bodies: see page {group.number}",),
        change=change,
        news=news,
    )
