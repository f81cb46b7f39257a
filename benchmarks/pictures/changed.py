"""A structure as it might be a year later: bodies and lines come, go, move and are renamed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.model.bodies import Body

if TYPE_CHECKING:
    from govgraph.model.relations import Relation
    from govgraph.model.structure import Structure

_GONE, _NEW, _RENAMED, _MOVED = 7, 8, 11, 5  # one of so many


def later(structure: Structure) -> Structure:
    """The same with some of everything that a sheet of differences has to tell.

    What goes is at the foot: nobody answers to it. What moves answers to the superior of its
    superior, so that no ring comes of it.
    """
    held = {line.to_body for line in structure.relations if structure.is_accountability(line)}
    feet = [body.id for body in structure.bodies if body.id not in held and not body.apex]
    gone = set(feet[::_GONE])
    lines = [
        line for line in structure.relations if gone.isdisjoint((line.from_body, line.to_body))
    ]
    bodies = [
        replace(body, name=f"{body.name} for Wessex") if at % _RENAMED == _RENAMED - 1 else body
        for at, body in enumerate(structure.bodies)
        if body.id not in gone
    ]
    hubs = sorted(held - gone) or [body.id for body in bodies[:1]]
    new = [
        Body(id=f"new-{at}", name=f"Oversight Group {at + 1}", kind="working-group")
        for at in range(1 + len(bodies) // _NEW)
    ]
    moved = _moved(structure, lines)
    like = next((line for line in lines if structure.is_accountability(line)), None)
    if like is not None:
        moved += [
            replace(like, from_body=body.id, to_body=hubs[at % len(hubs)])
            for at, body in enumerate(new)
        ]
    return replace(
        structure,
        bodies=(*bodies, *new),
        relations=tuple(moved),
        seats=tuple(seat for seat in structure.seats if seat.body not in gone),
        views=(),
        milestones=(),
        requirements=(),
    )


def _moved(structure: Structure, lines: list[Relation]) -> list[Relation]:
    """The lines, some of account led one step further up, some others left out."""
    above = {line.from_body: line.to_body for line in lines if structure.is_accountability(line)}
    answering = [line for line in lines if structure.is_accountability(line)]
    found: list[Relation] = []
    for at, line in enumerate(answering):
        further = above.get(line.to_body)
        taken = {other.to_body for other in answering if other.from_body == line.from_body}
        if at % _MOVED == _MOVED - 1 and further and further not in {*taken, line.from_body}:
            found.append(replace(line, to_body=further))
        else:
            found.append(line)
    others = [line for line in lines if not structure.is_accountability(line)]
    return found + [line for at, line in enumerate(others) if at % _MOVED]
