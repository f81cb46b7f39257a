"""Everything in a structure that cites a paper, and the same with its citations changed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from govgraph.model.sources import Citation
from govgraph.model.structure import Structure


def map_citations(structure: Structure, change: Callable[[Citation], Citation]) -> Structure:
    """A structure with each citation put through `change`."""

    def changed(things: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(replace(thing, cites=tuple(map(change, thing.cites))) for thing in things)

    return replace(
        structure,
        bodies=changed(structure.bodies),
        relations=changed(structure.relations),
        seats=changed(structure.seats),
        people=changed(structure.people),
        requirements=changed(structure.requirements),
        milestones=changed(structure.milestones),
        policy=changed(structure.policy),
        waivers=changed(structure.waivers),
    )
