"""Names in place of ids: people know bodies by their names, and the reader understands both."""

from collections.abc import Callable

from govgraph.desk.document import Document, Sheet
from govgraph.formats.table_cells import join_cell, split_cell
from govgraph.model.names import NamedT, NameIndex
from govgraph.model.structure import Structure

_ONE = {"relations": ("from", "to"), "seats": ("body",), "waivers": ("body",)}
_SEVERAL = {"bodies": ("succeeds",), "milestones": ("bodies",)}
_PEOPLE = {"seats": ("held_by",)}
HIDDEN = {"bodies": ("id",), "people": ("id",)}
"""The columns that the page keeps and does not show."""

Find = Callable[[str], str]


def with_names(document: Document, structure: Structure) -> Document:
    """A full document with names where ids stand; an id stays where its name is another's too."""
    body, person = _finder(structure.bodies), _finder(structure.people)
    for sheet in document.sheets:
        changed = sheet
        for heading in _ONE.get(sheet.name, ()):
            changed = _replaced(changed, heading, body)
        for heading in _SEVERAL.get(sheet.name, ()):
            changed = _replaced(changed, heading, _each(body))
        for heading in _PEOPLE.get(sheet.name, ()):
            changed = _replaced(changed, heading, _each(person))
        document = document.with_sheet(changed)
    return document


def renamed(document: Document, old: str, new: str) -> Document:
    """The document with a body's new name wherever its old one stood for it."""

    def find(written: str) -> str:
        return new if written.strip() == old else written

    columns = {name: (*_ONE.get(name, ()), *_SEVERAL.get(name, ())) for name in {*_ONE, *_SEVERAL}}
    for sheet in document.sheets:
        changed = sheet
        for heading in columns.get(sheet.name, ("answers_to",)):
            changed = _replaced(changed, heading, _semicolons(find))
        document = document.with_sheet(changed)
    return document


def _replaced(sheet: Sheet, heading: str, find: Find) -> Sheet:
    """The sheet with what `find` gives for each cell of a column."""
    column = sheet.column(heading)
    if column is None:
        return sheet
    rows = (
        (*row[:column], find(row[column]) if row[column] else "", *row[column + 1 :])
        for row in sheet.rows
    )
    return Sheet(sheet.name, sheet.headings, tuple(rows))


def _each(find: Find) -> Find:
    """The same of a cell that may hold several."""
    return lambda cell: join_cell([find(one) for one in split_cell(cell)])


def _semicolons(find: Find) -> Find:
    """The same of a cell in which `;` or `|` may stand between several."""

    def each(cell: str) -> str:
        for between in (";", "|"):
            if between in cell:
                parts = [find(part.strip()) for part in cell.split(between)]
                return f"{between} ".join(parts) if between == ";" else between.join(parts)
        return find(cell)

    return each


def _finder(known: tuple[NamedT, ...]) -> Find:
    """What gives the name of the one with an id, if nobody else goes by it."""
    names = {item.id: item.name for item in known}
    index = NameIndex(known)

    def find(id_: str) -> str:
        name = names.get(id_, "")
        found = index.find(name) if name and name not in names else ()
        return name if [each.id for each in found] == [id_] else id_

    return find
