"""Findings on Spark as rows that people and programs read: the table engine's own columns."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from pyspark.sql import functions as sql

from govgraph.checks.board import COLUMNS as BOARD

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
    for key in ("a", "b", "c"):
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
        return _fill(group.says.split("{}"), group.fills)
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
    slots = [group.slots[slot] for _, slot, _, _ in parts if slot]
    return _fill([text for text, _, _, _ in parts] + [""] * (len(slots) == len(parts)), slots)


def _fill(texts: Sequence[str], fills: Sequence[str]) -> Column:
    """Texts with what stands between them."""
    between = [
        each
        for text, fill in zip(texts[1:], fills, strict=True)
        for each in (FILLS[fill](), sql.lit(text))
    ]
    return sql.concat(sql.lit(texts[0]), *between)
