"""What is there at one moment: the bodies, relations, seats and requirements in force."""

from collections.abc import Mapping
from dataclasses import dataclass

from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.requirements import Requirement
from govgraph.model.seats import Seat
from govgraph.model.standpoint import Standpoint


@dataclass(frozen=True, slots=True)
class State:
    """Everything of a structure that holds from one standpoint.

    Attributes:
        bodies: each body that holds, under its id.
        relations: the relations that hold and whose known ends hold.
        seats: the seats that hold on bodies that do.
        requirements: each requirement in force, under its id.
    """

    bodies: Mapping[str, Body]
    relations: tuple[Relation, ...]
    seats: tuple[Seat, ...]
    requirements: Mapping[str, Requirement]


def find_state(graph: AccountabilityGraph) -> State:
    """What holds of the structure of `graph` from its standpoint.

    A relation to a body that is not in the file is kept: the author wrote it, and rule GG106
    speaks of it.
    """
    structure, here = graph.structure, graph.standpoint
    known = structure.body_by_id
    bodies = {id_: known[id_] for id_ in graph.bodies}
    absent = known.keys() - bodies.keys()
    return State(
        bodies,
        tuple(
            relation
            for relation in structure.relations
            if here.holds(relation) and not absent & {relation.from_body, relation.to_body}
        ),
        tuple(seat for seat in structure.seats if here.holds(seat) and seat.body not in absent),
        {rule.id: rule for rule in structure.requirements if is_in_force(rule, here)},
    )


def is_in_force(requirement: Requirement, standpoint: Standpoint) -> bool:
    """Whether a requirement asks for anything on the day of the standpoint."""
    day = standpoint.day
    if day is None:
        return True
    begun = requirement.from_ is None or requirement.from_.first_day <= day
    return begun and (requirement.until is None or requirement.until.last_day >= day)
