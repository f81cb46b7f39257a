"""What stands above and below the cycles of a register: trimmed away, round by round.

A body that answers to nobody is on no cycle, and neither is one to whom nobody answers. Taking the
lines to the former away says on the way how long the chains of all others are. What is left stands
below a cycle; without the lines of the latter it is the cycles and what lies between them, which
are few in any real register, and this machine tells them apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from pyspark.sql import DataFrame
from pyspark.sql import functions as sql

from govgraph.graph import contraction
from govgraph.spark.graph.fetched import PAIR, ROW
from govgraph.spark.graph.line_pairs import Pairs
from govgraph.wording.lists import count_words

if TYPE_CHECKING:
    from govgraph.spark.graph.fetched import Keys

DEEP = f"{ROW}, steps long"


@dataclass(frozen=True, slots=True, eq=False)
class Trimmed:
    """Lines without those that lead, in so many rounds, to nobody who answers.

    Attributes:
        left: what is left of them: those below a cycle, or so few that they need no further round.
        gone: for each round the lines that were taken away: `s`, `t`.
    """

    left: Pairs
    gone: tuple[DataFrame, ...]

    @property
    def steps(self) -> DataFrame:
        """How long the longest chain by lines that are taken away is: `i`, `steps`."""
        none = self.left.engine.session.createDataFrame([], DEEP)
        handed = (
            lines.select(sql.col("s").alias("i"), sql.lit(number).cast("long").alias("steps"))
            for number, lines in enumerate(self.gone, 1)
        )
        every = reduce(DataFrame.unionByName, handed, none)
        return every.groupBy("i").agg(sql.max("steps").alias("steps"))

    def raise_left(self) -> Pairs:
        """What is left, standing as high as it did: the lines that are gone as one each.

        Of the bodies that each round took away one serves as a rung of a ladder.
        """
        engine = self.left.engine
        lines = self.left.frame.select("s", "t")
        if not self.gone:
            return self.left
        tops = (
            gone.select("t", sql.lit(number).alias("number"))
            for number, gone in enumerate(self.gone)
        )
        every = reduce(DataFrame.unionByName, tops).groupBy("number").agg(sql.min("t"))
        rungs = [body for _, body in sorted(every.collect())]
        ladder = engine.session.createDataFrame([*pairwise(rungs[::-1])], PAIR)
        ends = lines.select(sql.col("s").alias("i")).union(lines.select("t")).distinct()
        rung = sql.element_at(sql.array(*map(sql.lit, rungs)), sql.col("steps").cast("int"))
        own = self.steps.join(ends, "i", "left_semi")
        standing = own.select(sql.col("i").alias("s"), rung.alias("t"))
        return Pairs(engine, lines.union(standing).union(ladder), self.left.count)


def trim_tops(lines: Pairs, hot: tuple[int, ...]) -> Trimmed:
    """Take away the lines to bodies that answer to nobody, and so on.

    Args:
        lines: from which they are taken.
        hot: bodies with very many lines to them.
    """
    left = lines
    taken: list[DataFrame] = []
    while not left.few:
        left, gone = left.part_by(left.answering, hot, "tops")
        if not gone.count:
            break
        taken.append(gone.frame.select("s", "t"))
    return Trimmed(left, (*taken,))


def find_cycles(lines: Pairs) -> tuple[Keys, Keys]:
    """The keys of the bodies of cycles, and for each the number of its cycle.

    Args:
        lines: what cycles are looked for in, all of whose bodies answer to somebody if they are
            not few.

    Raises:
        TooMuchLeftError: the core is too large for one machine.
    """
    core = _trim_feet(lines).numbered
    cycles = contraction.cycles(len(core), core.froms, core.tos)
    members = np.array([body for cycle in cycles for body in cycle], dtype=np.intp)
    numbers = np.repeat(np.arange(len(cycles)), [len(cycle) for cycle in cycles])
    return core.keys[members], numbers.astype(np.int64)


def _trim_feet(lines: Pairs) -> Pairs:
    """The lines of bodies to whom somebody answers."""
    engine, before = lines.engine, -1
    while not lines.few and lines.count != before:
        engine.note(f"cyclic core: {count_words(lines.count, 'line')} left")
        answered = lines.answered.withColumnRenamed("i", "s")
        inner = lines.frame.select("s", "t").join(answered, "s", "left_semi")
        rows, counted = engine.cut_counted(inner, "core", {"lines": sql.count("s")})
        before, lines = lines.count, Pairs(engine, rows, counted["lines"])
    return lines
