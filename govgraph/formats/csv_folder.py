"""A structure written as a folder of CSV tables, one for each section."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from govgraph.formats.account import Account
from govgraph.formats.csv_text import SUFFIXES, read_rows, write_rows
from govgraph.formats.files import list_files, read_bytes
from govgraph.formats.limits import Limits
from govgraph.formats.problems import Problems, visible
from govgraph.formats.table_folder import read_tables
from govgraph.formats.tables import known_table
from govgraph.model.structure import Structure


def read_folder(path: Path, limits: Limits) -> Account:
    """The structure in the tables of a folder; files that are no table are named.

    Raises:
        LoadError: there is no table, or one cannot be read, or something in one is wrong.
    """
    problems = Problems(limits)
    return read_tables(path, list_files(path, SUFFIXES, problems), _rows, problems)


def read_file(path: Path, limits: Limits) -> Account:
    """The structure in one table alone, such as `bodies.csv`.

    Raises:
        LoadError: it is no table of a structure, or something in it is wrong.
    """
    return read_tables(path, [path], _rows, Problems(limits))


def read_some(files: Iterable[Path]) -> Account:
    """The structure in some tables alone, such as those of declared kinds.

    Raises:
        LoadError: one is no table of a structure, or something in it is wrong.
    """
    chosen = list(files)
    return read_tables(chosen[0].parent, chosen, _rows, Problems())


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


def _rows(file: Path, problems: Problems) -> list[list[str]] | None:
    """The rows of one table, its headings first."""
    content = read_bytes(file, problems)
    return None if content is None else read_rows(content, visible(str(file)), problems)
