"""The account of a table of relations: its titles, columns, rows and cells, each once."""

from collections.abc import Iterator

from govgraph.formats.account import Fate, Outcome, Skipped
from govgraph.formats.edge_rows import Edges, Rows
from govgraph.formats.ledger import FIELD, WITH_RECORD, Ledger
from govgraph.formats.nodes import MapNode
from govgraph.formats.problems import shown

TITLE, COLUMN, ROW = "title", "column", "row"
NOT_NAMED = "it was not named with --map"
_NO_HEADING = "no heading stands above it"
_ABOVE = "it stands above the headings"


class EdgeLedger:
    """Counts a table before anything of it is decided, and closes its account."""

    def __init__(self, found: Rows) -> None:
        self.found = found
        self.ledger = Ledger(found.reading.file)
        self.heads = [" ".join(cell.split()) for cell in found.rows[found.headings]]
        for number, head in enumerate(self.heads):
            if head:
                self.ledger.count(COLUMN, number, shown(head))
        for number, cells in enumerate(found.rows):
            if number != found.headings and any(cell.strip() for cell in cells):
                place = found.reading.place(MapNode({}, number + 1, 1))
                kind = TITLE if number < found.headings else ROW
                self.ledger.count(kind, number, f"row {number + 1}", place)
                for column, _ in self._cells(number) if kind is ROW else ():
                    self.ledger.count(self._field(column), (number, column), f"row {number + 1}")

    def close(self, edges: Edges) -> tuple[tuple[Fate, ...], tuple[Skipped, ...]]:
        """What became of everything, and what people have to be told of it in words."""
        mapped = {*self.found.columns.values()}
        for column in self.ledger.open(COLUMN):
            if column in mapped:
                self.ledger.imported(COLUMN, column, "field")
            else:
                self.ledger.skipped(COLUMN, column, NOT_NAMED)
        for number in self.ledger.open(TITLE):
            self.ledger.skipped(TITLE, number, _ABOVE)
        for number, cells in enumerate(self.found.rows[self.found.headings + 1 :]):
            row = number + self.found.headings + 1
            if any(cell.strip() for cell in cells):
                self._settle(edges, row, mapped)
        fates = self.ledger.close()
        return fates, tuple(_told(fates))

    def _settle(self, edges: Edges, number: int, mapped: set[int]) -> None:
        """Say what became of one row and its cells."""
        refused = edges.refused_rows.get(number, "")
        if refused:
            self.ledger.skipped(ROW, number, refused)
        else:
            self.ledger.imported(ROW, number, edges.made[number])
        for column, _ in self._cells(number):
            why = edges.refused_cells.get((number + 1, column + 1), "")
            if column not in mapped:
                why = NOT_NAMED if self._head(column) else _NO_HEADING
            if refused or why:
                reason = WITH_RECORD if refused else why
                self.ledger.skipped(self._field(column), (number, column), reason)
            else:
                self.ledger.imported(self._field(column), (number, column), f"part of its {ROW}")

    def _cells(self, number: int) -> Iterator[tuple[int, str]]:
        """The cells of a row that hold anything."""
        cells = enumerate(self.found.rows[number])
        return ((column, cell) for column, cell in cells if cell.strip())

    def _head(self, column: int) -> str:
        """The heading above a cell, or nothing."""
        return self.heads[column] if column < len(self.heads) else ""

    def _field(self, column: int) -> str:
        """What a cell is: of the column with its heading, or with its number."""
        return f"{ROW}{FIELD}{self._head(column) or f'column {column + 1}'}"


def _told(fates: tuple[Fate, ...]) -> Iterator[Skipped]:
    """What is not in the structure and not told otherwise: titles, and cells that are left."""
    for fate in fates:
        if fate.outcome is not Outcome.SKIPPED:
            continue
        if fate.kind == TITLE:
            yield Skipped("what stands above the headings", "it is no row of the table", of=fate.of)
        elif FIELD in fate.kind and fate.why not in {NOT_NAMED, WITH_RECORD}:
            column = fate.kind.partition(FIELD)[2]
            yield Skipped(f"cells under '{shown(column)}'", fate.why, of=fate.of)
