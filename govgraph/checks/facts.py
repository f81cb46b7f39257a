"""What the line rules look at: a few columns, one value a body, which each engine makes itself.

A *fact* is such a column: Python values for a structure, NumPy for a register, Spark for one that
is larger still. Rules combine facts with `&`, `|`, `~` and comparisons alone, which read alike on
all of them, so that a rule is written once. What several rules share stands here as well.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Protocol

from govgraph.graph.accountability import Exclusion
from govgraph.model.kinds import BodyClass, BodyKind
from govgraph.model.sources import NO_BASIS, Basis

Fact = Any
"""A column of one engine; no type is shared by Python, NumPy and Spark."""


RANKS = (BodyClass.DECIDES, BodyClass.WORKS, BodyClass.ADVISES)
"""What bodies do, from those whom it matters most that somebody holds to account."""


class Why(IntEnum):
    """Why a chain goes no further, in the order in which one reason goes before another.

    Why a relation makes no line has the numbers that `graph.lives.PRESENCES` gives in columns.
    """

    NOWHERE = 0
    ENDED = 1
    PROPOSED = 2
    SHADOW = 3
    NOT_YET = 4
    UNKNOWN = 5
    NOBODY = 6
    ITSELF = 7
    CYCLE = 8


WHY_EXCLUDED = {
    Exclusion.LINE_ENDED: Why.ENDED,
    Exclusion.BODY_ENDED: Why.ENDED,
    Exclusion.LINE_PROPOSED: Why.PROPOSED,
    Exclusion.BODY_PROPOSED: Why.PROPOSED,
    Exclusion.LINE_SHADOW: Why.SHADOW,
    Exclusion.BODY_SHADOW: Why.SHADOW,
    Exclusion.LINE_NOT_YET: Why.NOT_YET,
    Exclusion.BODY_NOT_YET: Why.NOT_YET,
    Exclusion.LINE_UNHEARD: Why.NOT_YET,
    Exclusion.BODY_UNHEARD: Why.NOT_YET,
    Exclusion.UNKNOWN: Why.UNKNOWN,
}
"""The reasons for which a relation upward makes no line."""


class BodyFacts(Protocol):
    """One value a body, those that do not hold included.

    Attributes:
        present: whether it holds.
        apex: whether it holds and accountability may end there.
        outside: whether it holds and its own governance is elsewhere.
        leaves: whether it is outside, or a chain leads there, presumed lines counted.
        rank: the place in `RANKS` of what its kind does.
        firmness: the weakest basis on the firmest of its chains to an apex, presumed lines
            counted; NO_BASIS where none arrives.
        superiors: number of direct superiors, other than itself.
        recorded: number of superiors by lines that are not presumed.
        parties: the same, all those whose joint committee it is counted as one.
        unexplained: number of these parties of which nobody says that the line is meant.
        part: whether it has a superior if being part of a body counts.
        owning: whether a line starts from it, be it to itself.
        excluded: why a relation upward from it makes no line, the first of several; 0 for none.
        answered: whether another body answers to it.
        span: number of direct subordinates, an entry for several bodies counted as so many.
        linked: whether any relation that holds ties it to another body.
        watching: whether it monitors or assures others, and nothing else ties it to any; that it
            is itself monitored or given assurance does not count.
        in_cycle: whether it is in a cycle, and its chains meet no other stop.
        why: of a body that no chain brings to an apex, why its chain stops; 0 for any other.
        here: whether that chain stops at the body itself.
        stop: the body at which it stops, as each engine names a body.
        dependants: number of others that have a chain to an apex only through it.
        depth: steps of its longest chain upward.
        foot: whether no longer chain comes through it; of a ring, of its first body alone.
    """

    @property
    def present(self) -> Fact: ...
    @property
    def apex(self) -> Fact: ...
    @property
    def outside(self) -> Fact: ...
    @property
    def leaves(self) -> Fact: ...
    @property
    def rank(self) -> Fact: ...
    @property
    def firmness(self) -> Fact: ...
    @property
    def superiors(self) -> Fact: ...
    @property
    def recorded(self) -> Fact: ...
    @property
    def parties(self) -> Fact: ...
    @property
    def unexplained(self) -> Fact: ...
    @property
    def part(self) -> Fact: ...
    @property
    def owning(self) -> Fact: ...
    @property
    def excluded(self) -> Fact: ...
    @property
    def answered(self) -> Fact: ...
    @property
    def span(self) -> Fact: ...
    @property
    def linked(self) -> Fact: ...
    @property
    def watching(self) -> Fact: ...
    @property
    def in_cycle(self) -> Fact: ...
    @property
    def why(self) -> Fact: ...
    @property
    def here(self) -> Fact: ...
    @property
    def stop(self) -> Fact: ...
    @property
    def dependants(self) -> Fact: ...
    @property
    def depth(self) -> Fact: ...
    @property
    def foot(self) -> Fact: ...


@dataclass(frozen=True, slots=True, eq=False)
class LineFacts:
    """One value a line of account: the bodies at its ends, and how firmly it is known."""

    below: Fact
    above: Fact
    basis: Fact


@dataclass(frozen=True, slots=True, eq=False)
class DelegationFacts:
    """One value a relation by which a body exercises what another delegates to it.

    Attributes:
        below: the body that exercises it.
        above: the body that delegates it.
        answered: whether a chain of lines leads from the one to the other.
    """

    below: Fact
    above: Fact
    answered: Fact


@dataclass(frozen=True, slots=True)
class WholeFacts:
    """What is so of all bodies together.

    Attributes:
        bodies: number of those that hold and are not outside.
        apexes: number of apexes.
        exits: number of bodies outside to which others answer.
        tops: number of bodies that decide, are answered to and answer to nobody; counted where
            there is no apex.
    """

    bodies: int
    apexes: int
    exits: int
    tops: int


Predicate = Callable[[BodyFacts], Fact]
"""Chooses bodies by their facts."""


def find_rank(kinds: Mapping[str, BodyKind], kind: str) -> int:
    """The place in `RANKS` of what a kind of body does; one that nobody declared decides."""
    return RANKS.index(kinds[kind].body_class) if kind in kinds else 0


def unfirm(body: BodyFacts) -> Fact:
    """Bodies that hold, are not outside, and that no chain of stated lines brings to an apex."""
    return body.present & (body.firmness > Basis.STATED) & ~body.outside


def orphaned(body: BodyFacts) -> Fact:
    """Of unfirm bodies those that have no line of account, and are not said to have one."""
    said = body.owning | (body.excluded > 0)
    return (body.superiors == 0) & (body.part | ~said)


def topmost(body: BodyFacts) -> Fact:
    """Of orphaned bodies those that decide, and to which others answer."""
    return ~body.part & body.answered & (body.rank == 0)


def weak(body: BodyFacts) -> Fact:
    """Of unfirm bodies those that arrive by a line that is implied, inferred or presumed."""
    return (body.superiors > 0) & (body.firmness < NO_BASIS)


def broken(body: BodyFacts) -> Fact:
    """Of unfirm bodies those that have lines, or are said to, of which none arrives or leaves.

    Of a ring that meets no other stop, another rule speaks.
    """
    lost = (body.superiors > 0) & (body.firmness == NO_BASIS)
    gone = (body.superiors == 0) & (body.excluded > 0) & ~body.owning & ~body.part
    return (lost | gone) & ~body.in_cycle & ~body.leaves


def doubled(body: BodyFacts) -> Fact:
    """Bodies that answer directly to more than one party, by lines that are not presumed."""
    return body.parties > 1
