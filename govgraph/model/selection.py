"""Parts of a structure: the views that a file declares by name, and what a selector selects."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from govgraph.errors import Place
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.kinds import BODY_KINDS, BodyClass, BodyKind
from govgraph.model.requirements import Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A part of the structure under a name, to be drawn or shown one after another in a meeting.

    Attributes:
        focus: the id of a body, to show it with what is near it; the whole if empty.
        up: how many steps upward from the focus; one unless written.
        down: how many steps downward, likewise.
        area, kind, tier: show only bodies of these; any if empty.
        as_at: the day; that of the structure unless written.
        include: what is shown besides what is in force.
        note: what is said beside the picture.
    """

    id: str
    name: str
    focus: str = ""
    up: int | None = None
    down: int | None = None
    area: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    tier: tuple[str, ...] = ()
    as_at: PartialDate | None = None
    include: tuple[Status, ...] = ()
    note: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)
    focus_place: Place | None = field(default=None, compare=False, repr=False)
    kind_places: tuple[Place, ...] = field(default=(), compare=False, repr=False)


def matches(selector: Selector, body: Body, kinds: Mapping[str, BodyKind] = BODY_KINDS) -> bool:
    """Whether a body matches every field that the selector gives, case aside.

    Args:
        selector: what is asked for.
        body: the body.
        kinds: the kinds of body that the structure knows, which say of what class it is.
    """
    kind = kinds.get(body.kind)
    class_ = kind.body_class if kind else BodyClass.DECIDES
    asked = (
        (selector.kind, (body.kind,)),
        (selector.area, (body.area,)),
        (selector.tier, (body.tier,)),
        (selector.status, (body.status.value,)),
        (selector.id, (body.id,)),
        (selector.tag, body.tags),
        (selector.class_, (class_.value,)),
    )
    if any(wanted and _folded(wanted).isdisjoint(_folded(has)) for wanted, has in asked):
        return False
    return selector.not_ is None or not matches(selector.not_, body, kinds)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)
