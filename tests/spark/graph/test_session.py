"""Sessions: begun, refused with a reason, and ended without a trace."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from google.protobuf.message import DecodeError
from pyspark.errors import PySparkException
from pyspark.sql.connect.client.retries import Retrying

from govgraph import spark
from govgraph.errors import EngineError, MissingExtraError, SettingsError
from govgraph.spark.graph import spark_session as session
from govgraph.spark.graph import watching
from govgraph.spark.graph.failures import explain, explained
from govgraph.spark.graph.rounds import Rounds
from govgraph.spark.graph.spark_engine import SparkEngine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyspark.sql import DataFrame

ELSEWHERE = """
from pysail.spark import SparkConnectServer
server = SparkConnectServer()
server.start(background=True)
print(server.listening_address[1], flush=True)
input()
"""
"""A program that runs an engine."""


def test_nobody_at_the_address_is_said_at_once() -> None:
    """The client itself would keep asking for ten minutes."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"sc://localhost:{free.getsockname()[1]}"
    with (
        pytest.raises(EngineError, match=f"nothing answers at {address}: Connection refused"),
        spark.connect(address),
    ):
        pass


def test_an_embedded_engine_outlives_a_long_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sail by itself ends a session that has asked nothing for a quarter of an hour."""
    setting = "SAIL_SPARK__SESSION_TIMEOUT_SECS"
    monkeypatch.delenv(setting, raising=False)
    with spark.connect():
        assert int(os.environ[setting]) == session.IDLE > 24 * 60 * 60
    monkeypatch.setenv(setting, "1")  # the setting is one that this Sail heeds
    with spark.connect() as engine, pytest.raises(PySparkException, match="is not running"):
        _rest_and_ask(engine)


def test_what_somebody_has_set_stays(sail: SparkEngine) -> None:
    """What helps a session is set where nobody has said anything else."""
    conf = sail.session.conf
    (name, value), *_ = session.SETTINGS.items()
    assert conf.get(name) == value
    conf.set(name, "1b")
    session.settle(sail.session)
    assert conf.get(name) == "1b"
    conf.set(name, value)


def _rest_and_ask(engine: SparkEngine) -> None:
    """As often as a busy machine needs to come round to ending what rests."""
    for _ in range(20):
        time.sleep(3)
        engine.session.range(1).count()


@pytest.mark.parametrize("address", ["localhost:15002", "sc://", "http://localhost", "sc://h:x"])
def test_what_is_no_address_is_refused(address: str) -> None:
    """The form of one is shown."""
    with (
        pytest.raises(SettingsError, match="is no address of Spark Connect: sc://host:15002"),
        spark.connect(address, work="work"),
    ):
        pass


def test_a_token_is_never_shown() -> None:
    """It is a password."""
    with (
        pytest.raises(SettingsError, match="token=…") as told,
        spark.connect("http://host/;token=secret", work="work"),
    ):
        pass
    assert "secret" not in str(told.value)


def test_a_cluster_elsewhere_needs_a_folder_for_its_rounds() -> None:
    """A folder of this machine is nowhere to it."""
    with pytest.raises(SettingsError, match="--spark-work"), spark.connect("sc://elsewhere"):
        pass


@pytest.mark.parametrize("missing", ["pyspark.sql", "pyspark.sql.connect"])
def test_a_missing_extra_is_named(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.delitem(sys.modules, f"{missing}.session", raising=False)
    with (
        pytest.raises(MissingExtraError, match=r"pip install 'govgraph\[spark\]'"),
        spark.connect(),
    ):
        pass


def test_a_missing_engine_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody with Spark of their own may lack Sail."""
    monkeypatch.setitem(sys.modules, "pysail.spark", None)
    with pytest.raises(MissingExtraError, match="Sail, the embedded engine"), spark.connect():
        pass


def test_nothing_is_left_behind_when_work_is_broken_off(tmp_path: Path) -> None:
    """The engine no longer listens, and its rounds are gone."""
    ports = []

    def break_off() -> None:
        with spark.connect(work=str(tmp_path)) as engine:
            engine.cut(engine.session.range(3), "three")
            ports.append(int(engine.address.rpartition(":")[2]))
            assert [folder.name[:9] for folder in tmp_path.iterdir()] == ["govgraph-"]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", ports[0]))


def test_rounds_elsewhere_are_removed_by_their_uri(sail: SparkEngine, tmp_path: Path) -> None:
    """As far as this machine knows the file system."""
    rounds = Rounds(sail.session, f"file://{tmp_path}/rounds")
    assert rounds.cut(sail.session.range(3), "three").count() == 3
    rounds.remove()
    assert (rounds.left, list(tmp_path.iterdir())) == ("", [])


def test_rounds_that_cannot_be_removed_are_told_of(sail: SparkEngine) -> None:
    """Somebody else has to."""
    rounds = Rounds(sail.session, "nowhere://rounds")
    rounds.remove()
    assert rounds.left == ""
    rounds.written = 1
    rounds.remove()
    assert "nowhere" in rounds.left


def test_a_full_disc_is_that_of_the_rounds(sail: SparkEngine) -> None:
    """Not that of what was being read."""

    class Full:
        schema = "i long"

        @property
        def write(self) -> Full:
            return self

        def options(self, **_: str) -> Full:
            return self

        def parquet(self, _: str) -> None:
            raise PySparkException("No space left on device (os error 28)")

    rounds = Rounds(sail.session, "/full")
    with pytest.raises(EngineError, match=r"^/full, where rounds are kept, cannot be written: the"):
        rounds.cut(cast("DataFrame", Full()), "one")


def test_a_full_local_folder_is_blamed_on_nothing_else() -> None:
    """Neither the register nor the rounds are where a cluster keeps what it shuffles."""
    said = (
        "Job aborted due to stage failure: Task 0 in stage 29.0 failed 1 times, most recent "
        "failure: java.io.IOException: No space left on device\n"
        "\tat org.apache.spark.storage.DiskBlockObjectWriter.write(DiskBlockObjectWriter.scala:337)"
    )
    for what, only in (
        ("companies cannot be read", ""),
        ("the rounds cannot be", "the disc is full"),
    ):
        with (
            pytest.raises(EngineError, match=r"^no room is left in spark.local.dir, where"),
            explained(what, only=only),
        ):
            raise PySparkException(said)


def test_an_engine_that_is_gone_is_asked_again_for_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a minute at the most, with what the client asks in the end; each pause is recorded."""
    pauses: list[tuple[int, float]] = []
    monkeypatch.setattr(
        Retrying.__init__,
        "__defaults__",
        (lambda seconds: pauses.append((threading.get_ident(), seconds)),),
    )
    with ExitStack() as ends:
        with session._run_sail() as address:
            engine = ends.enter_context(spark.connect(address, work=str(tmp_path)))
        with (
            pytest.raises(EngineError, match="gave up: nothing answers any more"),
            explained("gave up"),
        ):
            engine.session.range(1).count()
    ours = [seconds for thread, seconds in pauses if thread == threading.get_ident()]
    assert 5 < sum(ours) < 15
    assert sum(seconds for _, seconds in pauses) < 30


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """An engine in a process of its own: its address, and the process."""
    with subprocess.Popen(
        [sys.executable, "-c", ELSEWHERE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout
        yield f"sc://127.0.0.1:{server.stdout.readline().strip()}", server
        server.kill()


def test_a_server_that_is_stopped_is_not_waited_for(
    elsewhere: tuple[str, subprocess.Popen[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It keeps its connections, but greets no new one. Nobody waits for it in the end either."""
    monkeypatch.setattr(watching, "REST", 0.1)
    monkeypatch.setattr(watching, "PATIENCE", 3.0)
    address, server = elsewhere

    def ask() -> None:
        with spark.connect(address, work=str(tmp_path)) as engine, explained("gave up"):
            os.kill(server.pid, signal.SIGSTOP)
            os.waitpid(server.pid, os.WUNTRACED)
            engine.session.range(1).count()

    with pytest.raises(EngineError, match=r"gave up: nothing answers any more \(.*hannel closed"):
        ask()
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_rests_for_a_while_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only one that greets nobody twice in a row is gone."""
    looks = iter([True, False, True, False, False])
    monkeypatch.setattr(watching, "REST", 0.0)
    monkeypatch.setattr(watching, "answers", lambda _: next(looks))
    closed = threading.Event()
    with watching.watch("sc://nowhere", SimpleNamespace(close=closed.set)):
        assert closed.wait(60)
    assert list(looks) == []


def test_other_mistakes_than_those_of_an_engine_are_left_as_they_are() -> None:
    """Only a closed connection is told as a `ValueError`."""
    with pytest.raises(ValueError, match=r"^no number$"), explained("it broke"):
        raise ValueError("no number")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (DecodeError("Error parsing message with type 'x'"), "its answer cannot be read"),
        (
            PySparkException('<RPC that terminated with:\n\tdetails = "Channel closed!"\n>'),
            r"nothing answers any more \(Channel closed!\)$",
        ),
        (PySparkException("failed: HTTP/2 (Expected SETTINGS frame)"), "what answers there is no"),
    ],
)
def test_what_is_raised_is_told_in_a_sentence(error: Exception, told: str) -> None:
    """Whichever library raises it."""
    with pytest.raises(EngineError, match=f"^it broke: {told}"), explained("it broke"):
        raise error


def test_a_failure_is_explained_first() -> None:
    """Then in the engine's own words, one line of them."""
    assert (
        explain("[PATH_NOT_FOUND] x\n  at java.lang")
        == "there is no such place ([PATH_NOT_FOUND] x)"
    )
    assert explain("odd") == "odd"
    assert explain("") == "no reason is given"
