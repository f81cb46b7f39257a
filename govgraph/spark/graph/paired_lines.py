"""Lines between the same two bodies as one, with what is counted of the lines of each body.

All that is said of who answers is counted where its lines lie side by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.model.kinds import JOINT_KIND
from govgraph.model.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyspark.sql import Column, DataFrame


def pair_lines(lines: DataFrame, kinds: Sequence[str]) -> tuple[DataFrame, dict[str, Column]]:
    """Each pair of bodies between which there is a line, and what is counted of all pairs.

    `s`, `t`; `basis` of the firmest line, and the place of its `kind` among the `kinds` of lines;
    whether the one is the `joint` committee of the other and no more; the number of `lines`; how
    many `superiors` the lower has,
    how many of them are `recorded`, how many `parties` that makes, and how many of these are
    `unexplained`; whether it is the `first` pair of the lower; and whether that is itself
    `answered`, or an `apex`.

    Of all pairs: the number of `lines`; of `pairs` of different bodies; how many of these are
    `inner`, whose lower body is answered; and how many have each basis, `basis_0` and so forth.
    """
    apart = sql.col("s") != sql.col("t")
    answered = lines.where(apart).select(sql.col("t").alias("s")).distinct()
    answered = answered.withColumn("answered", sql.lit(1) > 0)
    pairs = _gather(lines, kinds)
    frame = pairs.join(_count_superiors(pairs), "s").join(answered, "s", "left")
    frame = frame.select(
        # All that superiors are counted by, so that Spark shuffles the lines once for both.
        *("s", "t", "basis", "kind", "joint", "intended", "lines", "apex"),
        *("superiors", "recorded", "parties", "unexplained"),
        (sql.col("t") == sql.col("first")).alias("first"),
        sql.coalesce("answered", sql.lit(0) > 0).alias("answered"),
    )
    counts = {
        "lines": sql.sum("lines"),
        "pairs": sql.count_if(apart),
        "inner": sql.count_if(apart & sql.col("answered")),
    }
    for basis in Basis:
        counts[f"basis_{int(basis)}"] = sql.count_if(apart & (sql.col("basis") == int(basis)))
    return frame, counts


def _gather(lines: DataFrame, kinds: Sequence[str]) -> DataFrame:
    """Each pair once, without what is counted of all the lines of a body."""
    recorded = sql.col("basis") < int(Basis.PRESUMED)
    more = recorded & (sql.col("kind") != JOINT_KIND)
    place, many = sql.lit(0), max(1, len(kinds))
    for number, kind in enumerate(kinds):
        place = sql.when(sql.col("kind") == kind, number).otherwise(place)
    # The least of texts would make Spark sort all lines, and not only hash them.
    # Sail 0.7 mistakes one of several expressions of aggregates for another: sums come first.
    pairs = (
        lines.repartition("s")
        .groupBy("s", "t")
        .agg(
            sql.min(sql.col("basis") * many + place).alias("firmest"),
            sql.count("s").alias("lines"),
            sql.count_if(recorded & sql.col("intended")).alias("meant"),
            sql.count_if(recorded).alias("said"),
            sql.count_if(more).alias("more"),
            sql.max("apex").alias("apex"),
        )
    )
    return pairs.withColumns(
        {
            "basis": sql.floor(sql.col("firmest") / many).cast("int"),
            "kind": sql.col("firmest") % many,
            "joint": (sql.col("said") > 0) & (sql.col("more") == 0),
            "intended": sql.col("meant") > 0,
        }
    )


def _count_superiors(pairs: DataFrame) -> DataFrame:
    """What is counted of the lines of each body, and the `first` whom one of them leads to."""
    apart = sql.col("s") != sql.col("t")
    recorded = apart & (sql.col("basis") < int(Basis.PRESUMED))
    joint, others = recorded & sql.col("joint"), recorded & ~sql.col("joint")
    counted = pairs.groupBy("s").agg(
        sql.min("t").alias("first"),
        sql.count_if(apart).alias("superiors"),
        sql.count_if(recorded).alias("recorded"),
        sql.count_if(others).alias("others"),
        sql.count_if(others & ~sql.col("intended")).alias("unsaid"),
        sql.count_if(joint).alias("joint"),
        sql.count_if(joint & sql.col("intended")).alias("said"),
    )
    jointly, said = ((sql.col(name) > 0).cast("long") for name in ("joint", "said"))
    return counted.select(
        *("s", "first", "superiors", "recorded"),
        (sql.col("others") + jointly).alias("parties"),
        (sql.col("unsaid") + jointly - said).alias("unexplained"),
    )
