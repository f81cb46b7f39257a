"""How bodies, requirements, relations and seats differ between two states."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from govgraph.analysis.changes import Change, Succession, What
from govgraph.analysis.pairing import pair
from govgraph.analysis.state import State
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.requirements import Requirement
from govgraph.model.seats import Role, Seat

_OF_BODY = {
    "name": What.BODY_RENAMED,
    "kind": What.BODY_CHANGED_KIND,
    "status": What.BODY_CHANGED_STATUS,
    "apex": What.BODY_CHANGED,
    "area": What.BODY_CHANGED,
    "tier": What.BODY_CHANGED,
    "count": What.BODY_CHANGED,
    "meets": What.BODY_CHANGED,
    "quorum": What.BODY_CHANGED,
    "limit": What.BODY_CHANGED,
    "outside": What.BODY_CHANGED,
    "count_is_about": What.BODY_CHANGED,
    "remit": What.BODY_CHANGED,
}
"""The fields of a body that count as a change of it; sources and notes do not."""

_ASKED = ("title", "applies_to", "seats_for")

_OF_RELATION = ("scope", "limit", "status", "basis")
"""The particulars of a relation that count as a change of it."""

SINGLE_ROLES = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY, Role.LEAD_OFFICER})
"""Roles of which a body usually has one, so that who comes takes the place of who went."""

_PARTICULARS = ("role", "represents", "ex_officio", "voting", "status")


def find_body_changes(before: State, after: State) -> Iterator[Change]:
    """The bodies that are added, have ended, or are not as they were."""
    yield from _come_and_gone(before.bodies, after.bodies, What.BODY_ADDED, What.BODY_ENDED)
    for id_ in before.bodies.keys() & after.bodies.keys():
        old, new = before.bodies[id_], after.bodies[id_]
        for field, what in _OF_BODY.items():
            if getattr(old, field) != getattr(new, field):
                yield Change(what, old, new, field)


def find_requirement_changes(before: State, after: State) -> Iterator[Change]:
    """The requirements that are added, have ended, or ask for something else."""
    yield from _come_and_gone(
        before.requirements,
        after.requirements,
        What.REQUIREMENT_ADDED,
        What.REQUIREMENT_ENDED,
    )
    for id_ in before.requirements.keys() & after.requirements.keys():
        old, new = before.requirements[id_], after.requirements[id_]
        for field in _ASKED:
            if getattr(old, field) != getattr(new, field):
                yield Change(What.REQUIREMENT_CHANGED, old, new, field)


def _come_and_gone(
    before: Mapping[str, Body] | Mapping[str, Requirement],
    after: Mapping[str, Body] | Mapping[str, Requirement],
    added: What,
    ended: What,
) -> Iterator[Change]:
    """What has an id on one side only."""
    yield from (Change(added, None, after[id_]) for id_ in after.keys() - before.keys())
    yield from (Change(ended, before[id_], None) for id_ in before.keys() - after.keys())


def find_relation_changes(
    before: State, after: State, successions: Sequence[Succession]
) -> Iterator[Change]:
    """The relations that are added, have ended, have moved, or are not as they were.

    A relation has *moved* where it starts from the same body, is of the same kind and leads
    elsewhere: to the one that follows its old superior, or, where a body ends one relation of
    the kind and begins one, to that one's.
    """
    told = pair(
        before.relations,
        after.relations,
        (
            lambda r: (*r.key, *(getattr(r, field) for field in _OF_RELATION)),
            lambda r: (*r.key, r.scope),
            lambda r: r.key,
        ),
    )
    for old, new in told.pairs:
        for field in _OF_RELATION:
            if getattr(old, field) != getattr(new, field):
                yield Change(What.RELATION_CHANGED, old, new, field)
    moved, gone, come = _moved(told.before, told.after, successions)
    yield from (Change(What.RELATION_MOVED, old, new) for old, new in moved)
    yield from (Change(What.RELATION_ADDED, None, relation) for relation in come)
    yield from (Change(What.RELATION_ENDED, relation, None) for relation in gone)


def _moved(
    before: Iterable[Relation], after: Iterable[Relation], successions: Sequence[Succession]
) -> tuple[list[tuple[Relation, Relation]], list[Relation], list[Relation]]:
    """The relations that lead elsewhere now, and what is left on either side."""
    group_of_old = {id_: place for place, s in enumerate(successions) for id_ in s.before}
    group_of_new = {id_: place for place, s in enumerate(successions) for id_ in s.after}
    moved: list[tuple[Relation, Relation]] = []
    gone: list[Relation] = []
    come: list[Relation] = []
    for old, new in _by_start(before, after):
        followed = _followed(old, new, group_of_old, group_of_new)
        left = [relation for relation in old if relation not in {one for one, _ in followed}]
        right = [relation for relation in new if relation not in {two for _, two in followed}]
        moved += followed
        if len(left) == len(right) == 1:
            moved.append((left[0], right[0]))
        else:
            gone += left
            come += right
    return moved, gone, come


def _followed(
    old: list[Relation],
    new: list[Relation],
    group_of_old: dict[str, int],
    group_of_new: dict[str, int],
) -> list[tuple[Relation, Relation]]:
    """The relations whose old and new superiors stand in one succession, one to one."""
    found = []
    for group in sorted(set(group_of_old.values())):
        ours = [relation for relation in old if group_of_old.get(relation.to_body) == group]
        theirs = [relation for relation in new if group_of_new.get(relation.to_body) == group]
        if len(ours) == len(theirs) == 1:
            found.append((ours[0], theirs[0]))
    return found


def _by_start(
    before: Iterable[Relation], after: Iterable[Relation]
) -> Iterator[tuple[list[Relation], list[Relation]]]:
    """The relations on either side that start from the same body and are of the same kind."""
    starts: dict[tuple[str, str], tuple[list[Relation], list[Relation]]] = {}
    for side, relations in enumerate((before, after)):
        for relation in relations:
            both = starts.setdefault((relation.from_body, relation.kind), ([], []))
            both[side].append(relation)
    yield from starts.values()


def find_seat_changes(before: State, after: State) -> Iterator[Change]:
    """The seats that are added or have ended, or are held by somebody else or otherwise.

    Seats have no ids. A seat is taken to be the same where it has the same role for the same
    partner or post, a role of which there is one, or the same holder. A plain member who comes
    is not taken for the successor of a plain member who went: nobody said so.
    """
    told = pair(before.seats, after.seats, (_whole, _capacity, _single, _holder))
    for old, new in told.pairs:
        if _held(old) != _held(new):
            chair = Role.CHAIR in {old.role, new.role}
            yield Change(What.CHAIR_CHANGED if chair else What.HOLDER_CHANGED, old, new)
        for field in _PARTICULARS:
            if getattr(old, field) != getattr(new, field):
                yield Change(What.SEAT_CHANGED, old, new, field)
    yield from (Change(What.SEAT_ADDED, None, seat) for seat in told.after)
    yield from (Change(What.SEAT_ENDED, seat, None) for seat in told.before)


def _held(seat: Seat) -> Hashable:
    """Who holds a seat, and with what status."""
    return (frozenset(seat.held_by), seat.standing)


def _whole(seat: Seat) -> Hashable:
    return (seat.body, _held(seat), *(getattr(seat, field) for field in _PARTICULARS))


def _capacity(seat: Seat) -> Hashable | None:
    """For whom, or by virtue of what, somebody sits; None where nothing is said."""
    if not seat.represents and not seat.ex_officio:
        return None
    return (seat.body, seat.role, seat.represents, seat.ex_officio)


def _holder(seat: Seat) -> Hashable | None:
    return (seat.body, frozenset(seat.held_by)) if seat.held_by else None


def _single(seat: Seat) -> Hashable | None:
    return (seat.body, seat.role) if seat.role in SINGLE_ROLES else None
