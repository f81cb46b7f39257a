"""Findings of a register as rows, some thousands at a time: JSON lines, CSV, Parquet."""

from __future__ import annotations

from itertools import chain
from typing import IO, TYPE_CHECKING, Any

import numpy as np

from govgraph.checks.board import COLUMNS as BOARD
from govgraph.errors import SettingsError
from govgraph.registers.graph.row_sentences import (
    make_sentences,
    make_subjects,
    stream_parquet,
    write_rows,
)
from govgraph.registers.reading.frames import load_polars
from govgraph.registers.rules.board import make_board_sentences
from govgraph.registers.rules.finding_records import find_chains, find_others
from govgraph.reporting.findings.findings_lines import COLUMNS, RISKY

if TYPE_CHECKING:
    from collections.abc import Iterator

    import polars as pl

    from govgraph.registers.reading.register import Register
    from govgraph.registers.rules.register_findings import RegisterFindings, RegisterGroup

FORMS = ("text", "jsonl", "csv", "parquet")
CELLS = (*COLUMNS, *BOARD)
"""The columns of CSV."""
AT_ONCE = 20_000
"""Rows that are made and written together, so that memory does not grow with the findings."""


def write_findings(findings: RegisterFindings, form: str, file: IO[bytes]) -> None:
    """Write every finding, in the shape JSON lines and CSV have for small structures.

    CSV is written without the chains. Nothing is kept of what is written.

    Raises:
        SettingsError: it is none of `FORMS`.
        OSError: it cannot be written.
    """
    refuse_form(form)
    if form == "text":
        from govgraph.registers.telling.findings_text import register_findings_as_text

        file.write(f"{register_findings_as_text(findings)}\n".encode("utf-8", "surrogatepass"))
        return
    frames = (_make_rows(findings, *part, chained=form != "csv") for part in _parts(findings))
    if form == "parquet":
        stream_parquet(chain([_make_columns(findings.graph.register)], frames), file)
        return
    if form == "csv":
        file.write((",".join(CELLS) + "\n").encode())
    for frame in frames:
        shaped = _as_objects(frame) if form == "jsonl" else _as_cells(frame)
        write_rows(shaped, form, file)


def refuse_form(form: str) -> None:
    """Complain of a form in which a register is not told.

    Raises:
        SettingsError: it is none of `FORMS`.
    """
    if form not in FORMS:
        allowed = ", ".join(FORMS)
        raise SettingsError(f"a register is not told as '{form}' (allowed: {allowed})")


def _parts(findings: RegisterFindings) -> Iterator[tuple[RegisterGroup, slice]]:
    for group in findings.groups:
        for start in range(0, len(group), AT_ONCE):
            findings.graph.register.let_go()
            yield group, slice(start, start + AT_ONCE)


def _make_rows(
    findings: RegisterFindings, group: RegisterGroup, some: slice, *, chained: bool
) -> Any:  # noqa: ANN401 - a frame of Polars
    """One row a finding: what it is, what it is about, where that is written, what it says."""
    register = findings.graph.register
    polars = load_polars()
    relations = None if group.relations is None else group.relations[some]
    subjects = make_subjects(register, group.bodies[some], relations)
    places = np.arange(*some.indices(len(group)))
    proofs = {"chain": find_chains, "others": find_others} if chained else {}
    board = make_board_sentences(register, group, some) or (polars.lit(None, polars.String),) * 2
    return subjects.with_columns(
        **{name: find(register, group, places) for name, find in proofs.items()},
        **dict(zip(BOARD, board, strict=True)),
        message=make_sentences(register, group.says, group.fills, some),
        code=polars.lit(group.check.code),
        name=polars.lit(group.check.name),
        severity=polars.lit(str(group.severity)),
        remedy=polars.lit(group.remedy),
        variant=polars.lit(group.variant),
    )


def _make_columns(register: Register) -> pl.DataFrame:
    """The columns of such rows and none of these, which are there whatever is found."""
    polars = load_polars()
    texts = (*BOARD, "message", "code", "name", "severity", "remedy", "variant")
    several = polars.lit([], dtype=polars.List(polars.String))
    made: pl.DataFrame = make_subjects(register, np.empty(0, dtype=np.int32), None).with_columns(
        **dict.fromkeys(("chain", "others"), several), **dict.fromkeys(texts, polars.lit(""))
    )
    return made


def _as_objects(frame: Any) -> Any:  # noqa: ANN401 - frames of Polars
    """Rows in the shape of the JSON answer."""
    polars = load_polars()
    col = polars.col
    if frame["from"].null_count() < len(frame):
        subject = polars.struct(relation=polars.struct("from", "kind", "to"))
    elif frame["body"].null_count() < len(frame):
        subject = polars.struct("body")
    else:
        subject = polars.struct(structure=polars.lit(value=True))
    location = polars.struct("file", "line", "column")
    return frame.select(
        "code",
        "name",
        "severity",
        subject.alias("subject"),
        "message",
        "remedy",
        _put_to_board().alias("board"),
        "chain",
        "others",
        "variant",
        polars.lit([], dtype=polars.List(polars.String)).alias("parts"),
        polars.when(col("file").is_not_null()).then(location).alias("location"),
        polars.lit(value=False).alias("waived"),
        polars.lit(None).alias("waiver"),
    )


def _put_to_board() -> Any:  # noqa: ANN401 - an expression of Polars
    """What is put to a board as JSON has it; null where only the record is at fault."""
    polars = load_polars()
    col = polars.col
    text = polars.struct(matter=col(BOARD[0]), recommendation=col(BOARD[1]))
    return polars.when(col(BOARD[0]).is_not_null()).then(text)


def _as_cells(frame: Any) -> Any:  # noqa: ANN401 - frames of Polars
    """Rows in the columns of the CSV for small structures; no cell reads as a formula."""
    polars = load_polars()
    col = polars.col
    about = polars.concat_str("from", "kind", "to", separator=" ")
    frame = frame.with_columns(
        polars.coalesce("body", about, polars.lit("")).alias("subject"),
        *(polars.lit("").alias(column) for column in COLUMNS if column.startswith("waived")),
        *(col(column).fill_null("") for column in BOARD),
        column=polars.when(col("file").is_not_null()).then("column"),
    ).select(CELLS)
    texts = [name for name, kind in frame.schema.items() if kind == polars.String]
    risky = {name: _starts_risky(col(name)) for name in texts}
    return frame.with_columns(
        polars.when(risk).then(polars.lit("'") + col(name)).otherwise(col(name)).alias(name)
        for name, risk in risky.items()
    )


def _starts_risky(column: Any) -> Any:  # noqa: ANN401 - expressions of Polars
    risk = column.str.starts_with(RISKY[0])
    for mark in RISKY[1:]:
        risk = risk | column.str.starts_with(mark)
    return risk
