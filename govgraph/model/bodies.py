"""Bodies: whoever answers, is answered to, or ought to be."""

from dataclasses import dataclass, field
from enum import StrEnum

from govgraph.errors import Place
from govgraph.model.dates import PartialDate
from govgraph.model.sources import Basis, Citation


class Status(StrEnum):
    """How far along something is, as the structure describes it.

    >>> Status("proposed")
    <Status.PROPOSED: 'proposed'>
    """

    PROPOSED = "proposed"
    SHADOW = "shadow"
    ACTIVE = "active"
    ENDED = "ended"


class ApexBasis(StrEnum):
    """How it is known that accountability may end at a body."""

    STATED = "stated"
    IMPLIED = "implied"
    JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A trust, board, partnership, group or any other body of a structure.

    Attributes:
        id: the name by which relations and seats refer to it.
        apex: whether accountability may end here.
        apex_basis: how it is known that accountability may end here; None counts as stated.
        outside: whether its own governance is elsewhere, so that a chain leaves these arrangements
            here.
        quorum: how many must be there for it to decide.
        limit: what it may decide up to.
        count: for a placeholder, how many bodies it stands for.
        count_is_about: whether the source says only about how many they are.
        succeeds: ids of the bodies it took over from.
        basis: how firmly the source says that the body exists.

    >>> Body(id="audit", name="Audit Committee", kind="committee").apex
    False
    """

    id: str
    name: str
    kind: str = "body"
    apex: bool = False
    apex_basis: ApexBasis | None = None
    outside: bool = False
    also_known_as: tuple[str, ...] = ()
    area: str = ""
    tier: str = ""
    status: Status = Status.ACTIVE
    from_: PartialDate | None = None
    until: PartialDate | None = None
    meets: str = ""
    quorum: str = ""
    limit: str = ""
    count: int | None = None
    count_is_about: bool = False
    tags: tuple[str, ...] = ()
    remit: str = ""
    succeeds: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()
    basis: Basis = Basis.STATED
    note: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)
    kind_place: Place | None = field(default=None, compare=False, repr=False)
    succeeds_places: tuple[Place, ...] = field(default=(), compare=False, repr=False)

    @property
    def spoken_count(self) -> str:
        """How many bodies it stands for: `11`, `about 20` where the source says so, or nothing."""
        return f"{'about ' if self.count_is_about else ''}{self.count}" if self.count else ""
