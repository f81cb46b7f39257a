"""Views that a file declares by name: which part of the structure to show, and on which day."""

from dataclasses import dataclass, field

from govgraph.errors import Place
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate


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
