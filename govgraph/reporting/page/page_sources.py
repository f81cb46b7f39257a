"""The numbered list of sources, with everything that is cited from each."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from govgraph.formats.limits import read_digits
from govgraph.model.sources import Citation, Source
from govgraph.reporting.page.page_records import CitedPlace, CitedThing, SourceEntry
from govgraph.reporting.page.page_register import Register, format_date_with_words

_NUMBER = re.compile(r"(\d+)")

Cited = tuple[tuple[Citation, ...], CitedThing]


def build_sources(register: Register) -> tuple[SourceEntry, ...]:
    """Every source of the structure under its number, in the order written."""
    cited: dict[str, dict[str, list[CitedThing]]] = {}
    for cites, thing in _everything_cited(register):
        for citation in cites:
            things = cited.setdefault(citation.source, {}).setdefault(citation.at, [])
            if thing not in things:
                things.append(thing)
    return tuple(
        _entry(number, source, cited.get(source.id, {}))
        for number, source in enumerate(register.structure.sources, 1)
    )


def web_address(url: str) -> str:
    """`url` if a link may lead to it: http or https with a host; otherwise nothing.

    >>> web_address("https://example.org/paper"), web_address("javascript:alert(1)")
    ('https://example.org/paper', '')
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in {"http", "https"} and parts.netloc else ""


def _entry(number: int, source: Source, cited: dict[str, list[CitedThing]]) -> SourceEntry:
    return SourceEntry(
        number=number,
        title=source.title,
        publisher=source.publisher,
        author=source.author,
        date=format_date_with_words(source.date),
        url=web_address(source.url),
        file=source.file,
        note=source.note,
        places=tuple(CitedPlace(at, tuple(cited[at])) for at in sorted(cited, key=_reading_order)),
    )


def _everything_cited(register: Register) -> Iterator[Cited]:
    """Whatever cites anything, bodies first."""
    structure = register.structure
    for body in structure.bodies:
        yield body.cites, CitedThing("body", body=register.body(body.id))
    for relation, row in zip(structure.relations, register.relations, strict=True):
        yield relation.cites, CitedThing("relation", relation=row)
    for seat, place in zip(structure.seats, register.seats, strict=True):
        yield seat.cites, CitedThing("seat", seat=place)
    for person in structure.people:
        yield person.cites, CitedThing("person", text=person.name)
    for requirement in structure.requirements:
        yield requirement.cites, CitedThing("requirement", text=requirement.title or requirement.id)
    for event in structure.milestones:
        yield event.cites, CitedThing("happening", text=f"{event.date.spoken()}: {event.what}")
    for rule in structure.policy:
        yield rule.cites, CitedThing("policy", text=rule.because or rule.id)


def _reading_order(at: str) -> tuple[tuple[int, int, str], ...]:
    """By which places in a source are listed: ¶2 before ¶10."""
    parts = _NUMBER.split(at)
    return tuple(
        (1, read_digits(part), "") if place % 2 else (0, 0, part.casefold())
        for place, part in enumerate(parts)
    )
