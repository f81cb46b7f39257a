"""Lines between bodies on Spark, and on this machine as soon as they are few."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from pyspark.sql import functions as sql

from govgraph.spark.graph.fetched import TooMuchLeftError, fetch
from govgraph.wording.lists import count_words

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from govgraph.graph.line_columns import Flags, Integers
    from govgraph.spark.graph.fetched import Keys
    from govgraph.spark.graph.spark_engine import SparkEngine


@dataclass(frozen=True, slots=True, eq=False)
class NumberedLines:
    """Lines on this machine, their bodies numbered.

    Attributes:
        keys: the keys of the bodies at both ends, once each, ascending.
        froms: for each line the number of the body that answers: its place among the keys.
        tos: likewise of the body that is answered to.
    """

    keys: Keys
    froms: Integers
    tos: Integers

    def __len__(self) -> int:
        return len(self.keys)

    def find(self, keys: Keys) -> tuple[Integers, Flags]:
        """The numbers of those of some keys that are among these, and which are."""
        places = np.minimum(np.searchsorted(self.keys, keys), max(len(self.keys) - 1, 0))
        known = np.zeros(len(keys), dtype=np.bool_)
        if len(self.keys):
            known = self.keys.take(places) == keys
        return places.compress(known).astype(np.int32), known

    def mark(self, keys: Keys) -> Flags:
        """For each body whether its key is among some."""
        marked = np.zeros(len(self.keys), dtype=np.bool_)
        marked[self.find(keys)[0]] = True
        return marked


@dataclass(frozen=True, eq=False)
class Pairs:
    """Lines between different bodies, each once.

    Attributes:
        engine: where they are.
        frame: `s` and `t`, the one who answers and the one who is answered to.
    """

    engine: SparkEngine
    frame: DataFrame

    @cached_property
    def count(self) -> int:
        """How many lines there are."""
        return self.frame.count()

    @property
    def few(self) -> bool:
        """Whether they are so few that this machine works out what is asked of them."""
        return self.count <= self.engine.few

    def fetch_own(self, frame: DataFrame) -> list[Keys]:
        """The columns of a frame of bodies `i`, of those alone that have a line, if it is large."""
        if frame.count() > self.engine.few:
            ends = self.frame.select(sql.col("s").alias("i")).union(self.frame.select("t"))
            frame = frame.join(ends.distinct(), "i", "left_semi")
        return fetch(frame, *frame.columns)

    @cached_property
    def numbered(self) -> NumberedLines:
        """The lines on this machine, fetched once for all that is asked of them.

        Raises:
            TooMuchLeftError: there are more than one machine is given.
        """
        if self.count > self.engine.most:
            raise TooMuchLeftError(
                f"{count_words(self.count, 'line is', 'lines are')} left when all that can be is "
                f"trimmed away, "
                f"and {self.engine.most:,} is the most that one machine is given to finish"
            )
        froms, tos = fetch(self.frame, "s", "t")
        keys, places = np.unique(np.concatenate([froms, tos]), return_inverse=True)
        ends = places.astype(np.int32)
        ends.flags.writeable = False  # so that their contraction is remembered
        lower, upper = ends[: len(froms)], ends[len(froms) :]
        return NumberedLines(keys, lower, upper)
