"""Who holds each seat: as the file says, by virtue of another seat, or perhaps by their post."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from govgraph.analysis.profile import DatedPresence, find_presence, join_presences
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.names import normalise
from govgraph.model.seats import POST, Role, Seat, SeatStatus
from govgraph.model.standpoint import Presence
from govgraph.model.structure import Structure

CHAIRS = frozenset({Role.CHAIR, Role.CO_CHAIR})
NOBODY = frozenset({SeatStatus.VACANT, SeatStatus.ABOLISHED})
"""The standings of a seat in which nobody sits, whoever is named."""


@dataclass(frozen=True, slots=True)
class Held:
    """A seat, whether it is there from a standpoint, and who sits in it.

    Attributes:
        seat: the seat.
        being: whether it, and the body it is on, are there, and how surely.
        holders: ids of the people who hold it, as the file says.
        by_virtue: ids of those who hold the seat elsewhere with which this one comes, where the
            file names nobody here.
        perhaps: ids of those whose post goes by the name of the post with which this seat comes,
            where the file names nobody here; offered, and never counted.
    """

    seat: Seat
    being: DatedPresence
    holders: tuple[str, ...] = ()
    by_virtue: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """Ids of all who sit in it, named or by virtue of another seat."""
        return self.holders + self.by_virtue

    @property
    def is_there(self) -> bool:
        """Whether the seat is there from the standpoint, vacant or not."""
        return self.being.presence is Presence.HOLDS and (
            self.seat.standing is not SeatStatus.ABOLISHED
        )

    @property
    def is_vacant(self) -> bool:
        """Whether the seat is there and nobody sits in it."""
        return self.is_there and self.seat.standing is SeatStatus.VACANT


def find_held(graph: AccountabilityGraph) -> Mapping[str, tuple[Held, ...]]:
    """The seats of each body that has any, in the order written, with who holds them."""
    beings = [(seat, _being(graph, seat)) for seat in graph.structure.seats]
    named: dict[tuple[str, Role], tuple[str, ...]] = {}
    for seat, being in beings:
        if seat.standing not in NOBODY and being.presence is Presence.HOLDS:
            key = (seat.body, seat.role)
            named[key] = named.get(key, ()) + seat.held_by
    posts = _posts(graph.structure)
    found: dict[str, list[Held]] = {}
    for seat, being in beings:
        found.setdefault(seat.body, []).append(_held(seat, being, named, posts))
    return {body: tuple(seats) for body, seats in found.items()}


def find_post(seat: Seat) -> tuple[str, Role] | None:
    """The body and role by virtue of which a seat is held, such as `chair of BODY`."""
    role, of, body = seat.ex_officio.rpartition(" of ")
    word = role.strip().casefold().replace(" ", "-")
    if not of or seat.ex_officio.startswith(POST) or word not in set(Role):
        return None
    return body.strip(), Role(word)


def format_post(structure: Structure, seat: Seat) -> str:
    """The post by virtue of which a seat is held, with the body's name: `chair of Hart LCP`."""
    if not seat.ex_officio_body:
        return seat.ex_officio.removeprefix(POST).strip()
    role, of, body = seat.ex_officio.rpartition(" of ")
    return f"{role}{of}{structure.name_of(body.strip())}"


def _held(
    seat: Seat,
    being: DatedPresence,
    named: Mapping[tuple[str, Role], tuple[str, ...]],
    posts: Mapping[str, tuple[str, ...]],
) -> Held:
    """One seat with those who sit in it."""
    if seat.standing in NOBODY:
        return Held(seat, being)
    if seat.held_by:
        return Held(seat, being, holders=tuple(dict.fromkeys(seat.held_by)))
    post = find_post(seat)
    if post:
        return Held(seat, being, by_virtue=tuple(dict.fromkeys(named.get(post, ()))))
    words = normalise(seat.ex_officio.removeprefix(POST))
    return Held(seat, being, perhaps=posts.get(words, ()) if words else ())


def _being(graph: AccountabilityGraph, seat: Seat) -> DatedPresence:
    """Whether a seat is there: by its own life, and then by that of its body."""
    being = find_presence(graph, seat)
    body = graph.structure.body_by_id.get(seat.body)
    if body is None or being.presence is not Presence.HOLDS:
        return being
    life = find_presence(graph, body)
    return join_presences(being, life)


def _posts(structure: Structure) -> Mapping[str, tuple[str, ...]]:
    """The people with each post, by the post's words without case or punctuation."""
    found: dict[str, tuple[str, ...]] = {}
    for person in structure.people:
        for post in _each_post(person.post):
            found[post] = (*found.get(post, ()), person.id)
    return found


def _each_post(written: str) -> Iterator[str]:
    """The posts of one person, which semicolons may separate."""
    yield from (words for part in written.split(";") if (words := normalise(part)))
