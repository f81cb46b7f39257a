"""How far long work has got, on stderr, where somebody watches."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading

WIDTH = 20
PATIENCE = 2
"""Seconds for which nobody wonders whether anything still happens."""


class Progress:
    """A bar that is drawn anew for each stage of known number; nothing where nobody watches."""

    def __init__(self, stages: int) -> None:
        self.stages = stages
        self.begun = 0
        self.watched = sys.stderr.isatty()

    def tell(self, stage: str) -> None:
        """A stage begins."""
        self.begun = min(self.begun + 1, self.stages)
        self.note(stage)

    def note(self, stage: str) -> None:
        """A stage has got so far."""
        if self.watched:
            done = WIDTH * self.begun // self.stages
            sys.stderr.write(f"\r\x1b[K[{'#' * done}{'.' * (WIDTH - done)}] {stage}")
            sys.stderr.flush()

    def end(self) -> None:
        """The work is done, or has failed: the bar makes room for what is said of it."""
        if self.watched:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


@contextmanager
def working(what: str) -> Iterator[None]:
    """While the work takes longer than `PATIENCE`, a line that counts the seconds.

    Of work whose stages nobody knows: it says that the program has not died, and no more.

    Args:
        what: what is being done, such as `drawing 5,000 bodies`.
    """
    if not sys.stderr.isatty():
        yield
        return
    import threading

    over = threading.Event()
    line = threading.Thread(target=_count, args=(what, over), daemon=True)
    line.start()
    try:
        yield
    finally:
        over.set()
        line.join()


def _count(what: str, over: "threading.Event") -> None:
    """Write the line anew each second until the work is over, then make room for what follows."""
    seconds = PATIENCE
    while not over.wait(PATIENCE if seconds == PATIENCE else 1):
        sys.stderr.write(f"\r\x1b[K{what} … {seconds} s")
        sys.stderr.flush()
        seconds += 1
    if seconds > PATIENCE:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
