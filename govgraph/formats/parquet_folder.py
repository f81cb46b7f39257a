"""A structure written as a folder of Parquet tables, one for each section.

The cells are those of CSV; flags are booleans and numbers whole numbers. `bodies` and `relations`
alone are a register (docs/scale.md), which reads the same files.
"""

import io
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from govgraph.errors import Place
from govgraph.formats.account import Account
from govgraph.formats.fields import Form
from govgraph.formats.files import list_files, read_bytes
from govgraph.formats.limits import Limits
from govgraph.formats.parquet_footer import FooterError, unpacked_size
from govgraph.formats.problems import Problems, shown, visible
from govgraph.formats.table_cells import cell_as_text
from govgraph.formats.table_folder import read_tables
from govgraph.formats.tables import RECORDS, field_under
from govgraph.model.structure import Structure
from govgraph.plugins import import_extra

SUFFIXES = (".parquet",)
_STANDARD_ERROR = 2
_MOST_INFLATED = 8
"""How many times the limit of a file its texts may come to when they are unpacked."""


def read_folder(path: Path, limits: Limits) -> Account:
    """The structure in the tables of a folder; files that are no table are named.

    Raises:
        LoadError: there is no table, or one cannot be read, or something in one is wrong.
        MissingExtraError: the extra `scale` is not installed.
    """
    problems = Problems(limits)
    files = list_files(path, SUFFIXES, problems)
    return read_tables(path, files, _rows, problems, first=0)


def read_file(path: Path, limits: Limits) -> Account:
    """The structure in one table alone, such as `bodies.parquet`.

    Raises:
        LoadError: it is no table of a structure, or something in it is wrong.
        MissingExtraError: the extra `scale` is not installed.
    """
    return read_tables(path, [path], _rows, Problems(limits), first=0)


def read_some(files: Iterable[Path]) -> Account:
    """The structure in some tables alone, such as those of declared kinds.

    Raises:
        LoadError: one is no table of a structure, or something in it is wrong.
        MissingExtraError: the extra `scale` is not installed.
    """
    chosen = list(files)
    return read_tables(chosen[0].parent, chosen, _rows, Problems(), first=0)


def write_folder(structure: Structure) -> Mapping[str, bytes]:
    """The bytes of each table of a structure, under the name of its file.

    Raises:
        OutputError: an id stands twice among things of one sort.
        MissingExtraError: the extra `scale` is not installed.
    """
    # Imported here, for most commands only read.
    from govgraph.formats.table_writing import structure_as_tables

    tables = structure_as_tables(structure)
    return {
        f"{each.name}.parquet": _content(each.name, each.headings, each.rows) for each in tables
    }


def _content(name: str, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """The bytes of one table; a cell that is empty holds nothing."""
    polars = import_extra("polars", "Parquet", "scale")
    types = {Form.FLAG: polars.Boolean, Form.NUMBER: polars.Int64, Form.STEPS: polars.Int64}
    columns = []
    for number, heading in enumerate(headings):
        field = field_under(RECORDS[name], heading)
        type_ = types.get(field.form, polars.String) if field else polars.String
        cells = [None if row[number] == "" else row[number] for row in rows]
        columns.append(polars.Series(heading, cells, type_))
    frame = polars.DataFrame(columns)
    out = io.BytesIO()
    frame.write_parquet(out)
    return out.getvalue()


def _rows(file: Path, problems: Problems) -> list[list[str]] | None:
    """The rows of one table as text, the names of its columns first."""
    polars = import_extra("polars", "Parquet", "scale")
    shown_path = visible(str(file))
    content = read_bytes(file, problems)
    if content is None:
        return None
    refusals = (polars.exceptions.PolarsError, polars.exceptions.PanicException, OSError)
    try:
        with _hushed():
            frame, wrong = _frame(polars, content, problems.limits)
    except refusals as error:
        said = str(error).splitlines()[0] if str(error) else "it is damaged"
        frame, wrong = None, f"cannot be read as Parquet: {shown(said)}"
    if frame is None:
        problems.add(Place(shown_path, 0, 0), wrong)
        return None
    columns = [[cell_as_text(cell) for cell in column] for column in frame]
    return [list(frame.columns), *(list(row) for row in zip(*columns, strict=True))]


@contextmanager
def _hushed() -> Iterator[None]:
    """What Polars prints of a damaged file before it raises, unheard."""
    try:
        heard = os.dup(_STANDARD_ERROR)
    except OSError:  # there is none
        yield
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, _STANDARD_ERROR)
    try:
        yield
    finally:
        os.dup2(heard, _STANDARD_ERROR)
        os.close(heard)
        os.close(nothing)


def _frame(polars: Any, content: bytes, limits: Limits) -> tuple[Any, str]:  # noqa: ANN401 - the library
    """A table as Polars reads it; or nothing, and what is wrong with it."""
    most = limits.file_bytes * _MOST_INFLATED
    too_large = f"unpacks to more than {most:,} bytes, the most that is read"
    try:
        if unpacked_size(content) > most:
            return None, too_large
    except FooterError as error:
        return None, f"cannot be read as Parquet: {error}"
    schema = polars.read_parquet_schema(io.BytesIO(content))
    wrong = _misshapen(polars, content, schema, limits)
    if wrong:
        return None, wrong
    frame = polars.read_parquet(io.BytesIO(content))
    # Texts that stand once in the file and in many cells are counted as the cells.
    texts = frame.select(polars.selectors.string().str.len_bytes().sum())
    if texts.width and sum(texts.row(0)) > most:
        return None, too_large
    return frame, ""


def _misshapen(polars: Any, content: bytes, schema: Mapping[str, Any], limits: Limits) -> str:  # noqa: ANN401
    """What is wrong with the shape of a table, judged before any cell is read; else nothing."""
    for name, type_ in schema.items():
        if type_.is_nested() or type_ in {polars.Binary, polars.Object}:
            return f"the column '{shown(name)}' holds {type_.base_type()}, not text or numbers"
    rows = polars.scan_parquet(io.BytesIO(content)).select(polars.len()).collect().item()
    if rows * len(schema) > limits.nodes:
        return (
            f"the table has more than {limits.nodes:,} cells; ask it as a register, with --register"
        )
    return ""
