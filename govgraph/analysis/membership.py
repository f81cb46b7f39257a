"""Who ought to sit on which bodies, and whether they do, as of a date."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from govgraph.analysis.holders import Held, find_held
from govgraph.analysis.partners import Near, SeatNames, find_names, find_nearest
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.answer import Answer
from govgraph.model.bodies import Body
from govgraph.model.dates import PartialDate
from govgraph.model.names import normalise
from govgraph.model.requirements import Partner, Requirement
from govgraph.model.seats import Role
from govgraph.model.selection import matches


class Cover(StrEnum):
    """How a partner that a requirement names stands on a body."""

    COVERED = "has a seat"
    VACANT = "has a vacant seat"
    NEAR = "perhaps under another name"
    MISSING = "has no seat"
    UNRECORDED = "not recorded"


MET = frozenset({Cover.COVERED, Cover.VACANT})
"""A partner with a vacant seat has a place, though nobody speaks for it."""


@dataclass(frozen=True, slots=True)
class PartnerCover:
    """One partner of a requirement on one body.

    Attributes:
        partner: the partner, with the other names it goes by.
        cover: how it stands.
        seats: the seats that represent it by name; only vacant ones where that is all there is.
        near: what may mean it, where nothing does by name; offered and never assumed.
    """

    partner: Partner
    cover: Cover
    seats: tuple[Held, ...] = ()
    near: tuple[Near, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """One requirement on one body.

    Attributes:
        body: the id of the body.
        recorded: whether the file says who its members are: a chair alone is no membership.
        partners: each partner of the requirement, in the order written.
        begins: the date as at which a body that is only to begin is judged; None where the body
            is judged on the day of the question.
    """

    requirement: Requirement
    body: str
    recorded: bool
    partners: tuple[PartnerCover, ...]
    begins: PartialDate | None = None

    def of(self, *covers: Cover) -> tuple[PartnerCover, ...]:
        """The partners that stand in one of these ways."""
        return tuple(partner for partner in self.partners if partner.cover in covers)


@dataclass(frozen=True, slots=True)
class RequirementCoverage:
    """One requirement on every body it applies to.

    Attributes:
        in_force: whether it held on the day of the question.
        bodies: each body that is there and that it applies to, in the order of the structure. A
            body that is only to begin is judged, with its seats, as at when it is to begin.
    """

    requirement: Requirement
    in_force: bool
    bodies: tuple[Coverage, ...]


@dataclass(frozen=True)
class Membership(Answer):
    """How a structure fares against each of its requirements, in the order written."""

    requirements: tuple[RequirementCoverage, ...]

    def of_body(self, body: str) -> tuple[Coverage, ...]:
        """Every requirement in force on the body with that id."""
        return self.by_body.get(body, ())

    @cached_property
    def by_body(self) -> Mapping[str, tuple[Coverage, ...]]:
        """For each body to which any requirement applies, how it fares against each."""
        found: dict[str, list[Coverage]] = {}
        for requirement in self.requirements:
            for coverage in requirement.bodies:
                found.setdefault(coverage.body, []).append(coverage)
        return {body: tuple(coverages) for body, coverages in found.items()}


def find_membership(
    graph: AccountabilityGraph, body: str | None = None, *, whatever: bool = False
) -> Membership:
    """How each requirement of the structure fares, from the standpoint of `graph`.

    A partner is covered by a seat that represents it: by its name or another name the requirement
    gives it, case and punctuation aside, or by any name of a body of the structure that the seat
    names. What is only alike is offered as a near match. Seats that are not there from the
    standpoint, or were abolished, count for nothing.

    Args:
        graph: who answers to whom, and from which standpoint.
        body: the id of the one body to measure; every body unless given.
        whatever: whether bodies are measured whatever a requirement says it applies to.
    """
    if not graph.structure.requirements:
        return Membership(())
    known, kinds = graph.structure.body_by_id, graph.structure.kinds_of_body
    judged = [known[id_] for id_ in graph.bodies if body in {None, id_}]
    sides = {begins: _look(graph, begins) for begins in {_begins(graph, each) for each in judged}}
    found = []
    for requirement in graph.structure.requirements:
        bodies = tuple(
            _coverage(requirement, each.id, side)
            for each in judged
            for side in (sides[_begins(graph, each)],)
            if (whatever or matches(requirement.applies_to, each, kinds))
            and is_in_force(requirement, side.day)
        )
        in_force = is_in_force(requirement, graph.standpoint.day)
        found.append(RequirementCoverage(requirement, in_force, bodies))
    return Membership(tuple(found))


def is_in_force(requirement: Requirement, day: date | None) -> bool:
    """Whether a requirement holds on a day; without one, whether it ever does."""
    early = day and requirement.from_ and requirement.from_.first_day > day
    late = day and requirement.until and requirement.until.last_day < day
    return not (early or late)


@dataclass(frozen=True, slots=True)
class _Side:
    """Who sits where as at a date: of the question, or when some body is to begin."""

    begins: PartialDate | None
    day: date | None
    held: Mapping[str, tuple[Held, ...]]
    names: SeatNames


def _begins(graph: AccountabilityGraph, body: Body) -> PartialDate | None:
    """When a body that counts already is only to begin."""
    day, begins = graph.standpoint.day, body.from_
    return begins if day and begins and begins.first_day > day else None


def _look(graph: AccountabilityGraph, begins: PartialDate | None) -> _Side:
    """Who sits where from the standpoint of a graph, or of a date later than it."""
    if begins:
        graph = graph.seen_from(replace(graph.standpoint, as_at=begins, ahead=False))
    return _Side(begins, graph.standpoint.day, find_held(graph), SeatNames(graph))


def _coverage(requirement: Requirement, body: str, side: _Side) -> Coverage:
    """One requirement on one body."""
    there = tuple(held for held in side.held.get(body, ()) if held.is_there)
    recorded = any(held.seat.role is Role.MEMBER for held in there)
    partners = tuple(_partners(requirement, body, there, side.names, recorded=recorded))
    return Coverage(requirement, body, recorded, partners, side.begins)


def _partners(
    requirement: Requirement,
    body: str,
    seats: tuple[Held, ...],
    names: SeatNames,
    *,
    recorded: bool,
) -> Iterator[PartnerCover]:
    """Each partner of a requirement on a body with these seats."""
    named = {held: names.of(held) for held in seats}
    for partner in requirement.seats_for:
        wanted = frozenset(map(normalise, find_names(partner)))
        found = tuple(held for held in seats if wanted & named[held])
        filled = tuple(held for held in found if not held.is_vacant)
        if found:
            cover = Cover.COVERED if filled else Cover.VACANT
            yield PartnerCover(partner, cover, filled or found)
            continue
        near = find_nearest(names, body, partner, seats)
        missing = Cover.MISSING if recorded else Cover.UNRECORDED
        yield PartnerCover(partner, Cover.NEAR if near else missing, near=near)
