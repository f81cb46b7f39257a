"""What the buttons beside a finding do to the document; each says which cell to look at next."""

from collections.abc import Callable, Mapping
from typing import Any

from govgraph.desk.desk_reading import Cell
from govgraph.desk.document import Document, Sheet
from govgraph.errors import SettingsError
from govgraph.formats.simple_sheet import ENDS_HERE, OUTSIDE
from govgraph.model.bodies import ApexBasis

Mended = tuple[Document, Cell]


def mend(document: Document, mend: Mapping[str, Any]) -> Mended:
    """The document after a button, and the cell to look at.

    Raises:
        SettingsError: no button does that.
    """
    do = _WAYS.get(mend["do"])
    if do is None:
        raise SettingsError(f"nothing mends by '{mend['do']}'")
    sheet, row, column = mend["cell"] or (document.sheets[0].name, 0, 0)
    return do(document, (sheet, row, column), mend["name"])


def _mark_end(document: Document, cell: Cell, name: str) -> Mended:
    del name
    if document.is_simple:
        return _set(document, cell, "how", ENDS_HERE)
    document, _ = _set(document, cell, "apex_basis", ApexBasis.JUDGEMENT.value)
    return _set(document, cell, "apex", "true")


def _mark_outside(document: Document, cell: Cell, name: str) -> Mended:
    del name
    if document.is_simple:
        return _set(document, cell, "how", OUTSIDE)
    return _set(document, cell, "outside", "true")


def _add_line(document: Document, cell: Cell, name: str) -> Mended:
    if document.is_simple:
        return document, _cell(document, cell, "answers_to")
    return _add(document, "relations", {"from": name, "kind": "reports_to"}, "to")


def _fill_chair(document: Document, cell: Cell, name: str) -> Mended:
    if document.is_simple:
        return document, _cell(document, cell, "chair")
    return _add(document, "seats", {"body": name, "role": "chair"}, "held_by")


def _chair_vacant(document: Document, cell: Cell, name: str) -> Mended:
    if document.is_simple:
        return _set(document, cell, "chair", "vacant")
    vacant = {"body": name, "role": "chair", "standing": "vacant"}
    return _add(document, "seats", vacant, "standing")


def _fill_seat(document: Document, cell: Cell, name: str) -> Mended:
    del name
    if document.is_simple:
        return _set(document, cell, "chair", "")
    document, _ = _set(document, cell, "standing", "")
    return document, _cell(document, cell, "held_by")


def _add_body(document: Document, cell: Cell, name: str) -> Mended:
    del cell
    return _add(document, document.sheets[0].name, {"name": name}, "name")


_WAYS: Mapping[str, Callable[[Document, Cell, str], Mended]] = {
    "mark-end": _mark_end,
    "mark-outside": _mark_outside,
    "add-line": _add_line,
    "fill-chair": _fill_chair,
    "chair-vacant": _chair_vacant,
    "fill-seat": _fill_seat,
    "add-body": _add_body,
}


def _set(document: Document, cell: Cell, heading: str, text: str) -> Mended:
    """A text in the row of a cell, under a heading."""
    sheet, row, _ = cell
    found = _sheet(document, sheet).with_cell(row, heading, text)
    document = document.with_sheet(found)
    return document, _cell(document, cell, heading)


def _add(document: Document, name: str, cells: Mapping[str, str], look: str) -> Mended:
    """A row below the last that says anything."""
    sheet = _sheet(document, name)
    used = [n for n, row in enumerate(sheet.rows, 1) if any(cell.strip() for cell in row)]
    row = used[-1] if used else 0
    for heading, text in cells.items():
        sheet = sheet.with_cell(row, heading, text)
    if sheet.column(look) is None:
        sheet = sheet.with_cell(row, look, "")
    document = document.with_sheet(sheet)
    return document, _cell(document, (name, row, 0), look)


def _cell(document: Document, cell: Cell, heading: str) -> Cell:
    """The cell of the same row under a heading."""
    sheet, row, _ = cell
    return sheet, row, _sheet(document, sheet).column(heading) or 0


def _sheet(document: Document, name: str) -> Sheet:
    return document.sheet(name) or Sheet(name, ())
