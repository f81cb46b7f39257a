"""Rows about bodies and relations of a register, by the million: sentences, places, files."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import chain
from typing import IO, TYPE_CHECKING, Any

import numpy as np

from govgraph.graph.number_columns import find_distinct
from govgraph.registers.reading.frames import load_polars
from govgraph.registers.reading.hashed_identifiers import UNKNOWN
from govgraph.registers.reading.row_places import find_lines
from govgraph.wording.verbs import AFTER_HEAD, SEVERAL, agree_gap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import polars as pl

    from govgraph.graph.line_columns import Integers, Rows
    from govgraph.registers.reading.categorical import Words
    from govgraph.registers.reading.register import Register


GROUP = 50_000
"""Rows of a Parquet file that are compressed together."""


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """What stands in a sentence: the name of a body."""

    bodies: Integers


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """What stands in a sentence: a number."""

    numbers: Integers


@dataclass(frozen=True, slots=True, eq=False)
class Worded:
    """What stands in a sentence: the word of a row."""

    words: Words
    rows: Integers


@dataclass(frozen=True, slots=True, eq=False)
class End:
    """What stands in a sentence: the identifier at one end of a relation, known or not."""

    rows: Integers
    upper: bool


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What stands in a sentence: a text of its own, which is made when somebody reads it."""

    make: Callable[[], Sequence[str]]


Fill = Named | Counted | Worded | End | Told


def choose_fill(fill: Fill, places: Rows) -> Fill:
    """What stands in some of the sentences, by their places."""
    if isinstance(fill, Named):
        return Named(fill.bodies[places])
    if isinstance(fill, Counted):
        return Counted(fill.numbers[places])
    if isinstance(fill, Worded):
        return Worded(fill.words, fill.rows[places])
    if isinstance(fill, End):
        return End(fill.rows[places], fill.upper)
    return Told(lambda: [fill.make()[place] for place in places.tolist()])


def make_sentences(
    register: Register, says: str, fills: Sequence[Fill], some: slice | Rows
) -> pl.Series:
    """A sentence with a `{}` for each of `fills`, for some of their rows; one if there are none.

    Verbs are as the names before them ask: `Local partnerships answer to`.
    """
    polars = load_polars()
    columns = [_texts(register, fill, some) for fill in fills]
    if not columns:
        return _series([says])
    frame = polars.DataFrame([column.alias(str(at)) for at, column in enumerate(columns)])
    named = [at for at, fill in enumerate(fills) if isinstance(fill, Named)]
    made: pl.Series = frame.select(_agreeing(says, frame.columns, named)).to_series()
    return made


def _agreeing(says: str, columns: Sequence[str], named: Sequence[int]) -> pl.Expr:
    """A sentence whose verbs agree with the names at some of its gaps; few sentences have any."""
    polars = load_polars()
    said: pl.Expr = polars.format(says, *columns)
    for at in named:
        several = agree_gap(says, at)
        if several != says:
            head = polars.col(columns[at]).str.strip_chars().str.replace(AFTER_HEAD, "")
            others = [other for other in named if other > at]
            said = (
                polars.when(head.str.contains(SEVERAL))
                .then(_agreeing(several, columns, others))
                .otherwise(_agreeing(says, columns, others))
            )
            break
    return said


def _texts(register: Register, fill: Fill, some: slice | Rows) -> pl.Series:
    if isinstance(fill, Named):
        return register.bodies.names.gather(fill.bodies[some])
    if isinstance(fill, Counted):
        numbers = fill.numbers[some]
        once = find_distinct(numbers)  # few, though there are many of them
        words = _series([f"{number:,}" for number in once.tolist()])
        return words.gather(np.searchsorted(once, numbers))
    if isinstance(fill, Worded):
        return _series(fill.words.values).gather(fill.words.codes[fill.rows[some]])
    if isinstance(fill, End):
        return register.ends(fill.rows[some])[fill.upper]
    return _series(np.array(fill.make(), dtype=np.object_)[some].tolist())


def _series(texts: Sequence[str]) -> pl.Series:
    polars = load_polars()
    series: pl.Series = polars.Series(texts, dtype=polars.String)
    return series


def make_subjects(register: Register, bodies: Integers, relations: Integers | None) -> pl.DataFrame:
    """What rows are about: `body`, or `from`, `kind` and `to`; and `file`, `line`, `column`."""
    polars = load_polars()
    text = polars.String
    none = polars.Series([None] * len(bodies), dtype=text)
    known = bodies != UNKNOWN
    columns = dict.fromkeys(("body", "from", "kind", "to"), none)
    if relations is not None:
        columns["from"], columns["to"] = register.ends(relations)
        kinds = register.relations.kinds
        columns["kind"] = _series(kinds.values).gather(kinds.codes[relations])
        places = find_lines(register.relations.files, relations)
    elif known.all():
        columns["body"] = register.bodies.ids.gather(bodies)
        places = find_lines(register.bodies.files, bodies)
    else:
        places = polars.DataFrame({"file": none, "line": none.cast(polars.Int64)})
    frame = polars.DataFrame(columns).with_columns(places, column=polars.lit(1))
    made: pl.DataFrame = frame
    return made


def write_rows(frame: pl.DataFrame, form: str, file: IO[bytes]) -> None:
    """Write rows as `jsonl` or, without a heading, as `csv`.

    They go through memory, so that it is Python that writes: what Polars says of a full disk, or of
    a reader that has gone, is another error for each form.

    Raises:
        OSError: they cannot be written.
    """
    made = io.BytesIO()
    if form == "jsonl":
        frame.write_ndjson(made)
    else:
        frame.write_csv(made, include_header=False)
    file.write(made.getbuffer())


def stream_parquet(frames: Iterator[pl.DataFrame], file: IO[bytes]) -> None:
    """Write rows as one Parquet file, of which no more is kept than a group of rows.

    Raises:
        OSError: they cannot be written.
    """
    polars = load_polars()
    first = next(frames, polars.DataFrame())
    every = chain([first], frames)
    lazy = polars.io.plugins.register_io_source(lambda *_: every, schema=first.schema)
    sink = _Sink(file)
    try:
        lazy.sink_parquet(sink, compression_level=1, row_group_size=GROUP, maintain_order=True)
    except polars.exceptions.PolarsError:
        if sink.failed is None:
            raise
        raise sink.failed from None


class _Sink(io.RawIOBase):
    """Writes to a file, and keeps what that says where it cannot: Polars loses it."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self._file = file
        self.failed: OSError | None = None

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:  # noqa: ANN401 - any buffer
        try:
            self._file.write(piece)
        except OSError as error:
            self.failed = error
            raise
        return len(piece)
