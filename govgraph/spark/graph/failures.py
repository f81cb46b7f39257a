"""What Spark and Sail say when they fail, in a sentence that helps."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from govgraph.errors import EngineError
from govgraph.formats.problems import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 300
FULL = "the disc is full"
CLOSED = "channel closed"
"""What gRPC says of a channel that was closed, as that of a server that no longer answers is."""
_DETAILS = re.compile(r'^\s*details = "(.*)"$', re.MULTILINE)
SCRATCH = "no room is left in spark.local.dir, where each machine keeps what it shuffles"
_REASONS = (
    (SCRATCH, r"no space left(?s:.*)(ShuffleWriter|DiskBlockObjectWriter|Spill)"),
    ("may not be read or written", "permission denied|access ?denied|forbidden|not authorized"),
    ("there is no such place", "no such file|path_not_found|path does not exist|not found"),
    (FULL, "no space left"),
    ("it ran out of memory", "outofmemory|out of memory|resources exhausted|heap space"),
    ("what answers there is no Spark", "http/2"),
    ("nothing answers any more", f"unavailable|connection refused|socket closed|{CLOSED}"),
    ("the token or certificate was refused", "unauthenticated|handshake"),
    ("its answer cannot be read", "parsing message|wire format"),
    ("a column of categories is not read there: write it as text", r"cast dictionary\("),
)


@contextmanager
def explained(what: str, only: str = "") -> Iterator[None]:
    """Turn what the engine raises into one of our errors that begins with `what`.

    Args:
        what: what could not be done.
        only: the reason for which that is so; anything else is left as it is.

    Raises:
        EngineError: the engine gave up; for want of room to shuffle, whatever could not be done.
    """
    # Imported here: whoever lacks the extra learns so from a module that imports this one.
    import grpc
    from google.protobuf.message import DecodeError
    from pyspark.errors import PySparkException

    raised = (PySparkException, grpc.RpcError, DecodeError)
    try:
        yield
    except (*raised, ValueError) as error:
        if not isinstance(error, raised) and CLOSED not in str(error).lower():
            raise
        reason = explain(_read(error))
        if reason.startswith(SCRATCH):
            raise EngineError(reason) from None
        if not reason.startswith(only):
            raise
        raise EngineError(f"{what}: {reason}") from None


def _read(error: BaseException) -> str:
    """What an engine said, without what its client says around it."""
    cause = error.__cause__ or error  # the cause of having asked in vain
    details = getattr(cause, "details", None)
    said = str(details() if callable(details) else cause)
    within = _DETAILS.search(said)  # of an error of gRPC that was only written down
    return within[1] if within else said


def explain(said: str) -> str:
    """The reason in what an engine said, before as much of its own words as can be read.

    >>> explain("Generic LocalFileSystem error: Permission denied (os error 13)")
    'may not be read or written (Generic LocalFileSystem error: Permission denied (os error 13))'
    """
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    first = visible(lines[0] if lines else "no reason is given")[:LONGEST]
    for reason, pattern in _REASONS:
        if re.search(pattern, said, re.IGNORECASE):
            return f"{reason} ({first})"
    return first
