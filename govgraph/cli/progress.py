"""How far long work has got, on stderr, where somebody watches."""

import sys

WIDTH = 20


class Progress:
    """A bar that is drawn anew for each stage of known number; nothing where nobody watches."""

    def __init__(self, stages: int) -> None:
        self.stages = stages
        self.begun = 0
        self.watched = sys.stderr.isatty()

    def tell(self, stage: str) -> None:
        """A stage begins."""
        self.begun = min(self.begun + 1, self.stages)
        if self.watched:
            done = WIDTH * self.begun // self.stages
            sys.stderr.write(f"\r\x1b[K[{'#' * done}{'.' * (WIDTH - done)}] {stage}")
            sys.stderr.flush()

    def end(self) -> None:
        """The work is done, or has failed: the bar makes room for what is said of it."""
        if self.watched:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
