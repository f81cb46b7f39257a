"""Findings on Spark as rows that people and programs read: the table engine's own columns."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.checks.board import COLUMNS as BOARD
from govgraph.wording.verbs import AFTER_HEAD, SEVERAL, agree_gap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pyspark.sql import Column, DataFrame

    from govgraph.spark.rules.spark_findings import SparkFindings, SparkGroup

FILLS: dict[str, Callable[[], Column]] = {
    "a": lambda: sql.col("a name"),
    "b": lambda: sql.col("b name"),
    "c": lambda: sql.col("c name"),
    "n": lambda: sql.format_number("n", 0),
    "word": lambda: sql.col("word"),
    "meant": lambda: sql.col("meant"),
    "kind": lambda: sql.col("kind"),
    "from": lambda: sql.col("from"),
    "to": lambda: sql.col("to"),
}
"""What stands for a `{}` of a sentence."""
NAMES = ("a", "b", "c")
"""Those of them that are names of bodies."""
TEXTS = ("message", "code", "name", "severity", "remedy", "variant", *BOARD)


def make_rows(
    findings: SparkFindings, rows: DataFrame, names: DataFrame, keep: Sequence[str] = ()
) -> DataFrame:
    """Some findings as rows, the number of the group of each, and the columns to `keep`.

    `names` are those of the bodies in them, or of all.

    `body`, or `from`, `kind` and `to`; `file`, `line` and `column`, which no distributed table
    has; `TEXTS`.
    """
    named = _name_all(rows, names)
    relation = sql.col("kind").isNotNull()
    text, number = sql.lit(None).cast("string"), sql.lit(None).cast("long")
    told = {name: _choose(findings, name) for name in TEXTS}
    ends = named.withColumns(
        {
            "from": sql.when(relation, sql.coalesce("a id", "start")),
            "to": sql.when(relation, sql.coalesce("b id", "end")),
        }
    )
    return ends.select(
        "group",
        *keep,
        sql.when(~relation, sql.col("a id")).alias("body"),
        "from",
        "kind",
        "to",
        text.alias("file"),
        number.alias("line"),
        number.alias("column"),
        *(column.alias(name) for name, column in told.items()),
    )


def _name_all(rows: DataFrame, bodies: DataFrame) -> DataFrame:
    """The same with identifier and name of the bodies `a`, `b` and `c`.

    Rows that have no such body are not joined: all of them would go to one machine.
    """
    for key in NAMES:
        names = bodies.select(
            sql.col("i").alias(key),
            sql.col("id").alias(f"{key} id"),
            sql.col("name").alias(f"{key} name"),
        )
        none = sql.lit(None).cast("string")
        without = rows.where(sql.col(key).isNull())
        without = without.withColumns({f"{key} id": none, f"{key} name": none})
        rows = without.unionByName(rows.where(sql.col(key).isNotNull()).join(names, key))
    return rows


def _choose(findings: SparkFindings, what: str) -> Column:
    """What the group of a row says under a heading."""
    chosen = sql.when(sql.col("group").isNull(), sql.lit(None).cast("string"))
    for number, group in enumerate(findings.groups):
        # One list of branches: expressions within one another may not be a hundred deep.
        chosen = chosen.when(sql.col("group") == number, _format(group, what))
    return chosen


def _format(group: SparkGroup, what: str) -> Column:
    if what == "message":
        return _say(group.says, group.fills)
    said = {
        "code": group.check.code,
        "name": group.check.name,
        "severity": str(group.severity),
        "remedy": group.remedy,
        "variant": group.variant,
    }
    if what in said:
        return sql.lit(said[what])
    if group.check.board is None:
        return sql.lit(None).cast("string")
    text = group.check.board.for_many(group.variant, group.slots)
    says = text.matter if what == BOARD[0] else text.recommendation
    parts = [*Formatter().parse(says)]
    gaps = "".join(text + ("" if slot is None else "{}") for text, slot, _, _ in parts)
    return _say(gaps, [group.slots[slot] for _, slot, _, _ in parts if slot])


def _say(says: str, fills: Sequence[str], start: int = 0) -> Column:
    """A sentence with what stands in its gaps; verbs are as names ask, from the gap `start` on."""
    for at in range(start, len(fills)):
        several = agree_gap(says, at)
        if fills[at] in NAMES and several != says:
            head = sql.regexp_replace(sql.trim(FILLS[fills[at]]()), AFTER_HEAD, "")
            told = sql.when(head.rlike(SEVERAL), _say(several, fills, at + 1))
            return told.otherwise(_say(says, fills, at + 1))
    first, *after = says.split("{}")
    between = [
        each
        for text, fill in zip(after, fills, strict=True)
        for each in (FILLS[fill](), sql.lit(text))
    ]
    return sql.concat(sql.lit(first), *between)
