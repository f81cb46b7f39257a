"""What Spark and Sail say when they fail, in a sentence that helps."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pyspark.errors import PySparkException

from govgraph.errors import EngineError
from govgraph.formats.problems import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 300
_REASONS = (
    ("may not be read or written", "permission denied|access ?denied|forbidden|not authorized"),
    ("there is no such place", "no such file|path_not_found|path does not exist|not found"),
    ("the disc is full", "no space left"),
    ("it ran out of memory", "outofmemory|out of memory|resources exhausted|heap space"),
    ("nothing answers any more", "unavailable|connection refused|socket closed"),
    ("the token or certificate was refused", "unauthenticated|handshake"),
)


@contextmanager
def explained(what: str) -> Iterator[None]:
    """Turn what the engine raises into one of our errors that begins with `what`.

    Raises:
        EngineError: the engine gave up.
    """
    import grpc

    try:
        yield
    except (PySparkException, grpc.RpcError) as error:
        said = str(error.__cause__ or error)  # the cause of having asked in vain
        raise EngineError(f"{what}: {explain(said)}") from None


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
