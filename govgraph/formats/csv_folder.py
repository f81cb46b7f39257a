"""A structure written as a folder of CSV tables, one for each section."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from govgraph.errors import Place
from govgraph.formats.account import Account, Left
from govgraph.formats.assemble import assemble
from govgraph.formats.csv_text import read_rows, write_rows
from govgraph.formats.files import list_files, read_bytes
from govgraph.formats.limits import Limits
from govgraph.formats.problems import Problems, visible
from govgraph.formats.tables import RECORDS, Table, documents, known_table
from govgraph.model.structure import Structure

SUFFIXES = (".csv", ".tsv")


def read_folder(path: Path, limits: Limits) -> Account:
    """The structure in the tables of a folder; files that are no table are named.

    Raises:
        LoadError: there is no table, or one cannot be read, or something in one is wrong.
    """
    problems = Problems(limits)
    return _read(path, list_files(path, SUFFIXES, problems), problems)


def read_file(path: Path, limits: Limits) -> Account:
    """The structure in one table alone, such as `bodies.csv`.

    Raises:
        LoadError: it is no table of a structure, or something in it is wrong.
    """
    return _read(path, [path], Problems(limits))


def is_table(path: Path) -> bool:
    """Whether a file is named like a table of a structure."""
    return bool(known_table(path.stem))


def write_folder(structure: Structure) -> Mapping[str, bytes]:
    """The bytes of each table of a structure, under the name of its file."""
    # Imported here, for most commands only read.
    from govgraph.formats.table_writing import structure_as_tables

    return {
        f"{table.name}.csv": write_rows([table.headings, *table.rows])
        for table in structure_as_tables(structure)
    }


def _read(path: Path, files: Iterable[Path], problems: Problems) -> Account:
    """The structure in those files that are tables."""
    tables: dict[str, Table] = {}
    left: list[Left] = []
    for file in files:
        shown_path = visible(str(file))
        name = known_table(file.stem)
        if not name:
            why = "no table of a structure goes by that name"
            left.append(Left(f"the file {shown_path}", why))
            continue
        if name in tables:
            message = f"the table '{name}' stands there twice; first in {tables[name].file}"
            problems.add(Place(shown_path, 0, 0), message)
            continue
        content = read_bytes(file, problems)
        rows = None if content is None else read_rows(content, shown_path, problems)
        tables[name] = Table(name, shown_path, rows or [[]])
    if not tables and not problems.found:
        message = "no file of this folder is named after a table"
        problems.add(Place(visible(str(path)), 0, 0), message, allowed=tuple(RECORDS))
    structure = assemble(documents(tables.values(), problems), problems)
    return Account(structure, left=tuple(left))
