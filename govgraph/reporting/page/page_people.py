"""The people on the page: where each of them sits, and on both sides of what."""

from dataclasses import dataclass

from govgraph.analysis.interlocks import Sitter, find_people
from govgraph.reporting.page.page_register import Register
from govgraph.reporting.page.page_rows import Reference, RelationRow, SeatRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEntry:
    """One person.

    Attributes:
        seats: every seat of theirs, whether it is there or not.
        offered: seats that come with a post which goes by the name of theirs; never counted.
        both_sides: the relations on both sides of which they sit, lines of account first.
    """

    name: str
    also_known_as: tuple[str, ...]
    post: str
    organisation: str
    note: str
    seats: tuple[SeatRow, ...]
    offered: tuple[SeatRow, ...]
    both_sides: tuple[RelationRow, ...]
    references: tuple[Reference, ...]


def build_people(register: Register) -> tuple[PersonEntry, ...]:
    """Everybody, in the order in which the file names them."""
    return tuple(_entry(register, sitter) for sitter in find_people(register.graph).people)


def _entry(register: Register, sitter: Sitter) -> PersonEntry:
    person = sitter.person
    return PersonEntry(
        name=person.name,
        also_known_as=person.also_known_as,
        post=person.post,
        organisation=person.organisation,
        note=person.note,
        seats=tuple(register.seat(held.seat) for held in sitter.seats),
        offered=tuple(register.seat(held.seat) for held in sitter.offered),
        both_sides=tuple(register.relation(sides.relation) for sides in sitter.both_sides),
        references=register.references(person.cites),
    )
