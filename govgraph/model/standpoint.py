"""From where a question is asked: a date, and whether proposals count."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.mentions import LastMention, Mention, Mentions
from govgraph.model.relations import Relation
from govgraph.model.seats import Seat


class Presence(StrEnum):
    """Whether something is there for a question, and if not, why not."""

    HOLDS = "holds"
    PROPOSED = "proposed only"
    SHADOW = "shadow only"
    NOT_YET = "not yet begun"
    UNHEARD = "first heard of later"
    ENDED = "ended"


_RECORDED = (Body, Relation, Seat)
"""What papers speak of; all else has a life, and no first mention."""


class Reading(StrEnum):
    """Which of the arrangements that are only proposed or in shadow count."""

    NONE = "none"
    ALL = "all"
    BY_DATE = "by date"


class Lived(Protocol):
    """Anything with a status and a life: a body, a relation, a seat."""

    @property
    def status(self) -> Status: ...  # noqa: D102 - the protocol's docstring says it
    @property
    def from_(self) -> PartialDate | None: ...  # noqa: D102 - as above
    @property
    def until(self) -> PartialDate | None: ...  # noqa: D102 - as above


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """The date a question is asked as at, and what else it lets count.

    Attributes:
        as_at: the date; None asks regardless of dates.
        include: PROPOSED, SHADOW, both or neither.
        presume: whether `part_of` counts as a presumed line of account.
        ahead: whether proposals that are included count before the day they are meant to take
            effect. True when the date is the structure's own: `--include proposed` then shows
            what is proposed now. False when a date was asked for: what would stand on that day.

    A question is asked as at one day: the last of the period that `as_at` names. What begins in
    a period begins on its first day, what ends in a period ends on its last.
    """

    as_at: PartialDate | None = None
    include: frozenset[Status] = frozenset()
    presume: bool = False
    ahead: bool = True
    undated: bool = False
    mentions: Mentions | None = field(default=None, compare=False, repr=False)

    @property
    def day(self) -> date | None:
        """The one day the question is asked as at."""
        return self.as_at.last_day if self.as_at else None

    @property
    def reading(self) -> Reading:
        """Which proposals count: none, all whenever they begin, or those that have by the date."""
        if not self.include:
            return Reading.NONE
        return Reading.ALL if self.ahead or self.as_at is None else Reading.BY_DATE

    def presence(self, thing: Lived) -> Presence:
        """Whether `thing` is there from this standpoint, and if not, why not."""
        day = self.day
        tentative = thing.status in {Status.PROPOSED, Status.SHADOW}
        if day and thing.until and thing.until.last_day < day:
            return Presence.ENDED
        if thing.status is Status.ENDED and not (day and thing.until):
            return Presence.ENDED
        if tentative and thing.status not in self.include:
            return Presence.PROPOSED if thing.status is Status.PROPOSED else Presence.SHADOW
        waits = not (tentative and self.ahead)
        if day and thing.from_ and waits and thing.from_.first_day > day:
            return Presence.NOT_YET
        return Presence.UNHEARD if self.first_heard(thing) else Presence.HOLDS

    def first_heard(self, thing: Lived) -> Mention | None:
        """What first speaks of `thing`, where that is later than the day and decides."""
        day, mentions = self.day, self.mentions
        if day is None or mentions is None or self.undated or not isinstance(thing, _RECORDED):
            return None
        return mentions.find_unheard(thing, day)

    def last_heard(self, thing: Lived) -> LastMention | None:
        """What last speaks of `thing`, which counts, where a later paper by the day is silent."""
        silence = self.find_silence(thing)
        return silence if silence and self.holds(thing) else None

    def find_silence(self, thing: Lived) -> LastMention | None:
        """The same whether `thing` counts or not: a proposal, too, may be heard of no more."""
        day, mentions = self.day, self.mentions
        if day is None or mentions is None or not isinstance(thing, _RECORDED):
            return None
        return mentions.find_last(thing, day)

    def format_presence(self, thing: Lived) -> str:
        """Whether `thing` is there, in words, with the date from which or until which it is known.

        `first heard of in July 2017`; `last heard of in April 2009`, which counts; else the words
        of its presence.
        """
        if first := self.first_heard(thing):
            if self.presence(thing) is Presence.UNHEARD:
                return f"first heard of {first.date.when()}"
        elif last := self.last_heard(thing):
            return f"last heard of {last.last.date.when()}"
        return str(self.presence(thing))

    def holds(self, thing: Lived) -> bool:
        """Whether `thing` is there from this standpoint."""
        return self.presence(thing) is Presence.HOLDS

    def is_certain(self, thing: Lived) -> bool:
        """Whether the answer of `presence` would be the same on every reading of the dates."""
        return not self.doubtful_dates(thing)

    def doubtful_dates(self, thing: Lived) -> tuple[str, ...]:
        """Which dates of `thing`, `from` and `until`, would answer otherwise if read otherwise.

        A month that is over on the day of the question has begun on any reading. Dates that did
        not decide, because a status did, are not doubtful.
        """
        day = self.day
        tentative = thing.status in {Status.PROPOSED, Status.SHADOW}
        if not day or (tentative and thing.status not in self.include):
            return ()
        begins, ends = thing.from_, thing.until
        if thing.status is Status.ENDED and not ends:
            return ()
        doubtful = []
        if begins and not (tentative and self.ahead) and begins.earliest <= day < begins.latest:
            doubtful.append("from")
        if ends and ends.earliest < day <= ends.latest:
            doubtful.append("until")
        return tuple(doubtful)
