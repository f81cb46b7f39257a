"""One sheet as an officer keeps it: a row to each body, and under `Answers to` the body above it.

`Name`, `Kind`, `Answers to`, `How`, `Chair`, `Meets`, `Source` and `Note`, and any other field of a
body. It becomes the tables of bodies, relations and sources; see docs/formats.md.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from govgraph.formats.assemble import Document
from govgraph.formats.fields import Field, Form
from govgraph.formats.headed_rows import tidy_heading
from govgraph.formats.identifiers import slug
from govgraph.formats.nodes import Entry, ListNode, MapNode, Node, TextNode, entry_of
from govgraph.formats.problems import Problems, Reading, shown
from govgraph.formats.standard_words import StandardWords
from govgraph.formats.table_cells import join_cell, split_cell
from govgraph.formats.tables import Row, Table, documents
from govgraph.model.bodies import ApexBasis
from govgraph.model.kinds import RELATION_KINDS
from govgraph.model.names import normalise

SIMPLE = "simple"
"""The name of such a table, whatever its sheet or file is called."""
USUAL_HOW = "reports_to"
ENDS_HERE = "ends here"
OUTSIDE = "is outside"
"""What may stand under `How` besides a kind of relation."""
COLUMNS = (
    Field("name", Form.TEXT, "the body: a board, committee or group, as the paper calls it"),
    Field("kind", Form.KIND, "what kind of body it is"),
    Field("answers to", Form.REFERENCE, "the body above it; ; stands between several"),
    Field("how", Form.KIND, "what it is to that body, in the words of the paper"),
    Field("chair", Form.CHAIR, "who chairs it: a name, a post, or vacant"),
    Field("meets", Form.TEXT, "how often it meets"),
    Field(
        "source",
        Form.CITATIONS,
        "the paper that says so; then ; and the paragraph or page; then ; and its words in quotes",
    ),
    Field("note", Form.TEXT, "anything else worth saying"),
)
"""The columns of the form, as they are written for somebody to fill in."""
ABOVE = {"title": "title", "as_at": "as_at", "place": "jurisdiction"}
"""What may stand above the headings, each with its value beside it."""
_ABOVE = "only ‘Title’, ‘As at’ and ‘Place’ are read above the headings"
_GIVEN = "a value of the same thing stands before it, above the headings"
_MOST_ABOVE = 10
_QUOTED = re.compile(r""";\s*[“"«](.*\S.*)[”"»]\s*$""", re.DOTALL)
"""The words of a paper at the end of what is cited."""
_OURS = ("answers_to", "how", "source")
_MARKS = ("apex", "apex_basis", "outside")
"""Columns that stand beyond those of the sheet, and are filled in here."""
_HOW = StandardWords({id_: kind.reads for id_, kind in RELATION_KINDS.items()})


def headings_of(rows: Sequence[Row]) -> int | None:
    """The row in which the headings of such a sheet stand, or nothing if it is none."""
    for number, cells in enumerate(rows[:_MOST_ABOVE]):
        if {"name", "answers_to"} <= {tidy_heading(cell) for cell in cells}:
            return number
    return None


def simple_documents(table: Table, problems: Problems) -> list[Document]:
    """What such a sheet holds, as sections with the places of its cells."""
    sheet = _Sheet(table, headings_of(table.rows) or 0)
    reading = Reading(table.file, problems, table.sheet)
    for number in range(sheet.at + 1, len(table.rows)):
        if lack := sheet.lack_of_name(number):
            node = TextNode(None, table.first + number, sheet.columns["name"] + 1)
            reading.reject(node, f"this row names no body{lack}")
        else:
            sheet.take(number)
    sheet.mark_top()
    bodies = Table("bodies", table.file, sheet.bodies, table.sheet, table.first + sheet.at)
    rest = Document(table.file, sheet.rest(), table.sheet)
    for node, why in sheet.unused:
        reading.note(node, f"'{shown(node.text or '')}'", why)
    return [rest, *documents([bodies], problems)]


class _Line(NamedTuple):
    """One relation of a row."""

    fields: MapNode
    is_accountability: bool


@dataclass
class _Sheet:
    """The rows of a sheet as they are taken, one after the other.

    Attributes:
        table: the sheet.
        at: the row of its headings.
        bodies: its rows as a table of bodies, headings first.
        seen: the row in `bodies` of each body, by its name.
        below: the bodies that name one above them, or say that there is none to name.
        unused: the cells that say nothing as they stand, and why.
    """

    table: Table
    at: int
    columns: dict[str, int] = field(default_factory=dict)
    bodies: list[list[str]] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    below: set[str] = field(default_factory=set)
    lines: list[_Line] = field(default_factory=list)
    sources: dict[str, Entry] = field(default_factory=dict)
    unused: list[tuple[TextNode, str]] = field(default_factory=list)
    has_end: bool = False
    latest: str = ""

    def __post_init__(self) -> None:
        """Look where each column stands."""
        heads = [tidy_heading(cell) for cell in self.table.rows[self.at]]
        for number, head in enumerate(heads):
            self.columns.setdefault(head, number)
        self.width = max(map(len, self.table.rows))
        plain = [
            "" if head in _OURS else text
            for head, text in zip(heads, self._raw(self.at), strict=False)
        ]
        self.bodies.append([*self._padded(plain), "cites", *_MARKS])

    def lack_of_name(self, number: int) -> str:
        """Why a row that says something is of no body: it names none, and is no further line."""
        says = any(cell.strip() for cell in self._raw(number))
        if not says or self._cell(number, "name"):
            return ""
        if not self.latest:
            return ", and no row right above it does"
        first = self.seen[normalise(self.latest)]
        of_body = [*self._of_body(number), ""]
        further = f"; a further row of ‘{self.latest}’ says only whom it answers to, and how"
        return "" if self._adds_nothing(of_body, first) else further

    def take(self, number: int) -> None:
        """Take one row: a body, or another line of one that stands above."""
        if not any(cell.strip() for cell in self._raw(number)):
            self.latest = ""
            self.bodies.append([])
            return
        self.latest = name = self._cell(number, "name") or self.latest
        key, how, cites = normalise(name), self._cell(number, "how"), self._cite(number)
        is_end, is_outside = how.casefold() == ENDS_HERE, how.casefold() == OUTSIDE
        marks = ["true" if is_end else "", "", "true" if is_outside else ""]
        row = [*self._of_body(number), join_cell(cites) if cites else "", *marks]
        is_further_line = key in self.seen and self._adds_nothing(row, self.seen[key])
        self.seen.setdefault(key, len(self.bodies))
        self.bodies.append([] if is_further_line else row)
        self.has_end |= is_end
        if is_end or is_outside:
            self.below.add(key)
        self._relate(name, "" if is_end or is_outside else how, number, cites)

    def _of_body(self, number: int) -> list[str]:
        """The cells of a row that are fields of its body."""
        cells = self._padded(self._raw(number))
        for head in _OURS:
            if head in self.columns:
                cells[self.columns[head]] = ""
        if "chair" in self.columns:
            chair = self.columns["chair"]
            cells[chair] = cells[chair].replace(";", "|")
        return cells

    def mark_top(self) -> None:
        """Take the one body that names nobody above it for the end of the chains."""
        tops = [row for key, row in self.seen.items() if key and key not in self.below]
        has_lines = any(line.is_accountability for line in self.lines)
        if len(tops) == 1 and has_lines and not self.has_end:
            marks = ["true", ApexBasis.JUDGEMENT.value, ""]
            self.bodies[tops[0]][-len(_MARKS) :] = marks

    def rest(self) -> MapNode:
        """The structure as a whole, its sources and relations."""
        lines: list[Node] = [line.fields for line in self.lines]
        sections: dict[str, Node] = {"relations": ListNode(lines, 1, 1)}
        if self.sources:
            sections["sources"] = MapNode(self.sources, 1, 1)
        if head := dict(self._head()):
            sections["structure"] = MapNode(head, 1, 1)
        return MapNode({name: entry_of(node) for name, node in sections.items()}, 1, 1)

    def _head(self) -> Iterator[tuple[str, Entry]]:
        """What stands above the headings: a title, a date, a place, each once; any may be empty."""
        seen: set[str] = set()
        for number in range(self.at):
            filled = [(n, cell.strip()) for n, cell in enumerate(self._raw(number)) if cell.strip()]
            label = ABOVE.get(tidy_heading(filled[0][1].rstrip(":"))) if filled else None
            field = label or ("title" if len(filled) == 1 else "")
            values = filled[1:] if label else filled[:1]
            if field and values and field not in seen:
                seen.add(field)
                yield field, entry_of(self._node(values[0][1], number, values[0][0]))
                values = values[1:]
            for column, text in values:
                reason = _GIVEN if field else _ABOVE
                self.unused.append((self._node(text, number, column), reason))

    def _relate(self, name: str, how: str, number: int, cites: list[dict[str, str]]) -> None:
        """Note a relation to each body that stands under `Answers to`."""
        superiors = [*self._superiors(number)]
        if how and not superiors:
            node = self._node(how, number, self.columns["how"])
            self.unused.append(
                (node, "no body stands under ‘Answers to’ in this row, so it says nothing")
            )
        for above in superiors:
            self.below.add(normalise(name))
            kind = how or USUAL_HOW
            fields: dict[str, Node] = {
                "from": self._node(name, number, self.columns["name"]),
                "kind": self._node(kind, number, self.columns.get("how", 0)),
                "to": self._node(above, number, self.columns["answers_to"]),
            }
            if cites:
                fields["cites"] = ListNode([self._citation(each, number) for each in cites], 1, 1)
            known = RELATION_KINDS.get(_HOW.meant_by(kind))
            entries = {field: entry_of(node) for field, node in fields.items()}
            line = MapNode(entries, self.table.first + number, 1)
            self.lines.append(_Line(line, known is not None and known.is_accountability))

    def _superiors(self, number: int) -> Iterator[str]:
        """The bodies under `Answers to`: one, or several between semicolons."""
        whole = self._cell(number, "answers_to")
        for part in split_cell(whole.replace(";", "|").replace("\n", "|")):
            if part.strip():
                yield part.strip()

    def _cite(self, number: int) -> list[dict[str, str]]:
        """The citations of a row; each paper that is cited is a source from then on."""
        cites = []
        for written in split_cell(self._cell(number, "source").replace("\n", "|")):
            quoted = _QUOTED.search(written)
            told = written[: quoted.start()] if quoted else written
            title, _, at = (part.strip() for part in told.partition(";"))
            if title:
                id_ = slug(title) or "paper"
                column = self.columns["source"]
                node = self._node(title, number, column)
                source = MapNode({"title": entry_of(node)}, node.line, node.column)
                self.sources.setdefault(id_, entry_of(source))
                parts = {"source": id_, "at": at, "quote": quoted[1].strip() if quoted else ""}
                cites.append({name: text for name, text in parts.items() if text})
        return cites

    def _citation(self, cite: dict[str, str], number: int) -> MapNode:
        """A citation as nodes."""
        column = self.columns["source"]
        fields = {name: entry_of(self._node(text, number, column)) for name, text in cite.items()}
        return MapNode(fields, self.table.first + number, column + 1)

    def _adds_nothing(self, row: list[str], earlier: int) -> bool:
        """Whether a row says nothing of a body that an earlier row does not say."""
        said = self.bodies[earlier]
        name = self.columns["name"]
        return all(
            not cell.strip() or number == name or cell == said[number]
            for number, cell in enumerate(row[: self.width])
        )

    def _raw(self, number: int) -> Row:
        return self.table.rows[number]

    def _padded(self, cells: Row) -> list[str]:
        return [*cells, *[""] * (self.width - len(cells))]

    def _cell(self, number: int, head: str) -> str:
        """What stands in a row under a heading."""
        column = self.columns.get(head)
        cells = self._raw(number)
        return cells[column].strip() if column is not None and column < len(cells) else ""

    def _node(self, text: str, number: int, column: int) -> TextNode:
        """A text, placed in its cell."""
        return TextNode(text, self.table.first + number, column + 1)
