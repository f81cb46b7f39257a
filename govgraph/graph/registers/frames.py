"""The tables of a register as Polars reads them, and what is wrong where it cannot."""

from __future__ import annotations

import csv
import gzip
from typing import TYPE_CHECKING, Any

from govgraph.errors import MissingExtraError, Place
from govgraph.formats.problems import Problems, nearest_spelling, shown, visible
from govgraph.graph.registers.diagnosis import UNREADABLE, diagnose
from govgraph.model.kinds import RELATION_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import polars as pl

    from govgraph.graph.columns import Flags
    from govgraph.graph.registers.identifiers import Hashes
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
    return (polars.exceptions.PolarsError, polars.exceptions.PanicException, *UNREADABLE)


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
        if part.suffix != ".zst":
            return _read_first_row(part)
        first = polars.read_csv(part, has_header=False, n_rows=1, infer_schema=False)
    except polars.exceptions.NoDataError:
        return []
    except _refusals() as error:
        raise diagnose(table, error) from None
    cells = first.row(0) if len(first) else ()  # a quotation mark that is never closed
    return [str(column or "").removeprefix("\ufeff") for column in cells]


def _read_first_row(part: Path) -> list[str]:
    """The first row of a CSV file; Polars takes 60 ms and more to give no more than that."""
    opening = gzip.open if part.suffix == ".gz" else open
    with opening(part, "rt", encoding="utf-8-sig", newline="") as file:
        return next((row for row in csv.reader(file) if row), [])


def read_frame(
    table: TableFiles,
    texts: Sequence[str],
    words: Sequence[str] = (),
    hashed: Sequence[str] = (),
    *,
    strictly: bool = False,
) -> pl.DataFrame:
    """Some columns of a table, every cell as text, an empty one as none.

    Args:
        table: what is read.
        texts: columns with as many values as rows.
        words: columns of few different values, each kept once.
        hashed: columns of which both hashes are wanted, as `<column> 1` and `<column> 2`.
        strictly: whether rows with too many cells are refused, for which every column is parsed.

    Raises:
        LoadError: it cannot be read; says in which row, where that can be found.
    """
    polars = load_polars()
    try:
        chosen = _choose(table, texts, words, hashed)
        wanted = polars.QueryOptFlags(projection_pushdown=table.is_parquet or not strictly)
        frame: pl.DataFrame = chosen.collect(engine="streaming", optimizations=wanted)
    except _refusals() as error:
        raise diagnose(table, error) from None
    return frame


def read_batches(
    table: TableFiles, texts: Sequence[str], words: Sequence[str] = (), hashed: Sequence[str] = ()
) -> Iterator[pl.DataFrame]:
    """The same strictly, some ten thousand rows at a time, so that their text need not be kept.

    Polars calls `collect_batches` unstable; without it, slices of `read_frame` do as well and hold
    the whole table.

    Raises:
        LoadError: it cannot be read; says in which row, where that can be found.
    """
    wanted = load_polars().QueryOptFlags(projection_pushdown=table.is_parquet)
    try:
        chosen = _choose(table, texts, words, hashed)
        yield from chosen.collect_batches(engine="streaming", optimizations=wanted)
    except _refusals() as error:
        raise diagnose(table, error) from None


def _choose(
    table: TableFiles, texts: Sequence[str], words: Sequence[str], hashed: Sequence[str]
) -> pl.LazyFrame:
    polars = load_polars()
    types = polars.read_parquet_schema(table.parts[0]) if table.is_parquet else {}
    columns = [_as_text(column, types.get(column)) for column in texts]
    columns += [_as_text(column, types.get(column)).cast(polars.Categorical) for column in words]
    hashes = [hash_ for column in hashed for hash_ in _hash(column)]
    chosen: pl.LazyFrame = _scan(table).select(columns).with_columns(hashes)
    return chosen


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


def hashes_of(frame: pl.DataFrame, column: str) -> tuple[Hashes, Hashes]:
    """Both hashes of a column that was read with them."""
    return frame[f"{column} 1"].to_numpy(), frame[f"{column} 2"].to_numpy()


def join(parts: Iterable[pl.Series]) -> pl.Series:
    """Columns one after another as one; of no parts an empty column of words."""
    polars = load_polars()
    kept = list(parts)
    joined: pl.Series = polars.concat(kept) if kept else polars.Series(dtype=polars.Categorical)
    return joined


def choose(flags: Flags, those: pl.Series, others: pl.Series) -> pl.Series:
    """Of two columns the one where it is true, the other where not."""
    series: pl.Series = load_polars().Series(flags)
    return those.zip_with(series, others)


def count_rows(table: TableFiles, part: Path) -> int:
    """Number of rows in one part of a table."""
    one = type(table)(table.name, (part,))
    count: int = _scan(one).select(load_polars().len()).collect().item()
    return count
