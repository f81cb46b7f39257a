"""A structure written as a workbook with a sheet for each table: .xlsx, .xlsm, .xls or .ods.

What people do in workbooks has one answer each, listed in docs/formats.md.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from govgraph.errors import Place
from govgraph.formats.account import Account, Skipped, skipped_by
from govgraph.formats.assemble import assemble
from govgraph.formats.files import read_bytes
from govgraph.formats.limits import Limits
from govgraph.formats.problems import Problems, column_letters, visible
from govgraph.formats.simple_sheet import SIMPLE, headings_of
from govgraph.formats.table_documents import (
    MAPPED,
    all_documents,
    find_empty,
    format_unknown,
    nearest_table,
)
from govgraph.formats.tables import LISTS, RECORDS, Table, headings_at, known_table
from govgraph.formats.workbook_rows import (
    is_empty,
    is_hidden,
    open_sheet,
    open_workbook,
    sheet_rows,
)
from govgraph.formats.workbook_values import find_missing_values
from govgraph.model.structure import Structure


def read_file(path: Path, limits: Limits) -> Account:
    """The structure in the sheets of a workbook; sheets that are left are named.

    Raises:
        LoadError: it cannot be read, no sheet is a table, or something in one is wrong.
        MissingExtraError: the extra `excel` is not installed.
    """
    problems = Problems(limits)
    file = visible(str(path))
    content = read_bytes(path, problems)
    left: list[Skipped] = []
    tables: list[Table] = []
    workbook = None if content is None else open_workbook(content, file, problems)
    if content is not None and workbook is not None:
        tables = _tables(workbook, content, file, problems, left)
    if not tables and not problems.found:
        from govgraph.formats import organogram

        if organogram.holds_posts(path, limits):
            return organogram.read_file(path, limits)
        message = f"no visible sheet of this workbook is named after a table; {MAPPED}"
        sheets = workbook.sheets_metadata if workbook else ()
        near = nearest_table(sheet.name for sheet in sheets if not is_hidden(sheet))
        problems.add(Place(file, 0, 0), message, allowed=tuple(RECORDS), nearest=near)
    structure = assemble(all_documents(tables, problems), problems)
    return Account(structure, skipped=(*find_empty(tables), *left, *skipped_by(problems)))


def write_content(structure: Structure) -> bytes:
    """The bytes of a workbook that holds a structure; the same structure gives the same bytes.

    Raises:
        OutputError: a text is longer than a cell can hold, or there are more rows than in a sheet.
        MissingExtraError: the extra `excel` is not installed.
    """
    # Imported here, for most commands only read.
    from govgraph.formats.table_writing import structure_as_tables
    from govgraph.formats.workbook_writing import tables_as_workbook

    return tables_as_workbook(structure_as_tables(structure))


def _tables(
    workbook: Any,  # noqa: ANN401 - the library ships no such type to import early
    content: bytes,
    file: str,
    problems: Problems,
    left: list[Skipped],
) -> list[Table]:
    """The sheets that are tables; the others are put among what is left."""
    found: dict[str, Table] = {}
    for sheet in workbook.sheets_metadata:
        name = known_table(sheet.name)
        what = f"the sheet '{visible(sheet.name)}' of {file}"
        hidden = is_hidden(sheet)
        if hidden and sheet.name == LISTS:
            continue  # what we put there ourselves, for columns to choose from
        if hidden:
            left.append(Skipped(what, "it is hidden"))
        elif simple := _simple(workbook, sheet.name, file, problems):
            found[f"{SIMPLE} {sheet.name}"] = simple
        elif not name:
            empty = is_empty(workbook, sheet.name)
            left.append(Skipped(what, "it is empty" if empty else format_unknown(sheet.name)))
        elif name in found:
            message = f"the table '{name}' stands there twice; first as '{found[name].sheet}'"
            problems.add(Place(file, 0, 0), message)
        else:
            opened = open_sheet(workbook, sheet.name, file, problems)
            found[name] = (
                _table(opened, name, file, problems) if opened else Table(name, file, [[]])
            )
    for name, row, column, message in find_missing_values(content):
        if known_table(name) in found:
            cell = f"{visible(name)}!{column_letters(column)}{row}"
            problems.add(Place(file, row, column, cell), message)
    return list(found.values())


def _simple(
    workbook: Any,  # noqa: ANN401 - as above
    name: str,
    file: str,
    problems: Problems,
) -> Table | None:
    """A sheet with a row to each body, if it is one."""
    sheet = open_sheet(workbook, name, file, Problems())
    rows = sheet_rows(sheet, file, Problems()) if sheet else []
    at = headings_of(rows)
    if at is None:
        return None
    _fill_merged(rows, sheet.merged_cell_ranges or (), at)
    del problems
    return Table(SIMPLE, file, rows, visible(name))


def _table(sheet: Any, name: str, file: str, problems: Problems) -> Table:  # noqa: ANN401 - as above
    """The rows of one sheet as text, merged cells below the headings filled downward."""
    rows = sheet_rows(sheet, file, problems)
    table = Table(name, file, rows or [[]], visible(sheet.name))
    _fill_merged(rows, sheet.merged_cell_ranges or (), headings_at(table))
    return table


def _fill_merged(
    rows: list[list[str]],
    ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]],
    headings: int,
) -> None:
    """Let a merged cell say the same for every row that it spans."""
    for (top, column), (bottom, _) in ranges:
        for row in range(top + 1, min(bottom + 1, len(rows))):
            if top > headings and column < len(rows[row]):
                rows[row][column] = rows[top][column]
