"""Each change between two states as a phrase: what is added, ended, moved or changed, and how."""

from collections.abc import Callable, Sequence

from govgraph.analysis.changes import AnyChange, Change, Succession, What
from govgraph.analysis.holders import format_post
from govgraph.model.bodies import Body, Status
from govgraph.model.relations import Relation
from govgraph.model.requirements import Requirement, Selector
from govgraph.model.seats import Role, Seat, SeatStatus
from govgraph.model.structure import Structure
from govgraph.wording.lists import join_words
from govgraph.wording.records import format_relation, format_seat, name_people
from govgraph.wording.standpoints import format_life

LABELS = {"ex_officio": "post", "seats_for": "partners", "applies_to": "bodies it applies to"}
"""Fields whose name in the model is no word."""


class Speaker:
    """Says changes between two structures in words; a new body by its id as well, if asked."""

    def __init__(self, before: Structure, after: Structure, *, ids: bool = True) -> None:
        self._before, self._after, self._ids = before, after, ids

    def verb(self, change: AnyChange) -> str:
        """The change in one word: `added`, `moved`, `merged`, `changed`."""
        return VERBS.get(change.what, "changed")

    def phrase(self, change: AnyChange) -> str:
        """What is different, as a phrase that goes with the verb."""
        if isinstance(change, Succession):
            return self._succession(change)
        record = change.record
        if isinstance(record, Body):
            return self._body(change, record)
        if isinstance(record, Relation):
            return self._relation(change)
        if isinstance(record, Seat):
            return self._seat(change, record)
        return self._requirement(change, record)

    def name(self, body: str) -> str:
        """What a body is called now, or was called where it is not there now."""
        here = self._after if body in self._after.body_by_id else self._before
        return here.name_of(body)

    def names(self, bodies: Sequence[str]) -> str:
        """What several bodies are called, as a list in a sentence."""
        return join_words([self.name(id_) for id_ in bodies]) if bodies else "nobody"

    def _side(self, change: Change) -> Structure:
        """The structure that has the change's record: the later one unless it has ended."""
        return self._before if change.after is None else self._after

    def _succession(self, change: Succession) -> str:
        before = self.names(change.before)
        after = self.names(change.after)
        if change.what is What.BODIES_MERGED:
            return f"{before} are now one: {after}"
        if change.what is What.BODY_SPLIT:
            return f"{before} is now {after}"
        if change.what is What.BODIES_REORGANISED:
            return f"{before} are now {after}"
        return f"{after} in the place of {before}"

    def _body(self, change: Change, body: Body) -> str:
        if change.detail == "name":
            return f"{_of(change.before, 'name')} is now called {body.name}"
        if change.detail:
            return f"{body.name}: {self._was_and_is(change)}"
        kinds = self._side(change).kinds_of_body
        kind = kinds[body.kind].name.lower() if body.kind in kinds else body.kind
        life = f", {life}" if (life := format_life(body)) else ""
        id_ = f" [{body.id}]" if self._ids else ""
        return f"{body.name}{id_}, {kind}{_tentative(body)}{life}"

    def _relation(self, change: Change) -> str:
        relation, structure = change.record, self._side(change)
        assert isinstance(relation, Relation)  # noqa: S101 - for the type checker alone
        told = format_relation(structure, relation.key)
        if change.what is What.RELATION_MOVED:
            return f"{told}, no longer {self.name(_of(change.before, 'to_body'))}"
        if change.detail:
            return f"{told}: {self._was_and_is(change)}"
        scope = f", for {relation.scope}" if relation.scope else ""
        return f"{told}{scope}{_tentative(relation)}"

    def _seat(self, change: Change, seat: Seat) -> str:
        structure = self._side(change)
        where = f"of {structure.name_of(seat.body)}"
        what = f"{format_seat(structure, seat)} {where}"
        if change.detail:
            return f"{what}: {self._was_and_is(change)}"
        if change.before and change.after:
            assert isinstance(change.before, Seat)  # noqa: S101 - for the type checker alone
            before = format_holder(self._before, change.before)
            role = "chair" if change.what is What.CHAIR_CHANGED else _capacity(structure, seat)
            return f"{role} {where}: {before} before, {format_holder(structure, seat)} now"
        held = format_holder(structure, seat)
        named = "" if held in what or held == NOBODY else f": {held}"
        return f"{what}{_by_virtue(structure, seat)}{named}{_tentative(seat)}"

    def _requirement(self, change: Change, rule: Requirement) -> str:
        told = rule.title or rule.id
        return f"{told}: {self._was_and_is(change)}" if change.detail else told

    def _was_and_is(self, change: Change) -> str:
        """`status was proposed, is active`."""
        field = change.detail
        label = LABELS.get(field, field.replace("_", " "))
        if field == "apex":
            ends = bool(getattr(change.after, field))
            return f"accountability may {'now' if ends else 'no longer'} end here"
        if field == "outside":
            outside = bool(getattr(change.after, field))
            return f"it is {'now' if outside else 'no longer'} outside these arrangements"
        was, now = (_format_value(getattr(side, field)) for side in (change.before, change.after))
        return f"{label} was {was}, is {now}"


VERBS = {
    What.BODY_ADDED: "added",
    What.BODY_ENDED: "ended",
    What.BODY_SUCCEEDED: "succeeded",
    What.BODIES_MERGED: "merged",
    What.BODY_SPLIT: "split",
    What.BODIES_REORGANISED: "reorganised",
    What.BODY_RENAMED: "renamed",
    What.RELATION_ADDED: "added",
    What.RELATION_ENDED: "ended",
    What.RELATION_MOVED: "moved",
    What.SEAT_ADDED: "added",
    What.SEAT_ENDED: "ended",
    What.REQUIREMENT_ADDED: "added",
    What.REQUIREMENT_ENDED: "ended",
}
"""The kinds of change that have a word of their own; the rest have *changed*."""

NOBODY = "nobody named"


def format_holder(structure: Structure, seat: Seat) -> str:
    """Who holds a seat, and with what status: `Lynn Martin (interim)`, `vacant`."""
    names = name_people(structure, seat.held_by)
    status = "" if seat.standing is SeatStatus.SUBSTANTIVE else str(seat.standing)
    if names:
        return f"{names} ({status})" if status else names
    return status or NOBODY


def _capacity(structure: Structure, seat: Seat) -> str:
    """The seat without its holder, who changes: `member for Police`, `chair`."""
    role = seat.role.value.replace("-officer", " officer")
    partner = f" for {join_words(seat.represents)}" if seat.represents else ""
    return f"{role}{partner}{_by_virtue(structure, seat)}"


def _tentative(record: Body | Relation | Seat) -> str:
    return "" if record.status is Status.ACTIVE else f", {record.status}"


def _by_virtue(structure: Structure, seat: Seat) -> str:
    return f" as {format_post(structure, seat)}" if seat.ex_officio else ""


def _of(record: object, field: str) -> str:
    """A field of a record that is there on this side of the change."""
    return str(getattr(record, field))


def _format_value(value: object) -> str:
    """A value of a record as people say it; nothing is said as `not said`."""
    for kind, say in SPOKEN:
        if isinstance(value, kind) and value:
            return say(value)
    return str(value) if value else "not said"


def _format_membership_selector(selector: Selector) -> str:
    """Which bodies a membership list applies to."""
    fields = ("id", "kind", "area", "tier", "status", "tag")
    parts = [
        f"{field} {' or '.join(getattr(selector, field))}"
        for field in fields
        if getattr(selector, field)
    ]
    parts += [f"not {_format_membership_selector(selector.not_)}"] if selector.not_ else []
    return ", ".join(parts) or "every body"


SPOKEN: tuple[tuple[type, Callable[..., str]], ...] = (
    (Selector, _format_membership_selector),
    (tuple, lambda values: ", ".join(getattr(value, "name", str(value)) for value in values)),
    (Role, lambda role: role.value.replace("-officer", " officer")),
)
