"""A structure in a folder of files, each of them one table."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from govgraph.errors import Place
from govgraph.formats.account import Account, Skipped, skipped_by
from govgraph.formats.assemble import assemble
from govgraph.formats.problems import Problems, visible
from govgraph.formats.simple_sheet import SIMPLE
from govgraph.formats.table_documents import (
    MAPPED,
    all_documents,
    find_empty,
    format_unknown,
    is_simple,
    nearest_table,
)
from govgraph.formats.tables import RECORDS, Row, Table, known_table

ReadRows = Callable[[Path, Problems], Sequence[Row] | None]
"""Gives the rows of a file, headings first; nothing if it is no table, which has then been said."""


def read_tables(
    path: Path, files: Iterable[Path], read_rows: ReadRows, problems: Problems, first: int = 1
) -> Account:
    """The structure in those files that are tables; the others are named.

    Args:
        path: where the files stand.
        files: what may be tables.
        read_rows: how one of them is read.
        problems: where to say what is wrong.
        first: the number that people give to the row of the headings.

    Raises:
        LoadError: there is no table, or one cannot be read, or something in one is wrong.
    """
    tables: dict[str, Table] = {}
    left: list[Skipped] = []
    others: list[Path] = []
    for file in files:
        shown_path = visible(str(file))
        name = known_table(file.stem)
        if not name:
            left.append(Skipped(f"the file {shown_path}", format_unknown(file.stem)))
            others.append(file)
            continue
        if name in tables:
            message = f"the table '{name}' stands there twice; first in {tables[name].file}"
            problems.add(Place(shown_path, 0, 0), message)
            continue
        rows = read_rows(file, problems)
        tables[name] = Table(name, shown_path, rows or [[]], first=first)
    if not tables and not problems.found:
        tables, left = _simple_tables(others, read_rows, left)
    if not tables and not problems.found:
        alone = "this file is not named after a table; " + MAPPED
        message = "no file of this folder is named after a table" if path.is_dir() else alone
        place = Place(visible(str(path)), 0, 0)
        near = nearest_table(file.stem for file in others)
        problems.add(place, message, allowed=tuple(RECORDS), nearest=near)
    structure = assemble(all_documents(tables.values(), problems), problems)
    return Account(structure, skipped=(*find_empty(tables.values()), *left, *skipped_by(problems)))


def _simple_tables(
    files: Iterable[Path], read_rows: ReadRows, left: Sequence[Skipped]
) -> tuple[dict[str, Table], list[Skipped]]:
    """The files that are sheets with a row to each body, and what is left without them."""
    found: dict[str, Table] = {}
    for file in files:
        rows = read_rows(file, Problems())
        if rows and is_simple(rows):
            shown_path = visible(str(file))
            found[shown_path] = Table(SIMPLE, shown_path, rows)
    taken = {f"the file {path}" for path in found}
    return found, [each for each in left if each.what not in taken]
