"""Where people sit, and on both sides of which lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from govgraph.analysis.holders import Held, find_held
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.answer import Answer
from govgraph.model.kinds import PRESUMED_KIND
from govgraph.model.relations import Relation
from govgraph.model.seats import Person
from govgraph.model.sources import Basis


@dataclass(frozen=True, slots=True)
class BothSides:
    """A relation on both sides of which somebody sits.

    Attributes:
        relation: from the body that answers, supports, is part of, and so on, to the other.
        is_line: whether it is a line of account; a link or a part is none.
        basis: how firmly it is known; presumed for a `part_of` that the question lets count.
        below: the seats on the body that it starts from.
        above: the seats on the body that it reaches.
    """

    relation: Relation
    is_line: bool
    basis: Basis
    below: tuple[Held, ...]
    above: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Sitter:
    """Where one person sits.

    Attributes:
        person: the person.
        seats: every seat of theirs in the order written, whether it is there or not.
        offered: seats that come with a post which goes by the name of theirs; never counted.
        both_sides: the relations on both sides of which they sit, lines of account first.
    """

    person: Person
    seats: tuple[Held, ...]
    offered: tuple[Held, ...]
    both_sides: tuple[BothSides, ...]

    @property
    def bodies(self) -> tuple[str, ...]:
        """Ids of the bodies on which they sit, in the order written."""
        return tuple(dict.fromkeys(held.seat.body for held in self.seats if held.is_there))


@dataclass(frozen=True, slots=True)
class People(Answer):
    """Where people sit, each in the order in which the file names them."""

    people: tuple[Sitter, ...]


def find_people(graph: AccountabilityGraph, person: str | None = None) -> People:
    """Where everybody sits, or one person only.

    Args:
        graph: who answers to whom, and from which standpoint.
        person: the id of a person of the structure; everybody unless given.
    """
    seats: dict[str, list[Held]] = {}
    offered: dict[str, list[Held]] = {}
    for held_on_body in find_held(graph).values():
        for held in held_on_body:
            for id_ in held.people:
                seats.setdefault(id_, []).append(held)
            for id_ in held.perhaps:
                offered.setdefault(id_, []).append(held)
    between = _relations_by_pair(graph)
    return People(
        tuple(
            Sitter(
                known,
                tuple(seats.get(known.id, ())),
                tuple(offered.get(known.id, ())),
                tuple(_both_sides(graph, between, seats.get(known.id, ()))),
            )
            for known in graph.structure.people
            if person in {None, known.id}
        )
    )


def _relations_by_pair(
    graph: AccountabilityGraph,
) -> Mapping[tuple[str, str], tuple[Relation, ...]]:
    """The relations that hold between bodies that hold, by the ids of the two bodies."""
    found: dict[tuple[str, str], tuple[Relation, ...]] = {}
    for relation in graph.structure.relations:
        pair = (relation.from_body, relation.to_body)
        if pair[0] != pair[1] and graph.standpoint.holds(relation) and all(map(graph.holds, pair)):
            found[pair] = (*found.get(pair, ()), relation)
    return found


def _both_sides(
    graph: AccountabilityGraph,
    between: Mapping[tuple[str, str], tuple[Relation, ...]],
    seats: tuple[Held, ...] | list[Held],
) -> Iterator[BothSides]:
    """The relations between bodies on which somebody with these seats sits."""
    on_body: dict[str, list[Held]] = {}
    for held in seats:
        if held.is_there:
            on_body.setdefault(held.seat.body, []).append(held)
    pairs = ((below, above) for below in sorted(on_body) for above in sorted(on_body))
    found = [
        _side(graph, relation, tuple(on_body[below]), tuple(on_body[above]))
        for below, above in pairs
        for relation in between.get((below, above), ())
    ]
    yield from sorted(found, key=lambda sides: (not sides.is_line, sides.relation.key))


def _side(
    graph: AccountabilityGraph,
    relation: Relation,
    below: tuple[Held, ...],
    above: tuple[Held, ...],
) -> BothSides:
    """One relation with the seats at its two ends."""
    presumed = relation.kind == PRESUMED_KIND
    is_line = graph.structure.is_accountability(relation) or (presumed and graph.standpoint.presume)
    basis = Basis.PRESUMED if presumed and is_line else relation.basis
    return BothSides(relation, is_line, basis, below, above)
