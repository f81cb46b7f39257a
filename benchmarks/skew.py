"""What a join does to the machine that gets an apex with half of all lines, in three ways.

    python -m benchmarks.skew build/skew

Two million lines, half of them to one body, the rest to a million others, joined with these on
Spark, sixteen tasks to a join: as they are; with the hot body's lines left where they are; and
salted, each hot line by one of sixteen numbers, the other side copied for each of them.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.local_spark import run_spark, why_not
from govgraph import spark

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyspark.sql import DataFrame

LINES, BODIES, TASKS, SALTS = 2_000_000, 1_000_000, 16, 16
SETTINGS = {
    "spark_sql_adaptive_enabled": "false",
    "spark_sql_autoBroadcastJoinThreshold": "-1",
    "spark_sql_shuffle_partitions": str(TASKS),
}


def main() -> None:
    """Print the largest part that one task gets, and seconds, for each way."""
    if why_not():
        sys.exit(why_not())
    folder = Path(sys.argv[1]).absolute()
    with run_spark(folder, **SETTINGS) as server, spark.connect(server.address) as engine:
        from pyspark.sql import functions as sql

        from govgraph.spark.graph.skew import find_hot, join_hot

        half = sql.col("id") % 2 == 0
        rows = engine.session.range(LINES).select(
            sql.col("id").alias("s"),
            sql.when(half, sql.lit(0)).otherwise(sql.col("id") % BODIES).cast("long").alias("t"),
        )
        lines = engine.cut(rows, "lines")
        bodies = engine.cut(engine.session.range(BODIES).select(sql.col("id").alias("t")), "bodies")
        hot = find_hot(lines, "t", LINES)
        tell("as it is", lambda: lines.join(bodies, "t", "left_semi"))
        tell("hot lines stay", lambda: join_hot(lines, bodies, "t", "left_semi", hot))
        salts = engine.session.range(SALTS).select(sql.col("id").alias("salt"))
        salted = lines.withColumn("salt", sql.col("s") % SALTS)
        copied = bodies.crossJoin(sql.broadcast(salts))
        tell("salted", lambda: salted.join(copied, ["t", "salt"], "left_semi"))


def tell(name: str, join: Callable[[], DataFrame]) -> None:
    """How unevenly the rows of a join lie, and how long it takes the second time."""
    from pyspark.sql import functions as sql

    for _ in range(2):
        start = time.perf_counter()
        counts = join().groupBy(sql.spark_partition_id()).count().collect()
        taken = time.perf_counter() - start
    rows = [row[1] for row in counts]
    print(f"{name}: {max(rows) / sum(rows):.0%} of {sum(rows):,} rows in one task, {taken:.1f} s")


if __name__ == "__main__":
    main()
