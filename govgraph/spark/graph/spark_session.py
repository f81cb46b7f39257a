"""A Spark Connect session: with a cluster somewhere, or with Sail inside this process."""

from __future__ import annotations

import os
import re
import socket
from contextlib import ExitStack, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from govgraph.errors import EngineError, MissingExtraError, SettingsError
from govgraph.spark.graph.interrupting import end_soon, hear_interrupts, interrupt_once
from govgraph.spark.graph.rounds import Rounds, make_local_folder, name_folder
from govgraph.spark.graph.spark_engine import FEW, SparkEngine
from govgraph.spark.graph.watching import watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SCHEME = "sc"
PORT = 15002
"""Where Spark Connect listens unless told otherwise."""
PATIENCE = 10
"""Seconds for which an address may keep silent at first."""
FIRST_RETRIES = 4
"""How often an engine is asked again that has never answered: for some four seconds in all."""
RETRIES, LONGEST_PAUSE = 5, 5_000
"""How often, and after how many milliseconds at the most, an engine that has gone is asked again:
for some 10 seconds in all. As long again the client asks, when it ends, to have its question
forgotten; by itself it would ask for ten minutes, twice."""
SETTINGS = {"spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold": "64MB"}
"""What is set for the session alone, where whoever runs the cluster has set nothing: a join hashes
one side, and does not sort both, where it turns out that no task has more of it than this."""
IDLE = 7 * 24 * 60 * 60
"""Seconds for which an embedded Sail keeps a session that asks nothing: by itself it ends one after
minutes, under the hands of whoever keeps an engine open in a notebook or a service."""


def load_spark() -> Any:  # noqa: ANN401 - the class
    """The class of Spark sessions, which comes with the extra `spark`.

    Raises:
        MissingExtraError: it is not installed, or what it needs is not.
    """
    try:
        from pyspark.sql import SparkSession
        from pyspark.sql.connect import session  # noqa: F401 - needs gRPC, pandas and Arrow
    except ImportError:
        raise MissingExtraError("the engine for Spark", "spark") from None
    return SparkSession


@contextmanager
def open_engine(
    remote: str = "",
    work: str = "",
    *,
    few: int = FEW,
    note: Callable[[str], None] = lambda _: None,
) -> Iterator[SparkEngine]:
    """A session, and a folder for its rounds; both are gone afterwards, whatever happens.

    Args:
        remote: the address of a cluster, `sc://host:15002`; an embedded Sail without one.
        work: where rounds are written, a folder or URI that the whole cluster can write.
        few: lines so few that what is left is worked out on this machine.
        note: is told how far the work has got.

    Raises:
        MissingExtraError: the extra `spark` is not installed.
        SettingsError: the address is none, or there is nowhere to write rounds.
        EngineError: nothing answers there, or it refuses.
    """
    load_spark()
    from govgraph.spark.graph.failures import explained

    if remote and not work and not _is_here(remote):
        raise SettingsError(
            "a cluster needs a folder for its rounds that all of it can write: "
            "--spark-work s3://bucket/folder"
        )
    with ExitStack() as stack:
        address = remote or stack.enter_context(_run_sail())
        stack.enter_context(hear_interrupts())
        with explained(f"no session at {hide_token(address)}"):
            session = stack.enter_context(_open_session(address, watched=bool(remote)))
        rounds = Rounds(session, name_folder(work) if work else make_local_folder())
        stack.callback(rounds.remove)
        yield SparkEngine(session, hide_token(address), rounds, few=few, note=note)


@contextmanager
def _run_sail() -> Iterator[str]:
    """Run Sail in this process, so that it ends when this does; gives its address."""
    os.environ.setdefault("RUST_LOG", "error")  # it tells of every step on stderr
    os.environ.setdefault("SAIL_SPARK__SESSION_TIMEOUT_SECS", str(IDLE))
    try:
        from pysail.spark import SparkConnectServer
    except ImportError:
        raise MissingExtraError("Sail, the embedded engine,", "spark") from None
    server = SparkConnectServer()
    server.start(background=True)
    try:
        host, port = server.listening_address
        yield f"{SCHEME}://{host}:{port}"
    finally:
        end_soon(server.stop)


@contextmanager
def _open_session(address: str, *, watched: bool) -> Iterator[Any]:
    """A session; if it is watched, nobody waits in it for a server that has gone."""
    from pyspark.sql.connect.client.retries import DefaultPolicy

    _knock(address)
    session = load_spark().builder.remote(address).create()
    session.client.set_retry_policies([DefaultPolicy(FIRST_RETRIES)])
    interrupt_once(session.client)
    channel = session.client._channel  # noqa: SLF001 - its own `close` waits for what it has asked
    try:
        with watch(address, channel) if watched else nullcontext():
            session.range(1).count()
            settle(session)
            session.client.set_retry_policies([DefaultPolicy(RETRIES, max_backoff=LONGEST_PAUSE)])
            yield session
    finally:
        session.client.set_retry_policies([])  # nobody waits in the end for what is broken
        end_soon(session.interruptAll, session.stop)
        channel.close()  # which ends whatever still waits for an answer, in threads that outlive us


def settle(session: Any) -> None:  # noqa: ANN401 - the class comes with the extra
    """Set what helps a session, but nothing that somebody has set."""
    own = session.conf.getAll
    for name, value in SETTINGS.items():
        if name not in own:
            session.conf.set(name, value)


def _knock(address: str) -> None:
    """Complain at once of an address at which nothing answers.

    Raises:
        SettingsError: it is no address of Spark Connect.
        EngineError: nothing answers there.
    """
    shown = hide_token(address)
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port or PORT
    except ValueError:
        host = None
    if host is None or parts.scheme != SCHEME:
        raise SettingsError(f"'{shown}' is no address of Spark Connect: sc://host:15002")
    try:
        socket.create_connection((host, port), PATIENCE).close()
    except OSError as error:
        why = error.strerror or str(error)
        raise EngineError(f"nothing answers at {shown}: {why}") from None


def _is_here(remote: str) -> bool:
    """Whether an address is that of this machine, whose folders it then shares."""
    return urlsplit(remote).hostname in {"localhost", "127.0.0.1", "::1"}


def hide_token(address: str) -> str:
    """An address as it may be shown: without the token that it may carry.

    >>> hide_token("sc://host:443/;use_ssl=true;token=abc")
    'sc://host:443/;use_ssl=true;token=…'
    """
    return re.sub(r"(token=)[^;]+", r"\1…", address)
