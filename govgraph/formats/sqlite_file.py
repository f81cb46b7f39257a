"""A structure as an SQLite database: tables that anybody can query, and Datasette shows well.

The tables and columns are those of a structure file. A field of several values is a JSON array, a
field with fields of its own a JSON object; who holds a seat stands in a table of its own. Written
only: a database is for asking, the file it came from for changing.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from govgraph.formats.fields import Form, Record
from govgraph.formats.plain_data import Data, structure_as_data
from govgraph.formats.record_reading import ID
from govgraph.formats.sections import DECLARATIONS, KINDS, SECTIONS
from govgraph.model.structure import Structure

_POINTS_TO = {
    ("relations", "from"): "bodies",
    ("relations", "to"): "bodies",
    ("seats", "body"): "bodies",
    ("waivers", "body"): "bodies",
}
_TYPES = {Form.FLAG: "INTEGER", Form.NUMBER: "INTEGER"}
_NAMED = """CREATE VIEW "relations_by_name" AS
SELECT coalesce(a."name", r."from") AS "from", r."kind", coalesce(b."name", r."to") AS "to"
FROM "relations" AS r
LEFT JOIN "bodies" AS a ON a."id" = r."from" LEFT JOIN "bodies" AS b ON b."id" = r."to"
"""
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
        database.execute(_NAMED)
        database.commit()
        return database.serialize()
    finally:
        database.close()


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
    columns = {field.name: field for field in record.fields if field.form is not Form.SEATS}
    if record.by_id:
        made = ['"id" TEXT PRIMARY KEY']
    elif name == "structure":
        made = []
    else:
        made = ['"id" INTEGER PRIMARY KEY']
    for column, field in columns.items():
        needed = " NOT NULL" if field.required else ""
        other = _POINTS_TO.get((name, column))
        points = f' REFERENCES "{other}" ("id")' if other else ""
        made.append(f'"{column}" {_TYPES.get(field.form, "TEXT")}{needed}{points}')
    database.execute(f'CREATE TABLE "{name}" ({", ".join(made)})')
    names = [*([] if name == "structure" else [ID]), *columns]
    rows = [_row(fields, names, number) for number, fields in enumerate(content, start=1)]
    marks = ", ".join("?" for _ in names)
    database.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)  # noqa: S608 - our own names


def _row(fields: Mapping[str, Any], names: Sequence[str], number: int) -> list[Any]:
    """The cells of one record, in the order of the columns."""
    known = {ID: number, **fields}
    return [_cell(known.get(name)) for name in names]


def _cell(value: Any) -> Any:  # noqa: ANN401 - plain data
    """A value as SQLite holds it."""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value) if isinstance(value, str) else value
