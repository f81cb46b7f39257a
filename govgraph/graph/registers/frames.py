"""The tables of a register as Polars reads them, and what is wrong where it cannot."""

from __future__ import annotations

import csv
import gzip
import io
from typing import TYPE_CHECKING, Any

from govgraph.errors import LoadError, MissingExtraError, Place, Problem
from govgraph.formats.problems import Problems, nearest_spelling, shown, visible
from govgraph.model.kinds import RELATION_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import polars as pl

    from govgraph.graph.columns import Flags
    from govgraph.graph.registers.tables import TableFiles

FIRST_SEED, SECOND_SEED = 1, 2


def load_polars() -> Any:  # noqa: ANN401 - the module
    """Polars, which comes with the extra `scale`.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        import polars
    except ImportError:
        raise MissingExtraError("reading a register", "scale") from None
    return polars


def _refusals() -> tuple[type[BaseException], ...]:
    """What Polars raises of a file that it cannot read; of a damaged one it may panic."""
    polars = load_polars()
    return (polars.exceptions.PolarsError, polars.exceptions.PanicException, OSError)


def read_header(table: TableFiles, required: Sequence[str], known: Sequence[str]) -> list[str]:
    """The columns of a table that are known here; every part must have the same.

    Raises:
        LoadError: a column is missing, written twice, or probably misspelt.
    """
    problems = Problems()
    first = _columns_of(table, table.parts[0])
    where = visible(str(table.parts[0]))
    for place, column in enumerate(first, 1):
        at = Place(where, 1, place)
        if column in first[: place - 1]:
            problems.add(at, f"the column '{shown(column)}' is written twice")
        meant = "" if column in known else nearest_spelling(column, known)
        if meant and meant not in first:
            message = f"there is no column '{shown(column)}' here"
            problems.add(at, message, found=column, allowed=known, nearest=meant)
    for column in first if table.name == "bodies" else ():
        if column in RELATION_KINDS:
            message = (
                f"the relations of a register stand in a table of their own, not in '{column}'"
            )
            problems.add(Place(where, 1, first.index(column) + 1), message)
    for column in required:
        if column not in first:
            message = f"the column '{column}' is missing"
            problems.add(Place(where, 1, 1), message, allowed=tuple(known), nearest="")
    for part in table.parts[1:]:
        if _columns_of(table, part) != first:
            message = f"its columns are not those of {table.parts[0].name}"
            problems.add(Place(visible(str(part)), 1, 1), message)
    problems.raise_if_any()
    return [column for column in first if column in known]


def _columns_of(table: TableFiles, part: Path) -> list[str]:
    polars = load_polars()
    try:
        if part.suffix == ".parquet":
            return list(polars.read_parquet_schema(part))
        first = polars.read_csv(part, has_header=False, n_rows=1, infer_schema=False)
    except polars.exceptions.NoDataError:
        return []
    except _refusals() as error:
        raise _diagnose(table, error) from None
    return [str(column or "").removeprefix("\ufeff") for column in first.row(0)]


def read_frame(
    table: TableFiles, texts: Sequence[str], words: Sequence[str] = (), hashed: Sequence[str] = ()
) -> pl.DataFrame:
    """Some columns of a table, every cell as text, an empty one as none.

    Args:
        table: what is read.
        texts: columns with as many values as rows.
        words: columns of few different values, each kept once.
        hashed: columns of which both hashes are wanted, as `<column> 1` and `<column> 2`.

    Raises:
        LoadError: it cannot be read; says in which row, where that can be found.
    """
    polars = load_polars()
    hashes = [hash_ for column in hashed for hash_ in _hash(column)]
    try:
        types = polars.read_parquet_schema(table.parts[0]) if table.is_parquet else {}
        columns = [_as_text(column, types.get(column)) for column in texts]
        columns += [
            _as_text(column, types.get(column)).cast(polars.Categorical) for column in words
        ]
        chosen = _scan(table).select(columns)
        frame: pl.DataFrame = chosen.with_columns(hashes).collect(engine="streaming")
    except _refusals() as error:
        raise _diagnose(table, error) from None
    return frame


def _as_text(column: str, type_: pl.DataType | None) -> pl.Expr:
    """A column as the text of its cells: whole numbers without a point, a midnight as its day."""
    polars = load_polars()
    cell: pl.Expr = polars.col(column)
    text = cell.cast(polars.String)
    if type_ is not None and type_.is_float():
        whole = cell.cast(polars.Int64, strict=False)
        text = polars.when(whole == cell).then(whole.cast(polars.String)).otherwise(text)
    elif type_ == polars.Datetime:
        day = cell.dt.date().cast(polars.String)
        midnight = cell.dt.time() == polars.time(0, 0, 0)
        text = polars.when(midnight).then(day).otherwise(text)
    return text.alias(column)


def _scan(table: TableFiles) -> pl.LazyFrame:
    polars = load_polars()
    parts = list(table.parts)
    scanned: pl.LazyFrame = (
        polars.scan_parquet(parts, glob=False)
        if table.is_parquet
        else polars.scan_csv(parts, infer_schema=False, glob=False)
    )
    return scanned


def find_place(table: TableFiles, row: int, column: str) -> Place:
    """Where the cell of a row, counted from 0 over all parts, is written."""
    part = table.parts[0]
    for part in table.parts[:-1]:
        count = count_rows(table, part)
        if row < count:
            break
        row -= count
    else:
        part = table.parts[-1]
    line = row + (1 if table.is_parquet else 2)
    number = _columns_of(table, part).index(column) + 1
    return Place(str(part), line, number, f"{visible(str(part))}, row {line}, {column}")


def _diagnose(table: TableFiles, error: BaseException) -> LoadError:
    """What is wrong with a table that Polars refuses: row by row, in plain Python."""
    problems = Problems()
    for part in table.parts if not table.is_parquet else ():
        for row, message in _find_wrong_rows(part):
            cell = f"{visible(str(part))}, row {row}"
            problems.add(Place(str(part), row, 1, cell), message)
    if not problems.found:
        return _refuse(table.parts[0], error)
    try:
        problems.raise_if_any()
    except LoadError as found:
        return found
    raise AssertionError  # pragma: no cover


def _find_wrong_rows(part: Path) -> Iterator[tuple[int, str]]:
    """The rows of a CSV file, counted from 1, that have too many cells, or are no UTF-8."""
    try:
        text = io.StringIO(_decompress(part).decode("utf-8-sig"), newline="")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].count(b"\n")
        yield before + 1, "this is not written in UTF-8"
        return
    except (OSError, EOFError):
        yield 1, "this is not compressed as its name says"
        return
    width = 0
    for row, cells in enumerate(csv.reader(text), 1):
        width = width or len(cells)
        if len(cells) > width:
            yield row, f"there are {len(cells)} cells in this row, but {width} columns"


def _decompress(part: Path) -> bytes:
    """The bytes of a file; those of Zstandard are left to Polars, which says less."""
    if part.suffix == ".gz":
        return gzip.decompress(part.read_bytes())
    return b"" if part.suffix == ".zst" else part.read_bytes()


def _refuse(part: Path, error: BaseException) -> LoadError:
    """The file as a whole cannot be read."""
    says = (str(error).strip().splitlines() or ["for no reason that is given"])[0]
    place = Place(visible(str(part)), 0, 0)
    return LoadError((Problem(place, f"this cannot be read as a table: {shown(says)}"),))


def strip(frame: pl.DataFrame, column: str) -> pl.DataFrame:
    """The same without spaces around what stands in a column, and both its hashes anew."""
    polars = load_polars()
    bare = polars.col(column).str.strip_chars()
    stripped: pl.DataFrame = frame.with_columns(
        polars.when(bare != "").then(bare).alias(column)
    ).with_columns(_hash(column))
    return stripped


def _hash(column: str) -> list[pl.Expr]:
    """Both hashes of a column."""
    text = load_polars().col(column)
    seeds = enumerate((FIRST_SEED, SECOND_SEED), 1)
    return [text.hash(seed).alias(f"{column} {number}") for number, seed in seeds]


def choose(flags: Flags, those: pl.Series, others: pl.Series) -> pl.Series:
    """Of two columns the one where it is true, the other where not."""
    series: pl.Series = load_polars().Series(flags)
    return those.zip_with(series, others)


def count_rows(table: TableFiles, part: Path) -> int:
    """Number of rows in one part of a table."""
    one = type(table)(table.name, (part,))
    count: int = _scan(one).select(load_polars().len()).collect().item()
    return count
