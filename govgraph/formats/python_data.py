"""A structure as Python holds it: a mapping shaped like a structure file, or rows of dicts.

A problem in it is told with the keys that lead there, `bodies.audit.kind`, in place of a line.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any

from govgraph.errors import LoadError, Place, Problem
from govgraph.formats.assemble import Document, assemble
from govgraph.formats.limits import Limits, current_limits
from govgraph.formats.nodes import Entry, ListNode, MapNode, Node, TextNode, entry_of
from govgraph.formats.problems import Problems, shown
from govgraph.formats.table_documents import all_documents
from govgraph.formats.tables import Table, known_table
from govgraph.model.dates import PartialDate
from govgraph.model.structure import Structure

NAME = "<data>"
"""What stands in a place for the name of a file."""
_ENDS = {"from", "to"}
Row = Mapping[str, Any]


def read_mapping(data: Mapping[str, Any], limits: Limits | None = None) -> Structure:
    """The structure in a mapping: shaped like a structure file, or tables of rows by their names.

    Raises:
        LoadError: something in it is wrong; carries every problem, with the keys that lead there.
    """
    problems = Problems(limits or current_limits())
    if data and all(_are_rows(value) for value in data.values()):
        return _read_tables(data, problems)
    nodes = _Nodes(problems)
    root = nodes.node(data, ())
    return assemble([Document(NAME, root, paths=tuple(nodes.paths))], problems)


def read_rows(rows: Iterable[Row], limits: Limits | None = None) -> Structure:
    """The structure in rows of one table: relations where they have `from` and `to`, else bodies.

    Raises:
        LoadError: something in them is wrong.
    """
    listed = list(rows)
    if not _are_rows(listed):
        place = Place(NAME, 0, 0)
        raise LoadError((Problem(place, "rows are dicts of text, numbers, dates and flags"),))
    headings = {str(key).strip().casefold() for row in listed for key in row}
    table = "relations" if headings >= _ENDS else "bodies"
    if table == "relations":
        named = dict.fromkeys(_cell(row[end]) for row in listed for end in ("from", "to"))
        bodies = [{"id": name, "name": name} for name in named if name]
        return read_mapping({"bodies": bodies, "relations": listed}, limits)
    return read_mapping({table: listed}, limits)


def _are_rows(value: Any) -> bool:  # noqa: ANN401 - whatever was given
    """Whether something is a table: a list of mappings with nothing nested in them."""
    return (
        isinstance(value, Sequence)
        and not isinstance(value, str)
        and all(
            isinstance(row, Mapping)
            and not any(isinstance(cell, Mapping | list | tuple | set) for cell in row.values())
            for row in value
        )
    )


def _read_tables(data: Mapping[str, Sequence[Row]], problems: Problems) -> Structure:
    """The structure in tables, read as those of a folder are."""
    tables = []
    for name, rows in data.items():
        known = known_table(str(name))
        if not known:
            place = Place(NAME, 0, 0)
            problems.add(place, f"there is no table '{shown(str(name))}'")
            continue
        headings = tuple(dict.fromkeys(str(key) for row in rows for key in row))
        cells = [tuple(_cell(row.get(key)) for key in headings) for row in rows]
        if headings:
            tables.append(Table(known, NAME, [headings, *cells], sheet=known))
    return assemble(all_documents(tables, problems), problems)


def _cell(value: object) -> str:
    """A value as the text of a cell; what a frame has for nothing is nothing."""
    text = _text(value)
    return "" if text is None else text


def _text(value: object) -> str | None:
    """A value as a structure file would have it; None where there is none."""
    if value is None or (isinstance(value, float) and math.isnan(value)) or value != value:  # noqa: PLR0124 - NaT
        return None
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


class _Nodes:
    """Makes nodes of Python's values; a node's line is the number of its path of keys."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.paths: list[str] = []

    def node(self, value: object, keys: tuple[str, ...]) -> Node:
        """What a value is, with everything in it."""
        line = self._line(keys)
        if len(keys) > self.problems.limits.depth:
            self._refuse(line, f"it stands more than {self.problems.limits.depth} deep")
        elif isinstance(value, Mapping):
            entries = {str(key): self._entry(value[key], (*keys, str(key))) for key in value}
            return MapNode(entries, line, 1)
        elif isinstance(value, list | tuple):
            items = [self.node(item, (*keys, str(n))) for n, item in enumerate(value, 1)]
            return ListNode(items, line, 1)
        elif value is None or isinstance(
            value, str | bool | int | float | date | Enum | PartialDate
        ):
            bare = isinstance(value, bool | int | float)
            return TextNode(_text(value), line, 1, bare=bare)
        else:
            kind = type(value).__name__
            self._refuse(
                line, f"a {kind} stands here; write text, a number, a date, a list or a dict"
            )
        return TextNode(None, line, 1)

    def _entry(self, value: object, keys: tuple[str, ...]) -> Entry:
        node = self.node(value, keys)
        return entry_of(node)

    def _line(self, keys: tuple[str, ...]) -> int:
        self.paths.append(".".join(keys) or NAME)
        return len(self.paths)

    def _refuse(self, line: int, message: str) -> None:
        self.problems.add(Place(NAME, line, 1, self.paths[line - 1]), message)


def structure_as_mapping(structure: Structure) -> dict[str, Any]:
    """A structure as a mapping shaped like its file, of Python's own types alone.

    Raises:
        OutputError: an id stands twice among things of one sort.
    """
    from govgraph.formats.plain_data import structure_as_data

    data: dict[str, Any] = _plain(structure_as_data(structure))
    return data


def structure_as_rows(structure: Structure) -> dict[str, list[dict[str, Any]]]:
    """The tables of a structure, each as its rows; what is not said is left out of a row.

    Raises:
        OutputError: an id stands twice among things of one sort.
    """
    from govgraph.formats.table_writing import structure_as_tables

    return {
        table.name: [
            {key: _plain(cell) for key, cell in zip(table.headings, row, strict=True) if cell != ""}
            for row in table.rows
        ]
        for table in structure_as_tables(structure)
    }


def _plain(value: Any) -> Any:  # noqa: ANN401 - plain data
    """The same with every text a plain `str`."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value
