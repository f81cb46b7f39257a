"""A Spark cluster of one machine, started as a Spark Connect server and ended again.

It needs Java 17 and Spark's own jars, which the full package `pyspark` carries. That package fills
the same folder as the client does, so it has an environment of its own:

    UV_PROJECT_ENVIRONMENT=build/spark uv sync --only-group spark-local
    export SPARK_HOME=$(echo "$PWD"/build/spark/lib/python*/site-packages/pyspark)
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SERVER = "org.apache.spark.sql.connect.service.SparkConnectServer"
PATIENCE = 180


def why_not() -> str:
    """Why no Spark can be started here; nothing if one can."""
    home = os.environ.get("SPARK_HOME", "")
    if not home:
        return "SPARK_HOME names no Spark: see benchmarks/local_spark.py"
    if not Path(home, "bin", "spark-submit").exists():
        return f"there is no Spark in {home}"
    if not shutil.which("java"):
        return "there is no Java"
    return ""


@dataclass(frozen=True, slots=True)
class LocalSpark:
    """A server that runs."""

    address: str
    process: int

    def used(self) -> tuple[float, int]:
        """Seconds of the processor and megabytes that it has used so far, the most of them."""
        told = Path(f"/proc/{self.process}/stat").read_text(encoding="utf-8")
        ticks = told.rpartition(")")[2].split()[11:13]
        status = Path(f"/proc/{self.process}/status").read_text(encoding="utf-8")
        peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK"), int(peak.split()[1]) // 1000


@contextmanager
def run_spark(folder: Path, **settings: str) -> Iterator[LocalSpark]:
    """A server that runs while it is needed.

    Args:
        folder: where it may write, and keeps its log.
        settings: further settings, `_` for each `.` in their names.
    """
    folder.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    chosen: Mapping[str, str] = {
        "spark.connect.grpc.binding.address": "127.0.0.1",
        "spark.connect.grpc.binding.port": str(port),
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.local.dir": str(folder),
        "spark.log.level": "ERROR",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.ui.enabled": "false",
        **{name.replace("_", "."): value for name, value in settings.items()},
    }
    command = [str(Path(os.environ["SPARK_HOME"], "bin", "spark-submit")), "--master", "local[2]"]
    for name, value in chosen.items():
        command += ["--conf", f"{name}={value}"]
    with (folder / "spark.log").open("wb") as log:
        server = subprocess.Popen(
            [*command, "--class", SERVER, "spark-internal"],
            stdout=log,
            stderr=log,
            cwd=folder,
            start_new_session=True,
        )
    try:
        _await(server, port)
        yield LocalSpark(f"sc://127.0.0.1:{port}", server.pid)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _await(server: subprocess.Popen[bytes], port: int) -> None:
    """Wait until somebody listens.

    Raises:
        RuntimeError: it ended, or took too long.
    """
    for _ in range(10 * PATIENCE):
        if server.poll() is not None:
            raise RuntimeError(f"Spark ended with {server.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("Spark did not begin to listen")
