"""Names, numbers and words that every part of the page draws on."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from govgraph.analysis.membership import Membership, find_membership
from govgraph.analysis.profile import find_presence, join_presences
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.seats import POST, Seat, SeatStatus
from govgraph.model.sources import Citation
from govgraph.model.standpoint import Lived, Presence
from govgraph.reporting.answer_phrases import shorten_quote
from govgraph.reporting.page.page_rows import (
    BodyLink,
    Holder,
    Life,
    Reference,
    RelationRow,
    SeatRow,
)


class Register:
    """The bodies, relations, seats and sources of a structure as the page refers to them."""

    def __init__(self, graph: AccountabilityGraph) -> None:
        self.graph = graph
        self.structure = graph.structure

    def body(self, id_: str) -> BodyLink:
        """The body with that id by its name, or by its id where there is none."""
        return BodyLink(id_, self.structure.name_of(id_), id_ in self.structure.body_by_id)

    def bodies(self, ids: Iterable[str]) -> tuple[BodyLink, ...]:
        """Several bodies by their names."""
        return tuple(map(self.body, ids))

    @cached_property
    def membership(self) -> Membership:
        """How each body fares against each requirement on who ought to sit there."""
        return find_membership(self.graph)

    @cached_property
    def source_numbers(self) -> Mapping[str, int]:
        """The number of each source in the list, by id."""
        return {source.id: number for number, source in enumerate(self.structure.sources, 1)}

    @cached_property
    def successors(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the bodies that took over from each body that has any."""
        pairs = sorted((old, body.id) for body in self.structure.bodies for old in body.succeeds)
        return {old: tuple(new for also, new in pairs if also == old) for old, _ in pairs}

    def references(self, cites: tuple[Citation, ...]) -> tuple[Reference, ...]:
        """Citations by the numbers of their sources."""
        numbers = self.source_numbers
        return tuple(
            Reference(numbers.get(c.source, 0), c.source, c.at, shorten_quote(c.quote))
            for c in cites
        )

    def reads(self, kind: str) -> str:
        """How a kind of relation reads between two names."""
        known = self.structure.kinds_of_relation.get(kind)
        return known.reads if known else kind.replace("_", " ")

    def life(self, thing: Lived, *within: str) -> Life:
        """Status and dates of something, and whether it is there together with those bodies."""
        standing = find_presence(self.graph, thing)
        for id_ in within:
            body = self.structure.body_by_id.get(id_)
            if body is not None and standing.presence is Presence.HOLDS:
                standing = join_presences(standing, find_presence(self.graph, body))
        return Life(
            str(thing.status),
            format_date_with_words(thing.from_),
            format_date_with_words(thing.until),
            standing,
        )

    @cached_property
    def relations(self) -> tuple[RelationRow, ...]:
        """Every relation, in the order of the structure."""
        counted = frozenset(self.graph.table.relations)
        why_excluded = {
            missing.relation: str(missing.why)
            for met in self.graph.excluded.values()
            for missing in met
        }
        return tuple(
            self._relation(relation, counts=index in counted, why=why_excluded.get(relation, ""))
            for index, relation in enumerate(self.structure.relations)
        )

    @cached_property
    def relations_of(self) -> Mapping[str, tuple[int, ...]]:
        """The places of the relations that start from or reach each body that has any."""
        groups: dict[str, list[int]] = {}
        for place, relation in enumerate(self.structure.relations):
            for body in dict.fromkeys((relation.from_body, relation.to_body)):
                groups.setdefault(body, []).append(place)
        return {body: tuple(places) for body, places in groups.items()}

    def relation(self, relation: Relation) -> RelationRow:
        """The row of one relation of the structure."""
        places = self.relations_of[relation.from_body]
        place = next(place for place in places if self.structure.relations[place] == relation)
        return self.relations[place]

    def _relation(self, relation: Relation, *, counts: bool, why: str) -> RelationRow:
        return RelationRow(
            subject=self.body(relation.from_body),
            reads=self.reads(relation.kind),
            object=self.body(relation.to_body),
            scope=relation.extent,
            basis=str(relation.basis),
            life=self.life(relation, relation.from_body, relation.to_body),
            accountability=self.structure.is_accountability(relation),
            counts=counts,
            why_excluded="" if counts else why,
            intended=relation.intended,
            note=relation.note,
            references=self.references(relation.cites),
        )

    @cached_property
    def seats(self) -> tuple[SeatRow, ...]:
        """Every seat, in the order of the structure."""
        return tuple(map(self.seat, self.structure.seats))

    @cached_property
    def seats_by_body(self) -> Mapping[str, tuple[SeatRow, ...]]:
        """The seats on each body that has any, in the order of first mention."""
        groups: dict[str, list[SeatRow]] = {}
        for seat in self.seats:
            groups.setdefault(seat.body.id, []).append(seat)
        return {body: tuple(seats) for body, seats in groups.items()}

    @cached_property
    def seats_by_post(self) -> Mapping[str, tuple[SeatRow, ...]]:
        """The seats on other bodies that come with a post on each body, by that body."""
        groups: dict[str, list[SeatRow]] = {}
        for seat in self.seats:
            if seat.post_body and seat.post_body.id != seat.body.id:
                groups.setdefault(seat.post_body.id, []).append(seat)
        return {body: tuple(seats) for body, seats in groups.items()}

    def seat(self, seat: Seat) -> SeatRow:
        """One seat, with who holds it and by virtue of what."""
        post_body = self.body(seat.ex_officio_body) if seat.ex_officio_body else None
        post = seat.ex_officio.removeprefix(POST).strip()
        if post_body:
            post = seat.ex_officio.rpartition(" of ")[0].strip()
        return SeatRow(
            body=self.body(seat.body),
            role=str(seat.role),
            holders=tuple(map(self._holder, seat.held_by)),
            standing=str(seat.standing),
            vacant=seat.standing is SeatStatus.VACANT,
            represents=seat.represents,
            post=post,
            post_body=post_body,
            voting=seat.voting,
            basis=str(seat.basis),
            life=self.life(seat, seat.body),
            note=seat.note,
            references=self.references(seat.cites),
        )

    def _holder(self, id_: str) -> Holder:
        person = self.structure.person_by_id.get(id_)
        return (
            Holder(person.name, person.post, person.organisation) if person else Holder(id_, "", "")
        )


def format_date_with_words(date: PartialDate | None) -> str:
    """A date as people write it, the paper's own words beside it; nothing for none.

    Words that say the same are not said twice.
    """
    if date is None:
        return ""
    spoken = date.spoken()
    same = date.words.casefold() == spoken.casefold()
    return f"{spoken} (“{date.words}”)" if date.words and not same else spoken
