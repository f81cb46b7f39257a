"""Who answers to whom in a register on Spark: frames of keys, each worked out once and written.

It mirrors `govgraph.registers.graph.register_graph`. A frame of bodies has the column `i`, one of
lines `s` and `t`: the one who answers and the one who is answered to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from pyspark.sql import functions as sql

from govgraph.graph.lives import UNKNOWN_END
from govgraph.model.kinds import JOINT_KIND, PRESUMED_KIND
from govgraph.model.sources import Basis
from govgraph.spark.graph.cells import find_presence, is_among
from govgraph.spark.graph.depths import find_deep, find_deep_here
from govgraph.spark.graph.failure import count_dependants, count_dependants_here
from govgraph.spark.graph.fetched import ROW, send
from govgraph.spark.graph.line_pairs import Pairs
from govgraph.spark.graph.reached_bodies import find_reached
from govgraph.spark.graph.skew import join_hot
from govgraph.spark.graph.trimming import find_cycles

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

    from govgraph.model.standpoint import Standpoint
    from govgraph.spark.graph.fetched import Keys
    from govgraph.spark.graph.spark_engine import SparkEngine
    from govgraph.spark.graph.spark_register import SparkRegister


@dataclass(frozen=True, eq=False)
class SparkGraph:
    """The directed accountability graph of a register on Spark, from a standpoint."""

    register: SparkRegister
    standpoint: Standpoint

    @property
    def engine(self) -> SparkEngine:
        """What works it out."""
        return self.register.engine

    @cached_property
    def absent(self) -> DataFrame:
        """Bodies that do not hold, and why: `i`, `gap`, a place in `PRESENCES`."""
        gap = find_presence(self.standpoint).alias("gap")
        bodies = self.register.bodies.select("i", gap)
        return self.engine.cut(bodies.where("gap > 0"), "absent")

    @cached_property
    def bodies(self) -> DataFrame:
        """Bodies that hold, with all that is known of them."""
        return self.register.bodies.where(find_presence(self.standpoint) == 0)

    @cached_property
    def body_count(self) -> int:
        """How many bodies hold."""
        return self.bodies.count()

    @cached_property
    def apexes(self) -> DataFrame:
        """Bodies that hold where accountability may end."""
        return self.engine.cut(self.bodies.where("apex").select("i"), "apexes")

    @cached_property
    def outside(self) -> DataFrame:
        """Bodies that hold and whose own governance is elsewhere."""
        return self.engine.cut(self.bodies.where("outside").select("i"), "outside")

    @cached_property
    def ties(self) -> DataFrame:
        """Every relation, whether it `holds` with both its bodies, and else the `gap`.

        A gap is a place in `PRESENCES`, or `UNKNOWN_END`.
        """
        rows, own = self.register.relations, find_presence(self.standpoint)
        gap = sql.when(own > 0, own).when(sql.col("t").isNull(), UNKNOWN_END)
        if not self.absent.isEmpty():
            for end in ("t", "f"):
                gone = self.absent.withColumnsRenamed({"i": end, "gap": f"{end} gap"})
                rows = rows.join(gone, end, "left")
                gap = gap.when(sql.col(f"{end} gap").isNotNull(), sql.col(f"{end} gap"))
        gap = gap.when(sql.col("f").isNull(), UNKNOWN_END).otherwise(0).alias("gap")
        tied = rows.select("f", "t", "kind", "basis", "intended", gap)
        return self.engine.cut(tied.withColumn("holds", sql.col("gap") == 0), "ties")

    @property
    def counting(self) -> Column:
        """Whether the kind of a tie makes a line, stated or, where asked, presumed."""
        stated = self.register.kinds.is_accountability
        kinds = {kind for kind in self.register.relation_words["kind"] if stated(kind)}
        presumed = {PRESUMED_KIND} if self.standpoint.presume else set()
        return is_among(sql.col("kind"), kinds | presumed)

    @cached_property
    def lines(self) -> DataFrame:
        """Every line, as many as relations make it: `s`, `t`, `kind`, `basis`, `intended`."""
        presumed = sql.when(sql.col("kind") == PRESUMED_KIND, sql.lit(int(Basis.PRESUMED)))
        return self.ties.where(sql.col("holds") & self.counting).select(
            sql.col("f").alias("s"),
            sql.col("t").alias("t"),
            "kind",
            sql.coalesce(presumed, "basis").alias("basis"),
            "intended",
        )

    @cached_property
    def line_count(self) -> int:
        """How many relations make a line."""
        return self.lines.count()

    @cached_property
    def pairs(self) -> DataFrame:
        """Lines between different bodies, each once, at its firmest: `s`, `t`, `basis`.

        And whether somebody says why one is meant: `intended`; and whether the one is the joint
        committee of the other and no more: `joint`.
        """
        apart = self.lines.where("s <> t").groupBy("s", "t")
        firmest, meant = sql.min("basis").alias("basis"), sql.max("intended").alias("intended")
        recorded = sql.when(sql.col("basis") < int(Basis.PRESUMED), sql.col("kind") == JOINT_KIND)
        joint = sql.coalesce(sql.min(recorded), sql.lit(0) > 0).alias("joint")
        return self.engine.cut(apart.agg(firmest, meant, joint), "pairs")

    @cached_property
    def tied(self) -> Pairs:
        """The same, to ask primitives of."""
        return Pairs(self.engine, self.pairs)

    @cached_property
    def owning(self) -> DataFrame:
        """Bodies from which some line starts, be it to themselves."""
        return self.lines.select(sql.col("s").alias("i")).distinct()

    @cached_property
    def gaps(self) -> DataFrame:
        """Bodies from which a relation upward makes no line, and the first reason: `i`, `gap`."""
        gone = self.ties.where(self.counting & ~sql.col("holds") & sql.col("f").isNotNull())
        first = gone.groupBy(sql.col("f").alias("i")).agg(sql.min("gap").alias("gap"))
        return self.engine.cut(first, "gaps")

    @cached_property
    def presumed(self) -> SparkGraph:
        """The same with `part_of` counted as a presumed line; itself if that changes nothing."""
        kinds = self.register.relation_words["kind"]
        if self.standpoint.presume or PRESUMED_KIND not in kinds:
            return self
        other = SparkGraph(self.register, replace(self.standpoint, presume=True))
        for shared in ("absent", "apexes", "ties"):  # where a cached property keeps what it found
            other.__dict__[shared] = getattr(self, shared)
        return other

    @cached_property
    def arrivals(self) -> tuple[tuple[Basis, DataFrame], ...]:
        """The bodies that lines so firm or firmer bring to an apex, for every basis there is.

        Each frame has those of the one before among them; the first is of stated lines.
        """
        found = self._reached(self._as_firm_as(Basis.STATED), self.apexes, "arrivals-0")
        arrivals = [(Basis.STATED, found)]
        bases = sorted(row["basis"] for row in self.pairs.select("basis").distinct().collect())
        for basis in map(Basis, bases):
            if basis is not Basis.STATED:
                found = self._reached(self._as_firm_as(basis), found, f"arrivals-{int(basis)}")
                arrivals.append((basis, found))
        return tuple(arrivals)

    def _as_firm_as(self, basis: Basis) -> Pairs:
        return Pairs(self.engine, self.pairs.where(sql.col("basis") <= int(basis)))

    @property
    def arrives(self) -> DataFrame:
        """Bodies of which some chain reaches an apex, and apexes."""
        return self.arrivals[-1][1]

    def _reached(self, lines: Pairs, starts: DataFrame, name: str) -> DataFrame:
        return find_reached(lines, starts, self.register.hot, name)

    @cached_property
    def superior_counts(self) -> DataFrame:
        """Number of superiors of each body that has any, other than itself: `i`, `superiors`."""
        counts = self.pairs.groupBy(sql.col("s").alias("i")).agg(sql.count("t").alias("superiors"))
        return self.engine.cut(counts, "superiors")

    @cached_property
    def subordinate_counts(self) -> DataFrame:
        """Number of direct subordinates of each body that has any: `i`, `subordinates`."""
        counts = self.pairs.groupBy(sql.col("t").alias("i")).agg(
            sql.count("s").alias("subordinates")
        )
        return self.engine.cut(counts, "subordinates")

    @cached_property
    def cycles(self) -> tuple[tuple[tuple[str, int], ...], ...]:
        """The sets of two or more bodies that answer to one another, by identifier and key."""
        cycles = find_cycles(self.tied, self.register.hot)
        keys = np.array([key for cycle in cycles for key in cycle], dtype=np.int64)
        named = self.register.names.join(send(self.engine, ROW, i=keys), "i", "left_semi")
        ids = {row["i"]: row["id"] for row in named.select("i", "id").collect()} if cycles else {}
        return tuple(sorted(tuple(sorted((ids[key], key) for key in cycle)) for cycle in cycles))

    @cached_property
    def in_cycle(self) -> DataFrame:
        """The bodies of cycles, and the first of each by identifier: `i`, `place`."""
        keys, firsts = self._ring_columns
        sent = send(self.engine, f"{ROW}, place long", i=keys, place=firsts)
        return self.engine.cut(sent, "cycles")

    @property
    def _ring_columns(self) -> tuple[Keys, Keys]:
        rows = [(key, cycle[0][1]) for cycle in self.cycles for _, key in cycle]
        columns = np.array(rows, dtype=np.int64).reshape(-1, 2)
        return columns[:, 0], columns[:, 1]

    def count_dependants(self, least: int) -> DataFrame:
        """Bodies through which alone so many others or more reach an apex: `i`, `others`."""
        if self.tied.few:
            return count_dependants_here(self.tied, self.apexes, least)
        arriving = self.arrives.withColumnRenamed("i", "t")
        apexes = self.apexes.withColumnRenamed("i", "s")
        lines = join_hot(self.pairs, arriving, "t", "left_semi", self.register.hot)
        lines = lines.join(apexes, "s", "left_anti").select("s", "t")
        return count_dependants(self.engine, lines, least)

    def find_deep(self, least: int) -> DataFrame:
        """Bodies at the foot of a chain of so many steps or more, a cycle counted as one place.

        `i`, `steps`; the first body of a cycle stands for the whole of it.
        """
        if self.tied.few:
            keys, firsts = self._ring_columns
            return find_deep_here(self.tied, firsts, keys, least)
        answered = self.places.select(sql.col("t").alias("i")).distinct()
        deep = find_deep(Pairs(self.engine, self.places), least, self.register.hot)
        return deep.join(answered, "i", "left_anti")

    @cached_property
    def places(self) -> DataFrame:
        """Lines between places, which are bodies and whole cycles, each once: `s`, `t`."""
        if not self.cycles:
            return self.pairs.select("s", "t")
        lines = self.pairs
        for end in ("s", "t"):
            in_cycle = self.in_cycle.withColumnsRenamed({"i": end, "place": f"{end} place"})
            lines = lines.join(sql.broadcast(in_cycle), end, "left")
        touched = sql.col("s place").isNotNull() | sql.col("t place").isNotNull()
        placed = lines.where(touched).select(
            sql.coalesce("s place", "s").alias("s"), sql.coalesce("t place", "t").alias("t")
        )
        others = lines.where(~touched).select("s", "t")
        return self.engine.cut(others.union(placed.where("s <> t").distinct()), "places")
