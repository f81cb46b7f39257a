"""What happened to a body, or is to happen, in the order of its dates."""

from collections.abc import Iterator

from govgraph.model.bodies import Body
from govgraph.model.dates import PartialDate
from govgraph.reporting.page.page_register import Register, format_date_with_words
from govgraph.reporting.page.page_rows import Happening, Reference
from govgraph.wording.lists import join_words
from govgraph.wording.records import name_people
from govgraph.wording.verbs import format_tie

Dated = tuple[PartialDate, str, tuple[Reference, ...]]


def build_history(register: Register, body: Body) -> tuple[Happening, ...]:
    """Everything dated about a body, earliest first.

    Its own beginning and end, those of its relations and seats, and the events that name it.
    """
    dated = [*_own(register, body), *_of_relations(register, body), *_of_seats(register, body)]
    dated += [
        (event.date, event.what, register.references(event.cites))
        for event in register.structure.milestones
        if body.id in event.bodies
    ]
    dated.sort(key=lambda each: (each[0].first_day, each[1]))
    return tuple(
        Happening(format_date_with_words(date), what, cites) for date, what, cites in dated
    )


def _own(register: Register, body: Body) -> Iterator[Dated]:
    """The beginning and the end of the body itself."""
    cites = register.references(body.cites)
    if body.from_:
        before = join_words(map(register.structure.name_of, body.succeeds), most=None)
        yield (
            body.from_,
            f"It begins, and takes over from {before}" if before else "It begins",
            cites,
        )
    if body.until:
        yield body.until, "It ends", cites


def _of_relations(register: Register, body: Body) -> Iterator[Dated]:
    """The beginnings and ends of relations, from the side of the body."""
    structure = register.structure
    for place in register.relations_of.get(body.id, ()):
        relation = structure.relations[place]
        reads = register.reads(relation.kind)
        said = (
            f"it {reads} {structure.name_of(relation.to_body)}"
            if relation.from_body == body.id
            else format_tie(structure.name_of(relation.from_body), reads, "it")
        )
        cites = register.references(relation.cites)
        if relation.from_:
            yield relation.from_, f"From then on {said}", cites
        if relation.until:
            yield relation.until, f"Until then {said}", cites


def _of_seats(register: Register, body: Body) -> Iterator[Dated]:
    """The beginnings and ends of seats, with who holds them."""
    for seat in register.structure.seats_by_body.get(body.id, ()):
        holders = name_people(register.structure, seat.held_by)
        said = f"{str(seat.role).replace('-', ' ')}{f', {holders}' if holders else ''}"
        cites = register.references(seat.cites)
        if seat.from_:
            yield seat.from_, f"A seat begins: {said}", cites
        if seat.until:
            yield seat.until, f"A seat ends: {said}", cites
