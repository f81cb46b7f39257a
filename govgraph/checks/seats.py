"""How a seat is spoken of."""

from govgraph.model.seats import Seat
from govgraph.model.structure import Structure


def say_seat(structure: Structure, seat: Seat) -> str:
    """The seat in words, without its body: `chair`, `member for Police`, `member (Lynn Martin)`."""
    role = seat.role.value.replace("-officer", " officer")
    if seat.represents:
        return f"{role} for {', '.join(seat.represents)}"
    if seat.held_by and role == "member":
        known = structure.person_by_id
        people = (known[id_].name if id_ in known else id_ for id_ in seat.held_by)
        return f"{role} ({', '.join(people)})"
    return role
