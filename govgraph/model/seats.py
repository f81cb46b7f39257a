"""Seats on bodies, and the people who hold them."""

from dataclasses import dataclass, field
from enum import StrEnum

from govgraph.errors import Place
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.sources import Basis, Citation

POST = "post:"
"""What stands before a post in words, in the field that says what a seat comes with."""


class Role(StrEnum):
    """What the holder of a seat does there."""

    CHAIR = "chair"
    CO_CHAIR = "co-chair"
    VICE_CHAIR = "vice-chair"
    MEMBER = "member"
    ADVISER = "adviser"
    OBSERVER = "observer"
    SECRETARY = "secretary"
    LEAD_OFFICER = "lead-officer"


class SeatStatus(StrEnum):
    """How a seat is held, or that nobody holds it."""

    SUBSTANTIVE = "substantive"
    INTERIM = "interim"
    ACTING = "acting"
    DESIGNATE = "designate"
    VACANT = "vacant"
    ROTATING = "rotating"
    ABOLISHED = "abolished"
    UNDISCLOSED = "undisclosed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who holds a seat, by name and post.

    >>> Person(id="ana", name="Ana Lloyd").name
    'Ana Lloyd'
    """

    id: str
    name: str
    post: str = ""
    organisation: str = ""
    also_known_as: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()
    note: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A place on a body: its role, its holders, whom it represents.

    Attributes:
        held_by: ids of the people who hold it, together if there are several.
        represents: the partners for whom the holder sits.
        ex_officio: the post by which it is held: `chair of BODY`, a body's id, or words.
        voting: whether the seat votes; None where the source does not say.

    >>> import govgraph
    >>> govgraph.load("data/hampshire").seats[0].body != ""
    True
    """

    body: str
    role: Role = Role.MEMBER
    held_by: tuple[str, ...] = ()
    standing: SeatStatus = SeatStatus.SUBSTANTIVE
    represents: tuple[str, ...] = ()
    ex_officio: str = ""
    voting: bool | None = None
    status: Status = Status.ACTIVE
    from_: PartialDate | None = None
    until: PartialDate | None = None
    cites: tuple[Citation, ...] = ()
    basis: Basis = Basis.STATED
    note: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)
    body_place: Place | None = field(default=None, compare=False, repr=False)
    held_by_places: tuple[Place, ...] = field(default=(), compare=False, repr=False)
    ex_officio_place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def ex_officio_body(self) -> str:
        """The id of the body on which the post stands, or nothing for a post in words."""
        if not self.ex_officio or self.ex_officio.startswith(POST):
            return ""
        return self.ex_officio.rpartition(" of ")[2].strip()
