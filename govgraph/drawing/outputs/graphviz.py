"""A picture that Graphviz itself lays out, just as the DOT says it.

The program is found through the files of the `graphviz-pure` distribution, so that no system
package and no PATH is needed; a `dot` on PATH serves when the wheel is missing. Some of Graphviz's
failures exit with 0 and only a word on stderr, so an error on stderr is a failure.
"""

from __future__ import annotations

import functools
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.drawing.fonts import STACK
from govgraph.errors import DrawingError

if TYPE_CHECKING:
    from govgraph.drawing.placement import Point

TIME_LIMIT = 60.0
"""Seconds after which Graphviz is stopped."""

_SIZE = re.compile(r'<svg width="([\d.]+)pt" height="([\d.]+)pt"')
_ERROR = re.compile(r"^error", re.IGNORECASE | re.MULTILINE)  # a warning is no failure
_FAMILY = re.compile(r'font-family="[^"]*"')


def draw_svg(dot: str, time_limit: float = TIME_LIMIT) -> str:
    """The SVG that Graphviz makes of a graph in DOT, its letters in fonts as wide as measured.

    Raises:
        DrawingError: Graphviz is missing, took longer than `time_limit` seconds, or complained.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own program, the text is quoted by the caller
            [graphviz_program(), "-Tsvg"],
            input=dot.encode(),
            capture_output=True,
            timeout=time_limit,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        message = (
            f"Graphviz did not finish within {time_limit:g} seconds: draw less of the structure, "
            "or leave out --engine graphviz"
        )
        raise DrawingError(message) from error
    except OSError as error:
        raise DrawingError(f"Graphviz could not be started: {error}") from error
    words = done.stderr.decode(errors="replace").strip()
    if done.returncode or not done.stdout or _ERROR.search(words):
        raise DrawingError(f"Graphviz complained: {words or f'exit {done.returncode}'}")
    family = STACK.replace('"', "&quot;")
    return _FAMILY.sub(f'font-family="{family}"', done.stdout.decode())


def picture_size(svg: str) -> Point:
    """The width and height in points of a picture that Graphviz made."""
    found = _SIZE.search(svg)
    if found is None:
        raise DrawingError("Graphviz made a picture without a size")
    return float(found[1]), float(found[2])


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
