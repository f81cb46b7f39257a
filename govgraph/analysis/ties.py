"""Upward from a body through seats: who sits on it and on the one above.

A tie is no line of account. What is found here stands beside the chains of `analysis.chain`, and
nothing that counts lines looks at it.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from govgraph.analysis.holders import CHAIRS
from govgraph.analysis.shared_members import FilledSeats, SharedMember
from govgraph.graph.accountability import AccountabilityGraph, Line
from govgraph.graph.answer import Answer
from govgraph.model.kinds import RelationClass
from govgraph.model.relations import Relation

_HOSTED = "hosted_by"
"""Where a body is hosted says nothing of who is above it."""
_TOWARDS = frozenset({RelationClass.STRUCTURAL, RelationClass.REPRESENTATION})
"""The classes of relation that point at a superior without making a line of account."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two bodies that somebody ties together.

    Attributes:
        subordinate: id of the body below.
        superior: id of the body above.
        lines: the lines of account between them; without any, seats are all that ties them.
        links: relations that point upward between them and are no line of account.
        shared_members: who ties them, those by virtue of a seat first.
    """

    subordinate: str
    superior: str
    lines: tuple[Line, ...]
    links: tuple[Relation, ...]
    shared_members: tuple[SharedMember, ...]


@dataclass(frozen=True, slots=True)
class Ties(Answer):
    """Every tie on the way upward from a body.

    Attributes:
        body: the id of the body.
        ties: the ties, nearest first, of the body and of all above it.
        arrives: ids of the apexes that lines and ties together lead to and lines alone do not.
    """

    body: str
    ties: tuple[Tie, ...]
    arrives: tuple[str, ...]


def find_ties(graph: AccountabilityGraph, body: str) -> Ties:
    """Every tie upward from the body with that id, over lines of account and ties alike."""
    seats = _Upward(graph, FilledSeats(graph))
    found: dict[str, tuple[Tie, ...]] = {}
    met = _walk(graph, body, seats, found)
    by_lines = _walk(graph, body, None, {})
    ties = tuple(tie for ties in found.values() for tie in ties)
    return Ties(body, ties, tuple(sorted((met - by_lines) & set(graph.apexes))))


def _walk(
    graph: AccountabilityGraph,
    start: str,
    seats: "_Upward | None",
    found: dict[str, tuple[Tie, ...]],
) -> frozenset[str]:
    """The bodies met upward from one, by lines and, if given, by seats; an apex ends the way."""
    apexes = frozenset(graph.apexes)
    met, waiting = {start}, deque([start])
    while waiting:
        here = waiting.popleft()
        if here in apexes and here != start:
            continue
        if seats:
            found[here] = tuple(seats.ties(here))
        above = {*graph.superiors(here), *(tie.superior for tie in found.get(here, ()))} - met
        met |= above
        waiting.extend(sorted(above))
    return frozenset(met)


@dataclass(frozen=True)
class _Upward:
    """Which bodies stand above one, by lines, by links or by who sits there."""

    graph: AccountabilityGraph
    seats: FilledSeats

    def ties(self, below: str) -> Iterator[Tie]:
        """The ties of one body with those above it, by the id of the one above."""
        for above in sorted(self._above(below)):
            shared_members = self.seats.shared_members(below, above)
            if shared_members:
                up = self.graph.lines_up.get(below, ())
                lines = tuple(line for line in up if line.superior == above)
                counted = [line.relation for line in lines]
                links = tuple(
                    link
                    for link in self._links.get(below, ())
                    if link.to_body == above and link not in counted
                )
                yield Tie(below, above, lines, links, shared_members)

    def _above(self, below: str) -> set[str]:
        """The bodies above one: by a line or a link, by virtue of a seat, or as its chair sits."""
        above = set(self.seats.by_virtue.get(below, ()))
        for held in self.seats.by_body.get(below, ()):
            if held.seat.role in CHAIRS:
                sat_on = (
                    other.seat.body
                    for person in held.people
                    for other in self.seats.by_person[person]
                    if other.seat.role not in CHAIRS
                )
                # A chair who also sits on a body that answers to the own one looks down, not up;
                # and of two bodies with one chair neither is above the other for that.
                above.update(body for body in sat_on if not self._points_at(body, below))
        return {*self._pointed_at(below), *above} - {below}

    def _points_at(self, below: str, above: str) -> bool:
        """Whether a line or a link leads upward from one body to another."""
        return above in self._pointed_at(below)

    def _pointed_at(self, below: str) -> set[str]:
        """The bodies to which a line or a link leads upward from one."""
        links = {link.to_body for link in self._links.get(below, ())}
        return links | set(self.graph.superiors(below))

    @cached_property
    def _links(self) -> Mapping[str, tuple[Relation, ...]]:
        """For each body, the relations that hold and point upward without being lines."""
        structure = self.graph.structure
        found: dict[str, list[Relation]] = {}
        for relation in structure.relations:
            kind = structure.kinds_of_relation.get(relation.kind)
            there = self.graph.standpoint.holds(relation) and all(
                map(self.graph.holds, (relation.from_body, relation.to_body))
            )
            if there and kind and kind.relation_class in _TOWARDS and relation.kind != _HOSTED:
                found.setdefault(relation.from_body, []).append(relation)
        return {body: tuple(relations) for body, relations in found.items()}
