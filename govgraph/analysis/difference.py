"""What is different between two states of a structure, and what that means."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from govgraph.analysis.changes import AnyChange, Succession, What
from govgraph.analysis.record_changes import (
    find_body_changes,
    find_relation_changes,
    find_requirement_changes,
    find_seat_changes,
)
from govgraph.analysis.state import find_state
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body
from govgraph.model.shown import Shown


def find_successions(
    before: Mapping[str, Body], after: Mapping[str, Body], records: Iterable[Body]
) -> tuple[Succession, ...]:
    """The successions between two states.

    A link counts where the one who is taken over was there before, the one who takes over is
    there after, and at least one of the two changes was made: who gives way has gone, or who
    follows has come. So a body may be absorbed by one that was there already, and another may be
    founded out of one that lives on. Links are followed backwards where the states are given in
    the other order.

    Args:
        before: the bodies as they were, by id.
        after: the bodies as they are, by id.
        records: every record of a body, from whose `succeeds` the links are read.
    """
    links: set[tuple[str, str]] = set()
    for body in records:
        for earlier in body.succeeds:
            links |= {(earlier, body.id), (body.id, earlier)}
    kept = sorted(
        (old, new)
        for old, new in links
        if old in before and new in after and (old not in after or new not in before)
    )
    return tuple(_succession(group) for group in _joined(kept))


def _joined(links: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """The links in groups that share a body on one side or the other."""
    groups: list[list[tuple[str, str]]] = []
    for link in links:
        touching = [
            group for group in groups if any(link[0] == a or link[1] == b for a, b in group)
        ]
        merged = [link, *(old for group in touching for old in group)]
        groups = [group for group in groups if group not in touching]
        groups.append(merged)
    return groups


def _succession(links: list[tuple[str, str]]) -> Succession:
    before = tuple(sorted({old for old, _ in links}))
    after = tuple(sorted({new for _, new in links}))
    several = (len(before) > 1, len(after) > 1)
    what = {
        (False, False): What.BODY_SUCCEEDED,
        (True, False): What.BODIES_MERGED,
        (False, True): What.BODY_SPLIT,
        (True, True): What.BODIES_REORGANISED,
    }
    return Succession(what[several], before, after)


@dataclass(frozen=True, slots=True)
class Answering:
    """A body that answers directly to somebody else than before.

    Attributes:
        body: the id of the body, which is there before and after.
        before: the ids of those it answered to, sorted; empty where it answered to nobody.
        after: the ids of those it answers to, likewise.
    """

    body: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def mirrored(self) -> "Answering":
        """The same seen from the other side."""
        return Answering(self.body, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Difference(Shown):
    """What is different between two states, and what it means.

    Attributes:
        changes: every change, bodies first, then relations, seats and requirements.
        answering: the bodies that answer to somebody else now.
        chain_gained: ids of bodies there before and after that reach an apex now and did not.
        chain_lost: ids of bodies there before and after that arrived at an apex and do no longer.
        states: the two states, the earlier one first, where they are known.
    """

    changes: tuple[AnyChange, ...] = ()
    answering: tuple[Answering, ...] = ()
    chain_gained: tuple[str, ...] = ()
    chain_lost: tuple[str, ...] = ()
    states: tuple[AccountabilityGraph, AccountabilityGraph] | None = field(
        default=None, compare=False, repr=False
    )

    def __bool__(self) -> bool:
        """Whether anything is different at all."""
        return bool(self.changes or self.answering or self.chain_gained or self.chain_lost)

    @property
    def lost(self) -> tuple[str, ...]:
        """The ids of bodies that answered to somebody and answer to nobody now.

        A body where accountability may end, or outside the arrangements, need not answer to any.
        """
        known = self.states[1].structure.body_by_id if self.states else {}
        return tuple(
            one.body
            for one in self.answering
            if not one.after
            and not (one.body in known and (known[one.body].apex or known[one.body].outside))
        )

    @property
    def mirrored(self) -> "Difference":
        """The difference seen from the other side."""
        return Difference(
            tuple(sorted((change.mirrored for change in self.changes), key=lambda c: c.order)),
            tuple(answering.mirrored for answering in self.answering),
            self.chain_lost,
            self.chain_gained,
            self.states and (self.states[1], self.states[0]),
        )


def find_difference(before: AccountabilityGraph, after: AccountabilityGraph) -> Difference:
    """Everything that is different between two states.

    The states may be two structures, or one structure at two dates. A body, and a requirement, is
    the same on both sides where its id is.

    Args:
        before: the structure as it was, at the standpoint it is seen from.
        after: the structure as it is, or would be.

    >>> from govgraph.model.structure import Structure
    >>> from govgraph.model.bodies import Body
    >>> trust, board = Body(id="trust", name="Trust"), Body(id="board", name="Board")
    >>> old, new = Structure(bodies=(trust,)), Structure(bodies=(trust, board))
    >>> states = [AccountabilityGraph(one, one.standpoint()) for one in (old, new)]
    >>> [str(change.what) for change in find_difference(*states).changes]
    ['body-added']
    """
    changes = sorted(_changes(before, after), key=lambda change: change.order)
    shared = sorted(set(before.bodies) & set(after.bodies))
    answering = (Answering(id_, before.superiors(id_), after.superiors(id_)) for id_ in shared)
    return Difference(
        tuple(changes),
        tuple(one for one in answering if one.before != one.after),
        tuple(id_ for id_ in shared if _arrives(after, id_) and not _arrives(before, id_)),
        tuple(id_ for id_ in shared if _arrives(before, id_) and not _arrives(after, id_)),
        (before, after),
    )


def _changes(before: AccountabilityGraph, after: AccountabilityGraph) -> Iterator[AnyChange]:
    old, new = find_state(before), find_state(after)
    records = (*before.structure.bodies, *after.structure.bodies)
    successions = find_successions(old.bodies, new.bodies, records)
    yield from find_body_changes(old, new)
    yield from successions
    yield from find_relation_changes(old, new, successions)
    yield from find_seat_changes(old, new)
    yield from find_requirement_changes(old, new)


def _arrives(graph: AccountabilityGraph, body: str) -> bool:
    """Whether a body has a chain of account to an apex, or is one."""
    return bool(graph.arrives[graph.table.number[body]])
