"""What in a structure has a beginning and an end, and how it is spoken of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from govgraph.checks.finding import Subject
from govgraph.errors import Place
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.mentions import Recorded
from govgraph.model.structure import Structure
from govgraph.wording.records import format_seat, format_seat_first


@dataclass(frozen=True, slots=True)
class Life:
    """From when until when something is there.

    Attributes:
        words: what it is, as the beginning of a sentence.
        bodies: the ids of the bodies whose life it depends on; none for a body itself.
        record: the body, relation or seat whose life it is; None of what no paper speaks of.
    """

    words: str
    subject: Subject
    from_: PartialDate | None
    until: PartialDate | None
    place: Place | None
    status: Status = Status.ACTIVE
    bodies: tuple[str, ...] = ()
    record: Recorded | None = None


class Dated(Protocol):
    """Anything that may have a beginning and an end."""

    @property
    def from_(self) -> PartialDate | None: ...  # noqa: D102 - the protocol's docstring says it
    @property
    def until(self) -> PartialDate | None: ...  # noqa: D102 - as above


DatedT = TypeVar("DatedT", bound=Dated)


def find_lives(structure: Structure) -> Iterator[Life]:
    """The life of every body, relation, seat, requirement and rule, where any date is given."""
    name = structure.name_of
    for body in _dated(structure.bodies):
        subject = Subject(body=body.id)
        dates = (body.from_, body.until)
        yield Life(body.name, subject, *dates, body.place, body.status, record=body)
    for relation in _dated(structure.relations):
        below, kind, above = relation.key
        yield Life(
            f"The relation ‘{kind}’ from {name(below)} to {name(above)}",
            Subject(body=below, relation=relation.key),
            relation.from_,
            relation.until,
            relation.place,
            relation.status,
            tuple(dict.fromkeys((below, above))),
            relation,
        )
    for seat in _dated(structure.seats):
        words = format_seat_first(structure, seat)
        subject = Subject(body=seat.body, seat=format_seat(structure, seat))
        dates = (seat.from_, seat.until)
        yield Life(words, subject, *dates, seat.place, seat.status, (seat.body,), seat)
    for requirement in _dated(structure.requirements):
        words = f"The requirement ‘{requirement.id}’"
        yield Life(words, Subject(), requirement.from_, requirement.until, requirement.place)
    for rule in _dated(structure.policy):
        yield Life(f"The rule ‘{rule.id}’", Subject(), rule.from_, rule.until, rule.place)


def _dated(things: Iterable[DatedT]) -> Iterator[DatedT]:
    """Those of some things of which any date is given."""
    return (thing for thing in things if thing.from_ or thing.until)
