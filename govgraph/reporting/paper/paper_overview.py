"""The top of a large structure: what a paper shows where the whole would take many pages."""

from dataclasses import replace

from govgraph.drawing.diagram import Diagram
from govgraph.drawing.scene.collapse import UPWARD, collapse_groups
from govgraph.wording.lists import count_words

MOST = 300
"""Bodies that a paper draws one by one."""

_SHOWN = 25
"""Bodies that one page has room for."""


def top_of(diagram: Diagram, most: int = MOST) -> Diagram:
    """The highest bodies of a large structure one by one, all below each of them as one box.

    A structure of no more than `most` bodies is shown as it is.
    """
    if len(diagram.bodies) <= most:
        return diagram
    superior = {line.from_: line.to for line in diagram.lines if line.style in UPWARD}
    head = _heads(diagram, superior)
    groups: dict[str, set[str]] = {}
    for body in diagram.bodies:
        if head[body.id] != body.id:
            groups.setdefault(f"below:{head[body.id]}", set()).add(body.id)
    shown = collapse_groups(diagram, groups)
    size = count_words(len(diagram.bodies), "body", "bodies")
    told = f"An overview of {size}: what stands below the highest ones is drawn as one box each."
    return replace(shown, left_out=(*shown.left_out, told))


def _heads(diagram: Diagram, superior: dict[str, str]) -> dict[str, str]:
    """For each body itself, if it is drawn, or else the box of which body holds it.

    Bodies are drawn level by level as long as there is room; whoever else answers to nobody shares
    a box with the others who do.
    """
    below: dict[str, list[str]] = {}
    for lower, upper in superior.items():
        below.setdefault(upper, []).append(lower)
    tops = [body.id for body in diagram.bodies if body.id not in superior]
    tops.sort(key=lambda id_: (-len(below.get(id_, ())), id_))
    drawn = tops[:_SHOWN] or [diagram.bodies[0].id]
    level = drawn
    while level and len(drawn) + sum(len(below.get(id_, ())) for id_ in level) <= _SHOWN:
        level = [lower for id_ in level for lower in below.get(id_, ()) if lower not in drawn]
        drawn += level
    head = {id_: id_ for id_ in drawn}
    waiting = list(drawn)
    while waiting:
        upper = waiting.pop()
        for lower in below.get(upper, ()):
            if lower not in head:
                head[lower] = head[upper]
                waiting.append(lower)
    return {body.id: head.get(body.id, "others") for body in diagram.bodies}
