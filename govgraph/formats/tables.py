"""Tables, one for each section, as documents: from rows of cells to nodes with places."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govgraph.formats.assemble import Document
from govgraph.formats.fields import Field, Form, Record
from govgraph.formats.headed_rows import tidy_heading
from govgraph.formats.nodes import Entry, ListNode, MapNode, Node, TextNode, entry_of
from govgraph.formats.problems import Problems, Reading, shown
from govgraph.formats.record_fields import BODY, STRUCTURE
from govgraph.formats.record_reading import ID
from govgraph.formats.section_order import DECLARATIONS, KINDS, SECTIONS
from govgraph.formats.table_cells import BRACE, BRACED, INNER, SEVERAL, WITHIN, split_cell
from govgraph.formats.values import MEANT_FLAGS
from govgraph.formats.yaml_events import read_nodes
from govgraph.model.kinds import RELATION_KINDS

RECORDS = {section.name: section.record for section in SECTIONS} | {
    section.attribute: section.record for section in DECLARATIONS
}
"""What stands in each table, in the order in which tables are read."""
_DECLARED = {section.attribute: section.name for section in DECLARATIONS}
_MOST_ABOVE = 10
"""How many rows of titles may stand above the headings."""

LISTS = "lists"
"""The hidden sheet of a workbook that holds lists to choose from, and nothing to read."""

Row = Sequence[str]


class Table(NamedTuple):
    """The rows of one table: the first has the number `first`, headings included."""

    name: str
    file: str
    rows: Sequence[Row]
    sheet: str = ""
    first: int = 1


def known_table(name: str) -> str:
    """The table that goes by a name, case and spaces aside; nothing if none does."""
    plain = tidy_heading(name)
    return plain if plain in RECORDS else ""


def headings_at(table: Table) -> int:
    """The row of the headings: the first that names a field that must be there, or an id."""
    record = RECORDS[table.name]
    wanted = {field.name for field in record.required} | ({ID} if record.by_id else set())
    wanted = wanted or set(record.by_name)
    filled = [n for n, cells in enumerate(table.rows) if any(cell.strip() for cell in cells)]
    for number in filled[:_MOST_ABOVE]:
        if wanted & {tidy_heading(cell) for cell in table.rows[number]}:
            return number
    return filled[0] if filled else 0


def documents(tables: Iterable[Table], problems: Problems) -> list[Document]:
    """What the tables hold, in the order in which sections are read."""
    order = {name: place for place, name in enumerate(RECORDS)}
    listed = sorted(tables, key=lambda table: order[table.name])
    kinds = {*RELATION_KINDS}
    for table in listed:
        if table.name == "relation_kinds":
            kinds.update(row[0].strip() for row in table.rows if row)
    return [_document(table, problems, kinds) for table in listed]


def _document(table: Table, problems: Problems, kinds: set[str]) -> Document:
    """What one table holds: a mapping with its section."""
    reading = Reading(table.file, problems, table.sheet)
    record = RECORDS[table.name]
    beside = {ID} if record.by_id else set()
    if record is BODY:
        beside |= kinds
    at = headings_at(table)
    columns = _Columns(reading, record, beside, table.rows[at], table.first + at)
    rows = [
        columns.mapping(cells, table.first + number)
        for number, cells in enumerate(table.rows[at + 1 :], start=at + 1)
        if any(cell.strip() for cell in cells)
    ]
    content: Node = ListNode(list(rows), table.first + at, 1)
    if record is STRUCTURE:
        content = rows[0] if rows else MapNode({}, table.first + at, 1)
        for extra in rows[1:]:
            reading.reject(extra, "the table 'structure' has one row; this is another")
    if table.name in _DECLARED:
        part = Entry(content, table.first + at, 1)
        content = MapNode({_DECLARED[table.name]: part}, table.first + at, 1)
        return _within(KINDS, content, table)
    return _within(table.name, content, table)


def _within(section: str, content: Node, table: Table) -> Document:
    """A document that holds one section."""
    entry = entry_of(content)
    return Document(table.file, MapNode({section: entry}, 1, 1), table.sheet)


class _Column(NamedTuple):
    """A column that is read: the path of its field, and the field itself."""

    path: tuple[str, ...]
    field: Field | None
    number: int


class _Columns:
    """The headings of a table, and what stands under them."""

    def __init__(
        self, reading: Reading, record: Record, beside: set[str], headings: Row, row: int
    ) -> None:
        self.reading = reading
        self.row = row
        self.columns: dict[int, _Column] = {}
        self.refused: set[int] = set()
        seen: dict[tuple[str, ...], int] = {}
        for number, heading in enumerate(headings):
            if not heading.strip():
                continue
            path = _path(heading, record, beside)
            node = TextNode(heading, row, number + 1)
            if path in seen:
                reading.reject(node, f"the heading '{shown(heading)}' stands there twice")
            field = _field(record, path)
            if field is None and not (len(path) == 1 and path[0] in beside):
                allowed = tuple(dict.fromkeys((*sorted(beside & {ID}), *record.by_name)))
                message = f"'{shown(heading.strip())}' is not a field of a {record.noun}"
                meant = record.meant_by.get(path[0])
                reading.reject(node, message, found=path[0], allowed=allowed, nearest=meant)
                self.refused.add(number)
            elif path not in seen:
                self.columns[number] = _Column(path, field, number + 1)
            seen[path] = number

    def mapping(self, cells: Row, row: int) -> MapNode:
        """The fields of one row; what stands under no heading is a problem."""
        root = MapNode({}, row, 1)
        for number, cell in enumerate(cells):
            if not cell.strip():
                continue
            column = self.columns.get(number)
            if column:
                self._put(root, column, cell, row)
            elif number not in self.refused:
                node = TextNode(cell, row, number + 1)
                self.reading.reject(node, "this cell has no heading above it", found=cell)
        return root

    def _put(self, root: MapNode, column: _Column, cell: str, row: int) -> None:
        """Put a cell where its path leads."""
        node = self._node(column, cell, row)
        *outer, last = column.path
        holder = root
        for name in outer:
            entry = holder.entries.get(name)
            inner = entry.value if entry else MapNode({}, row, column.number)
            if type(inner) is not MapNode:  # a date, and its words in the next column
                inner = MapNode({"date": Entry(inner, row, column.number)}, row, column.number)
            holder.entries[name] = Entry(inner, row, column.number)
            holder = inner
        earlier = holder.entries.get(last)
        if earlier and type(earlier.value) is MapNode and "words" in earlier.value.entries:
            earlier.value.entries["date"] = Entry(node, row, column.number)
        else:
            holder.entries[last] = Entry(node, row, column.number)

    def _node(self, column: _Column, cell: str, row: int) -> Node:
        """What stands in a cell: one value, or several."""
        form = column.field.form if column.field else None
        if column.path == (ID,) and form is None:
            return TextNode(cell, row, column.number)
        braced = form is None or form in BRACED
        if form is None or form in SEVERAL:
            values = [self._value(text, row, column.number, braced) for text in split_cell(cell)]
            return values[0] if len(values) == 1 else ListNode(values, row, column.number)
        if form is Form.FLAG:
            cell = MEANT_FLAGS.get(cell.strip().casefold(), cell)
        return self._value(cell, row, column.number, braced)

    def _value(self, text: str, row: int, column: int, braced: bool) -> Node:  # noqa: FBT001
        """One value; in braces it is read as YAML, and stands where its cell stands."""
        if braced and text.lstrip().startswith(BRACE):
            problems = Problems(self.reading.limits)
            root = read_nodes(text, self.reading.file, problems)
            here = TextNode(text, row, column)
            for problem in problems.found:
                self.reading.reject(here, problem.message, found=text)
            return _moved(root, row, column) if root else TextNode(None, row, column)
        return TextNode(text.strip(), row, column)


def _path(heading: str, record: Record, beside: set[str]) -> tuple[str, ...]:
    """The names of the fields that lead to what stands under a heading."""
    if heading.strip() in beside:
        return (heading.strip(),)
    plain = tidy_heading(heading)
    if plain in beside and plain not in record.by_name:
        return (plain,)
    return tuple(plain.split(WITHIN)) if plain not in record.by_name else (plain,)


def field_under(record: Record, heading: str) -> Field | None:
    """The field that stands under a heading such as `applies_to.kind`; nothing for an id."""
    return _field(record, tuple(heading.split(WITHIN)))


def _field(record: Record, path: tuple[str, ...]) -> Field | None:
    """The field at the end of a path, or nothing."""
    field: Field | None = None
    within: Record | None = record
    for name in path:
        field = within.by_name.get(name) if within else None
        within = INNER.get(field.form) if field else None
    return field


def _moved(node: Node, row: int, column: int) -> Node:
    """A node with everything in it placed in one cell."""
    if isinstance(node, MapNode):
        entries = {
            name: Entry(_moved(entry.value, row, column), row, column)
            for name, entry in node.entries.items()
        }
        return MapNode(entries, row, column)
    if isinstance(node, ListNode):
        return ListNode([_moved(item, row, column) for item in node.items], row, column)
    return TextNode(node.text, row, column)
