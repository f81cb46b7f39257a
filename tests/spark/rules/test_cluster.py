"""What runs on the embedded engine runs on Spark itself, and finds the same."""

import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyspark.sql import functions as sql

from benchmarks.local_spark import LocalSpark, run_spark, why_not
from govgraph import spark
from govgraph.errors import EngineError, LoadError
from govgraph.model.standpoint import Standpoint
from govgraph.spark.graph import watching
from govgraph.spark.graph.failures import explained
from govgraph.spark.graph.spark_engine import SparkEngine
from tests.factories import structure
from tests.made_clusters import draw_many, tell_by_spark, tell_by_table, write_parquet

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "Spark is there")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkEngine]:
    """A session with Spark Connect on this machine."""
    folder = tmp_path_factory.mktemp("spark")
    # Compiling a plan takes longer than going through a few rows of it.
    plain = {"spark_sql_codegen_wholeStage": "false", "spark_sql_codegen_factoryMode": "NO_CODEGEN"}
    with (
        run_spark(folder, **plain) as server,
        spark.connect(server.address, work=str(folder)) as engine,
    ):
        yield engine


def test_spark_itself_finds_what_the_table_finds(cluster: SparkEngine, tmp_path: Path) -> None:
    """On random graphs, with rounds first and this machine afterwards."""
    register = write_parquet(draw_many(1, 20), tmp_path)
    told = tell_by_spark(replace(cluster, few=30), register, Standpoint())
    assert told == tell_by_table(register, Standpoint())


def test_spark_itself_counts_and_writes(cluster: SparkEngine, tmp_path: Path) -> None:
    """What was found, into a folder that was not there."""
    folder = write_parquet(structure("fleet -> hart; trust*; lone"), tmp_path / "register")
    findings = spark.check(spark.build_graph(spark.load(cluster, folder)), select=["GG101"])
    assert spark.count(findings).rules[0].variants == (("isolated", 1), ("nobody above it", 1))
    spark.write(findings, tmp_path / "findings")
    written = cluster.session.read.parquet(str(tmp_path / "findings"))
    assert sorted(row["body"] for row in written.collect()) == ["hart", "lone"]


def test_a_register_that_is_not_there_is_said_so(cluster: SparkEngine, tmp_path: Path) -> None:
    """Spark says it in another way than the embedded engine."""
    with pytest.raises(LoadError, match="the table 'bodies' of a register is not there"):
        spark.load(cluster, tmp_path / "nowhere")


def test_spark_itself_counts_while_it_writes(cluster: SparkEngine) -> None:
    """Whatever the rows are worked out by; of none there are none."""
    rows = cluster.session.range(9).withColumn("odd", sql.col("id") % 2 == 1)
    counts = {"rows": sql.count("id"), "odd": sql.count_if("odd"), "sum": sql.sum("id")}
    for least, counted in ((0, (9, 4, 36)), (99, (0, 0, 0))):
        written, told = cluster.cut_counted(rows.where(sql.col("id") >= least), "odd", counts)
        assert tuple(told.values()) == counted
        assert written.count() == counted[0]


@pytest.mark.parametrize("by", [signal.SIGSTOP, signal.SIGKILL])
def test_a_server_that_goes_while_it_works_is_called_gone(
    by: signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped or dead, in the middle of what it works out."""
    monkeypatch.setattr(watching, "REST", 0.5)
    monkeypatch.setattr(watching, "PATIENCE", 3.0)

    def ask(server: LocalSpark) -> None:
        connected = spark.connect(server.address, work=str(tmp_path))
        with connected as engine, explained("gave up"):
            threading.Timer(2, os.kill, (server.process, by)).start()
            rows = engine.session.range(1 << 40).select(sql.hash("id").alias("i"))
            rows.groupBy("i").count().count()

    with run_spark(tmp_path / "spark") as server:
        with pytest.raises(EngineError, match="gave up: nothing answers any more"):
            ask(server)
        os.kill(server.process, signal.SIGKILL)
