"""The names under which a partner may be found on a body."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from govgraph.analysis.holders import Held, format_post
from govgraph.analysis.partner_likeness import Likeness, find_likeness
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body
from govgraph.model.kinds import RelationClass
from govgraph.model.names import normalise
from govgraph.model.requirements import Partner

MOST_NEAR = 3
"""Most near matches that are offered for one partner; more would be no help."""


@dataclass(frozen=True, slots=True)
class Near:
    """Something on a body that may mean a partner.

    Attributes:
        text: the words as they stand there: `PCT`, or somebody's post.
        because: what makes it likely.
        held: the seat; None where a relation says that the partner is represented.
    """

    text: str
    because: str
    held: Held | None


@dataclass(frozen=True)
class SeatNames:
    """The names for which each seat of a structure stands."""

    graph: AccountabilityGraph

    def of(self, held: Held) -> frozenset[str]:
        """The names that a seat represents or comes with, without case or punctuation."""
        return frozenset(map(normalise, self._written(held))) - {""}

    def _written(self, held: Held) -> Iterator[str]:
        """The partners of a seat, each with the names of the body it is, and its post in words."""
        for text in held.seat.represents:
            yield text
            yield from self._body_names.get(normalise(text), ())
        if held.seat.ex_officio and not held.seat.ex_officio_body:
            yield format_post(self.graph.structure, held.seat)

    def hints(self, held: Held) -> Iterator[tuple[str, str]]:
        """What else about a seat may say for whom it speaks, each with what it is."""
        structure = self.graph.structure
        for text in held.seat.represents:
            yield text, ""
        if held.seat.ex_officio:
            yield format_post(structure, held.seat), "the post with which the seat comes"
            for name in self.body_names(held.seat.ex_officio_body):
                yield name, "the body with whose seat this one comes"
        for id_ in held.people:
            person = structure.person_by_id.get(id_)
            if person:
                yield person.post, f"the post of {person.name}"
                yield person.organisation, f"where {person.name} comes from"

    def body_names(self, id_: str) -> tuple[str, ...]:
        """Every name of the body with that id."""
        body = self.graph.structure.body_by_id.get(id_)
        return find_names(body) if body else ()

    def represented_on(self, id_: str) -> tuple[Body, ...]:
        """The bodies that are said to be represented on one, in the order written."""
        return self._represented.get(id_, ())

    @cached_property
    def _body_names(self) -> Mapping[str, tuple[str, ...]]:
        """Every name of each body, by each of them without case or punctuation."""
        found: dict[str, tuple[str, ...]] = {}
        for body in self.graph.structure.bodies:
            for name in (body.id, *find_names(body)):
                found.setdefault(normalise(name), find_names(body))
        return found

    @cached_property
    def _represented(self) -> Mapping[str, tuple[Body, ...]]:
        """The bodies represented on each, by relations that hold."""
        structure = self.graph.structure
        found: dict[str, tuple[Body, ...]] = {}
        for relation in structure.relations:
            kind = structure.kinds_of_relation.get(relation.kind)
            body = structure.body_by_id.get(relation.from_body)
            if (
                body
                and kind
                and kind.relation_class is RelationClass.REPRESENTATION
                and self.graph.standpoint.holds(relation)
                and self.graph.holds(body.id)
            ):
                found[relation.to_body] = (*found.get(relation.to_body, ()), body)
        return found


def find_names(named: Body | Partner) -> tuple[str, ...]:
    """Every name of a body, or that a requirement gives a partner."""
    return (named.name, *named.also_known_as)


def find_nearest(
    names: SeatNames, body: str, partner: Partner, seats: tuple[Held, ...]
) -> tuple[Near, ...]:
    """What on a body may mean a partner: the likeliest first, each seat once."""
    found: dict[object, tuple[int, Near]] = {}
    for held in seats:
        for text, what in names.hints(held):
            likeness = _likest(partner, text)
            if likeness:
                near = Near(text, what or f"by {likeness}", held)
                _keep(found, (2 if what else 0) + _RANK[likeness], near)
    for sender in names.represented_on(body):
        likeness = _likest(partner, *find_names(sender))
        if likeness:
            _keep(found, 1, Near(sender.name, "it is represented there, by no recorded seat", None))
    ranked = sorted(found.values(), key=lambda ranked: ranked[0])
    return tuple(near for _, near in ranked[:MOST_NEAR])


_RANK = {Likeness.ACRONYM: 0, Likeness.WORDS: 0, Likeness.SPELLING: 1}


def _keep(found: dict[object, tuple[int, Near]], rank: int, near: Near) -> None:
    """Keep a near match unless a likelier one is about the same seat."""
    key = near.held or near.text
    if key not in found or rank < found[key][0]:
        found[key] = (rank, near)


def _likest(partner: Partner, *texts: str) -> Likeness | None:
    """In which way any of the texts is like any name of a partner."""
    wanted = find_names(partner)
    return next((found for text in texts if (found := _like_any(wanted, text))), None)


@lru_cache(maxsize=65_536)
def _like_any(names: tuple[str, ...], text: str) -> Likeness | None:
    """In which way a text is like any of some names."""
    plain = normalise(text)
    if plain and plain in map(normalise, names):
        return Likeness.WORDS
    return next((found for name in names if (found := find_likeness(name, text))), None)
