"""What in a structure has a beginning and an end, and how it is spoken of."""

from collections.abc import Iterator
from dataclasses import dataclass

from govgraph.checks.finding import Subject
from govgraph.checks.seats import begin_seat, say_seat
from govgraph.errors import Place
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.structure import Structure


@dataclass(frozen=True, slots=True)
class Life:
    """From when until when something is there.

    Attributes:
        words: what it is, as the beginning of a sentence.
        bodies: the ids of the bodies whose life it depends on; none for a body itself.
    """

    words: str
    subject: Subject
    from_: PartialDate | None
    until: PartialDate | None
    place: Place | None
    status: Status = Status.ACTIVE
    bodies: tuple[str, ...] = ()


def find_lives(structure: Structure) -> Iterator[Life]:
    """The life of every body, relation, seat, requirement and rule, where any date is given."""
    return (life for life in _all_lives(structure) if life.from_ or life.until)


def _all_lives(structure: Structure) -> Iterator[Life]:
    name = structure.name_of
    for body in structure.bodies:
        subject = Subject(body=body.id)
        yield Life(body.name, subject, body.from_, body.until, body.place, body.status)
    for relation in structure.relations:
        below, kind, above = relation.key
        yield Life(
            f"The relation ‘{kind}’ from {name(below)} to {name(above)}",
            Subject(body=below, relation=relation.key),
            relation.from_,
            relation.until,
            relation.place,
            relation.status,
            tuple(dict.fromkeys((below, above))),
        )
    for seat in structure.seats:
        words = begin_seat(structure, seat)
        subject = Subject(body=seat.body, seat=say_seat(structure, seat))
        yield Life(words, subject, seat.from_, seat.until, seat.place, seat.status, (seat.body,))
    for requirement in structure.requirements:
        words = f"The requirement ‘{requirement.id}’"
        yield Life(words, Subject(), requirement.from_, requirement.until, requirement.place)
    for rule in structure.policy:
        yield Life(f"The rule ‘{rule.id}’", Subject(), rule.from_, rule.until, rule.place)
