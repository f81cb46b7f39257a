"""The facts of a register on Spark: frames that are joined as cases ask for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress, count
from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.checks.facts import WholeFacts, doubled, find_rank, orphaned, topmost, unfirm
from govgraph.checks.rules.chain_too_deep import STEPS
from govgraph.checks.rules.single_point_of_failure import DEPENDANTS
from govgraph.model.kinds import WATCHING_KINDS, RelationClass
from govgraph.model.sources import NO_BASIS, Basis
from govgraph.spark.graph.cells import is_among
from govgraph.spark.graph.reached_bodies import find_reached
from govgraph.spark.rules.stops import find_stops

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyspark.sql import Column, DataFrame

    from govgraph.checks.facts import Predicate
    from govgraph.spark.graph.spark_graph import SparkGraph


SOURCES = {
    **dict.fromkeys(("superiors", "recorded", "parties", "unexplained", "owning"), "upward"),
    **dict.fromkeys(("answered", "span"), "downward"),
    **dict.fromkeys(("linked", "watching"), "beside"),
    **dict.fromkeys(("in_cycle", "why", "here", "stop"), "stops"),
    **dict.fromkeys(("depth", "foot"), "deep"),
    "apex": "apexes",
    "leaves": "leaving",
    "rank": "ranks",
    "part": "parts",
    "excluded": "exclusions",
    "dependants": "dependants",
}
"""The frame in which each fact stands: what one join brings is together."""
FLAGS = (
    *("apex", "leaves", "owning", "part", "answered"),
    *("linked", "watching", "in_cycle", "here", "foot"),
)
"""The facts that are true or false."""
BESIDE = ("superiors", "answered")
"""What says whether a body has a line of account, for the facts `beside` these."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Facts as columns of a frame, which says which of them were asked for: `BodyFacts` too."""

    names: dict[str, None] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Column:
        self.names[name] = None
        return sql.col(name)


@dataclass(frozen=True, eq=False)
class SparkFacts:
    """Where each fact comes from: a frame `i` with that column, and what any other body has."""

    graph: SparkGraph

    def choose(self, among: tuple[Predicate, ...]) -> DataFrame:
        """The bodies that predicates choose one after another, with the facts these asked for."""
        frame: DataFrame | None = None
        for predicate in among:
            asked = Asked()
            holds = predicate(asked)
            if predicate in self._ready:
                frame = self._ready[predicate]
            elif frame is None:
                frame = self.join(getattr(self, SOURCES[next(iter(asked.names))]), asked.names)
                frame = frame.where(holds)
            else:
                frame = self.join(frame, asked.names).where(holds)
        if frame is None:
            raise ValueError("a rule about bodies says among which")
        return frame

    def join(self, frame: DataFrame, names: Iterable[str]) -> DataFrame:
        """A frame of bodies with some more facts of each, those of one source by one join."""
        beside = [name for name in names if SOURCES.get(name) == "beside"]
        wanted = dict.fromkeys((*names, *(BESIDE if beside else ())))
        missing = [name for name in wanted if name not in frame.columns]
        by_source: dict[str, list[str]] = {}
        for name in missing:
            own = name == "part" and self.graph.presumed is self.graph
            by_source.setdefault("upward" if own else SOURCES[name], []).append(name)
        for source, those in by_source.items():
            frame = frame.join(getattr(self, source).select("i", *those), "i", "left")
        told = {name: sql.coalesce(name, _otherwise(name)) for name in missing}
        if beside:
            frame, told = frame.withColumns(told), {}
            lined = (sql.col("superiors") > 0) | sql.col("answered")
            ties = {"linked": sql.col("linked") | lined, "watching": sql.col("watching") & ~lined}
            told = {name: ties[name] for name in beside}
        return frame.withColumns(told) if told else frame

    @cached_property
    def _ready(self) -> Mapping[Predicate, DataFrame]:
        """What several rules ask for, or what is quicker found without a join of all bodies."""
        return {
            unfirm: self._unfirm,
            doubled: self.upward.where("parties > 1"),
        }

    @cached_property
    def _unfirm(self) -> DataFrame:
        """Bodies that no chain of stated lines brings to an apex: `i`, `rank`, `firmness`.

        And `present`, and what the rules ask first that begin with them.
        """
        graph = self.graph
        bodies = graph.bodies.where("not outside").select("i", self._rank)
        firmness = sql.coalesce("firmness", sql.lit(NO_BASIS)).alias("firmness")
        all_ = bodies.join(graph.presumed.arrivals.firmness, "i", "left").select(
            "i", "rank", firmness
        )
        some = all_.where(sql.col("firmness") > int(Basis.STATED))
        joined = self.join(some, ("superiors", "owning", "excluded", "part"))
        return graph.engine.cut(joined.withColumn("present", sql.lit(1) > 0), "unfirm")

    @property
    def upward(self) -> DataFrame:
        """Bodies from which a line starts, with what is counted of their lines."""
        counts = self.graph.upward_counts.withColumn("owning", sql.lit(1) > 0)
        return counts.withColumn("part", sql.col("superiors") > 0)  # if presumed lines are counted

    @cached_property
    def downward(self) -> DataFrame:
        """Bodies to whom others answer, and how many."""
        graph = self.graph
        spans = graph.subordinate_counts.withColumnRenamed("subordinates", "span")
        spans = spans.withColumn("answered", sql.lit(1) > 0)
        if "count" not in graph.register.body_words:
            return spans
        several = graph.register.bodies.where("counts > 1")
        more = several.select(sql.col("i").alias("s"), (sql.col("counts") - 1).alias("more"))
        added = graph.pairs.join(more, "s").groupBy(sql.col("t").alias("i"))
        spans = spans.join(added.agg(sql.sum("more").alias("more")), "i", "left")
        return spans.withColumn("span", sql.col("span") + sql.coalesce("more", sql.lit(0)))

    @property
    def parts(self) -> DataFrame:
        """Bodies that have a superior if being part of a body counts."""
        return _flag(self.graph.presumed.upward_counts.where("superiors > 0"), "part")

    @property
    def exclusions(self) -> DataFrame:
        """Bodies from which a relation upward makes no line, and why."""
        return self.graph.exclusions.withColumnRenamed("exclusion", "excluded")

    @property
    def apexes(self) -> DataFrame:
        """Bodies where accountability may end."""
        return _flag(self.graph.apexes, "apex")

    @cached_property
    def leaving(self) -> DataFrame:
        """Bodies outside, and those from which a chain leads there."""
        graph = self.graph
        if "outside" not in graph.register.body_words or not graph.counts["outside"]:
            return _flag(graph.outside, "leaves")
        tied, hot = graph.presumed.tied, graph.register.hot
        return _flag(find_reached(tied, graph.outside, hot, "leaving"), "leaves")

    @property
    def ranks(self) -> DataFrame:
        """What the kinds of bodies do: `i`, `rank`."""
        return self.graph.register.bodies.select("i", self._rank)

    @property
    def _rank(self) -> Column:
        """What the kind of a body does."""
        register, rank = self.graph.register, sql.lit(0)
        for number in (1, 2):
            those = (
                find_rank(register.kinds.bodies, kind) == number for kind in register.body_kinds
            )
            rank = sql.when(is_among(sql.col("kind"), compress(count(), those)), number).otherwise(
                rank
            )
        return rank.alias("rank")

    @cached_property
    def beside(self) -> DataFrame:
        """Bodies that something ties to another which is no line of account.

        `linked` says so, and `watching` that it is no more than watching another, or being watched.
        """
        graph = self.graph
        ties = graph.ties.where(sql.col("holds") & ~graph.counting & sql.expr("f <> t"))
        watches = is_among(sql.col("kind"), WATCHING_KINDS)
        upper = ties.select(sql.col("t").alias("i"), sql.lit(1) < 0, ~watches)
        ends = ties.select(
            sql.col("f").alias("i"), watches.alias("watches"), (~watches).alias("more")
        )
        every = (
            ends.union(upper)
            .groupBy("i")
            .agg(sql.max("watches").alias("watches"), sql.max("more").alias("more"))
        )
        watching = sql.col("watches") & ~sql.col("more")
        return every.select("i", (sql.lit(1) > 0).alias("linked"), watching.alias("watching"))

    @cached_property
    def stops(self) -> DataFrame:
        """Where the chains of bodies stop that arrive nowhere."""
        return find_stops(self.graph, self._unfirm)

    @property
    def dependants(self) -> DataFrame:
        """So many that the rule speaks of them; fewer are not counted."""
        return self.graph.count_dependants(DEPENDANTS).withColumnRenamed("others", "dependants")

    @property
    def deep(self) -> DataFrame:
        """The feet of chains so deep that the rule speaks of them; no others are looked for."""
        deep = self.graph.find_deep(STEPS + 1).withColumnRenamed("steps", "depth")
        return deep.withColumn("foot", sql.lit(1) > 0)

    @cached_property
    def delegations(self) -> DataFrame:
        """What holds by which a body exercises what another delegates: `below`, `above`, `kind`.

        And `answered`: whether a chain leads from the one to the other; followed a step a round.
        """
        graph, kinds = self.graph, self.graph.register.kinds.relations
        class_ = RelationClass.DELEGATION
        delegating = {id_ for id_, kind in kinds.items() if kind.relation_class is class_}
        among = delegating & set(graph.register.relation_words["kind"])
        ties = graph.ties.where(sql.col("holds") & is_among(sql.col("kind"), among))
        ties = ties.select(sql.col("f").alias("below"), sql.col("t").alias("above"), "kind")
        if not among:
            return ties.withColumn("answered", sql.lit(1) > 0)
        ends = ["below", "above"]
        level = ties.where("below <> above").select(*ends, sql.col("below").alias("at")).distinct()
        level = seen = graph.engine.cut(level, "delegations")
        met = ties.where("below = above").select(*ends).distinct()
        lines = graph.pairs.select(sql.col("s").alias("at"), sql.col("t").alias("up"))
        while not level.isEmpty():
            above = level.join(lines, "at").select(*ends, sql.col("up").alias("at")).distinct()
            above = above.join(seen, [*ends, "at"], "left_anti")
            above = graph.engine.cut(above, "delegations-followed")
            met = met.unionByName(above.where("at = above").select(*ends))
            seen = seen.unionByName(above)
            level = above.join(met, ends, "left_anti")
        answered = met.withColumn("answered", sql.lit(1) > 0)
        joined = ties.join(answered, ends, "left")
        return joined.withColumn("answered", sql.coalesce("answered", sql.lit(0) > 0))

    @cached_property
    def whole(self) -> WholeFacts:
        """What is so of all bodies together."""
        graph = self.graph
        bodies, apexes, outside = graph.counts
        answered = graph.outside.join(graph.subordinate_counts, "i", "left_semi")
        exits = answered.count() if outside else 0
        chain_ends = 0 if apexes else self.choose((unfirm, orphaned, topmost)).count()
        return WholeFacts(bodies - outside, apexes, exits, chain_ends)


def _flag(bodies: DataFrame, name: str) -> DataFrame:
    """Bodies, each there once, as those of which something is so."""
    return bodies.select("i", (sql.lit(1) > 0).alias(name))


def _otherwise(name: str) -> Column:
    """What is so of a body that is not in the frame of a fact."""
    if name == "stop":
        return sql.lit(None).cast("long")
    return sql.lit(0) > 0 if name in FLAGS else sql.lit(0)
