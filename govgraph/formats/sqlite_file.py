"""A structure as an SQLite database: tables that anybody can query, and Datasette shows well.

The tables and columns are those of a structure file, and say what holds even where nobody wrote it.
A field of several values is a JSON array, a field with fields of its own a JSON object. Who holds a
seat, and what is cited for what, stand in tables of their own; the words beside a date in a column
of their own. Written only: a database is for asking, the file it came from for changing.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from govgraph.formats.fields import SEATED, Field, Form, Record
from govgraph.formats.plain_data import Data, default_of, structure_as_data, value_as_data
from govgraph.formats.record_reading import ID
from govgraph.formats.section_order import DECLARATIONS, KINDS, SECTIONS
from govgraph.model.structure import Structure

_POINTS_TO = {
    ("relations", "from"): "bodies",
    ("relations", "to"): "bodies",
    ("seats", "body"): "bodies",
    ("waivers", "body"): "bodies",
}
_TOLD = (Form.CHOICE, Form.FLAG, Form.KIND)
"""The forms of fields that say something even where nobody wrote it."""
_TYPES = {Form.FLAG: "INTEGER", Form.NUMBER: "INTEGER", Form.STEPS: "INTEGER"}
_NAMED = """CREATE VIEW "relations_by_name" AS
SELECT coalesce(a."name", r."from") AS "from", r."kind", coalesce(b."name", r."to") AS "to"
FROM "relations" AS r
LEFT JOIN "bodies" AS a ON a."id" = r."from" LEFT JOIN "bodies" AS b ON b."id" = r."to"
"""
_SEATED = """CREATE VIEW "seats_by_name" AS
SELECT coalesce(b."name", s."body") AS "body", s."role", coalesce(p."name", h."person") AS "person",
  s."standing", s."status", s."represents"
FROM "seats" AS s LEFT JOIN "seat_holders" AS h ON h."seat" = s."id"
LEFT JOIN "people" AS p ON p."id" = h."person" LEFT JOIN "bodies" AS b ON b."id" = s."body"
"""
_CITATIONS = """CREATE TABLE "citations" (
  "table" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "source" TEXT NOT NULL REFERENCES "sources" ("id"),
  "at" TEXT,
  "quote" TEXT
)"""
_HOLDERS = """CREATE TABLE "seat_holders" (
  "seat" INTEGER NOT NULL REFERENCES "seats" ("id"),
  "person" TEXT NOT NULL REFERENCES "people" ("id"),
  PRIMARY KEY ("seat", "person")
)"""


def write_content(structure: Structure) -> bytes:
    """The bytes of a database that holds a structure; the same structure gives the same bytes.

    Raises:
        OutputError: an id stands twice among things of one sort.
    """
    data = structure_as_data(structure)
    database = sqlite3.connect(":memory:")
    try:
        for name, record, content in _tables(data):
            _write(database, name, record, content)
        database.execute(_HOLDERS)
        holders = [
            (number, person)
            for number, seat in enumerate(structure.seats, start=1)
            for person in dict.fromkeys(seat.held_by)
        ]
        database.executemany('INSERT INTO "seat_holders" VALUES (?, ?)', holders)
        database.execute(_CITATIONS)
        database.executemany(
            'INSERT INTO "citations" VALUES (?, ?, ?, ?, ?)', _citations(structure)
        )
        database.execute(_NAMED)
        database.execute(_SEATED)
        database.commit()
        return database.serialize()
    finally:
        database.close()


def _citations(structure: Structure) -> Iterator[tuple[str, str, str, str | None, str | None]]:
    """What is cited for what: table, id or number in it, source, the place in it, its words."""
    for section in SECTIONS:
        if "cites" not in section.record.by_name:
            continue
        for number, thing in enumerate(getattr(structure, section.attribute), start=1):
            for cited in thing.cites:
                yield (
                    section.name,
                    getattr(thing, "id", str(number)),
                    cited.source,
                    cited.at or None,
                    cited.quote or None,
                )


def _tables(data: Data) -> Iterator[tuple[str, Record, list[Data]]]:
    """Each table with its records; every table is there, if only to say that nothing is in it."""
    for section in SECTIONS:
        yield section.name, section.record, _listed(data.get(section.name))
    for section in DECLARATIONS:
        declared = data.get(KINDS, {}).get(section.name)
        yield section.attribute, section.record, _listed(declared)


def _listed(content: Any) -> list[Data]:  # noqa: ANN401 - plain data
    """The records of a section, each with its id if it has one."""
    if isinstance(content, list):
        return content
    if not content:
        return []
    if all(isinstance(fields, dict) for fields in content.values()):
        return [{ID: id_, **fields} for id_, fields in content.items()]
    return [content]


def _write(
    database: sqlite3.Connection, name: str, record: Record, content: Sequence[Data]
) -> None:
    """Make one table and fill it."""
    columns = {field.name: field for field in record.fields if field.form not in SEATED}
    if record.by_id:
        made = ['"id" TEXT PRIMARY KEY']
    elif name == "structure":
        made = []
    else:
        made = ['"id" INTEGER PRIMARY KEY']
    names = [*([] if name == "structure" else [ID])]
    for column, field in columns.items():
        needed = " NOT NULL" if field.required else ""
        other = _POINTS_TO.get((name, column))
        points = f' REFERENCES "{other}" ("id")' if other else ""
        made.append(f'"{column}" {_TYPES.get(field.form, "TEXT")}{needed}{points}')
        names.append(column)
        if any(_has_words(field, fields) for fields in content):
            made.append(f'"{column}_words" TEXT')
            names.append(f"{column}_words")
    database.execute(f'CREATE TABLE "{name}" ({", ".join(made)})')
    unsaid = {column: _unsaid(record, field) for column, field in columns.items()}
    rows = [
        [_cell(known.get(column)) for column in names]
        for number, fields in enumerate(content, start=1)
        for known in [{**unsaid, ID: number, **_apart(fields, columns)}]
    ]
    marks = ", ".join("?" for _ in names)
    database.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)  # noqa: S608 - our own names


def _has_words(field: Field, fields: Data) -> bool:
    """Whether a record has the paper's own words beside a date."""
    return field.form is Form.DATE and isinstance(fields.get(field.name), dict)


def _apart(fields: Data, columns: Mapping[str, Field]) -> Data:
    """The fields of a record, dates apart from the words beside them."""
    apart = dict(fields)
    for name, field in columns.items():
        if _has_words(field, fields):
            apart[name] = fields[name]["date"]
            apart[f"{name}_words"] = fields[name]["words"]
    return apart


def _unsaid(record: Record, field: Field) -> Any:  # noqa: ANN401 - plain data
    """What holds where nothing is written: `active`, `stated`, and so on."""
    if field.form not in _TOLD:
        return None
    value = default_of(record, field)
    return None if value is None else value_as_data(field, value)


def _cell(value: Any) -> Any:  # noqa: ANN401 - plain data
    """A value as SQLite holds it."""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value) if isinstance(value, str) else value
