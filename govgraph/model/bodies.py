"""Bodies: whoever answers, is answered to, or ought to be."""

from dataclasses import dataclass, field
from enum import StrEnum

from govgraph.errors import Place
from govgraph.model.dates import PartialDate
from govgraph.model.sources import Basis, Citation


class Status(StrEnum):
    """How far along something is, as the structure describes it."""

    PROPOSED = "proposed"
    SHADOW = "shadow"
    ACTIVE = "active"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A trust, board, partnership, group or any other body of a structure.

    Attributes:
        id: the name by which relations and seats refer to it.
        apex: whether accountability may end here.
        count: for a placeholder, about how many bodies it stands for.
        succeeds: ids of the bodies it took over from.
        basis: how firmly the source says that the body exists.
    """

    id: str
    name: str
    kind: str = "body"
    apex: bool = False
    also_known_as: tuple[str, ...] = ()
    area: str = ""
    tier: str = ""
    status: Status = Status.ACTIVE
    from_: PartialDate | None = None
    until: PartialDate | None = None
    meets: str = ""
    count: int | None = None
    tags: tuple[str, ...] = ()
    remit: str = ""
    succeeds: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()
    basis: Basis = Basis.STATED
    note: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)
    kind_place: Place | None = field(default=None, compare=False, repr=False)
    succeeds_places: tuple[Place, ...] = field(default=(), compare=False, repr=False)
