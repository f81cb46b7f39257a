"""A document from a file, several files, a template or a paper that comes with the program."""

from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

import govgraph
from govgraph.desk.desk_names import with_names
from govgraph.desk.document import WHOLE, Document, Sheet, as_heading, filled, working_folder
from govgraph.errors import SettingsError
from govgraph.formats.csv_text import read_rows
from govgraph.formats.headed_rows import tidy_heading
from govgraph.formats.problems import Problems
from govgraph.formats.simple_sheet import ABOVE, COLUMNS, SIMPLE, headings_of
from govgraph.formats.table_writing import structure_as_tables
from govgraph.formats.workbook_rows import read_sheets
from govgraph.model.structure import Structure

PAPERS = {
    "hampshire": "Hampshire and Hart, 2010",
    "oxfordshire": "Oxfordshire, 2009 and 2017",
    "worcestershire": "Worcestershire, 2010",
}
"""The real papers that the desk carries."""
FIRST = ("bodies", "relations", "seats", "people", "sources")
"""The sheets that a full document always has."""
_WORKBOOKS = (".xlsx", ".xlsm")
_TABLES = (".csv", ".tsv")


def blank_document() -> Document:
    """A simple document with nothing in it."""
    return Document((Sheet(SIMPLE, tuple(as_heading(each.name) for each in COLUMNS)),))


def example_document() -> Document:
    """The example of the form."""
    form = files("govgraph.templates") / "forms" / "simple.csv"
    rows = read_rows(form.read_bytes(), form.name, Problems()) or []
    return _simple(rows, 0)


def paper_document(name: str) -> Document:
    """One of the real papers.

    Raises:
        SettingsError: there is no such paper.
    """
    if name not in PAPERS:
        raise SettingsError(f"there is no paper '{name}' (allowed: {', '.join(PAPERS)})")
    return full_document(govgraph.load(str(files("govgraph.data") / name)))


def open_files(given: Mapping[str, bytes]) -> Document:
    """The document in a file, or in several that belong together.

    Raises:
        LoadError: it cannot be read; carries every problem.
    """
    with working_folder():
        paths = [Path(Path(name).name) for name in given]
        for path, content in zip(paths, given.values(), strict=True):
            path.write_bytes(content)
        simple = _find_simple(paths[0]) if len(paths) == 1 else None
        if simple:
            return simple
        return full_document(govgraph.load(paths[0] if len(paths) == 1 else Path()))


def full_document(structure: Structure) -> Document:
    """A structure as a sheet for each of its tables, bodies and people by name."""
    tables = structure_as_tables(structure, whole=FIRST)
    sheets = [
        Sheet(
            each.name,
            each.headings,
            tuple(tuple(_as_text(cell) for cell in row) for row in each.rows),
        )
        for each in tables
    ]
    document = with_names(Document(tuple(sheets)), structure)
    order = {name: place for place, name in enumerate(FIRST)}
    listed = sorted(document.sheets, key=lambda sheet: order.get(sheet.name, len(order)))
    return _with_about(Document(tuple(listed)))


def _with_about(document: Document) -> Document:
    """The document with its title, date and place above the sheets."""
    whole = document.sheet(WHOLE)
    if whole is None or not whole.rows:
        return document
    about = {word: whole.cell(0, name) for word, name in ABOVE.items()}
    kept = [n for n, head in enumerate(whole.headings) if head not in ABOVE.values()]
    rest = Sheet(
        WHOLE,
        tuple(whole.headings[n] for n in kept),
        tuple(tuple(row[n] for n in kept) for row in whole.rows),
    )
    return Document(document.with_sheet(rest).sheets, about)


def _find_simple(path: Path) -> Document | None:
    """The document in a file with a row to each body, if it is one."""
    suffix = path.suffix.lower()
    if suffix in _TABLES:
        found = [read_rows(path.read_bytes(), path.name, Problems()) or []]
    elif suffix in _WORKBOOKS:
        found = [rows for _, rows in read_sheets(path, Problems())]
    else:
        return None
    simple = [(rows, at) for rows in found if (at := headings_of(rows)) is not None]
    return _simple(*simple[0]) if len(simple) == 1 else None


def _simple(rows: Sequence[Sequence[str]], at: int) -> Document:
    """The document in the rows of a sheet, whose headings stand in row `at`."""
    about: dict[str, str] = {}
    for cells in rows[:at]:
        words = [cell.strip() for cell in cells if cell.strip()]
        label = tidy_heading(words[0].rstrip(":")) if words else ""
        if label in ABOVE and len(words) > 1:
            about[label] = words[1]
        elif len(words) == 1 and label not in ABOVE:
            about["title"] = words[0]
    headings = tuple(cell.strip() for cell in rows[at])
    width = max((n for n, head in enumerate(headings, 1) if head), default=0)
    sheet = Sheet(SIMPLE, headings[:width], filled(rows[at + 1 :], width))
    return Document((sheet,), about)


def _as_text(cell: object) -> str:
    """A cell of a written table as it is typed."""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)
