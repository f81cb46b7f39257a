"""What can change between two states of a structure, each with its mirror image."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.requirements import Requirement
from govgraph.model.seats import Seat

Record: TypeAlias = Body | Relation | Seat | Requirement


class What(StrEnum):
    """The kinds of change, in the order in which they are told."""

    BODY_ADDED = "body-added"
    BODY_ENDED = "body-ended"
    BODY_SUCCEEDED = "body-succeeded"
    BODIES_MERGED = "bodies-merged"
    BODY_SPLIT = "body-split"
    BODIES_REORGANISED = "bodies-reorganised"
    BODY_RENAMED = "body-renamed"
    BODY_CHANGED_KIND = "body-changed-kind"
    BODY_CHANGED_STATUS = "body-changed-status"
    BODY_CHANGED = "body-changed"
    RELATION_ADDED = "relation-added"
    RELATION_ENDED = "relation-ended"
    RELATION_MOVED = "relation-moved"
    RELATION_CHANGED = "relation-changed"
    SEAT_ADDED = "seat-added"
    SEAT_ENDED = "seat-ended"
    CHAIR_CHANGED = "chair-changed"
    HOLDER_CHANGED = "holder-changed"
    SEAT_CHANGED = "seat-changed"
    REQUIREMENT_ADDED = "requirement-added"
    REQUIREMENT_ENDED = "requirement-ended"
    REQUIREMENT_CHANGED = "requirement-changed"

    @property
    def mirrored(self) -> "What":
        """What the same change is, seen from the other side."""
        return _MIRROR.get(self, self)


_PAIRS = (
    (What.BODY_ADDED, What.BODY_ENDED),
    (What.BODIES_MERGED, What.BODY_SPLIT),
    (What.RELATION_ADDED, What.RELATION_ENDED),
    (What.SEAT_ADDED, What.SEAT_ENDED),
    (What.REQUIREMENT_ADDED, What.REQUIREMENT_ENDED),
)
_MIRROR = {**dict(_PAIRS), **{after: before for before, after in _PAIRS}}
_ORDER = {what: place for place, what in enumerate(What)}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different: a body, relation, seat or requirement before and after.

    Attributes:
        what: the kind of change.
        before: the record as it was; None for what is added.
        after: the record as it is; None for what has ended.
        detail: the field of the record that is different, under its name in the model, where
            the change is of one field.
    """

    what: What
    before: Record | None = None
    after: Record | None = None
    detail: str = ""

    @property
    def mirrored(self) -> "Change":
        """The same change seen from the other side."""
        return replace(self, what=self.what.mirrored, before=self.after, after=self.before)

    @property
    def record(self) -> Record:
        """The record as it is, or as it was where it has ended."""
        record = self.after or self.before
        assert record is not None  # noqa: S101 - a change of nothing is never made
        return record

    @property
    def order(self) -> tuple[int, tuple[str, ...], tuple[str, ...], str]:
        """By which changes are told: the kind, then what it is about."""
        sides = sorted(record_order(side) for side in (self.before, self.after) if side)
        return (_ORDER[self.what], sides[0], sides[-1], self.detail)


@dataclass(frozen=True, slots=True)
class Succession:
    """Bodies that give way to others: taken over, merged, split or made anew.

    Attributes:
        what: BODY_SUCCEEDED, BODIES_MERGED, BODY_SPLIT or BODIES_REORGANISED.
        before: the ids of the bodies as they were, sorted.
        after: the ids of the bodies that follow them, sorted.
    """

    what: What
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def mirrored(self) -> "Succession":
        """The same succession seen from the other side."""
        return Succession(self.what.mirrored, self.after, self.before)

    @property
    def order(self) -> tuple[int, tuple[str, ...], tuple[str, ...], str]:
        """By which changes are told."""
        first, last = sorted((self.before, self.after))
        return (_ORDER[self.what], first, last, "")


AnyChange: TypeAlias = Change | Succession


def record_order(record: Record) -> tuple[str, ...]:
    """By which records of one sort are listed: what they are about, then all they say."""
    if isinstance(record, Relation):
        return (*record.key, record.scope, repr(record))
    if isinstance(record, Seat):
        return (record.body, record.role, *record.represents, record.ex_officio, repr(record))
    return (record.id, repr(record))
