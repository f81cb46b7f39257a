"""The papers a structure was transcribed from, citations of them, and milestones that they give."""

from dataclasses import dataclass, field
from enum import IntEnum

from govgraph.errors import Place
from govgraph.model.dates import PartialDate


class Basis(IntEnum):
    """How firmly something is known; a chain is as firm as its weakest step.

    Ordered from the firmest to the weakest, so that `max` gives the weakest.

    >>> Basis.STATED.name
    'STATED'
    """

    STATED = 0
    IMPLIED = 1
    INFERRED = 2
    PRESUMED = 3

    def __str__(self) -> str:
        return self.name.lower()


NO_BASIS = len(Basis)
"""How firmly a chain holds where there is none: less firmly than by any basis."""
WRITTEN_BASES = (Basis.STATED, Basis.IMPLIED, Basis.INFERRED)
"""What an author may write; `presumed` is what a question makes of `part_of`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A paper, minute, statute or page that says what the structure is.

    >>> Source(id="minutes", title="Minutes of the Board").title
    'Minutes of the Board'
    """

    id: str
    title: str
    publisher: str = ""
    author: str = ""
    date: PartialDate | None = None
    file: str = ""
    url: str = ""
    note: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source, the paragraph, heading or page of it where something is said, and its words.

    Attributes:
        quote: the words themselves, as the source has them; nothing where none are given.

    >>> Citation(source="minutes", at="7").source
    'minutes'
    """

    source: str
    at: str = ""
    quote: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.source} {self.at}".rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """Something that happened, or is meant to, on a date, to some of the bodies."""

    date: PartialDate
    what: str
    bodies: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()
    basis: Basis = Basis.STATED
    note: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)
    bodies_places: tuple[Place, ...] = field(default=(), compare=False, repr=False)
