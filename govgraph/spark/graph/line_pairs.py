"""Lines between bodies on Spark, and on this machine as soon as they are few."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from pyspark.sql import functions as sql

from govgraph.spark.graph.fetched import TooMuchLeftError, fetch
from govgraph.spark.graph.skew import join_hot
from govgraph.wording.lists import count_words

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

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
        bases: for each line its basis, where that is said.
    """

    keys: Keys
    froms: Integers
    tos: Integers
    bases: Keys

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
        frame: `s` and `t`, the one who answers and the one who is answered to, and what else is
            said of each line.
        count: how many lines there are.
    """

    engine: SparkEngine
    frame: DataFrame
    count: int

    @property
    def few(self) -> bool:
        """Whether they are so few that this machine works out what is asked of them."""
        return self.count <= self.engine.few

    @property
    def answering(self) -> DataFrame:
        """The bodies from which the lines start: `i`."""
        return self.frame.select(sql.col("s").alias("i")).distinct()

    @property
    def answered(self) -> DataFrame:
        """The bodies to which the lines lead: `i`."""
        return self.frame.select(sql.col("t").alias("i")).distinct()

    def fetch_own(self, frame: DataFrame) -> list[Keys]:
        """The columns of a frame of bodies `i`, of those alone that have one of the lines."""
        ends = self.frame.select(sql.col("s").alias("i")).union(self.frame.select("t"))
        own = frame.join(ends.distinct(), "i", "left_semi")
        return fetch(own, *frame.columns)

    def part_by(
        self, bodies: DataFrame, hot: tuple[int, ...], name: str, among: Column | None = None
    ) -> tuple[Pairs, Pairs]:
        """The lines to some bodies, with what is said of these, and all the others: one round.

        Args:
            bodies: `i`, each once, and what is said of each.
            hot: bodies with very many lines to them.
            name: what the round is called.
            among: which lines may be among the first.
        """
        met = sql.coalesce("met", sql.lit(0) > 0)
        known = bodies.withColumnRenamed("i", "t").withColumn("met", sql.lit(1) > 0)
        joined = join_hot(self.frame, known, "t", "left", hot)
        joined = joined.withColumn("met", met if among is None else met & among)
        rows, counted = self.engine.cut_counted(
            joined, name, {"met": sql.count_if("met"), "others": sql.count_if(~sql.col("met"))}
        )
        self.engine.note(f"{name}: {count_words(counted['others'], 'line')} left")
        others = rows.where("not met").select(self.frame.columns)
        return (
            Pairs(self.engine, rows.where("met").drop("met"), counted["met"]),
            Pairs(self.engine, others, counted["others"]),
        )

    @cached_property
    def numbered(self) -> NumberedLines:
        """The lines on this machine, fetched once for all that is asked of them.

        Raises:
            TooMuchLeftError: there are more than one machine is given.
        """
        refuse_too_many(self.engine, self.count)
        basis = ["basis"] if "basis" in self.frame.columns else []
        froms, tos, *bases = fetch(self.frame, "s", "t", *basis)
        keys, places = np.unique(np.concatenate([froms, tos]), return_inverse=True)
        ends = places.astype(np.int32)
        ends.flags.writeable = False  # so that their contraction is remembered
        lower, upper = ends[: len(froms)], ends[len(froms) :]
        return NumberedLines(keys, lower, upper, bases[0] if bases else froms[:0])


def refuse_too_many(engine: SparkEngine, count: int) -> None:
    """Complain of lines that are too many to be fetched.

    Raises:
        TooMuchLeftError: they are.
    """
    if count > engine.most:
        raise TooMuchLeftError(
            f"{count_words(count, 'line is', 'lines are')} left when all that can be is trimmed "
            f"away, and {engine.most:,} is the most that one machine is given to finish"
        )
