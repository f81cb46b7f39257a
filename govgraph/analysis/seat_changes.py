"""How seats, and who holds them, differ between two states."""

from collections.abc import Hashable, Iterator

from govgraph.analysis.changes import Change, What
from govgraph.analysis.pairing import pair
from govgraph.analysis.state import State
from govgraph.model.seats import Role, Seat

SINGLE_ROLES = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY, Role.LEAD_OFFICER})
"""Roles of which a body usually has one, so that who comes takes the place of who went."""

_PARTICULARS = ("role", "represents", "ex_officio", "voting", "status")


def find_seat_changes(before: State, after: State) -> Iterator[Change]:
    """The seats that are added or have ended, or are held by somebody else or otherwise.

    Seats have no ids. A seat is taken to be the same where it has the same role for the same
    partner or post, a role of which there is one, or the same holder. A plain member who comes
    is not taken for the successor of a plain member who went: nobody said so.
    """
    told = pair(before.seats, after.seats, (_whole, _capacity, _single, _holder))
    for old, new in told.pairs:
        if _held(old) != _held(new):
            chair = Role.CHAIR in {old.role, new.role}
            yield Change(What.CHAIR_CHANGED if chair else What.HOLDER_CHANGED, old, new)
        for field in _PARTICULARS:
            if getattr(old, field) != getattr(new, field):
                yield Change(What.SEAT_CHANGED, old, new, field)
    yield from (Change(What.SEAT_ADDED, None, seat) for seat in told.after)
    yield from (Change(What.SEAT_ENDED, seat, None) for seat in told.before)


def _held(seat: Seat) -> Hashable:
    """Who holds a seat, and with what status."""
    return (frozenset(seat.held_by), seat.standing)


def _whole(seat: Seat) -> Hashable:
    return (seat.body, _held(seat), *(getattr(seat, field) for field in _PARTICULARS))


def _capacity(seat: Seat) -> Hashable | None:
    """For whom, or by virtue of what, somebody sits; None where nothing is said."""
    if not seat.represents and not seat.ex_officio:
        return None
    return (seat.body, seat.role, seat.represents, seat.ex_officio)


def _holder(seat: Seat) -> Hashable | None:
    return (seat.body, frozenset(seat.held_by)) if seat.held_by else None


def _single(seat: Seat) -> Hashable | None:
    return (seat.body, seat.role) if seat.role in SINGLE_ROLES else None
