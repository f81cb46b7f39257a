"""A table of somebody else's in which each row says who stands where to whom.

The columns are named by whoever reads it (`--map`); what a row means is not guessed.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from govgraph.errors import Place, SettingsError
from govgraph.formats.account import Account, Left
from govgraph.formats.assemble import Document, assemble
from govgraph.formats.csv_text import read_rows
from govgraph.formats.files import read_bytes
from govgraph.formats.identifiers import Identifiers
from govgraph.formats.limits import Limits
from govgraph.formats.nodes import Entry, ListNode, MapNode, TextNode
from govgraph.formats.problems import Problems, nearest_spelling, shown, visible
from govgraph.formats.records import RELATION
from govgraph.model.kinds import RELATION_KINDS

_ENDS = ("from", "to")
_NAMES = ("from_name", "to_name")
FIELDS = (*_ENDS, "kind", *_NAMES, *(
    name for name in RELATION.by_name if name not in {*_ENDS, "kind", "cites"}
))  # fmt: skip
"""What a column may be mapped to."""
NEEDED = (*_ENDS, "kind")
_SHEETS = (".xls", ".xlsx", ".xlsm", ".ods")


class _Rows(NamedTuple):
    """The rows of a file or sheet, and which column each field stands in."""

    file: str
    sheet: str
    rows: Sequence[Sequence[str]]
    headings: int
    columns: Mapping[str, int]


def parse_mapping(written: Iterable[str]) -> dict[str, str]:
    """The column for each field, from texts such as `from=Team`.

    Raises:
        SettingsError: one is not of that form, or no such field can be mapped, or one is missing.
    """
    mapping: dict[str, str] = {}
    for text in written:
        field, sign, column = (part.strip() for part in text.partition("="))
        if not sign or not column:
            raise SettingsError(f"--map takes FIELD=COLUMN, not '{shown(text)}'")
        if field not in FIELDS:
            close = nearest_spelling(field, FIELDS)
            meant = f"; did you mean '{close}'?" if close else ""
            known = ", ".join(FIELDS)
            raise SettingsError(f"--map knows no field '{shown(field)}'{meant} ({known})")
        mapping[field] = column
    missing = [field for field in NEEDED if field not in mapping]
    if missing:
        raise SettingsError(
            f"--map does not say where '{missing[0]}' is: name the columns of 'from' and 'to', and"
            " for 'kind' a column or a kind of relation (kind=reports_to)"
        )
    return mapping


def read_mapped(path: Path, mapping: Mapping[str, str], limits: Limits) -> Account:
    """The relations in the rows of a CSV file or workbook.

    Args:
        path: the file.
        mapping: the column of each field; `kind` may be a kind of relation instead.
        limits: how much the file may ask for.

    Raises:
        LoadError: it cannot be read, has no such columns, or something in it is wrong.
        MissingExtraError: it is a workbook, and the extra `excel` is not installed.
    """
    problems = Problems(limits)
    left: list[Left] = []
    found = _find(path, mapping, problems, left)
    if found is None:
        problems.raise_if_any()
        raise AssertionError  # pragma: no cover - no rows without a problem
    edges = _Edges(found, mapping)
    for number in range(found.headings + 1, len(found.rows)):
        edges.add(number)
    document = Document(found.file, edges.root(), found.sheet)
    structure = assemble([document], problems)
    taken = (
        f"{len(structure.relations)} rows as relations, each as it stands there",
        f"{len(structure.bodies)} names in the columns of 'from' and 'to' as bodies",
    )
    return Account(structure, taken, (*left, *edges.left))


def _find(
    path: Path, mapping: Mapping[str, str], problems: Problems, left: list[Left]
) -> _Rows | None:
    """The first table of the file that has the columns."""
    file = visible(str(path))
    seen: dict[str, None] = {}
    found: _Rows | None = None
    for sheet, rows in _tables(path, problems):
        looked_at = None if found else _columns(rows, mapping, seen)
        if looked_at:
            found = _Rows(file, sheet, rows, *looked_at)
        elif sheet:
            left.append(Left(f"the sheet '{sheet}'", "another has the columns that were named"
                             if found else "it has not the columns that were named"))  # fmt: skip
    if found is None and not problems.found:
        wanted = next(
            (column for column in _wanted(mapping) if _plain(column) not in map(_plain, seen)), ""
        )
        message = f"no row of headings has a column '{shown(wanted)}' with the others"
        folded = {_plain(heading): heading for heading in seen}
        nearest = folded.get(nearest_spelling(wanted, tuple(folded)), "")
        allowed = tuple(seen)
        problems.add(Place(file, 0, 0), message, found=wanted, allowed=allowed, nearest=nearest)
    return found


def _tables(path: Path, problems: Problems) -> Iterable[tuple[str, Sequence[Sequence[str]]]]:
    """The one table of a CSV file, or those of a workbook by their sheets."""
    if path.suffix.lower() in _SHEETS:
        from govgraph.formats.workbook_rows import read_sheets

        return read_sheets(path, problems)
    content = read_bytes(path, problems)
    rows = None if content is None else read_rows(content, visible(str(path)), problems)
    return [("", rows)] if rows else []


def _wanted(mapping: Mapping[str, str]) -> list[str]:
    """The columns that must be there: all but a kind that is no column."""
    return [
        column
        for field, column in mapping.items()
        if not (field == "kind" and column in RELATION_KINDS)
    ]


def _columns(
    rows: Sequence[Sequence[str]], mapping: Mapping[str, str], seen: dict[str, None]
) -> tuple[int, dict[str, int]] | None:
    """The row of headings and the column of each field, if one row has all of them."""
    wanted = {_plain(column) for column in _wanted(mapping)}
    for number, cells in enumerate(rows):
        heads = [_plain(cell) for cell in cells]
        if wanted <= {*heads}:
            return number, {
                field: heads.index(_plain(column))
                for field, column in mapping.items()
                if _plain(column) in heads
            }
    for cells in [row for row in rows if any(cell.strip() for cell in row)][:1]:
        seen.update(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))
    return None


def _plain(heading: str) -> str:
    """A heading, case and spaces aside."""
    return " ".join(heading.split()).casefold()


class _Edges:
    """Makes of each row a relation, and of each name a body."""

    def __init__(self, found: _Rows, mapping: Mapping[str, str]) -> None:
        self.found = found
        self.mapping = mapping
        self.ids = Identifiers()
        self.bodies: dict[str, Entry] = {}
        self.named: set[str] = set()
        self.relations: list[MapNode] = []
        heads = found.rows[found.headings]
        self.left = [
            Left(f"the column '{visible(head.strip())}'", "it was not named with --map")
            for number, head in enumerate(heads)
            if head.strip() and number not in found.columns.values()
        ]

    def add(self, number: int) -> None:
        """Take one row."""
        if not any(cell.strip() for cell in self.found.rows[number]):
            return
        line = number + 1
        ends = {field: self._body(field, number) for field in _ENDS}
        if ends["from"] is None:
            place = Place(self.found.file, line, 1)
            self.left.append(Left("a row", f"nothing stands under '{self.mapping['from']}'", place))
            return
        if ends["to"] is None:
            return  # whoever stands at the top has nobody in this column
        fields = {
            field: Entry(node, line, node.column)
            for field in self.mapping
            if field not in _NAMES
            and (node := ends.get(field) or self._node(field, number)) is not None
        }
        self.relations.append(MapNode(fields, line, 1))

    def root(self) -> MapNode:
        """The bodies and relations as sections."""
        return MapNode(
            {
                "bodies": Entry(MapNode(self.bodies, 1, 1), 1, 1),
                "relations": Entry(ListNode(list(self.relations), 1, 1), 1, 1),
            },
            1,
            1,
        )

    def _body(self, end: str, number: int) -> TextNode | None:
        """The id of the body at one end of a row, which is noted the first time."""
        node = self._node(end, number)
        if node is None or not node.text:
            return None
        id_ = self.ids.of(_plain(node.text), node.text)
        named = self._node(f"{end}_name", number)
        if id_ not in self.bodies or (named and id_ not in self.named):
            name = named or node
            fields = {"name": Entry(name, name.line, name.column)}
            self.bodies[id_] = Entry(MapNode(fields, name.line, 1), node.line, node.column)
        if named:
            self.named.add(id_)
        return TextNode(id_, node.line, node.column)

    def _node(self, field: str, number: int) -> TextNode | None:
        """What stands in a row under the column of a field."""
        if field not in self.mapping:
            return None
        column = self.found.columns.get(field)
        if column is None:
            return TextNode(self.mapping[field], number + 1, 1)  # a kind of relation, for all rows
        cells = self.found.rows[number]
        text = " ".join(cells[column].split()) if column < len(cells) else ""
        return TextNode(text, number + 1, column + 1) if text else None
