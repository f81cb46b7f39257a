"""What every primitive on Spark is given: a session, where rounds go, and when to stop them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pyspark.sql import Column, DataFrame, SparkSession

    from govgraph.spark.graph.rounds import Rounds

FEW = 2_000_000
"""Lines so few that what is left of a register is worked out on this machine: 32 MB to fetch and
some 200 MB to work with, and about a second for all that is asked of them, where each further round
costs a second or more on a cluster."""
MOST = 20_000_000
"""Lines that are fetched at the most, where only this machine can work out what is left: some
4 GB."""


@dataclass(frozen=True, slots=True, eq=False)
class SparkEngine:
    """A session and what goes with it.

    Attributes:
        session: the Spark session.
        address: where it is, without a token.
        rounds: where rounds are written.
        few: lines so few that what is left is worked out on this machine.
        most: lines so many that what is left cannot be.
        note: is told how far a primitive has got.
    """

    session: SparkSession
    address: str
    rounds: Rounds
    few: int = FEW
    most: int = MOST
    note: Callable[[str], None] = lambda _: None

    def cut(self, frame: DataFrame, name: str, schema: str = "") -> DataFrame:
        """The same frame with its plan cut short: written, and read back."""
        return self.rounds.cut(frame, name, schema)

    def cut_counted(
        self, frame: DataFrame, name: str, counts: Mapping[str, Column], schema: str = ""
    ) -> tuple[DataFrame, dict[str, int]]:
        """The same, and what of its rows is counted while they are written, by name."""
        return self.rounds.cut_counted(frame, name, counts, schema)
