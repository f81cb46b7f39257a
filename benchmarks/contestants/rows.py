"""A register as numbers, for libraries that build their graphs of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.contestants.contestant import LINE
from govgraph.model.kinds import BODY_KINDS, RELATION_KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.contestants.contestant import Answer


@dataclass
class Rows:
    """A register as numbers: what a library's graph is built of.

    Attributes:
        count: number of bodies.
        lines: pairs of numbers, subordinate first, without lines to oneself.
        own: number of lines from a body to itself, and the bodies that have one.
        gone: bodies with a relation upward that does not hold.
        unknown: number of cells that name what is not there.
    """

    count: int
    lines: list[tuple[int, int]]
    own: tuple[int, set[int]]
    present: list[bool]
    apexes: list[int]
    gone: set[int]
    unknown: int


def read_rows(folder: Path) -> Rows:
    """The register as numbers, by Polars and its joins."""
    import polars as pl

    bodies = pl.read_csv(folder / "bodies.csv", infer_schema=False).select(
        "id", "kind", apex=pl.col("apex") == "true", here=pl.col("status") != "ended"
    )
    relations = pl.read_csv(folder / "relations.csv", infer_schema=False)
    numbers = bodies.select("id", "here").with_row_index("number")
    joined = relations.join(
        numbers.rename({"id": "from", "number": "below", "here": "below_here"}),
        on="from",
        how="left",
    ).join(
        numbers.rename({"id": "to", "number": "above", "here": "above_here"}), on="to", how="left"
    )
    unknown = joined["below"].null_count() + joined["above"].null_count()
    unknown += relations.filter(~pl.col("kind").is_in(list(RELATION_KINDS))).height
    unknown += bodies.filter(~pl.col("kind").is_in(list(BODY_KINDS))).height
    accounting = joined.filter(pl.col("kind") == LINE)
    holds = pl.col("below_here").fill_null(value=False) & pl.col("above_here").fill_null(
        value=False
    )
    lines = accounting.filter(holds)
    own = lines.filter(pl.col("below") == pl.col("above"))["below"].to_list()
    apart = lines.filter(pl.col("below") != pl.col("above"))
    gone = accounting.filter(~holds & pl.col("below").is_not_null())["below"].to_list()
    return Rows(
        count=len(bodies),
        lines=list(zip(apart["below"].to_list(), apart["above"].to_list(), strict=True)),
        own=(len(own), set(own)),
        present=bodies["here"].to_list(),
        apexes=bodies.select(pl.arg_where(pl.col("apex") & pl.col("here"))).to_series().to_list(),
        gone=set(gone),
        unknown=unknown,
    )


def count_rest(rows: Rows, heads: list[int], skipped: int) -> Answer:
    """The rules that the rows answer, and what was counted of the heads."""
    return {
        "GG105": len(heads),
        "GG106": rows.unknown,
        "apexes": len(rows.apexes),
        "GG109": skipped,
    }
