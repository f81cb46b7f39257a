"""The tables of a register as Polars reads them, and what is wrong where it cannot."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from govgraph.errors import MissingExtraError
from govgraph.registers.reading.diagnosis import UNREADABLE, diagnose, note_faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import polars as pl

    from govgraph.formats.problems import Problems
    from govgraph.formats.register.register_files import TableFiles
    from govgraph.graph.line_columns import Flags, Rows
    from govgraph.registers.reading.hashed_identifiers import Hashes

FIRST_SEED, SECOND_SEED = 1, 2
BATCH = 120_000
"""Rows that are read together: of fewer the calls for each batch cost a twentieth more."""
SLICE = 250_000
"""Rows of Parquet that are read together where memory is short."""


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


def refusals() -> tuple[type[BaseException], ...]:
    """What Polars raises of a file that it cannot read; of a damaged one it may panic."""
    polars = load_polars()
    return (polars.exceptions.PolarsError, polars.exceptions.PanicException, *UNREADABLE)


def read_frame(table: TableFiles, texts: Sequence[str], words: Sequence[str] = ()) -> pl.DataFrame:
    """Some columns of a table, every cell as text, an empty one as none.

    Args:
        table: what is read.
        texts: columns with as many values as rows.
        words: columns of few different values, each kept once.

    Raises:
        LoadError: it cannot be read; says in which row, where that can be found.
    """
    try:
        frame: pl.DataFrame = _choose(table, texts, words).collect(engine="streaming")
    except refusals() as error:
        raise diagnose(table, error) from None
    return frame


def read_strictly(
    table: TableFiles,
    texts: Sequence[str],
    words: Sequence[str],
    hashed: Sequence[str],
    problems: Problems,
) -> pl.DataFrame | None:
    """The same, every column parsed; what is wrong is noted, and what can be read of it is.

    Args:
        table: what is read.
        texts: columns with as many values as rows.
        words: columns of few different values, each kept once.
        hashed: columns of which both hashes are wanted, as `<column> 1` and `<column> 2`.
        problems: where to say what is wrong.
    """
    wanted = load_polars().QueryOptFlags(projection_pushdown=table.is_parquet)
    try:
        chosen = _choose(table, texts, words, hashed)
        frame: pl.DataFrame = chosen.collect(engine="streaming", optimizations=wanted)
    except refusals() as error:
        note_faults(table, error, problems)
        return _read_leniently(table, texts, words, hashed)
    return frame


def read_batches(
    table: TableFiles,
    texts: Sequence[str],
    words: Sequence[str],
    hashed: Sequence[str],
    problems: Problems,
) -> Iterator[pl.DataFrame]:
    """The same some hundred thousand rows at a time, so that their text need not be kept.

    Polars calls `collect_batches` unstable; without it, slices of `read_frame` do as well and hold
    the whole table.
    """
    wanted = load_polars().QueryOptFlags(projection_pushdown=table.is_parquet)
    given = 0
    try:
        chosen = _choose(table, texts, words, hashed)
        for frame in chosen.collect_batches(
            chunk_size=BATCH, engine="streaming", optimizations=wanted
        ):
            yield frame
            given += len(frame)
    except refusals() as error:
        note_faults(table, error, problems)
        rest = _read_leniently(table, texts, words, hashed)
        if rest is not None:
            yield rest[given:]


def read_slices(
    table: TableFiles,
    texts: Sequence[str],
    words: Sequence[str],
    hashed: Sequence[str],
    problems: Problems,
) -> Iterator[pl.DataFrame]:
    """The same by slices of Parquet, of which Polars reads no more ahead: a fifth of the memory.

    Of CSV a slice could only be found by reading all that stands before it.
    """
    if not table.is_parquet:
        yield from read_batches(table, texts, words, hashed, problems)
        return
    polars = load_polars()
    try:
        for part in table.parts:
            one = replace(table, parts=(part,))
            chosen = _choose(one, texts, words, hashed)
            count = scan(one).select(polars.len()).collect().item()
            for start in range(0, count, SLICE):
                yield chosen.slice(start, SLICE).collect(engine="streaming")
    except refusals() as error:
        note_faults(table, error, problems)


def _read_leniently(
    table: TableFiles, texts: Sequence[str], words: Sequence[str], hashed: Sequence[str]
) -> pl.DataFrame | None:
    """Rows with too many cells cut off, letters that are none replaced; None if that is no help.

    What such rows hold is not used: only what else is wrong is to be told beside them.
    """
    try:
        chosen = _choose(table, texts, words, hashed, leniently=True)
        frame: pl.DataFrame = chosen.collect(engine="streaming")
    except refusals():
        return None
    return frame


def _choose(
    table: TableFiles,
    texts: Sequence[str],
    words: Sequence[str] = (),
    hashed: Sequence[str] = (),
    *,
    leniently: bool = False,
) -> pl.LazyFrame:
    polars = load_polars()
    if table.is_parquet and _differ(table.parts):
        each = [replace(table, parts=(part,)) for part in table.parts]
        joined: pl.LazyFrame = polars.concat([_choose(one, texts, words, hashed) for one in each])
        return joined
    types = scan(table).collect_schema() if table.is_parquet else {}
    columns = [_as_text(column, types.get(column)) for column in hashed]
    columns += [_bare(_as_text(name, types.get(name))) for name in texts if name not in hashed]
    columns += [_as_text(column, types.get(column)).cast(polars.Categorical) for column in words]
    hashes = [hash_ for column in hashed for hash_ in _hash(column)]
    chosen: pl.LazyFrame = scan(table, leniently=leniently).select(columns).with_columns(hashes)
    return chosen


def _differ(parts: Sequence[Path]) -> bool:
    """Whether parts of a table have columns of different types, which Polars does not join."""
    return len(parts) > 1 and len({tuple(read_schema(part).items()) for part in parts}) > 1


def read_schema(part: Path) -> pl.Schema:
    """The columns of a Parquet file with their types, looked up once while it is as it was."""
    written = part.stat()
    return _read_schema(part, written.st_size, written.st_mtime_ns)


@lru_cache(maxsize=10_000)
def _read_schema(part: Path, _size: int, _time: int) -> pl.Schema:
    schema: pl.Schema = load_polars().read_parquet_schema(part)
    return schema


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


def _bare(text: pl.Expr) -> pl.Expr:
    """Text without spaces around it, and none where nothing else stands there.

    Hashed columns are spared: their readers look for spaces only where something is wrong.
    """
    return text.str.strip_chars().replace("", None)


def scan(table: TableFiles, *, leniently: bool = False) -> pl.LazyFrame:
    """Every column of a table under the name it is called by, without rows that are blank."""
    polars = load_polars()
    parts = list(table.parts)
    if table.is_parquet:
        scanned: pl.LazyFrame = polars.scan_parquet(parts, glob=False)
    else:
        scanned = polars.scan_csv(
            parts,
            separator=table.separator,
            infer_schema=False,  # an identifier 007 is no number
            glob=False,  # a name may have brackets in it
            truncate_ragged_lines=leniently,
            encoding="utf8-lossy" if leniently else "utf8",
        )
    if table.headings:
        scanned = scanned.rename(dict(table.headings))
    return scanned.filter(~is_blank()) if table.blank else scanned


def is_blank() -> pl.Expr:
    """Whether nothing is written in a row of text."""
    polars = load_polars()
    blank: pl.Expr = polars.all_horizontal(polars.all().str.strip_chars().fill_null("") == "")
    return blank


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


def take_few(frame: pl.DataFrame, rows: Rows) -> pl.DataFrame:
    """A few rows, whose texts do not keep in memory all those that they stand among."""
    some: pl.DataFrame = frame[rows.tolist()]
    few: pl.DataFrame = load_polars().DataFrame(some.to_dict(as_series=False), some.schema)
    return few


def choose(flags: Flags, those: pl.Series, others: pl.Series) -> pl.Series:
    """Of two columns the one where it is true, the other where not."""
    series: pl.Series = load_polars().Series(flags)
    return those.zip_with(series, others)
