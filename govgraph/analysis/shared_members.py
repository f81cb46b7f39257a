"""Who sits on two bodies, by name or by virtue of a seat."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from govgraph.analysis.holders import Held, find_held, find_post
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.sources import Basis


@dataclass(frozen=True, slots=True)
class SharedMember:
    """Somebody who sits on two bodies, or a seat on the one that comes with a seat on the other.

    Attributes:
        person: their id; empty where nobody is named.
        below: their seats on the body below.
        above: their seats on the body above.
        by_virtue: whether a seat above comes with one below.
    """

    person: str
    below: tuple[Held, ...]
    above: tuple[Held, ...]
    by_virtue: bool

    @property
    def basis(self) -> Basis:
        """How firmly it is known: as firm as the weakest of the seats."""
        return max(held.seat.basis for held in (*self.below, *self.above))


@dataclass(frozen=True)
class FilledSeats:
    """The seats that are there and not vacant, ready to be asked who sits on two bodies."""

    graph: AccountabilityGraph

    @cached_property
    def by_body(self) -> Mapping[str, tuple[Held, ...]]:
        """The seats of each body."""
        return {
            body: tuple(held for held in seats if held.is_there and not held.is_vacant)
            for body, seats in find_held(self.graph).items()
        }

    @cached_property
    def by_person(self) -> Mapping[str, tuple[Held, ...]]:
        """The seats of each person, in the order written."""
        found: dict[str, list[Held]] = {}
        for seats in self.by_body.values():
            for held in seats:
                for person in held.people:
                    found.setdefault(person, []).append(held)
        return {person: tuple(seats) for person, seats in found.items()}

    @cached_property
    def by_virtue(self) -> Mapping[str, tuple[str, ...]]:
        """For each body, the others on which a seat comes with one of its own."""
        found: dict[str, list[str]] = {}
        for body, seats in self.by_body.items():
            for post in sorted({held.seat.ex_officio_body for held in seats} - {"", body}):
                found.setdefault(post, []).append(body)
        return {post: tuple(bodies) for post, bodies in found.items()}

    def shared_members(self, below: str, above: str) -> tuple[SharedMember, ...]:
        """Who ties two bodies: by virtue of a seat first, then as the seats below are written."""
        here, there = self.by_body.get(below, ()), self.by_body.get(above, ())
        comes_with = [held for held in there if held.seat.ex_officio_body == below]
        found = []
        for person in dict.fromkeys(person for held in here for person in held.people):
            sits = tuple(held for held in there if person in held.people)
            if sits:
                own = tuple(held for held in here if person in held.people)
                found.append(
                    SharedMember(person, own, sits, any(held in comes_with for held in sits))
                )
        tied = {id(held.seat) for bond in found for held in bond.above}
        unnamed = [
            SharedMember("", _post_below(here, held), (held,), by_virtue=True)
            for held in comes_with
            if id(held.seat) not in tied
        ]
        return tuple(sorted([*found, *unnamed], key=lambda bond: not bond.by_virtue))


def _post_below(here: tuple[Held, ...], comes_with: Held) -> tuple[Held, ...]:
    """The seats of one body with which a seat elsewhere comes."""
    post = find_post(comes_with.seat)
    return tuple(held for held in here if post and held.seat.role is post[1])
