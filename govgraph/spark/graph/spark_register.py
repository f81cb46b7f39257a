"""A register on Spark: looked over, its identifiers hashed, its two tables written once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.errors import EngineError, Place
from govgraph.formats.problems import Problems, shown
from govgraph.formats.register.register_files import (
    BODY_COLUMNS,
    BODY_WORDS,
    RELATION_COLUMNS,
    RELATION_WORDS,
)
from govgraph.spark.graph.cells import LIFE, hash_key, hash_proof, read_cell
from govgraph.spark.graph.cleaning import (
    clean_bodies,
    clean_relations,
    list_kinds,
    name_columns,
    unsaid_days,
)
from govgraph.spark.graph.inspection import Inspection, Words
from govgraph.spark.graph.register_tables import check_columns, open_table, read_declared_kinds
from govgraph.spark.graph.skew import find_hot, join_hot

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyspark.sql import DataFrame

    from govgraph.formats.register.register_kinds import Kinds
    from govgraph.spark.graph.spark_engine import SparkEngine

SEEDS = 3
"""Ways of hashing that are tried before two identifiers with the same key are given up on. Among
10 ** 9 bodies there is such a pair once in 40 registers, and so with all three once in 60,000."""
ENDS = {"t": "end", "f": "start"}
"""The keys of the bodies at the ends of a relation, and where their identifiers stand."""
CLEAN = (clean_bodies, clean_relations)
SHOWN = 20
"""Identifiers written twice that are named."""


@dataclass(frozen=True, slots=True, eq=False)
class SparkRegister:
    """A register of any size.

    Attributes:
        engine: where it is.
        name: what it is called.
        bodies: `i` (the key), `apex`, `outside`, `counts`, `kind` (its place in `body_kinds`), and
            its life: `status`, `begins`, `ends`.
        names: `i`, `id`, `name`, `kind`, `area`; read from where they are written, as few are
            ever asked for.
        relations: `f` and `t`, the keys at both ends, none for a body that is not there, whose
            identifier then stands in `start` or `end`; `kind`, `basis`, `intended`, and its life;
            and as `f status`, `t status` and so forth the lives of both bodies; and whether the
            lower is an apex: `f apex`.
        body_words: the words of the columns of bodies that have few.
        relation_words: likewise of relations.
        has_areas: whether bodies have areas.
        count: number of bodies.
        hot: keys of bodies with very many relations to them.
        kinds: the kinds of body and of relation that it knows.
    """

    engine: SparkEngine
    name: str
    bodies: DataFrame
    names: DataFrame
    relations: DataFrame
    body_words: Words
    relation_words: Words
    has_areas: bool
    count: int
    hot: tuple[int, ...]
    kinds: Kinds

    @property
    def body_kinds(self) -> list[str]:
        """The kinds that bodies have, in order, be they known or not."""
        return list_kinds(self.body_words)


def read_register(
    engine: SparkEngine, path: str, tell: Callable[[str], None] | None = None
) -> SparkRegister:
    """The register at a path or URI.

    Raises:
        LoadError: a table, a column or a cell is not what it should be; carries every problem.
        EngineError: it cannot be read, or two identifiers cannot be told apart.
    """
    tell = tell or (lambda _: None)
    problems = Problems()
    seen, kinds = _look_over(engine, path, problems, tell)
    tell("hashing identifiers")
    bodies, relations = (clean(engine, each) for clean, each in zip(CLEAN, seen, strict=True))
    count = sum(seen[1].words["kind"].values())  # every row has one
    for seed in range(SEEDS):
        named = seen[0].frame.select(*name_columns(seen[0]))
        names = named.withColumn("i", hash_key(sql.col("id"), seed))
        clear = _refuse_twice(names.select("i", "id"), seen[0].where, problems)
        problems.raise_if_any()
        if not clear:
            continue
        hashes = (hash_key(sql.col("id"), seed).alias("i"), hash_proof(sql.col("id"), seed))
        kept = bodies.select(hashes[0], hashes[1].alias("proof"), "*").drop("id")
        keyed, counted = engine.cut_counted(kept, "bodies", {"rows": sql.count("i")})
        joined, hot, clashes = _find_ends(engine, relations, keyed, seed, count)
        if not clashes:
            name = path.rstrip("/").rpartition("/")[2] or path
            keyed, joined = _with_unsaid(keyed, joined, seen)
            found = (keyed, names, joined, seen[0].words, seen[1].words)
            there = "area" in seen[0].frame.columns
            return SparkRegister(engine, name, *found, there, counted["rows"], hot, kinds)
    raise EngineError("two identifiers have the same hash, however they are hashed")


def _look_over(
    engine: SparkEngine, path: str, problems: Problems, tell: Callable[[str], None]
) -> tuple[tuple[Inspection, Inspection], Kinds]:
    """The two tables, looked over, and the kinds that are known; all that is wrong is told.

    But for what is written twice in tables that are otherwise sound.
    """
    tell("looking over bodies")
    (where, bodies), (whence, relations) = (
        open_table(engine, path, name) for name in ("bodies", "relations")
    )
    check_columns(bodies, where, ("id",), BODY_COLUMNS, problems)
    check_columns(relations, whence, ("from", "kind", "to"), RELATION_COLUMNS, problems)
    problems.raise_if_any()
    kinds = read_declared_kinds(engine, path)
    seen = Inspection(bodies, where, problems), Inspection(relations, whence, problems)
    _look_over_bodies(seen[0])
    tell("looking over relations")
    _look_over_relations(seen[1])
    if problems.found:  # then this is one more, and nothing is joined
        named = bodies.select(hash_key(read_cell("id"), 0).alias("i"), read_cell("id").alias("id"))
        _refuse_twice(named, where, problems)
        problems.raise_if_any()
    return seen, kinds


def _with_unsaid(
    bodies: DataFrame, relations: DataFrame, seen: tuple[Inspection, Inspection]
) -> tuple[DataFrame, DataFrame]:
    """The same with the days of which no row says anything."""
    said, own = unsaid_days(seen[0].words, "from"), unsaid_days(seen[1].words, "since")
    for of, days in {"": own, "t ": said, "f ": said}.items():
        relations = relations.select("*", *(day.alias(of + name) for name, day in days.items()))
    return bodies.select("*", *(day.alias(name) for name, day in said.items())), relations


def _look_over_bodies(seen: Inspection) -> None:
    seen.look_over(BODY_WORDS, ("id",), visible="id")
    seen.refuse_flags()
    seen.refuse_lives("from")


def _look_over_relations(seen: Inspection) -> None:
    seen.look_over(RELATION_WORDS, ("from", "kind", "to"))
    seen.refuse_bases()
    seen.refuse_lives("since")


def _refuse_twice(bodies: DataFrame, where: str, problems: Problems) -> bool:
    """Whether no two of the `id` have the same `i`; those written twice are refused."""
    bodies = bodies.where(sql.col("id").isNotNull())  # of one without, more is said elsewhere
    several = bodies.groupBy("i").count().where("count > 1")
    if several.isEmpty():
        return True
    ids = bodies.join(several.select("i"), "i", "left_semi").groupBy("i")
    keys = ids.agg(
        sql.count("i").alias("rows"), sql.min("id").alias("id"), sql.max("id").alias("other")
    )
    if not keys.where("id <> other").isEmpty():
        return False
    twice = keys.orderBy("id").limit(SHOWN).collect()
    for _, rows, id_, _ in twice:
        times = "twice" if rows == 2 else f"{rows} times"  # noqa: PLR2004 - says itself
        problems.add(Place(where, 0, 0), f"the body '{shown(id_)}' is written {times}")
    if len(twice) == SHOWN:
        problems.unlisted += several.count() - SHOWN
    return True


def _find_ends(
    engine: SparkEngine, relations: DataFrame, bodies: DataFrame, seed: int, count: int
) -> tuple[DataFrame, tuple[int, ...], int]:
    """The relations with the bodies at their ends, the keys that are hot, and how many clash.

    An identifier clashes if a body has its key that is not its own. Only the upper end is ever hot;
    it comes first, so that what stays where it is need not be worked out twice.
    """
    hot = find_hot(relations.select(hash_key(sql.col("end"), seed).alias("t")), "t", count)
    relations, there = relations.withColumn("clash", sql.lit(0) > 0), bodies.columns
    for key, text in ENDS.items():
        own = (*LIFE, *(("apex",) if key == "f" else ()))
        life = (sql.col(name).alias(f"{key} {name}") for name in own if name in there)
        known = bodies.select(sql.col("i").alias(key), "proof", *life)
        keyed = relations.withColumn(key, hash_key(sql.col(text), seed))
        joined = join_hot(keyed, known, key, "left", hot if key == "t" else ())
        same = sql.coalesce(sql.col("proof") == hash_proof(sql.col(text), seed), sql.lit(0) > 0)
        relations = joined.withColumns(
            {
                "clash": sql.col("clash") | (sql.col("proof").isNotNull() & ~same),
                key: sql.when(same, sql.col(key)),
                text: sql.when(~same, sql.col(text)),
            }
        ).drop("proof")
    clashes = {"clashes": sql.count_if("clash")}
    written, counted = engine.cut_counted(relations, "relations", clashes)
    return written.drop("clash"), hot, counted["clashes"]
