"""When the papers of a structure first and last speak of what stands in it.

The one place that decides it. A paper speaks of a body where the body cites it, or a relation of
the body's, a seat on it or an event that names it. It speaks of a relation or seat where that
cites it; one that cites nothing is covered by the citations of its body.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.kinds import PRESUMED_KIND
from govgraph.model.relations import Relation
from govgraph.model.seats import Seat
from govgraph.model.sources import Citation, Source

if TYPE_CHECKING:
    from govgraph.model.structure import Structure

Recorded: TypeAlias = Body | Relation | Seat


@dataclass(frozen=True, slots=True)
class Mention:
    """A dated paper that speaks of something, or the structure's own date.

    Attributes:
        date: the date of the paper.
        source: the id of the paper; empty for the structure's own date.
    """

    date: PartialDate
    source: str = ""


@dataclass(frozen=True, slots=True)
class LastMention:
    """The last paper that speaks of something, and the next one, which could and does not."""

    last: Mention
    silent: Mention


@dataclass(frozen=True)
class Mentions:
    """What the dated papers of one structure speak of, worked out when first asked for."""

    structure: "Structure"

    def find_first(self, record: Recorded) -> Mention | None:
        """The first that speaks of a record: its earliest paper or the structure's own date."""
        mentions = [Mention(s.date, s.id) for s in self.papers_on(record) if s.date]
        if self.structure.as_at:
            mentions.append(Mention(self.structure.as_at))
        return min(mentions, key=_first, default=None)

    def find_unheard(self, record: Recorded, day: date | None = None) -> Mention | None:
        """The first mention of a record without a start, where it is later than the day.

        None where it has a start, where nothing that speaks of it has a date, and where it had
        ended before the first paper was written: that paper speaks of the past.
        """
        own = self.structure.as_at
        if record.from_ is not None or not (own or self._dated):
            return None
        if day and own and own.earliest <= day:  # the common case, at no cost
            return None
        first = self.find_first(record)
        if first is None or (day and first.date.earliest <= day):
            return None
        past = record.until is not None and record.until.latest < first.date.earliest
        return None if past else first

    def find_last(self, record: Recorded, day: date) -> LastMention | None:
        """The last mention of a record without an end, where a later paper is silent on it.

        Only a paper of the day or before it that speaks of a body of the same area is silent; one
        old paper alone says nothing of what came after it.
        """
        if record.until is not None or record.status is Status.ENDED or not self._several:
            return None
        papers = self.papers_on(record)
        last = max(papers, key=_latest, default=None)
        if last is None or last.date is None:
            return None
        areas = self._areas.get(record.id if isinstance(record, Body) else _body_of(record))
        for later in self._dated:
            written = later.date
            if not written or written.first_day > day or not last.date.surely_before(written):
                continue
            to_come = record.from_ is not None and written.surely_before(record.from_)
            if areas and not to_come and not areas.isdisjoint(self._areas_of_paper[later.id]):
                return LastMention(Mention(last.date, last.id), Mention(written, later.id))
        return None

    def papers_on(self, record: Recorded) -> tuple[Source, ...]:
        """The dated papers that speak of a record, in the order of the structure."""
        if isinstance(record, Body):
            return self.papers_on_bodies.get(record.id, ())
        body = self.structure.body_by_id.get(_body_of(record))
        cites = record.cites or (body.cites if body else ())
        cited = {citation.source for citation in cites}
        return tuple(source for source in self._dated_as_written if source.id in cited)

    @cached_property
    def papers_on_bodies(self) -> Mapping[str, tuple[Source, ...]]:
        """For each body, the dated papers that speak of it, in the order of the structure."""
        structure = self.structure
        cited: dict[str, set[str]] = {body.id: set() for body in structure.bodies}

        def cite(bodies: Iterable[str], cites: Iterable[Citation]) -> None:
            sources = {citation.source for citation in cites}
            for id_ in bodies:
                if id_ in cited:
                    cited[id_] |= sources

        for body in structure.bodies:
            cite((body.id,), body.cites)
        for relation in structure.relations:
            cite((relation.from_body, relation.to_body), relation.cites)
        for seat in structure.seats:
            cite((seat.body,), seat.cites)
        for event in structure.milestones:
            cite(event.bodies, event.cites)
        dated = self._dated_as_written
        return {id_: tuple(s for s in dated if s.id in ids) for id_, ids in cited.items()}

    @cached_property
    def _dated_as_written(self) -> tuple[Source, ...]:
        return tuple(source for source in self.structure.sources if source.date)

    @cached_property
    def _dated(self) -> tuple[Source, ...]:
        """The dated papers, the earliest first."""
        return tuple(sorted(self._dated_as_written, key=_earliest))

    @property
    def _several(self) -> bool:
        return len(self._dated_as_written) > 1

    @cached_property
    def _areas(self) -> Mapping[str, frozenset[str]]:
        """For each body, its own area, and those of the bodies above it that have one.

        A paper on the county's board could have spoken of the localities that answer to it.
        """
        area = {body.id: body.area for body in self.structure.bodies}
        above: dict[str, set[str]] = {}
        for relation in self.structure.relations:
            if self.structure.is_accountability(relation) or relation.kind == PRESUMED_KIND:
                above.setdefault(relation.from_body, set()).add(relation.to_body)
        return {id_: frozenset(_climb(id_, area, above)) for id_ in area}

    @cached_property
    def _areas_of_paper(self) -> Mapping[str, frozenset[str]]:
        """For each dated paper, the areas of the bodies of which it speaks."""
        areas: dict[str, set[str]] = {source.id: set() for source in self._dated_as_written}
        for body in self.structure.bodies:
            for source in self.papers_on_bodies[body.id]:
                areas[source.id].add(body.area)
        return {id_: frozenset(found) for id_, found in areas.items()}


def bodies_of(record: Relation | Seat) -> tuple[str, ...]:
    """The ids of the bodies between which a relation stands, or on which a seat does."""
    if isinstance(record, Relation):
        return (record.from_body, record.to_body)
    return (record.body,)


def _body_of(record: Relation | Seat) -> str:
    """The id of the body on which a relation or seat stands."""
    return record.from_body if isinstance(record, Relation) else record.body


def _climb(body: str, area: Mapping[str, str], above: Mapping[str, set[str]]) -> set[str]:
    """The area of a body, and those of all above it that have one."""
    met, waiting = {body}, [body]
    while waiting:
        for higher in above.get(waiting.pop(), ()):
            if higher not in met:
                met.add(higher)
                waiting.append(higher)
    return {area[body]} | {found for id_ in met if (found := area.get(id_, ""))}


def _first(mention: Mention) -> tuple[date, bool, str]:
    """By which mentions are ordered: of one day a paper before the structure's own date."""
    return (mention.date.earliest, not mention.source, mention.source)


def _earliest(source: Source) -> tuple[date, str]:
    return (source.date.earliest if source.date else date.min, source.id)


def _latest(source: Source) -> tuple[date, str]:
    return (source.date.latest if source.date else date.min, source.id)
