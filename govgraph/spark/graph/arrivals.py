"""How firmly lines bring bodies to an apex: rounds from the apexes down, then the feet at once.

Most bodies of a register have nobody below them. Rounds go through the lines of the others alone;
the lines of the feet are joined once, with what the rounds found.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
from pyspark.sql import DataFrame
from pyspark.sql import functions as sql

from govgraph.graph import contraction
from govgraph.graph.contracted_chains import contract_once
from govgraph.model.sources import NO_BASIS, Basis
from govgraph.spark.graph.fetched import PAIR, ROW, send

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.spark.graph.line_pairs import Pairs


@dataclass(frozen=True, slots=True, eq=False)
class Arrivals:
    """What lines bring to an apex, and what they do not.

    Attributes:
        reached: bodies of which some chain arrives, and apexes, some of them more than once: `i`,
            and the weakest basis on such a chain: `firmness`.
        arriving: lines to these bodies, but for those of apexes: `s`, `t`, `alone` where the lower
            has no other, arriving or not, and `foot` where nobody answers to the lower.
        astray: lines to others: `s`, `t`.
    """

    reached: tuple[DataFrame, ...]
    arriving: tuple[DataFrame, ...]
    astray: tuple[DataFrame, ...]

    @property
    def firmness(self) -> DataFrame:
        """The bodies each once, with the weakest basis on the firmest of its chains."""
        every = reduce(DataFrame.unionByName, self.reached)
        return every.groupBy("i").agg(sql.min("firmness").alias("firmness"))


def find_arrivals(
    lines: Pairs, apexes: DataFrame, bases: Sequence[int], hot: tuple[int, ...]
) -> Arrivals:
    """What some lines bring to an apex.

    Args:
        lines: with the `basis` of each, whether it is `alone`, and whether that of an `apex`.
        apexes: where chains arrive: `i`.
        bases: those that lines have, the firmest first.
        hot: bodies with very many lines to them.
    """
    reached = [apexes.select("i", sql.lit(int(Basis.STATED)).alias("firmness"))]
    arriving: list[DataFrame] = []
    left = lines
    for place, basis in enumerate(bases):
        # What has a weaker basis may lead to a body that was reached rounds ago.
        every = reduce(DataFrame.unionByName, reached).select("i")
        frontier = every.distinct() if place else every  # whoever is an apex is so once
        while not left.few:
            met, left = left.part_by(frontier, hot, "arrivals", sql.col("basis") <= basis)
            if not met.count:
                break
            frontier = met.answering
            met_ = met.frame.select(sql.col("s").alias("i"), sql.lit(basis).alias("firmness"))
            reached.append(met_)
            arriving.append(_keep_arriving(met.frame, foot=False))
        else:
            return _finish(left, bases[place:], Arrivals((*reached,), (*arriving,), ()))
    return Arrivals((*reached,), (*arriving,), (left.frame.select("s", "t"),))


def _finish(left: Pairs, bases: Sequence[int], found: Arrivals) -> Arrivals:
    """The same of the few lines that are left, worked out on this machine."""
    if not left.count:
        return found
    engine, bodies = left.engine, left.numbered
    every = reduce(DataFrame.unionByName, found.reached).select("i").distinct()
    before = arrived = bodies.mark(*left.fetch_own(every))
    firmness = np.full(len(bodies), NO_BASIS, dtype=np.int32)
    for basis in bases:
        some = bodies.bases <= basis
        lines = (bodies.froms, bodies.tos)
        froms, tos = lines if some.all() else (each[some] for each in lines)
        chains = contract_once(len(bodies), froms, tos)
        arrived = contraction.find_arrivals(chains, arrived)
        firmness[arrived & (firmness == NO_BASIS)] = basis
    fresh, lost = np.flatnonzero(arrived & ~before), np.flatnonzero(~arrived)
    astray = ~arrived.take(bodies.tos)
    lower, upper = (bodies.keys.take(each[astray]) for each in (bodies.froms, bodies.tos))
    reached = send(engine, f"{ROW}, firmness int", i=bodies.keys[fresh], firmness=firmness[fresh])
    unmet = send(engine, ROW, i=bodies.keys[lost]).withColumnRenamed("i", "t")
    arriving = _keep_arriving(left.frame.join(unmet, "t", "left_anti"), foot=False)
    return Arrivals(
        (*found.reached, reached),
        (*found.arriving, arriving),
        (*found.astray, send(engine, PAIR, s=lower, t=upper)),
    )


def add_feet(found: Arrivals, feet: Pairs, hot: tuple[int, ...]) -> Arrivals:
    """The same with the lines of bodies to whom nobody answers, of which the same is said."""
    met, others = feet.part_by(found.firmness, hot, "arrivals-feet")
    weakest = sql.greatest("firmness", "basis").alias("firmness")
    return Arrivals(
        (*found.reached, met.frame.select(sql.col("s").alias("i"), weakest)),
        (*found.arriving, _keep_arriving(met.frame, foot=True)),
        (*found.astray, others.frame.select("s", "t")),
    )


def _keep_arriving(lines: DataFrame, *, foot: bool) -> DataFrame:
    """What is kept of lines that arrive."""
    return lines.where("not apex").select("s", "t", "alone", sql.lit(foot).alias("foot"))
