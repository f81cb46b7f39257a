"""How bodies and requirements differ between two states."""

from collections.abc import Iterator, Mapping

from govgraph.analysis.changes import Change, What
from govgraph.analysis.state import State
from govgraph.model.bodies import Body
from govgraph.model.requirements import Requirement

FIELDS = {
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


def find_body_changes(before: State, after: State) -> Iterator[Change]:
    """The bodies that are added, have ended, or are not as they were."""
    yield from _come_and_gone(before.bodies, after.bodies, What.BODY_ADDED, What.BODY_ENDED)
    for id_ in before.bodies.keys() & after.bodies.keys():
        old, new = before.bodies[id_], after.bodies[id_]
        for field, what in FIELDS.items():
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
