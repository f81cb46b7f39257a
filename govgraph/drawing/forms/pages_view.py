"""What one of several pages shows: its own bodies, and where to turn to for the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.drawing.depiction.shares import Pool, say_size, with_shares
from govgraph.drawing.diagram import DiagramBody, DiagramFinding, DiagramLine
from govgraph.drawing.strokes.changes import gather_changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.forms.pages_plan import PagePlan
    from govgraph.drawing.forms.whole import Whole

_WHOLE = "The whole is on page 1."
_ELSEWHERE = "The whole and the sources are on page 1."
_SHARED = (
    "A line at a box of several bodies belongs to one or more of them; a line of account that does "
    "not belong to all says to how many."
)
_GROUP = "page:"  # before a page's number: the id of the box that stands for it


def page_diagram(whole: Whole, page: PagePlan, page_of: Mapping[str, int]) -> Diagram:
    """The part of a diagram that one page shows.

    Bodies of other pages that its own are linked with stand on it as well, saying on which page
    they are shown with all their lines; each group is one box that says where it is shown.

    Args:
        whole: The whole.
        page: The page, numbered.
        page_of: For each body the page that shows it singly.
    """
    diagram = whole.diagram
    stands_for = {body: f"{_GROUP}{group.number}" for group in page.groups for body in group.bodies}
    lines, places = _lines(whole, page, stands_for)
    bodies = _bodies(whole, page, page_of, lines, stands_for)
    tiers, areas = {body.tier for body in bodies}, {body.area for body in bodies}
    first = page.above is None
    return replace(
        diagram,
        subtitle=diagram.subtitle if first else page.name,
        bodies=bodies,
        lines=lines,
        tiers=tuple(tier for tier in diagram.tiers if tier in tiers),
        areas=tuple(area for area in diagram.areas if area in areas),
        findings=tuple(_findings(whole, page.shown(), places)),
        sources=diagram.sources if first else (),
        left_out=(
            *(diagram.left_out if first else (_ELSEWHERE if diagram.sources else _WHOLE,)),
            *((_SHARED,) if page.groups else ()),
        ),
    )


def _findings(
    whole: Whole, shown: frozenset[str], places: Mapping[int, int]
) -> Iterator[DiagramFinding]:
    """The findings about bodies or lines of the page, in their order."""
    here = {place for body in shown for place in whole.findings.get(body, ())}
    here.update(place for line in places for place in whole.line_findings.get(line, ()))
    for place in sorted(here):
        finding = whole.diagram.findings[place]
        yield replace(
            finding,
            bodies=tuple(body for body in finding.bodies if body in shown),
            line=places.get(finding.line) if finding.line is not None else None,
        )


def _lines(
    whole: Whole, page: PagePlan, stands_for: Mapping[str, str]
) -> tuple[tuple[DiagramLine, ...], dict[int, int]]:
    """The lines that begin or end on the page, once each, and the new index of each old one."""
    joined: dict[DiagramLine, list[DiagramLine]] = {}
    within: list[DiagramLine] = []
    places: dict[int, int] = {}
    order: dict[DiagramLine, int] = {}
    for index in sorted({place for body in page.bodies for place in whole.lines.get(body, ())}):
        line = whole.diagram.lines[index]
        if not {line.from_, line.to} <= whole.at.keys():
            continue
        ends = stands_for.get(line.from_, line.from_), stands_for.get(line.to, line.to)
        if ends == (line.from_, line.to):
            joined.setdefault(line, []).append(line)
            places[index] = order.setdefault(line, len(order))
        elif ends[0] != ends[1]:
            drawn = replace(line, from_=ends[0], to=ends[1], scope=None)
            joined.setdefault(drawn, []).append(line)
            order.setdefault(drawn, len(order))
        else:
            within.append(line)
    return with_shares(joined, within, _pools(whole, page)), places


def _pools(whole: Whole, page: PagePlan) -> dict[str, Pool]:
    """For the id of each box of a page the bodies it stands for."""
    bodies, at = whole.diagram.bodies, whole.at
    return {
        f"{_GROUP}{group.number}": Pool(tuple(bodies[at[id_]] for id_ in group.bodies), group.head)
        for group in page.groups
    }


def _bodies(
    whole: Whole,
    page: PagePlan,
    page_of: Mapping[str, int],
    lines: Sequence[DiagramLine],
    stands_for: Mapping[str, str],
) -> tuple[DiagramBody, ...]:
    """The page's own bodies, a box for each of its groups, and the bodies next to them."""
    own = frozenset(page.bodies)
    boxes = {f"{_GROUP}{group.number}": group for group in page.groups}
    linked = {end for line in lines for end in (line.from_, line.to)} - boxes.keys()
    members: dict[str, list[DiagramBody]] = {}
    for at in sorted(whole.at[body] for body in own | linked):
        body = whole.diagram.bodies[at]
        members.setdefault(stands_for.get(body.id, body.id), []).append(body)
    return tuple(
        _group_box(id_, boxes[id_], bodies, whole.diagram.tiers)
        if id_ in boxes
        else bodies[0]
        if id_ in own
        else _neighbour(bodies[0], page_of[id_])
        for id_, bodies in members.items()
    )


def _neighbour(body: DiagramBody, number: int) -> DiagramBody:
    """A body of another page, as one that is only pointed to."""
    return replace(body, area=None, meta=(f"See page {number}",), chips=(), orphan=False)


def _group_box(
    id_: str, group: PagePlan, bodies: Sequence[DiagramBody], tiers: Sequence[str]
) -> DiagramBody:
    """One box for all the bodies of another page, on the highest tier of theirs."""
    used = {body.tier for body in bodies}
    change, news = gather_changes(bodies)
    name, meta = group.name, (f"{say_size(bodies)}: see page {group.number}",)
    if group.head:
        below = say_size([body for body in bodies if body.id != group.head], "more", "more")
        meta = (f"with {below} below it: see page {group.number}",)
    elif group.is_mixed:
        name, meta = f"{say_size(bodies).capitalize()} on page {group.number}", (group.name,)
    return DiagramBody(
        id=id_,
        name=name,
        kind="group",
        kind_label="Several bodies",
        tier=next((tier for tier in tiers if tier in used), None),
        meta=meta,
        change=change,
        news=news,
        holds=tuple(id_ for body in bodies for id_ in body.stands_for),
    )
