"""Who sits where on the day of the question."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from govgraph.analysis.holders import CHAIRS, NOBODY, find_post
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.names import normalise
from govgraph.model.seats import POST, Role, Seat, SeatStatus
from govgraph.wording.lists import join_words

FOR_NOW = frozenset({SeatStatus.INTERIM, SeatStatus.ACTING, SeatStatus.DESIGNATE})
_CHAIR_OF = "chair of "


@dataclass(frozen=True)
class SeatHolders:
    """The seats that hold, on bodies that hold, and the people in them.

    Somebody is known by the id of a person; or, where a seat comes with the chair of a body and
    nobody says who that is, as `chair of BODY`.
    """

    graph: AccountabilityGraph

    @cached_property
    def seats(self) -> Mapping[str, tuple[Seat, ...]]:
        """The seats on each body that has any; those that were abolished are none."""
        structure, standpoint = self.graph.structure, self.graph.standpoint
        found: dict[str, tuple[Seat, ...]] = {}
        for body, seats in structure.seats_by_body.items():
            now = tuple(
                seat
                for seat in seats
                if standpoint.holds(seat) and seat.standing is not SeatStatus.ABOLISHED
            )
            if now and self.graph.holds(body):
                found[body] = now
        return found

    def chair_seats(self, body: str) -> tuple[Seat, ...]:
        """The seats of a chair, or of several who share the chair, on a body."""
        return tuple(seat for seat in self.seats.get(body, ()) if seat.role in CHAIRS)

    def holders(self, body: str, roles: Collection[Role] = ()) -> frozenset[str]:
        """Who sits on a body, in any of `roles`, or in any role if none is given."""
        found: set[str] = set()
        for seat in self.seats.get(body, ()):
            if seat.standing in NOBODY or (roles and seat.role not in roles):
                continue
            found.update(seat.held_by)
            if seat.held_by:
                continue
            if is_held_as_chair(seat):
                found |= self.find_chairs(seat.ex_officio_body)
            elif seat.role in CHAIRS:
                found.add(_CHAIR_OF + body)
        return frozenset(found)

    def find_chairs(self, body: str) -> frozenset[str]:
        """Who chairs a body, from one chair held by virtue of another to the last."""
        found: set[str] = set()
        seen = {body}
        waiting = [body]
        while waiting:
            at = waiting.pop()
            seats = [seat for seat in self.chair_seats(at) if seat.standing not in NOBODY]
            people = {person for seat in seats for person in seat.held_by}
            onward = {seat.ex_officio_body for seat in seats if is_held_as_chair(seat)}
            if people:
                found |= people
            elif onward:
                waiting += sorted(onward - seen)
                seen |= onward
            else:
                found.add(_CHAIR_OF + at)
        # Chairs that come with one another in a ring are one chair, named after the first.
        return frozenset(found or {_CHAIR_OF + min(seen)})

    def posts(self, body: str, roles: Collection[Role] = ()) -> frozenset[str]:
        """The posts in words with which seats on a body come: `post: director`."""
        return frozenset(
            f"{POST} {normalise(seat.ex_officio.removeprefix(POST))}"
            for seat in self.seats.get(body, ())
            if seat.ex_officio.startswith(POST)
            and seat.standing not in NOBODY
            and (not roles or seat.role in roles)
        )

    def has_chair(self, body: str) -> bool:
        """Whether it is recorded who chairs a body, if only by post or by turns."""
        return any(
            seat.held_by
            or seat.ex_officio
            or seat.represents
            or seat.standing in {SeatStatus.ROTATING, SeatStatus.UNDISCLOSED}
            for seat in self.chair_seats(body)
            if seat.standing not in NOBODY
        )

    def say(self, holders: Collection[str]) -> str:
        """The names of those who sit somewhere, as a list in a sentence."""
        return join_words(sorted(map(self._name, holders)))

    def _name(self, holder: str) -> str:
        """The name of a person, or `the chair of` a body."""
        structure = self.graph.structure
        if holder in structure.person_by_id:
            return structure.person_by_id[holder].name
        if holder.startswith(_CHAIR_OF):
            return f"the {_CHAIR_OF}{structure.name_of(holder.removeprefix(_CHAIR_OF))}"
        return holder


def is_held_as_chair(seat: Seat) -> bool:
    """Whether a seat is held by virtue of the chair of a body."""
    post = find_post(seat)
    return post is not None and post[1] in CHAIRS
