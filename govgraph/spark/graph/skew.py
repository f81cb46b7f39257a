"""Joins on a superior, where a few superiors have a large part of all lines.

A join sends all rows of one key to one machine. An apex with a tenth of a register below it would
keep that machine busy while the others wait. So the rows of such *hot* keys stay where they are,
and what they are joined with, a few rows at most, is sent to all machines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

SHARES = 200
"""A key is hot from one part in so many of all rows: what one task of a join gets by default. So
there are never more hot keys than this, and no task gets more than twice its part."""
LEAST = 10_000
"""Rows of a key below which it is not worth while."""


def find_hot(rows: DataFrame, key: str, count: int) -> tuple[int, ...]:
    """The keys with so many of `count` rows that a join on them would wait for one machine."""
    least = max(LEAST, count // SHARES)
    if count < least:
        return ()
    hot = rows.groupBy(key).count().where(sql.col("count") >= least).select(key).collect()
    return tuple(sorted(row[0] for row in hot))


def join_hot(
    rows: DataFrame, others: DataFrame, key: str, how: str, hot: tuple[int, ...]
) -> DataFrame:
    """Rows joined with others on a key that both have and that no row lacks."""
    if not hot:
        return rows.join(others, key, how)
    is_hot = sql.col(key).isin(*hot)
    few = sql.broadcast(others.where(is_hot))
    cold = rows.where(~is_hot).join(others.where(~is_hot), key, how)
    return cold.unionByName(rows.where(is_hot).join(few, key, how))
