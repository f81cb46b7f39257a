"""When things of an RDF file begin and end: by dates of their own, or by an interval."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govgraph.formats.rdf_statements import Term
from govgraph.formats.rdf_things import Things
from govgraph.formats.w3c_org_vocabulary import BEGINNINGS, DURING, ENDINGS, ENDS, INSTANTS, STARTS
from govgraph.model.dates import PartialDate

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T|Z|[+-]\d\d:\d\d$)")
_NO_DATE = "it is no date"
_UNDESCRIBED = "what it names is not described in the file"
_ANOTHER = "another statement says when, and a thing begins and ends once"


class _Said(NamedTuple):
    """One statement that says when: of which thing, by which predicate."""

    thing: str
    predicate: str
    value: Term


class Dates:
    """The dates that the statements of a file give to things.

    Attributes:
        intervals: each thing that only says when, and of which thing.
    """

    def __init__(self, things: Things) -> None:
        self._things = things
        self.intervals: dict[str, str] = {}

    def start(self, thing: str) -> PartialDate | None:
        """When something begins, if that is said; a time of day is not kept."""
        return self._first(thing, STARTS, BEGINNINGS)

    def end(self, thing: str) -> PartialDate | None:
        """When something ends, likewise."""
        return self._first(thing, ENDS, ENDINGS)

    def _first(
        self, thing: str, own: tuple[str, ...], of_interval: tuple[str, ...]
    ) -> PartialDate | None:
        """The first date that is said; what is none, or differs from it, is named."""
        found: PartialDate | None = None
        for said in self._said(thing, own, of_interval):
            date = _date(said.value)
            if date is None or (found and date != found):
                why = _ANOTHER if date else _NO_DATE
                self._things.skip(said.thing, (said.predicate,), said.value, why)
            found = found or date
        return found

    def _said(
        self, thing: str, own: tuple[str, ...], of_interval: tuple[str, ...]
    ) -> Iterator[_Said]:
        """Every statement that says when: of the thing, its interval, or an instant of that."""
        yield from self._of(thing, own)
        for interval in self._things.addresses(thing, *DURING):
            if interval not in self._things.said:
                self._things.skip(thing, DURING, Term(interval), _UNDESCRIBED)
            self.intervals[interval] = thing
            for said in self._of(interval, (*of_interval, *own)):
                if said.value.is_text:
                    yield said
                else:
                    self.intervals[said.value.text] = thing
                    yield from self._of(said.value.text, INSTANTS)

    def _of(self, thing: str, predicates: tuple[str, ...]) -> Iterator[_Said]:
        """What some predicates say of a thing."""
        for predicate in predicates:
            for value in self._things.all(thing, predicate):
                yield _Said(thing, predicate, value)


def _date(value: Term) -> PartialDate | None:
    """A date as it is written, if it is one."""
    match = _DATE.match(value.text.strip()) if value.is_text else None
    try:
        return PartialDate.parse(match[0]) if match else None
    except ValueError:
        return None
