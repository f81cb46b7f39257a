"""Findings on Spark written as Parquet, wherever the cluster can write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.errors import OutputError
from govgraph.spark.graph.failures import explain
from govgraph.spark.graph.rounds import is_there, is_uri, resolve
from govgraph.spark.rules.finding_rows import make_rows

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from govgraph.spark.rules.spark_findings import SparkFindings


def refuse_to_write_over(where: str) -> None:
    """Complain of a place on this machine where there is something already.

    Raises:
        OutputError: there is.
    """
    if not is_uri(where) and Path(where).exists():
        raise OutputError(f"{where} is there already; nothing is written over")


def write_findings(findings: SparkFindings, where: str) -> None:
    """Write every finding into a new folder; of no findings, a table without rows.

    Raises:
        OutputError: it cannot be written, or there is something already.
    """
    from pyspark.errors import PySparkException

    refuse_to_write_over(where)
    session = findings.graph.engine.session
    rows = make_rows(findings, findings.rows, findings.graph.register.names).drop("group")
    try:
        rows.write.parquet(resolve(where))
        if not is_there(session.read.parquet(resolve(where))):
            _write_no_rows(rows, resolve(where))
    except PySparkException as error:
        if "already exist" in str(error):
            raise OutputError(f"{where} is there already; nothing is written over") from None
        raise OutputError(f"{where} cannot be written: {explain(str(error))}") from None
    except OSError as error:
        reason = error.strerror or str(error).splitlines()[0]
        raise OutputError(f"{where} cannot be written: {reason}") from None


def _write_no_rows(rows: DataFrame, where: str) -> None:
    """The columns alone; some engines write no file for no rows."""
    import pyarrow.fs
    import pyarrow.parquet

    files, folder = pyarrow.fs.FileSystem.from_uri(where if is_uri(where) else Path(where).as_uri())
    files.create_dir(folder)
    pyarrow.parquet.write_table(rows.limit(0).toArrow(), f"{folder}/none.parquet", filesystem=files)
