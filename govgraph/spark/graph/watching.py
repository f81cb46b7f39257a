"""Whether a server still answers, asked while it works.

A server that is stopped, or behind a network that drops what is sent to it, keeps its connections:
its client waits for ever. Spark closes a connection on which it is asked more often than every five
minutes whether it is there, so each look opens a connection of its own. A busy server greets that
all the same, as the threads that move bytes do nothing else.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

REST, PATIENCE, LOOKS = 3.0, 9.0, 2
"""Seconds between two looks, seconds that one waits, and how many in a row have to fail: a server
that has gone is called so after 21 seconds, and may pause for 18. Two, because a machine that has
itself slept wakes up in the middle of one."""
APART = ("grpc.use_local_subchannel_pool", 1)
"""Without it gRPC shares one connection between all channels to one server."""


@contextmanager
def watch(address: str, channel: Any) -> Iterator[None]:  # noqa: ANN401 - gRPC has no types
    """Close a channel once its server has gone, which ends all that waits for its answers.

    Args:
        address: where the server is.
        channel: the one that is used for work.
    """
    ended = threading.Event()

    def look() -> None:
        missed = 0
        while missed < LOOKS and not ended.wait(0 if missed else REST):
            missed = 0 if answers(address) else missed + 1
        if not ended.is_set():
            channel.close()

    threading.Thread(target=look, daemon=True).start()
    try:
        yield
    finally:
        ended.set()


def answers(address: str) -> bool:
    """Whether a server greets a new connection."""
    import grpc
    from pyspark.sql.connect.client import DefaultChannelBuilder

    with DefaultChannelBuilder(address, [APART]).toChannel() as channel:
        try:
            grpc.channel_ready_future(channel).result(PATIENCE)
        except grpc.FutureTimeoutError:
            return False
    return True
