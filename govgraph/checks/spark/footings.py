"""On what footing bodies stand, on Spark: the twin of `govgraph.checks.registers.footings`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.graph.spark.pairs import Pairs
from govgraph.graph.spark.reach import find_reached, follow_lines

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from govgraph.graph.spark.lines import SparkGraph


@dataclass(frozen=True, eq=False)
class SparkFootings:
    """Bodies without a chain of stated lines to an apex, by what they lack."""

    graph: SparkGraph

    @cached_property
    def unfirm(self) -> DataFrame:
        """Bodies that hold and of which no chain of stated lines arrives at an apex.

        `i`; `superiors`, their number; and whether each is so: `owning`, some line starts from it;
        `missing`, a relation upward does not hold; `part`, a line could be presumed; `weak`, a
        chain arrives if it may be presumed.
        """
        graph = self.graph
        unfirm = graph.bodies.select("i").join(graph.arrives_firmly, "i", "left_anti")
        unfirm = graph.engine.cut(unfirm, "unfirm")
        counted = unfirm.join(graph.superior_counts, "i", "left")
        for name, bodies in (
            ("owning", graph.owning),
            ("missing", graph.missing),
            ("part", graph.presumed.superior_counts),
            ("weak", graph.arrives_presumed),
        ):
            counted = flag(counted, name, bodies)
        superiors = sql.coalesce("superiors", sql.lit(0)).alias("superiors")
        columns = ("i", superiors, "owning", "missing", "part", "weak")
        return graph.engine.cut(counted.select(*columns), "footings")

    @cached_property
    def orphaned(self) -> DataFrame:
        """Bodies that have no line of account."""
        alone = self.unfirm.where("superiors = 0")
        return alone.where("part or not (owning or missing)")

    @cached_property
    def weak(self) -> DataFrame:
        """Bodies that arrive only by a line that is implied, inferred or presumed."""
        return self.unfirm.where("superiors > 0 and weak")

    @cached_property
    def broken(self) -> DataFrame:
        """Bodies with lines of account, or said to have some, of which none arrives: `i`, `at`.

        Bodies of a ring above which chains meet no other stop are not among them. `at` is a stop
        that one chain upward meets, none if several lead up; and of it `gap`, `ring`, `itself`,
        as `stops` has them.
        """
        lost = self.unfirm.where(
            "superiors > 0 and not weak or superiors = 0 and missing and not owning and not part"
        )
        broken = lost.select("i").join(self._only_ringed, "i", "left_anti")
        stops = self.stops.withColumnRenamed("i", "at")
        return broken.join(self._chains, "i", "left").join(stops, "at", "left")

    @cached_property
    def _lost(self) -> DataFrame:
        """Of the unfirm bodies those of which no chain arrives however weak, with `ringed`."""
        graph = self.graph
        lost = self.unfirm.join(graph.arrives, "i", "left_anti")
        return graph.engine.cut(flag(lost, "ringed", graph.ringed), "lost")

    @cached_property
    def _lost_lines(self) -> DataFrame:
        """The lines from lost bodies, and whether the body has no other: `s`, `t`, `single`."""
        starts = self._lost.select(
            sql.col("i").alias("s"), (sql.col("superiors") == 1).alias("single")
        )
        lines = self.graph.pairs.join(starts, "s").select("s", "t", "single")
        return self.graph.engine.cut(lines, "lost-lines")

    @cached_property
    def stops(self) -> DataFrame:
        """Lost bodies at which a chain stops: with nobody above, a line that is none, or a ring.

        `i`; and why: `gap`, a line from it is written that does not hold; `ring`, it is one of a
        ring; `itself`, it answers to itself alone.
        """
        stops = self._lost.where("missing or superiors = 0 or ringed")
        return stops.select(
            "i",
            sql.col("missing").alias("gap"),
            sql.expr("ringed and not missing").alias("ring"),
            sql.expr("owning and superiors = 0 and not missing and not ringed").alias("itself"),
        )

    @cached_property
    def _chains(self) -> DataFrame:
        """For each lost body a stop that its chain meets before it parts: `i`, `at`."""
        stops = self.stops.select("i")
        single = self._lost_lines.where("single")
        single = single.join(stops.withColumnRenamed("i", "s"), "s", "left_anti")
        lines = Pairs(self.graph.engine, single)
        return follow_lines(lines, stops, self.graph.register.hot, "stops")

    @cached_property
    def _only_ringed(self) -> DataFrame:
        """Bodies of a ring above which chains meet no other stop than it."""
        ringed = self._lost.where("ringed").select("i")
        if not self.graph.rings:
            return ringed
        ending = self._lost.where("missing or superiors = 0").select("i")
        lines = Pairs(self.graph.engine, self._lost_lines)
        met = find_reached(lines, ending, self.graph.register.hot, "endings")
        return ringed.join(met, "i", "left_anti")


def flag(frame: DataFrame, name: str, bodies: DataFrame) -> DataFrame:
    """The same with a column that says whether the body `i` is among some, each there once."""
    flagged = bodies.select("i", (sql.lit(1) > 0).alias(name))
    joined = frame.join(flagged, "i", "left")
    return joined.withColumn(name, sql.coalesce(name, sql.lit(0) > 0))
