"""Who answers to whom in a register on Spark: frames of keys, each worked out once and written.

It mirrors `govgraph.registers.graph.register_graph`. A frame of bodies has the column `i`, one of
lines `s` and `t`: the one who answers and the one who is answered to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, reduce
from typing import TYPE_CHECKING

from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as sql

from govgraph.graph.lives import UNKNOWN_END
from govgraph.model.kinds import PRESUMED_KIND
from govgraph.model.sources import Basis
from govgraph.spark.graph.arrivals import add_feet, find_arrivals
from govgraph.spark.graph.cells import find_presence, is_among
from govgraph.spark.graph.depths import find_deep, find_deep_here
from govgraph.spark.graph.failure import count_dependants, count_dependants_here
from govgraph.spark.graph.fetched import ROW, send
from govgraph.spark.graph.line_pairs import Pairs
from govgraph.spark.graph.paired_lines import pair_lines
from govgraph.spark.graph.trimming import find_cycles, trim_tops

if TYPE_CHECKING:
    from pyspark.sql import Column, Row

    from govgraph.model.standpoint import Standpoint
    from govgraph.spark.graph.arrivals import Arrivals
    from govgraph.spark.graph.fetched import Keys
    from govgraph.spark.graph.spark_engine import SparkEngine
    from govgraph.spark.graph.spark_register import SparkRegister
    from govgraph.spark.graph.trimming import Trimmed

LINE = ("s", "t", "basis", "alone", "apex")
"""What goes from round to round of each line."""
LISTED = 10_000
"""Bodies so few that they are looked for one by one, in place of a join with all."""


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
    def bodies(self) -> DataFrame:
        """Bodies that hold, with all that is known of them."""
        return self.register.bodies.where(find_presence(self.standpoint) == 0)

    @cached_property
    def apexes(self) -> DataFrame:
        """Bodies that hold where accountability may end."""
        return self.bodies.where("apex").select("i")

    @cached_property
    def outside(self) -> DataFrame:
        """Bodies that hold and whose own governance is elsewhere."""
        return self.bodies.where("outside").select("i")

    @cached_property
    def counts(self) -> Row:
        """How many bodies hold: `bodies`; and of these `apexes`, and those `outside`."""
        flags = (sql.count_if("apex").alias("apexes"), sql.count_if("outside").alias("outside"))
        return self.bodies.agg(sql.count("i").alias("bodies"), *flags).collect()[0]

    @cached_property
    def ties(self) -> DataFrame:
        """Every relation, whether it `holds` with both its bodies, and else the `exclusion`.

        An exclusion is a place in `PRESENCES`, or `UNKNOWN_END`.
        """
        own, lower, upper = (find_presence(self.standpoint, of) for of in ("", "f ", "t "))
        why = sql.when(own > 0, own).when(sql.col("t").isNull(), UNKNOWN_END).when(upper > 0, upper)
        why = why.when(lower > 0, lower).when(sql.col("f").isNull(), UNKNOWN_END).otherwise(0)
        named = ("f", "t", "kind", "basis", "intended", "f apex", why.alias("exclusion"))
        return self.register.relations.select(*named).withColumn("holds", sql.col("exclusion") == 0)

    @property
    def counted_kinds(self) -> list[str]:
        """The kinds of tie that make a line, stated or, where asked, presumed."""
        stated, presume = self.register.kinds.is_accountability, self.standpoint.presume
        return sorted(
            kind
            for kind in self.register.relation_words["kind"]
            if stated(kind) or (presume and kind == PRESUMED_KIND)
        )

    @property
    def counting(self) -> Column:
        """Whether the kind of a tie makes a line."""
        return is_among(sql.col("kind"), self.counted_kinds)

    @cached_property
    def lines(self) -> DataFrame:
        """Every line, as many as relations make it: `s`, `t`, `kind`, `basis`, `intended`.

        And whether the lower is an `apex`.
        """
        presumed = sql.when(sql.col("kind") == PRESUMED_KIND, sql.lit(int(Basis.PRESUMED)))
        return self.ties.where(sql.col("holds") & self.counting).select(
            sql.col("f").alias("s"),
            sql.col("t").alias("t"),
            "kind",
            sql.coalesce(presumed, "basis").alias("basis"),
            "intended",
            sql.col("f apex").alias("apex"),
        )

    @cached_property
    def _paired(self) -> tuple[DataFrame, dict[str, int]]:
        """Lines between the same two bodies as one, and how many there are of each sort."""
        frame, counts = pair_lines(self.lines, self.counted_kinds)
        return self.engine.cut_counted(frame, "pairs", counts)

    @property
    def line_count(self) -> int:
        """How many relations make a line."""
        return self._paired[1]["lines"]

    @property
    def upward_counts(self) -> DataFrame:
        """Bodies from which some line starts, be it to themselves, and what of it is counted.

        `i`, `superiors`, `recorded`, `parties` and `unexplained`, as `checks.facts.BodyFacts` has
        them.
        """
        upward_counts = self._paired[0].where("first").withColumnRenamed("s", "i")
        return upward_counts.select("i", "superiors", "recorded", "parties", "unexplained")

    @property
    def pairs(self) -> DataFrame:
        """Lines between different bodies, each once, at its firmest: `s`, `t`, `basis`, `kind`.

        And whether the one is the joint committee of the other and no more: `joint`; how many
        `superiors` the lower has, and whether this one is `alone`; and whether the lower is itself
        `answered`, or an `apex`.
        """
        kinds = sql.array(*map(sql.lit, self.counted_kinds or ("",)))
        kind = sql.element_at(kinds, sql.col("kind") + 1)
        return (
            self._paired[0]
            .where("s <> t")
            .withColumns({"kind": kind, "alone": sql.col("superiors") == 1})
        )

    @cached_property
    def tied(self) -> Pairs:
        """The same, to ask primitives of."""
        return Pairs(self.engine, self.pairs.select(*LINE), self._paired[1]["pairs"])

    def _lines_of(self, *columns: str, answered: bool) -> Pairs:
        """Those of bodies to whom somebody answers, or of all the others, who are the feet."""
        counted = self._paired[1]
        count = counted["inner"] if answered else counted["pairs"] - counted["inner"]
        lines = self.pairs.where(sql.col("answered") == answered)
        return Pairs(self.engine, lines.select(*columns), count)

    @cached_property
    def exclusions(self) -> DataFrame:
        """Bodies from which a relation upward makes no line, and the first reason."""
        gone = self.ties.where(self.counting & ~sql.col("holds") & sql.col("f").isNotNull())
        first = gone.groupBy(sql.col("f").alias("i")).agg(sql.min("exclusion").alias("exclusion"))
        return self.engine.cut(first, "exclusions")

    @cached_property
    def presumed(self) -> SparkGraph:
        """The same with `part_of` counted as a presumed line; itself if that changes nothing."""
        kinds = self.register.relation_words["kind"]
        if self.standpoint.presume or PRESUMED_KIND not in kinds:
            return self
        return SparkGraph(self.register, replace(self.standpoint, presume=True))

    @cached_property
    def arrivals(self) -> Arrivals:
        """What lines bring to an apex, and how firmly."""
        counted, hot = self._paired[1], self.register.hot
        bases = [int(basis) for basis in sorted(Basis) if counted[f"basis_{int(basis)}"]]
        if self.tied.few:
            return find_arrivals(self.tied, self.apexes, bases, hot)
        found = find_arrivals(self._lines_of(*LINE, answered=True), self.apexes, bases, hot)
        return add_feet(found, self._lines_of(*LINE, answered=False), hot)

    @cached_property
    def subordinate_counts(self) -> DataFrame:
        """Number of direct subordinates of each body that has any: `i`, `subordinates`."""
        counts = self.pairs.groupBy(sql.col("t").alias("i")).agg(
            sql.count("s").alias("subordinates")
        )
        return self.engine.cut(counts, "subordinates")

    @cached_property
    def _trimmed(self) -> Trimmed:
        lines = self.tied if self.tied.few else self._lines_of("s", "t", answered=True)
        return trim_tops(lines, self.register.hot)

    @cached_property
    def _cycles(self) -> tuple[Keys, Keys]:
        """The bodies that answer to one another, and the number of the cycle of each."""
        return find_cycles(self._trimmed.left)

    @property
    def has_cycles(self) -> bool:
        """Whether any bodies answer to one another."""
        return bool(len(self._cycles[0]))

    @cached_property
    def in_cycle(self) -> DataFrame:
        """The bodies of cycles, and the first of each by identifier: `i`, `place`.

        And what they are called: `id`, `name`.
        """
        keys, numbers = self._cycles
        sent = send(self.engine, f"{ROW}, cycle long", i=keys, cycle=numbers)
        names = self.register.names.select("i", "id", "name")
        if len(keys) <= LISTED:
            names = names.where(is_among(sql.col("i"), keys.tolist()))
        named = names.join(sent, "i")
        if not self.has_cycles:
            return named.withColumnRenamed("cycle", "place")
        first = sql.min(sql.struct("id", "i")).over(Window.partitionBy("cycle"))
        placed = named.withColumn("first", first)
        columns = ("i", "id", "name", sql.col("first.i").alias("place"))
        return self.engine.cut(placed.select(*columns), "cycles")

    def count_dependants(self, least: int) -> DataFrame:
        """Bodies through which alone so many others or more reach an apex: `i`, `others`."""
        if self.tied.few:
            return count_dependants_here(self.tied, self.apexes, least)
        lines = reduce(DataFrame.unionByName, self.arrivals.arriving)
        return count_dependants(self.engine, lines, least)

    def find_deep(self, least: int) -> DataFrame:
        """Bodies at the foot of a chain of so many steps or more, a cycle counted as one place.

        `i`, `steps`; the first body of a cycle stands for the whole of it.
        """
        in_cycle = self.in_cycle.select("i", "place")
        if self.tied.few:
            return find_deep_here(self.tied, in_cycle, least)
        feet = self._lines_of("s", "t", answered=False)
        return find_deep(self._trimmed, in_cycle, feet.frame, least, self.register.hot)
