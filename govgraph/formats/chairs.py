"""The chair of a body, written on it in a word: somebody's name, a post, or that there is none."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from govgraph.errors import Place
from govgraph.formats.identifiers import Identifiers
from govgraph.formats.named_references import Names
from govgraph.formats.posts import NOBODY, is_written_in_words, read_holder
from govgraph.model.names import normalise
from govgraph.model.seats import POST, Person, Role, Seat, Standing
from govgraph.model.structure import Structure

_BY_TURNS = frozenset({"rotating", "rotates", "by rotation"})


class WrittenChair(NamedTuple):
    """Who is written to chair a body, and where that stands."""

    body: str
    written: str
    place: Place
    body_place: Place
    is_shared: bool = False


class _Holding(NamedTuple):
    """By whom a chair is held, or with what post it comes, and on what footing."""

    held_by: tuple[str, ...] = ()
    post: str = ""
    standing: Standing = Standing.SUBSTANTIVE


def with_chairs(structure: Structure, chairs: Iterable[WrittenChair]) -> Structure:
    """A structure with a seat for each chair that is written on its body.

    Somebody who is named and stands nowhere among the people is one of them from then on.
    """
    seating = _Seating(structure)
    seats = tuple(map(seating.seat, chairs))
    people = (*structure.people, *seating.newcomers.values())
    return replace(structure, seats=(*structure.seats, *seats), people=people)


class _Seating:
    """Finds who is meant, and keeps those who are named for the first time."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure
        self.names = Names(structure)
        self.ids = Identifiers(structure.person_by_id)
        self.newcomers: dict[str, Person] = {}

    def seat(self, chair: WrittenChair) -> Seat:
        """The seat of one chair."""
        holding = self._holder(chair)
        return Seat(
            body=chair.body,
            role=Role.CO_CHAIR if chair.is_shared else Role.CHAIR,
            held_by=holding.held_by,
            ex_officio=holding.post,
            standing=holding.standing,
            place=chair.place,
            body_place=chair.body_place,
            held_by_places=(chair.place,) * len(holding.held_by),
            ex_officio_place=chair.place if holding.post else None,
        )

    def _holder(self, chair: WrittenChair) -> _Holding:
        """Who chairs, and on what footing."""
        person = self.names.person(chair.written)
        if person in self.structure.person_by_id:
            return _Holding((person,))
        if normalise(chair.written) in _BY_TURNS:
            return _Holding(standing=Standing.ROTATING)
        if post := self._post_elsewhere(chair):
            return _Holding(post=post)
        return self._in_words(chair.written)

    def _in_words(self, written: str) -> _Holding:
        """Who chairs, where it is nobody whom the structure knows."""
        holder = read_holder(written)
        if holder == NOBODY:
            return _Holding(standing=Standing.VACANT)
        if holder.name:
            return _Holding((self._newcomer(holder.name, holder.post),))
        if is_written_in_words(written):
            return _Holding(post=f"{POST} {holder.post}")
        return _Holding((written,))  # an id, of nobody: the checks say so

    def _post_elsewhere(self, chair: WrittenChair) -> str:
        """The post on another body with which the chair comes, or nothing."""
        post = self.names.post(chair.written)
        body = Seat(body=chair.body, ex_officio=post).ex_officio_body
        return post if body in self.structure.body_by_id and body != chair.body else ""

    def _newcomer(self, name: str, post: str) -> str:
        """The id of somebody who is named here, perhaps not for the first time."""
        id_ = self.ids.of(normalise(name), name)
        known = self.newcomers.get(id_)
        self.newcomers[id_] = Person(id=id_, name=name, post=known.post if known else post)
        return id_
