"""Makes the index of a register: its tables sorted, so that one body is found without the rest."""

from __future__ import annotations

import secrets
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import numpy as np

from govgraph.errors import OutputError
from govgraph.graph.registers.frames import choose, load_polars
from govgraph.graph.registers.identifiers import UNKNOWN
from govgraph.graph.registers.index_files import describe_index, index_folder

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from govgraph.graph.registers.register import Register

BODY_TEXTS = (
    "name", "kind", "apex", "outside", "area", "tier", "status", "from", "until", "count",
)  # fmt: skip
_ATTEMPTS = 100
RELATION_TEXTS = ("kind", "basis", "status", "since", "until", "intended", "scope")


def write_index(register: Register) -> Path:
    """Write the index of a register beside its tables, whole or not at all, and say where.

    Raises:
        OutputError: it cannot be written.
    """
    folder = index_folder(register.files)
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder} cannot be written: it is a file")
    # Another run may write the same index at the same time: each has folders of its own.
    fresh, old = (
        folder.with_name(f"{folder.name}.{word}-{secrets.token_hex(8)}") for word in ("new", "old")
    )
    try:
        fresh.mkdir()
        bodies, relations = _sort(register)
        _write(bodies, fresh / "bodies.arrow")
        _write(relations, fresh / "relations.arrow")
        (fresh / "sources.json").write_text(describe_index(fresh, register.files.parts))
        _put_in_place(fresh, folder, old)
    except (OSError, load_polars().exceptions.PolarsError) as error:
        # Polars gives an error of its own making no `strerror`.
        said = getattr(error, "strerror", None) or str(error).partition(" (os error")[0]
        raise OutputError(f"{folder} cannot be written: {said}") from None
    finally:
        for left in (fresh, old):
            shutil.rmtree(left, ignore_errors=True)
    return folder


def _put_in_place(fresh: Path, folder: Path, old: Path) -> None:
    """Let one index stand in the place of another, which somebody else may be doing too.

    Raises:
        OSError: it cannot.
    """
    old.mkdir()
    for attempt in range(_ATTEMPTS):
        with suppress(FileNotFoundError):
            folder.rename(old / str(attempt))
        try:
            fresh.rename(folder)
        except OSError:
            if attempt == _ATTEMPTS - 1 or not folder.exists():
                raise
        else:
            return


def _write(frame: pl.DataFrame, path: Path) -> None:
    """One record batch, text with offsets, nothing compressed: what `arrow_file` reads."""
    frame.rechunk().write_ipc(
        path,
        compression="uncompressed",
        compat_level=load_polars().CompatLevel.oldest(),
        record_batch_size=max(len(frame), 1),
    )


def _sort(register: Register) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Bodies by identifier, relations by the body they start from; and where each one's begin."""
    polars = load_polars()
    ids = register.bodies.ids
    order = ids.arg_sort().to_numpy().astype(np.int64)
    number = np.full(len(ids) + 1, UNKNOWN, dtype=np.int64)
    number[order] = np.arange(len(ids))
    froms = number[register.relations.froms]
    tos = number[register.relations.tos]
    upward = np.argsort(froms, kind="stable")
    froms, tos = froms[upward], tos[upward]
    downward = np.argsort(tos, kind="stable")
    bounds = np.arange(len(ids) + 1)
    texts = {
        name: _texts(register.bodies.texts(name), len(ids)).gather(order) for name in BODY_TEXTS
    }
    names = register.bodies.names.gather(order)
    lowered = names.str.to_lowercase()
    bodies: dict[str, Any] = {"id": ids.gather(order), **texts, "name": names, "lowered": lowered}
    bodies["by_name"] = lowered.arg_sort().cast(polars.Int64)
    bodies["first_up"] = np.searchsorted(froms, bounds[:-1])
    bodies["end_up"] = np.searchsorted(froms, bounds[:-1], "right")
    bodies["first_down"] = np.searchsorted(tos[downward], bounds[:-1])
    bodies["end_down"] = np.searchsorted(tos[downward], bounds[:-1], "right")
    columns = register.relations
    relations: dict[str, Any] = {
        name: _texts(columns.texts(name), len(columns)).gather(upward) for name in RELATION_TEXTS
    }
    relations |= {"from": froms, "to": tos, "row": upward, "downward": downward}
    written = register.ends(upward) if len(columns) else (_texts(None, 0), _texts(None, 0))
    for name, ends, texts_ in (("from_id", froms, written[0]), ("to_id", tos, written[1])):
        relations[name] = choose(ends == UNKNOWN, texts_, _texts(None, len(columns)))
    return polars.DataFrame(bodies), polars.DataFrame(relations)


def _texts(column: pl.Series | None, count: int) -> pl.Series:
    """A column of text, empty where it is empty or not there."""
    polars = load_polars()
    if column is None:
        empty: pl.Series = polars.repeat("", count, dtype=polars.String, eager=True)
        return empty
    return column.str.strip_chars().fill_null("")
