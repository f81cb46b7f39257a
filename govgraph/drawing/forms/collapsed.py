"""The form in which siblings that nothing tells apart share a box with their number."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.drawing.depiction.collapse import collapse_groups

if TYPE_CHECKING:
    from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine

_LEAST, _MOST = 3, 12  # so many share a box; of more, the reader would learn too little


def collapse_siblings(diagram: Diagram) -> Diagram | None:
    """The diagram with like siblings drawn as one box, and a word on that; None if there are none.

    Like are bodies of one kind, tier and area whose only lines are the same ones to the same body,
    who wear no badge, no ring and no chip, and to whom nobody answers.
    """
    noted = {body for finding in diagram.findings for body in finding.bodies}
    noted |= {
        end
        for finding in diagram.findings
        if finding.line is not None
        for end in (diagram.lines[finding.line].from_, diagram.lines[finding.line].to)
    }
    upward: dict[str, list[DiagramLine]] = {}
    for line in diagram.lines:
        upward.setdefault(line.from_, []).append(line)
    met = Counter(line.to for line in diagram.lines)
    families: dict[object, list[str]] = {}
    for body in diagram.bodies:
        if body.id in upward and not met[body.id] and body.id not in noted and _is_plain(body):
            families.setdefault(_likeness(body, upward[body.id]), []).append(body.id)
    groups = [group for group in families.values() if _LEAST <= len(group) <= _MOST]
    if not groups:
        return None
    boxes = {f"siblings:{number}": group for number, group in enumerate(groups)}
    diagram = collapse_groups(diagram, boxes)
    count = sum(map(len, groups))
    note = f"{count} bodies share {len(groups)} boxes with others of their kind that answer alike."
    return replace(diagram, left_out=(*diagram.left_out, note))


def _is_plain(body: DiagramBody) -> bool:
    return not (body.orphan or body.chips or body.apex or body.count is not None)


def _likeness(body: DiagramBody, lines: list[DiagramLine]) -> object:
    """What like siblings have in common."""
    same = frozenset((line.to, line.kind, line.status, line.scope) for line in lines)
    return body.kind, body.tier, body.area, body.status, same
