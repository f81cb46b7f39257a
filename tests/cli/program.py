"""Runs the program in this process and gives what it printed."""

import contextlib
import io
from dataclasses import dataclass

from govgraph.cli.main import run_with


@dataclass(frozen=True, slots=True)
class Done:
    """What a run gave: its exit code, its data, its talk."""

    code: int
    out: str
    err: str


def govgraph(*arguments: str) -> Done:
    """Run `govgraph` with these arguments."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run_with(list(arguments))
    return Done(code, out.getvalue(), err.getvalue())
