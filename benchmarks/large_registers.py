"""Registers of any size as Parquet: one of a million bodies, many times over.

    python -m benchmarks.large_registers 100000000 --out /scratch/register

Copies of one register, each with identifiers of its own, are shuffled into one another row by row,
so that who answers to whom stands as far apart as in one register of that size. Findings are those
of the one, as often as there are copies. No more is held than one copy and a block of rows.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.registers import Register, build_register, tabulate_bodies, tabulate_relations

if TYPE_CHECKING:
    import polars as pl

ONE = 1_000_000
"""Bodies of the register that is copied."""
ROWS = 50_000
"""Rows of the one that are written together, with those of every copy."""


def write_copies(one: Register, copies: int, folder: Path) -> None:
    """Write so many copies of a register, in parts of some million rows."""
    for name in ("bodies", "relations"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for number, start in enumerate(range(0, one.count, ROWS)):
        some = slice(start, start + ROWS)
        part = replace(one, apex=one.apex[some], ended=one.ended[some])
        frames = [
            tabulate_bodies(replace(part, codes=one.codes[some] + _shift(one, copy)))
            for copy in range(copies)
        ]
        _write(frames, folder / "bodies" / f"{number:05}.parquet")
    for number, start in enumerate(range(0, len(one.froms), ROWS)):
        some = slice(start, start + ROWS)
        part = replace(one, froms=one.froms[some], tos=one.tos[some], kinds=one.kinds[some])
        frames = [
            tabulate_relations(replace(part, codes=one.codes + _shift(one, copy)))
            for copy in range(copies)
        ]
        _write(frames, folder / "relations" / f"{number:05}.parquet")


def _shift(one: Register, copy: int) -> int:
    """What the codes of a copy are higher by, so that no two bodies have the same."""
    return copy * (7 * one.count + 20)


def _write(frames: list[pl.DataFrame], path: Path) -> None:
    """Write the rows of several frames in turns: the first of each, then the second."""
    import polars

    count = len(frames[0])
    order = np.arange(count * len(frames)).reshape(len(frames), count).T.ravel()
    polars.concat(frames)[order].write_parquet(path, row_group_size=250_000)


def main() -> None:
    """Write a register to a folder."""
    parser = argparse.ArgumentParser(description="Write a made-up register of any size.")
    parser.add_argument("count", type=int, help=f"number of bodies, a multiple of {ONE:,}")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    parser.add_argument("--one", type=int, default=ONE, help="bodies of the register copied")
    given = parser.parse_args()
    write_copies(build_register(given.one), given.count // given.one, given.out)


if __name__ == "__main__":
    main()
