"""The facts of a register on Spark: frames that are joined as cases ask for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.checks.facts import WholeFacts, Why, doubled, find_rank, orphaned, topmost, unfirm
from govgraph.checks.rules.chain_too_deep import STEPS
from govgraph.checks.rules.single_point_of_failure import DEPENDANTS
from govgraph.model.kinds import WATCHING_KINDS, RelationClass
from govgraph.model.sources import NO_BASIS, Basis
from govgraph.spark.graph.cells import is_among
from govgraph.spark.graph.line_pairs import Pairs
from govgraph.spark.graph.reached_bodies import find_nearest, find_reached

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pyspark.sql import Column, DataFrame

    from govgraph.checks.facts import Predicate
    from govgraph.spark.graph.spark_graph import SparkGraph


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
                first, *others = asked.names
                frame = self.join(self._sources[first]()[0], others).where(holds)
            else:
                frame = self.join(frame, asked.names).where(holds)
        if frame is None:
            raise ValueError("a rule about bodies says among which")
        return frame

    def join(self, frame: DataFrame, names: Mapping[str, None] | list[str]) -> DataFrame:
        """A frame of bodies with some more facts of each."""
        for name in names:
            if name in frame.columns:
                continue
            source, otherwise = self._sources[name]()
            frame = frame.join(source, "i", "left")
            frame = frame.withColumn(name, sql.coalesce(name, sql.lit(otherwise)))
        return frame

    @cached_property
    def _ready(self) -> Mapping[Predicate, DataFrame]:
        """What several rules ask for, or what is quicker found without a join of all bodies."""
        return {
            unfirm: self._unfirm,
            doubled: self._parties.where("parties > 1"),
        }

    @cached_property
    def _sources(self) -> Mapping[str, Callable[[], tuple[DataFrame, object]]]:
        graph = self.graph
        return {
            "apex": lambda: (_flag(graph.apexes, "apex"), False),
            "leaves": lambda: (_flag(self._leading_outside, "leaves"), False),
            "rank": lambda: (self._ranks, 0),
            "recorded": lambda: (self._recorded, 0),
            "superiors": lambda: (graph.superior_counts, 0),
            "parties": lambda: (self._parties.select("i", "parties"), 0),
            "unexplained": lambda: (self._parties.select("i", "unexplained"), 0),
            "part": lambda: (_flag(graph.presumed.superior_counts, "part"), False),
            "owning": lambda: (_flag(graph.owning, "owning"), False),
            "missing": lambda: (graph.gaps.withColumnRenamed("gap", "missing"), 0),
            "answered": lambda: (_flag(graph.subordinate_counts, "answered"), False),
            "span": lambda: (self._spans, 0),
            "linked": lambda: (_flag(self._linked, "linked"), False),
            "watching": lambda: (_flag(self._watching, "watching"), False),
            "in_cycle": lambda: (self.stops.select("i", "in_cycle"), False),
            "why": lambda: (self.stops.select("i", "why"), int(Why.NOWHERE)),
            "here": lambda: (self.stops.select("i", "here"), False),
            "stop": lambda: (self.stops.select("i", "stop"), None),
            "dependants": lambda: (self._dependants, 0),
            "depth": lambda: (self._deep.select("i", "depth"), 0),
            "foot": lambda: (self._deep.select("i", "foot"), False),
        }

    @cached_property
    def _unfirm(self) -> DataFrame:
        """Bodies that no chain of stated lines brings to an apex: `i`, `firmness`."""
        graph = self.graph
        (_, stated), *weaker = graph.presumed.arrivals
        bodies = graph.bodies.where("not outside").select("i").join(stated, "i", "left_anti")
        bodies = graph.engine.cut(bodies, "unfirm").withColumn("firmness", sql.lit(NO_BASIS))
        for basis, arrived in reversed(weaker):
            here = sql.when(sql.col("here"), int(basis)).otherwise(sql.col("firmness"))
            bodies = bodies.join(_flag(arrived, "here"), "i", "left")
            bodies = bodies.withColumn("firmness", here).drop("here")
        bodies = bodies.withColumn("present", sql.lit(1) > 0)
        return graph.engine.cut(bodies, "firmness")

    @cached_property
    def _recorded_pairs(self) -> DataFrame:
        return self.graph.pairs.where(sql.col("basis") < int(Basis.PRESUMED))

    @cached_property
    def _recorded(self) -> DataFrame:
        recorded = self._recorded_pairs.groupBy(sql.col("s").alias("i"))
        return recorded.agg(sql.count("t").alias("recorded"))

    @cached_property
    def _leading_outside(self) -> DataFrame:
        """Bodies outside, and those from which a chain leads there."""
        graph = self.graph
        if "outside" not in graph.register.body_words or graph.outside.isEmpty():
            return graph.outside
        return find_reached(graph.presumed.tied, graph.outside, graph.register.hot, "leaving")

    @cached_property
    def _ranks(self) -> DataFrame:
        """What the kinds of bodies do: `i`, `rank`."""
        register = self.graph.register
        known = register.kinds.bodies
        works, advises = (
            is_among(sql.col("kind"), [kind for kind in known if find_rank(known, kind) == place])
            for place in (1, 2)
        )
        rank = sql.when(works, 1).when(advises, 2).otherwise(0)
        return register.names.select("i", rank.alias("rank"))

    @cached_property
    def _parties(self) -> DataFrame:
        """Whom bodies answer to, a joint committee's as one: `i`, `parties`, `unexplained`."""
        joint, intended = sql.col("joint"), sql.col("intended")
        counts = self._recorded_pairs.groupBy(sql.col("s").alias("i")).agg(
            sql.sum((~joint).cast("long")).alias("others"),
            sql.sum((~joint & ~intended).cast("long")).alias("unsaid"),
            sql.max(joint.cast("long")).alias("joint"),
            sql.max((joint & intended).cast("long")).alias("said"),
        )
        return counts.select(
            "i",
            (sql.col("others") + sql.col("joint")).alias("parties"),
            (sql.col("unsaid") + sql.col("joint") - sql.col("said")).alias("unexplained"),
        )

    @cached_property
    def _linked(self) -> DataFrame:
        apart = self.graph.ties.where("holds and f <> t")
        return apart.select(sql.col("f").alias("i")).union(apart.select("t")).distinct()

    @cached_property
    def _watching(self) -> DataFrame:
        """Bodies that watch others, and that nothing else ties to any."""
        apart = self.graph.ties.where("holds and f <> t")
        watches = is_among(sql.col("kind"), WATCHING_KINDS)
        others = apart.where(~watches)
        tied = others.select(sql.col("f").alias("i")).union(others.select("t"))
        watching = apart.where(watches).select(sql.col("f").alias("i")).distinct()
        return watching.join(tied, "i", "left_anti")

    @cached_property
    def _spans(self) -> DataFrame:
        graph = self.graph
        spans = graph.subordinate_counts.withColumnRenamed("subordinates", "span")
        if "count" not in graph.register.body_words:
            return spans
        several = graph.register.bodies.where("counts > 1")
        more = several.select(sql.col("i").alias("s"), (sql.col("counts") - 1).alias("more"))
        added = graph.pairs.join(more, "s").groupBy(sql.col("t").alias("i"))
        spans = spans.join(added.agg(sql.sum("more").alias("more")), "i", "left")
        return spans.select("i", (sql.col("span") + sql.coalesce("more", sql.lit(0))).alias("span"))

    @cached_property
    def _dependants(self) -> DataFrame:
        """So many that the rule speaks of them; fewer are not counted."""
        return self.graph.count_dependants(DEPENDANTS).withColumnRenamed("others", "dependants")

    @cached_property
    def _deep(self) -> DataFrame:
        """The feet of chains so deep that the rule speaks of them; no others are looked for."""
        deep = self.graph.find_deep(STEPS + 1).withColumnRenamed("steps", "depth")
        return deep.withColumn("foot", sql.lit(1) > 0)

    @cached_property
    def stops(self) -> DataFrame:
        """The nearest stop of bodies that arrive nowhere: `i`, `stop`, `why`, `here`, `in_cycle`.

        A ring is a stop only where a chain meets no other.
        """
        graph, lost = self.graph, self._lost
        why = sql.when(sql.col("missing") > 0, sql.col("missing"))
        why = why.when(sql.col("owning"), int(Why.ITSELF)).otherwise(int(Why.NOBODY))
        ends = lost.where("missing > 0 or superiors = 0").select("i", why.alias("rank"))
        ends = graph.engine.cut(ends, "chain-ends")
        found = self._follow(lost, ends, "stops")
        if graph.cycles:
            rest = graph.engine.cut(lost.join(found.select("i"), "i", "left_anti"), "ring-bound")
            in_cycle = rest.join(graph.in_cycle.select("i"), "i", "left_semi")
            cycles = in_cycle.select("i", sql.lit(int(Why.RING)).alias("rank"))
            found = found.unionByName(self._follow(rest, cycles, "ring-stops"))
        here = sql.col("at") == sql.col("i")
        stops = found.select(
            "i",
            sql.col("at").alias("stop"),
            sql.col("rank").alias("why"),
            here.alias("here"),
            (here & (sql.col("rank") == int(Why.RING))).alias("in_cycle"),
        )
        return graph.engine.cut(stops, "stops")

    @cached_property
    def _lost(self) -> DataFrame:
        """Bodies of which no chain arrives however weak, with what may stop one there."""
        lost = self._unfirm.select("i").join(self.graph.arrives, "i", "left_anti")
        joined = self.join(lost, ["missing", "owning", "superiors"])
        return self.graph.engine.cut(joined, "lost")

    def _follow(self, bodies: DataFrame, ends: DataFrame, name: str) -> DataFrame:
        """The nearest of some ends above each body."""
        graph = self.graph
        going = bodies.select(sql.col("i").alias("s"))
        going = going.join(ends.select(sql.col("i").alias("s")), "s", "left_anti")
        lines = graph.engine.cut(graph.pairs.select("s", "t").join(going, "s"), f"{name}-lines")
        return find_nearest(Pairs(graph.engine, lines), ends, graph.register.hot, name)

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
        apexes = graph.apexes.count()
        exits = graph.outside.join(graph.subordinate_counts, "i", "left_semi").count()
        chain_ends = 0 if apexes else self.choose((unfirm, orphaned, topmost)).count()
        return WholeFacts(graph.body_count - graph.outside.count(), apexes, exits, chain_ends)


def _flag(bodies: DataFrame, name: str) -> DataFrame:
    """Bodies, each there once, as those of which something is so."""
    return bodies.select("i", (sql.lit(1) > 0).alias(name))
