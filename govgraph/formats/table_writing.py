"""A structure as tables, one for each section that has something in it."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from govgraph.formats.fields import SEATED, Form, Record
from govgraph.formats.plain_data import Data, structure_as_data
from govgraph.formats.record_fields import CITATION
from govgraph.formats.record_reading import ID
from govgraph.formats.rule_records import PARTNER
from govgraph.formats.section_order import DECLARATIONS, KINDS
from govgraph.formats.table_cells import BRACE, INNER, WITHIN, record_as_cells
from govgraph.formats.tables import RECORDS
from govgraph.model.structure import Structure

_DECLARED = {section.attribute: section.name for section in DECLARATIONS}


class WrittenTable(NamedTuple):
    """A table to be written: its headings, and its rows of text, flags and numbers."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def structure_as_tables(structure: Structure, whole: Sequence[str] = ()) -> list[WrittenTable]:
    """The tables of a structure; that of bodies is always there.

    Those named in `whole` are there too, with a column for every field.

    Raises:
        OutputError: an id stands twice among things of one sort.
    """
    data = structure_as_data(structure)
    found = {name: _content(data, name) for name in RECORDS}
    return [
        _table(name, RECORDS[name], content, every_field=name in whole)
        for name, content in found.items()
        if content or name == "bodies" or name in whole
    ]


def _content(data: Data, name: str) -> list[Data]:
    """The records of one table, each with its id if it has one."""
    content = data.get(KINDS, {}).get(_DECLARED[name]) if name in _DECLARED else data.get(name)
    if name == "structure":
        return [content] if content else []
    if isinstance(content, dict):
        return [{ID: id_, **fields} for id_, fields in content.items()]
    return content or []


def _table(name: str, record: Record, content: list[Data], *, every_field: bool) -> WrittenTable:
    """One table, its columns in the order of the fields."""
    rows = [record_as_cells(_told_apart(fields, record), record) for fields in content]
    used = {heading for row in rows for heading in row}
    used |= {field.name for field in record.required} | ({ID} if record.by_id else set())
    if every_field:
        used |= set(_headings(record))
    headings = tuple(sorted(used, key=lambda heading: _position(record, heading)))
    return WrittenTable(
        name, headings, tuple(tuple(row.get(heading, "") for heading in headings) for row in rows)
    )


def _headings(record: Record) -> Iterator[str]:
    """A column for every field; a selection has those that are used most."""
    for field in record.fields:
        if field.form is Form.SELECTOR:
            yield from (f"{field.name}{WITHIN}{inner}" for inner in ("kind", "area"))
        elif field.form not in SEATED:
            yield field.name


def _position(record: Record, heading: str) -> tuple[int, ...]:
    """Where a column stands: as its field does in the record, and fields within likewise."""
    position: list[int] = []
    within: Record | None = record
    for name in heading.split(WITHIN):
        names = list(within.by_name) if within else []
        position.append(names.index(name) if name in names else -1)
        field = within.by_name.get(name) if within else None
        within = INNER.get(field.form) if field else None
    return tuple(position)


def _told_apart(fields: Data, record: Record) -> Data:
    """The fields of a record, text that begins like a mapping made one."""
    told = dict(fields)
    for name, value in fields.items():
        field = record.by_name.get(name)
        if field and field.form in {Form.CITATIONS, Form.PARTNERS}:
            told[name] = [_braced(item, field.form) for item in value]
    return told


def _braced(item: Any, form: Form) -> Any:  # noqa: ANN401 - plain data
    """A citation or partner as a mapping, if its text begins like one."""
    if not isinstance(item, str) or not item.startswith(BRACE):
        return item
    if form is Form.PARTNERS:
        return {PARTNER.required[0].name: item}
    names = [field.name for field in CITATION.fields]
    return dict(zip(names, item.split(maxsplit=1), strict=False))
