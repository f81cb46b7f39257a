"""What a program asks of a register that is too large for one machine.

    with spark.connect("sc://cluster:15002", work="s3://bucket/work") as engine:
        register = spark.load(engine, "s3://bucket/companies")
        graph = spark.build_graph(register, as_at="2024")
        findings = spark.check(graph)
        counted = spark.count(findings)
        spark.write(findings, "s3://bucket/findings")

Without an address an embedded engine, Sail, does the same on this machine. It needs the extra
`spark`. The rules, and what they find, are those of `govgraph.registers`.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from govgraph.formats.written_standpoint import parse_standpoint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from govgraph.checks.finding import Severity
    from govgraph.model.dates import PartialDate
    from govgraph.spark.graph.spark_engine import SparkEngine
    from govgraph.spark.graph.spark_graph import SparkGraph
    from govgraph.spark.graph.spark_register import SparkRegister
    from govgraph.spark.rules.counted import RegisterCount
    from govgraph.spark.rules.spark_findings import SparkFindings

GAVE_UP = "the engine gave up"


@contextmanager
def connect(
    remote: str = "",
    *,
    work: str = "",
    few: int = 2_000_000,
    note: Callable[[str], None] = lambda _: None,
) -> Iterator[SparkEngine]:
    """An engine: that of a cluster, or Sail inside this process.

    Args:
        remote: the address of a cluster that speaks Spark Connect, `sc://host:15002`.
        work: a folder or URI that all of the cluster can write; what is written there is removed.
        few: lines so few that what is left is worked out on this machine.
        note: is told how far the work has got.

    Raises:
        MissingExtraError: the extra `spark` is not installed.
        SettingsError: the address is none, or a cluster is given no place to work.
        EngineError: nothing answers there, or it refuses.
    """
    from govgraph.spark.graph.spark_session import open_engine

    with open_engine(remote, work, few=few, note=note) as engine:
        yield engine


def load(
    engine: SparkEngine, path: str | Path, *, tell: Callable[[str], None] | None = None
) -> SparkRegister:
    """The register at a path or URI that the engine can read: two tables as Parquet.

    Args:
        engine: what reads it.
        path: the folder of the register, or its URI.
        tell: is told what is being read.

    Raises:
        LoadError: it cannot be read, or is malformed; carries every problem.
        EngineError: the engine gave up.
    """
    from govgraph.spark.graph.failures import explained
    from govgraph.spark.graph.spark_register import read_register

    with explained(f"{path} cannot be read"):
        return read_register(engine, str(path), tell)


def build_graph(
    register: SparkRegister,
    *,
    as_at: str | PartialDate | None = None,
    include: Iterable[str] = (),
    presume: bool = False,
) -> SparkGraph:
    """Who answers to whom in a register, as at a date; without one, for all dates.

    Raises:
        SettingsError: the date or what to include means nothing.
    """
    from govgraph.spark.graph.spark_graph import SparkGraph

    return SparkGraph(register, parse_standpoint(as_at, include, presume=presume))


def check(
    graph: SparkGraph,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severities: Mapping[str, Severity] | None = None,
    tell: Callable[[str], None] | None = None,
) -> SparkFindings:
    """What is wrong with the lines of account of a register; it stays where the engine is.

    Args:
        graph: who answers to whom in it.
        select: codes, beginnings of codes or names of the rules to run; all if empty.
        ignore: likewise of the rules to leave out.
        severities: how grave rules are, by code or name, where not as they say themselves.
        tell: is told the name of each rule when it is begun.

    Raises:
        SettingsError: a rule named goes by no such code or name.
        EngineError: the engine gave up, or what only one machine can finish is too large for it.
    """
    from govgraph.spark.graph.failures import explained
    from govgraph.spark.rules.runner import check_on_spark

    with explained(GAVE_UP):
        return check_on_spark(graph, select=select, ignore=ignore, severities=severities, tell=tell)


def count(findings: SparkFindings) -> RegisterCount:
    """What was found, counted by rule, by kind and by area, with a few examples of each.

    Raises:
        EngineError: the engine gave up.
    """
    from govgraph.spark.graph.failures import explained
    from govgraph.spark.rules.counting import count_findings

    with explained(GAVE_UP):
        return count_findings(findings)


def write(findings: SparkFindings, where: str | Path) -> None:
    """Write every finding as Parquet into a new folder that the engine can write.

    Raises:
        OutputError: it cannot be written, or there is something already.
    """
    from govgraph.spark.rules.writing import write_findings

    write_findings(findings, str(where))
