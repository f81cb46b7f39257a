"""How a seat is spoken of."""

from govgraph.model.seats import Role, Seat
from govgraph.model.structure import Structure
from govgraph.wording.lists import join_words
from govgraph.wording.people import list_people


def format_seat(structure: Structure, seat: Seat) -> str:
    """The seat in words, without its body: `chair`, `member for Police`, `member (Lynn Martin)`."""
    role = _role(seat)
    if seat.represents:
        return f"{role} for {', '.join(seat.represents)}"
    if seat.held_by and seat.role is Role.MEMBER:
        return f"{role} ({', '.join(list_people(structure, seat.held_by))})"
    return role


def format_seat_first(structure: Structure, seat: Seat) -> str:
    """The seat as the beginning of a sentence: `The chair of Hart Board`."""
    body = structure.name_of(seat.body)
    if seat.role is not Role.MEMBER:
        if seat.represents:
            return f"The {_role(seat)} for {join_words(seat.represents)} on {body}"
        return f"The {_role(seat)} of {body}"
    if seat.represents:
        return f"The seat for {join_words(seat.represents)} on {body}"
    if seat.held_by:
        return f"The seat of {join_words(list_people(structure, seat.held_by))} on {body}"
    return f"A seat on {body}"


def _role(seat: Seat) -> str:
    """The role in words."""
    return seat.role.value.replace("-officer", " officer")
