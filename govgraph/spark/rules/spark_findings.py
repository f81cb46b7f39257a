"""What a rule finds in a register on Spark: a frame of findings that read alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from typing import TYPE_CHECKING

from pyspark.sql import DataFrame
from pyspark.sql import functions as sql

from govgraph.checks.line_runner import Group

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.spark.graph.spark_engine import SparkEngine
    from govgraph.spark.graph.spark_graph import SparkGraph

SHAPE = {
    "a": "long",
    "b": "long",
    "c": "long",
    "n": "long",
    "word": "string",
    "meant": "string",
    "kind": "string",
    "start": "string",
    "end": "string",
}
"""The columns of a frame of findings; those a rule has no use for are empty.

`a` is the key of the body a finding is about. Where it is about a relation, `kind` is that of it,
`a` and `b` are the keys of its ends, and `start` and `end` the identifiers of unknown ones. `b` and
`c` are further bodies that a sentence names, `n` a number and `word` a text in it; `meant` is how
one ends about a word that is nearly another.
"""
SCHEMA = "rule int, group int, " + ", ".join(f"`{name}` {kind}" for name, kind in SHAPE.items())


@dataclass(frozen=True, slots=True, eq=False)
class SparkGroup(Group):
    """The findings of one rule that read alike, as frames of the engine.

    Attributes:
        frame: some of the columns of `SHAPE`, one row a finding.
        fills: what stands for each `{}`: the name of `a`, `b` or `c`, the number `n`, the text
            `word`, `meant` or `kind`, the identifier `from` or `to`.
        slots: what stands in the slots of what is put to a board: the name of `a`, `b` or `c`.
    """

    frame: DataFrame
    fills: tuple[str, ...] = ()
    slots: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class SparkFindings:
    """What the rules found in a register on Spark.

    Attributes:
        graph: who answers to whom in it.
        groups: what was looked for, the gravest first; a group may turn out to be empty.
        rows: the findings of all groups: `SHAPE`, the number of the `group`, and that of the
            `rule`, which all groups of one rule and severity share.
        counts: how many each group has.
        left_out: the rules that could not be run, with the reason.
    """

    graph: SparkGraph
    groups: tuple[SparkGroup, ...]
    rows: DataFrame
    counts: tuple[int, ...]
    left_out: tuple[str, ...] = ()


def gather(
    graph: SparkGraph, groups: Sequence[SparkGroup], left_out: Sequence[str] = ()
) -> SparkFindings:
    """All findings in one frame, written once, so that none is worked out twice."""
    ordered = tuple(sorted(groups, key=lambda group: group.order))
    frames = [graph.engine.session.createDataFrame([], SCHEMA)]
    rules: dict[tuple[int, str], int] = {}
    for number, group in enumerate(ordered):
        chosen = [
            sql.col(name) if name in group.frame.columns else sql.lit(None).cast(kind).alias(name)
            for name, kind in SHAPE.items()
        ]
        rule = rules.setdefault(group.order[:2], len(rules))
        numbers = (sql.lit(rule).alias("rule"), sql.lit(number).alias("group"))
        frames.append(group.frame.select(*numbers, *chosen))
    rows, counts = cut_findings(graph.engine, reduce(DataFrame.unionByName, frames), len(ordered))
    return SparkFindings(graph, ordered, rows, counts, tuple(left_out))


def cut_findings(
    engine: SparkEngine, rows: DataFrame, groups: int
) -> tuple[DataFrame, tuple[int, ...]]:
    """Findings of so many groups, written, and how many there are of each."""
    counted = {f"of_{group}": sql.count_if(sql.col("group") == group) for group in range(groups)}
    written, counts = engine.cut_counted(rows, "findings", counted, SCHEMA)
    return written, tuple(counts.values())
