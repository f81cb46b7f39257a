"""Bodies drawn together as one box with a count."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramFinding, DiagramLine
from govgraph.drawing.scene.partial_counts import Pool, format_size, with_partial_counts
from govgraph.drawing.shapes.change_marks import gather_changes

UPWARD = frozenset({"accountable", "reports", "part"})
"""The lines that put a body below another, on a drawing."""


def collapse_below(diagram: Diagram, bodies: Sequence[str]) -> Diagram:
    """The diagram with all who stand below each of `bodies` drawn as one box with a count.

    Args:
        diagram: what is drawn.
        bodies: ids of the bodies below which nothing is shown singly.
    """
    for body in bodies:
        below = _below(diagram, body) - set(bodies)
        if len(below) > 1:
            diagram = collapse(diagram, below, f"below:{body}")
    return diagram


def collapse(diagram: Diagram, bodies: frozenset[str], id_: str) -> Diagram:
    """The diagram with some bodies drawn as one box, their lines as its lines.

    Args:
        diagram: what is drawn.
        bodies: the ids of the bodies to draw together.
        id_: the id of the box.
    """
    return collapse_groups(diagram, {id_: bodies})


def collapse_groups(diagram: Diagram, groups: Mapping[str, Collection[str]]) -> Diagram:
    """The diagram with each group of bodies drawn as one box, their lines as its lines.

    Lines within a group are no longer shown; several lines of one kind to one place become one.

    Args:
        diagram: what is drawn.
        groups: for the id of each box the ids of its bodies; no body is in two.
    """
    box_of = {body: id_ for id_, bodies in groups.items() for body in bodies}
    where = {body.id: box_of.get(body.id, body.id) for body in diagram.bodies}
    gathered: dict[str, list[DiagramBody]] = {}
    for body in diagram.bodies:
        gathered.setdefault(where[body.id], []).append(body)
    kept = [_box(found, id_) if id_ in groups else found[0] for id_, found in gathered.items()]
    pools = {id_: Pool(tuple(gathered[id_])) for id_ in groups if id_ in gathered}
    lines, places = _moved(diagram.lines, where, pools)
    areas, tiers = {body.area for body in kept}, {body.tier for body in kept}
    return replace(
        diagram,
        bodies=tuple(kept),
        lines=lines,
        areas=tuple(area for area in diagram.areas if area in areas),
        tiers=tuple(tier for tier in diagram.tiers if tier in tiers),
        findings=tuple(_found(finding, where, places) for finding in diagram.findings),
    )


def _below(diagram: Diagram, body: str) -> frozenset[str]:
    """The ids of all that upward lines lead from to a body."""
    down: dict[str, list[str]] = {}
    for line in diagram.lines:
        if line.style in UPWARD:
            down.setdefault(line.to, []).append(line.from_)
    found: set[str] = set()
    waiting = [body]
    while waiting:
        for below in down.get(waiting.pop(), ()):
            if below not in found and below != body:
                found.add(below)
                waiting.append(below)
    return frozenset(found)


def _box(bodies: Sequence[DiagramBody], id_: str) -> DiagramBody:
    """One box for several: what they have in common, how many they are, the first names."""
    kinds = Counter(body.kind_label for body in bodies)
    label = bodies[0].kind_label if len(kinds) == 1 else "Several kinds of body"
    areas = {body.area for body in bodies}
    tiers = {body.tier for body in bodies}
    meta = [f"{number} {kind.lower() or 'other'}" for kind, number in sorted(kinds.items())]
    change, news = gather_changes(bodies)
    return replace(
        bodies[0],
        id=id_,
        name=f"{format_size(bodies).capitalize()} shown as one",
        kind_label=label,
        shape=bodies[0].shape if len(kinds) == 1 else "neutral",
        status=bodies[0].status if len({body.status for body in bodies}) == 1 else "active",
        area=areas.pop() if len(areas) == 1 else None,
        tier=tiers.pop() if len(tiers) == 1 else None,
        meta=tuple(meta) if len(kinds) > 1 else (),
        chips=(),
        orphan=any(body.orphan for body in bodies),
        count=None,
        apex=False,
        change=change,
        news=news,
        holds=tuple(id_ for body in bodies for id_ in body.stands_for),
    )


def _moved(
    lines: Sequence[DiagramLine], where: Mapping[str, str], pools: Mapping[str, Pool]
) -> tuple[tuple[DiagramLine, ...], dict[int, int]]:
    """The lines that are left, and for each old index the new one."""
    joined: dict[DiagramLine, list[DiagramLine]] = {}
    order: dict[DiagramLine, int] = {}
    within: list[DiagramLine] = []
    places: dict[int, int] = {}
    for index, line in enumerate(lines):
        ends = where[line.from_], where[line.to]
        unmoved = ends == (line.from_, line.to)
        moved = line if unmoved else replace(line, from_=ends[0], to=ends[1], scope=None)
        if moved.from_ == moved.to and moved.to in pools:
            within.append(line)
            continue
        joined.setdefault(moved, []).append(line)
        places[index] = order.setdefault(moved, len(order))
    return with_partial_counts(joined, within, pools), places


def _found(
    finding: DiagramFinding, where: Mapping[str, str], places: Mapping[int, int]
) -> DiagramFinding:
    """The finding, its badge on the box where its bodies are."""
    bodies = tuple(dict.fromkeys(where.get(body, body) for body in finding.bodies))
    line = None if finding.line is None else places.get(finding.line)
    return replace(finding, bodies=bodies, line=line)
