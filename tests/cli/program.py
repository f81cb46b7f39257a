"""Runs the program, in this process or another, and gives what it printed."""

import contextlib
import io
import os
import subprocess
from collections.abc import Iterator, Sequence
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


@contextlib.contextmanager
def started(command: Sequence[str]) -> "Iterator[subprocess.Popen[str]]":
    """A program in a process of its own, which does not outlive a test that fails."""
    pipe, unbuffered = subprocess.PIPE, os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=unbuffered) as running:
        try:
            yield running
        finally:
            running.kill()
