"""The Graphviz program, asked for coordinates and nothing else.

It is found through the files of the `graphviz-pure` distribution, so that no system package and no
PATH is needed; a `dot` on PATH serves when the wheel is missing. Some of Graphviz' failures exit
with 0 and only a word on stderr, so a word on stderr is a failure.
"""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from govgraph.errors import DrawingError

TIME_LIMIT = 10.0
"""Seconds after which Graphviz is stopped and the layout goes another way."""

HURRY = ("-Gsplines=line", "-Gnslimit=1", "-Gnslimit1=1", "-Gmclimit=0.1")
"""What makes Graphviz settle for a rougher picture of a dense graph."""


def run_graphviz(dot: str, *options: str, time_limit: float = TIME_LIMIT) -> dict[str, Any]:
    """The layout of a graph in DOT, as Graphviz' `json0` says it (points, y up).

    Raises:
        DrawingError: The program is missing, took longer than `time_limit` seconds, or complained.
    """
    command = [graphviz_program(), "-Tjson0", *options]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, the text is quoted by the caller
            command, input=dot.encode(), capture_output=True, timeout=time_limit, check=False
        )
    except subprocess.TimeoutExpired as error:
        message = f"Graphviz did not finish within {time_limit:g} seconds"
        raise DrawingError(message) from error
    except OSError as error:
        message = f"Graphviz could not be started: {error}"
        raise DrawingError(message) from error
    if done.returncode or done.stderr.strip():
        words = done.stderr.decode(errors="replace").strip() or f"exit {done.returncode}"
        message = f"Graphviz complained: {words}"
        raise DrawingError(message)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@functools.cache
def graphviz_program() -> str:
    """The path of the Graphviz program.

    Raises:
        DrawingError: Neither the wheel nor a `dot` on PATH is there.
    """
    found = _from_wheel() or shutil.which("dot")
    if found is None:
        message = (
            "No Graphviz was found: install the wheel with `pip install graphviz-pure`, "
            "or put Graphviz' `dot` on PATH"
        )
        raise DrawingError(message)
    return found


def _from_wheel() -> str | None:
    """The program that the `graphviz-pure` wheel installed, or None."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        files = distribution("graphviz-pure").files or ()
    except PackageNotFoundError:
        return None
    for file in files:
        if Path(file.name).stem == "graphviz-pure":
            place = Path(str(file.locate()))
            if place.is_file():
                return str(place.resolve())
    return None
