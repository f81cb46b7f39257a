"""The membership of a body: every seat, who holds it, and who is missing."""

from dataclasses import dataclass

from govgraph.analysis.holders import Held, find_held
from govgraph.analysis.membership import Coverage, find_membership
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.answer import Answer


@dataclass(frozen=True, slots=True)
class BodySeats:
    """The membership of one body.

    Attributes:
        body: the id of the body.
        seats: its seats in the order written, whether they are there or not.
        requirements: how it fares against each requirement that applies to it.
    """

    body: str
    seats: tuple[Held, ...]
    requirements: tuple[Coverage, ...]

    @property
    def vacant(self) -> tuple[Held, ...]:
        """The seats that are there and in which nobody sits."""
        return tuple(held for held in self.seats if held.is_vacant)


@dataclass(frozen=True, slots=True)
class Seating(Answer):
    """The membership of bodies, in the order of the structure."""

    bodies: tuple[BodySeats, ...]


def find_seating(
    graph: AccountabilityGraph, body: str | None = None, *, whatever: bool = False
) -> Seating:
    """The membership of one body, or of every one that has seats or ought to have some.

    Args:
        graph: who answers to whom, and from which standpoint.
        body: the id of a body; every body unless given.
        whatever: whether bodies are measured whatever a requirement says it applies to.
    """
    held = find_held(graph)
    membership = find_membership(graph, body, whatever=whatever)
    bodies = (
        BodySeats(known.id, held.get(known.id, ()), membership.of_body(known.id))
        for known in graph.structure.bodies
        if body in {None, known.id}
    )
    return Seating(tuple(each for each in bodies if body or each.seats or each.requirements))
