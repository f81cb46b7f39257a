"""A structure as the plain data of its file, under the names that stand there.

The fields themselves say what each value becomes, as they say how it is read. Reading the data
again gives the same structure.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING
from typing import Any

from govgraph.errors import OutputError
from govgraph.formats.fields import SEATED, Field, Form, Record
from govgraph.formats.kind_records import LOOK
from govgraph.formats.record_fields import BODY, CITATION, STRUCTURE
from govgraph.formats.rule_records import CONDITION, PARTNER, SELECTOR
from govgraph.formats.section_order import DECLARATIONS, KINDS, SECTIONS
from govgraph.model.dates import PartialDate
from govgraph.model.requirements import Partner
from govgraph.model.sources import Citation
from govgraph.model.structure import Structure

Data = dict[str, Any]
"""Mappings, lists, texts, flags and numbers."""


_ALWAYS = frozenset({"role"})
"""Fields that read better when they stand there, though they say what holds anyway."""


class DateText(str):
    """A date as it is written, told apart from text that merely looks like one."""

    __slots__ = ()


def structure_as_data(structure: Structure) -> Data:
    """The sections of a structure, every relation and seat in the long form.

    Raises:
        OutputError: an id stands twice among things of one sort, which no file can hold.
    """
    data: Data = {}
    for section in SECTIONS:
        if section.record is STRUCTURE:
            content: object = record_as_data(STRUCTURE, structure)
        else:
            content = section_as_data(section.record, getattr(structure, section.attribute))
        if content:
            data[section.name] = content
        if section.record is STRUCTURE and (kinds := _declarations(structure)):
            data[KINDS] = kinds
    return data


def section_as_data(record: Record, things: Sequence[Any]) -> Data | list[Data]:
    """The records of one section: under their ids, or listed where they have none.

    Raises:
        OutputError: an id stands there twice.
    """
    if not record.by_id:
        return [record_as_data(record, thing) for thing in things]
    by_id: Data = {}
    for thing in things:
        if thing.id in by_id:
            raise OutputError(f"the {record.noun} '{thing.id}' stands there twice; rename one")
        by_id[thing.id] = record_as_data(record, thing)
    return by_id


def record_as_data(record: Record, thing: Any) -> Data:  # noqa: ANN401 - any of the model
    """The fields of one record that say something, in the order of the record."""
    data: Data = {}
    for field in record.fields:
        if field.form in SEATED:
            continue
        value = getattr(thing, field.becomes)
        if field.required or field.name in _ALWAYS or value != default_of(record, field):
            data[field.name] = value_as_data(field, value)
    return data


def default_of(record: Record, field: Field) -> object:
    """What a field of the model holds where nothing is written."""
    known = record.makes.__dataclass_fields__[field.becomes]
    if known.default_factory is not MISSING:
        return known.default_factory()
    return None if known.default is MISSING else known.default


def value_as_data(field: Field, value: Any) -> Any:  # noqa: ANN401 - any value of the model
    """What stands in a field for a value of the model."""
    if field.form is Form.CHOICE:
        words = (word for word, meaning in field.choices.items() if meaning == value)
        return next(words, str(value))
    return _WRITERS.get(field.form, _as_it_is)(value)


def _declarations(structure: Structure) -> Data:
    """The kinds that the author declares, if any."""
    parts = {
        section.name: section_as_data(section.record, getattr(structure, section.attribute))
        for section in DECLARATIONS
    }
    return {name: part for name, part in parts.items() if part}


def _as_it_is(value: object) -> object:
    return value


def _date(date: PartialDate) -> object:
    """A date, with the paper's own words where they are known."""
    written = DateText(date)
    return {"date": written, "words": date.words} if date.words else written


def _citations(cited: Iterable[Citation]) -> list[object]:
    """Citations in one text each, or apart where that text would be read otherwise."""
    return [
        str(one)
        if not one.quote
        and str(one).split(maxsplit=1) == [part for part in (one.source, one.at) if part]
        else record_as_data(CITATION, one)
        for one in cited
    ]


def _partners(partners: Iterable[Partner]) -> list[object]:
    """Partners by name, or with their other names."""
    return [record_as_data(PARTNER, one) if one.also_known_as else one.name for one in partners]


def _relation(key: tuple[str, str, str]) -> object:
    """A relation by its ends and kind, in three words where they are words."""
    text = " ".join(key)
    return (
        text if tuple(text.split()) == key else dict(zip(("from", "kind", "to"), key, strict=True))
    )


_WRITERS: Mapping[Form, Callable[[Any], object]] = {
    Form.TEXTS: list,
    Form.CHOICES: list,
    Form.REFERENCES: list,
    Form.DATE: _date,
    Form.CITATIONS: _citations,
    Form.PARTNERS: _partners,
    Form.RELATION: _relation,
    Form.SELECTOR: lambda selector: record_as_data(SELECTOR, selector),
    Form.LOOK: lambda look: record_as_data(LOOK, look),
    Form.CONDITION: lambda condition: record_as_data(CONDITION, condition),
}

BODY_FIELDS = frozenset(BODY.by_name)
