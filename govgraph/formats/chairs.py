"""The chair of a body, written on it in a word: somebody's name, a post, or that there is none."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from govgraph.errors import Place
from govgraph.formats.identifiers import Identifiers
from govgraph.formats.named_references import Names
from govgraph.formats.posts import Holder, is_written_in_words, read_holders
from govgraph.formats.values import composed
from govgraph.model.names import normalise
from govgraph.model.seats import POST, Person, Role, Seat, SeatStatus
from govgraph.model.structure import Structure


class WrittenChair(NamedTuple):
    """Who is written to chair a body, and where that stands."""

    body: str
    written: str
    place: Place
    body_place: Place
    is_shared: bool = False


class _Holding(NamedTuple):
    """By whom a chair is held, or with what post it comes, and with what status."""

    held_by: tuple[str, ...] = ()
    post: str = ""
    standing: SeatStatus = SeatStatus.SUBSTANTIVE


def with_chairs(structure: Structure, chairs: Iterable[WrittenChair]) -> Structure:
    """A structure with a seat for each chair that is written on its body.

    Somebody who is named and stands nowhere among the people is one of them from then on.
    """
    seating = _Seating(structure)
    seats = tuple(seat for chair in chairs for seat in seating.seats(chair))
    people = (*structure.people, *seating.newcomers.values())
    return replace(structure, seats=(*structure.seats, *seats), people=people)


class _Seating:
    """Finds who is meant, and keeps those who are named for the first time."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure
        self.names = Names(structure)
        self.ids = Identifiers(structure.person_by_id)
        self.newcomers: dict[str, Person] = {}

    def seats(self, chair: WrittenChair) -> Iterator[Seat]:
        """The seat of a chair; of several who share it, a seat for each."""
        holdings = tuple(self._holders(chair))
        shared = chair.is_shared or len(holdings) > 1
        for holding in holdings:
            yield Seat(
                body=chair.body,
                role=Role.CO_CHAIR if shared else Role.CHAIR,
                held_by=holding.held_by,
                ex_officio=holding.post,
                standing=holding.standing,
                place=chair.place,
                body_place=chair.body_place,
                held_by_places=(chair.place,) * len(holding.held_by),
                ex_officio_place=chair.place if holding.post else None,
            )

    def _holders(self, chair: WrittenChair) -> Iterator[_Holding]:
        """Who chairs, and with what status."""
        written = chair.written
        person = self.names.person(written)
        if person in self.structure.person_by_id:
            yield _Holding((person,))
        elif post := self._post_elsewhere(chair):
            yield _Holding(post=post)
        else:
            yield from (self._in_words(written, holder) for holder in read_holders(written))

    def _in_words(self, written: str, holder: Holder) -> _Holding:
        """Who chairs, where it is nobody whom the structure knows."""
        if holder.name:
            person = (self._known(holder.name, holder.post),)
            return _Holding(person, standing=holder.standing)
        if not holder.post:
            return _Holding(standing=holder.standing)
        if is_written_in_words(written):
            return _Holding(post=f"{POST} {holder.post}")
        return _Holding((composed(written),))  # an id, of nobody: the checks say so

    def _post_elsewhere(self, chair: WrittenChair) -> str:
        """The post on another body with which the chair comes, or nothing."""
        post = self.names.post(chair.written)
        body = Seat(body=chair.body, ex_officio=post).ex_officio_body
        return post if body in self.structure.body_by_id and body != chair.body else ""

    def _known(self, name: str, post: str) -> str:
        """The id of somebody who is named, among the people or here, perhaps for the first time."""
        person = self.names.person(name)
        if person in self.structure.person_by_id:
            return person
        id_ = self.ids.of(normalise(name), name)
        earlier = self.newcomers.get(id_)
        self.newcomers[id_] = Person(id=id_, name=name, post=earlier.post if earlier else post)
        return id_
