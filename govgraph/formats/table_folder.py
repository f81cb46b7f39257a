"""A structure in a folder of files, each of them one table."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from govgraph.errors import Place
from govgraph.formats.account import Account, Left
from govgraph.formats.assemble import assemble
from govgraph.formats.problems import Problems, visible
from govgraph.formats.table_names import find_empty, nearest_table, say_unknown
from govgraph.formats.tables import RECORDS, Row, Table, documents, known_table

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
    left: list[Left] = []
    strange: list[str] = []
    for file in files:
        shown_path = visible(str(file))
        name = known_table(file.stem)
        if not name:
            left.append(Left(f"the file {shown_path}", say_unknown(file.stem)))
            strange.append(file.stem)
            continue
        if name in tables:
            message = f"the table '{name}' stands there twice; first in {tables[name].file}"
            problems.add(Place(shown_path, 0, 0), message)
            continue
        rows = read_rows(file, problems)
        tables[name] = Table(name, shown_path, rows or [[]], first=first)
    if not tables and not problems.found:
        message = "no file of this folder is named after a table"
        place = Place(visible(str(path)), 0, 0)
        near = nearest_table(strange)
        problems.add(place, message, allowed=tuple(RECORDS), nearest=near)
    structure = assemble(documents(tables.values(), problems), problems)
    return Account(structure, left=(*find_empty(tables.values()), *left))
