"""A line on stderr says that long work goes on, where somebody watches."""

import io
import sys
import time

import pytest

from govgraph.cli import progress
from govgraph.cli.progress import working


class Terminal(io.StringIO):
    """A stderr that somebody may watch."""

    def __init__(self, *, watched: bool) -> None:
        super().__init__()
        self.watched = watched

    def isatty(self) -> bool:
        """Whether somebody does."""
        return self.watched


def told(monkeypatch: pytest.MonkeyPatch, *, watched: bool, patience: float) -> str:
    """What stands on stderr after work that goes on until something stands there, or briefly."""
    terminal = Terminal(watched=watched)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    with working("drawing 9 bodies"):
        tries = 0
        while watched and patience < 1 and not terminal.getvalue() and tries < 1_000:
            time.sleep(0.01)
            tries += 1
    return terminal.getvalue()


def test_long_work_says_that_it_goes_on_and_clears_its_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is said after it begins at the left."""
    said = told(monkeypatch, watched=True, patience=0)
    assert said.startswith("\r\x1b[Kdrawing 9 bodies … 0 s")
    assert said.endswith("\r\x1b[K")


def test_short_work_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has begun to wonder."""
    assert told(monkeypatch, watched=True, patience=60) == ""


def test_nobody_watching_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a file or a pipe it would only be in the way."""
    assert told(monkeypatch, watched=False, patience=0) == ""
