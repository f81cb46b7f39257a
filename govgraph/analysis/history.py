"""The lives of the bodies of a structure, and what happened between and to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from govgraph.model.bodies import Body
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.requirements import Requirement
from govgraph.model.seats import Seat
from govgraph.model.shown import Form, Shown
from govgraph.model.sources import Milestone, Source
from govgraph.model.structure import Structure

Happened: TypeAlias = Body | Relation | Seat | Requirement | Milestone | Source


class Happening(StrEnum):
    """The kinds of event, in the order in which those of one day are told."""

    PAPER = "paper"
    MILESTONE = "milestone"
    ENDS = "ends"
    BEGINS = "begins"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or is meant to, on a date.

    Attributes:
        date: when, as precise as its source.
        what: whether a record begins or ends, a milestone is reached, or a paper was written.
        record: the body, relation, seat or requirement that begins or ends; or the milestone or
            source itself.
    """

    date: PartialDate
    what: Happening
    record: Happened

    @property
    def bodies(self) -> tuple[str, ...]:
        """The ids of the bodies it is about."""
        record = self.record
        if isinstance(record, Body):
            return (record.id,)
        if isinstance(record, Relation):
            return (record.from_body, record.to_body)
        if isinstance(record, Seat):
            return tuple(filter(None, (record.body, record.ex_officio_body)))
        return record.bodies if isinstance(record, Milestone) else ()


@dataclass(frozen=True, slots=True)
class Life:
    """When a body began and ended, as far as anybody says.

    Attributes:
        body: the body.
        heard: the dates of the sources that speak of it, earliest first.
        succeeded_by: the ids of the bodies that took over from it.
    """

    body: Body
    heard: tuple[PartialDate, ...]
    succeeded_by: tuple[str, ...]

    @property
    def begins(self) -> PartialDate | None:
        """When it began; None where nobody says."""
        return self.body.from_

    @property
    def ends(self) -> PartialDate | None:
        """When it ended; None where nobody says, or it has not."""
        return self.body.until


@dataclass(frozen=True, slots=True)
class History(Shown):
    """The lives of all bodies, and the events between them.

    Attributes:
        structure: whose history it is.
        lives: a life for each body, the earliest first, those without any date last.
        events: the events, earliest first.
    """

    structure: Structure
    lives: tuple[Life, ...]
    events: tuple[Event, ...]

    def to_dict(self) -> dict[str, Any]:
        """The history as `timeline --format json` prints it.

        >>> import govgraph
        >>> history = govgraph.timeline(govgraph.load("data/oxfordshire"))
        >>> sorted(history.to_dict())
        ['events', 'lives', 'structure']
        """
        data: dict[str, Any] = self._told(Form.DATA)
        return data


def find_history(structure: Structure) -> History:
    """Every life and every event of a structure, proposals among them.

    What begins with its body, or with a milestone that names its body, is no event of its own:
    only what happened at a time of its own is told twice by nobody.
    """
    sources = structure.mentions.papers_on_bodies
    followers: dict[str, list[str]] = {}
    for later in sorted(structure.bodies, key=lambda body: body.id):
        for earlier in later.succeeds:
            followers.setdefault(earlier, []).append(later.id)
    lives = [
        Life(
            body,
            tuple(sorted((s.date for s in sources[body.id] if s.date), key=_when)),
            tuple(followers.get(body.id, ())),
        )
        for body in structure.bodies
    ]
    events = sorted(_events(structure), key=_event_order)
    return History(structure, tuple(sorted(lives, key=_life_order)), tuple(events))


def _events(structure: Structure) -> Iterator[Event]:
    for milestone in structure.milestones:
        yield Event(milestone.date, Happening.MILESTONE, milestone)
    told = {(id_, str(m.date)) for m in structure.milestones for id_ in m.bodies}
    for source in structure.sources:
        if source.date:
            yield Event(source.date, Happening.PAPER, source)
    for event in _edges(structure.bodies):
        if not {(id_, str(event.date)) for id_ in event.bodies} <= told:
            yield event
    for body in structure.bodies:
        told |= {(body.id, str(edge)) for edge in (body.from_, body.until) if edge}
    lived: list[Relation | Seat] = [*structure.relations, *structure.seats]
    for event in _edges(lived):
        if not any((id_, str(event.date)) in told for id_ in event.bodies):
            yield event
    yield from _edges(structure.requirements)


def _edges(records: Iterable[Body | Relation | Seat | Requirement]) -> Iterator[Event]:
    """When records begin and end."""
    for record in records:
        if record.from_:
            yield Event(record.from_, Happening.BEGINS, record)
        if record.until:
            yield Event(record.until, Happening.ENDS, record)


def _when(written: PartialDate) -> tuple[date, date, bool]:
    """By which dates are ordered: when they may be at the earliest, the vaguer ones last."""
    return (written.first_day, written.last_day, written.approximate)


def _life_order(life: Life) -> tuple[Any, ...]:
    first = life.begins or life.ends
    dated = _when(first) if first else ()
    heard = _when(life.heard[0]) if life.heard else ()
    return (not dated, dated, not heard, heard, life.body.name, life.body.id)


def _event_order(event: Event) -> tuple[Any, ...]:
    order = list(Happening).index(event.what)
    return (*_when(event.date), order, type(event.record).__name__, event.bodies, repr(event))
