"""Dated events that a paper gives: a plan approved, a shadow period begun."""

from dataclasses import dataclass, field

from govgraph.errors import Place
from govgraph.model.dates import PartialDate
from govgraph.model.sources import Basis, Citation


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
