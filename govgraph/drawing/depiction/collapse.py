"""Bodies drawn together as one box with a count."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramFinding, DiagramLine
from govgraph.drawing.strokes.changes import gather_changes

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

    Lines among them are no longer shown; several lines of one kind to one place become one.

    Args:
        diagram: what is drawn.
        bodies: the ids of the bodies to draw together.
        id_: the id of the box.
    """
    gathered = [body for body in diagram.bodies if body.id in bodies]
    box = _box(gathered, id_)
    where = {body: id_ if body in bodies else body for body in (b.id for b in diagram.bodies)}
    lines, places = _moved(diagram.lines, where, id_)
    first = next(i for i, body in enumerate(diagram.bodies) if body.id in bodies)
    kept = [body for body in diagram.bodies if body.id not in bodies]
    kept.insert(min(first, len(kept)), box)
    return replace(
        diagram,
        bodies=tuple(kept),
        lines=lines,
        areas=tuple(area for area in diagram.areas if any(b.area == area for b in kept)),
        tiers=tuple(tier for tier in diagram.tiers if any(b.tier == tier for b in kept)),
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
    count = sum(body.count or 1 for body in bodies)
    meta = [f"{number} {kind.lower()}" for kind, number in sorted(kinds.items())]
    change, news = gather_changes(bodies)
    return replace(
        bodies[0],
        id=id_,
        name=f"{count} bodies shown as one",
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
    )


def _moved(
    lines: Sequence[DiagramLine], where: Mapping[str, str], id_: str
) -> tuple[tuple[DiagramLine, ...], dict[int, int]]:
    """The lines that are left, and for each old index the new one."""
    left: dict[DiagramLine, int] = {}
    places: dict[int, int] = {}
    for index, line in enumerate(lines):
        moved = replace(line, from_=where[line.from_], to=where[line.to])
        if moved != line:
            moved = replace(moved, scope=None)
        if moved.from_ == moved.to == id_:
            continue
        places[index] = left.setdefault(moved, len(left))
    return tuple(left), places


def _found(
    finding: DiagramFinding, where: Mapping[str, str], places: Mapping[int, int]
) -> DiagramFinding:
    """The finding, its badge on the box where its bodies are."""
    bodies = tuple(dict.fromkeys(where.get(body, body) for body in finding.bodies))
    line = None if finding.line is None else places.get(finding.line)
    return replace(finding, bodies=bodies, line=line)
