"""How relations differ between two states."""

from collections.abc import Iterable, Iterator, Sequence

from govgraph.analysis.changes import Change, Succession, What
from govgraph.analysis.pairing import pair
from govgraph.analysis.state import State
from govgraph.model.relations import Relation

FIELDS = ("scope", "limit", "status", "basis")
"""The particulars of a relation that count as a change of it."""


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
            lambda r: (*r.key, *(getattr(r, field) for field in FIELDS)),
            lambda r: (*r.key, r.scope),
            lambda r: r.key,
        ),
    )
    for old, new in told.pairs:
        for field in FIELDS:
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
