"""What a live preview shows: the last page that could be made, and what is wrong since."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Condition

from govgraph.errors import GovgraphError, LoadError


@dataclass(frozen=True, slots=True)
class State:
    """What there is to show.

    Attributes:
        version: counts every look at the structure, from 1.
        page: counts the pages that could be made; 0 while there is none.
        html: the last of them.
        problems: what was wrong at the last look, each with its place; nothing if it went well.
    """

    version: int = 0
    page: int = 0
    html: str = ""
    problems: tuple[str, ...] = ()


class Preview:
    """The state of a preview, which one thread renews and others wait for.

    Args:
        build: makes the page anew; raises a GovgraphError where it cannot.
    """

    def __init__(self, build: Callable[[], str]) -> None:
        self._build = build
        self._changed = Condition()
        self.state = State()

    def refresh(self) -> State:
        """Look at the structure again, keep the last good page if it is broken, tell who waits."""
        state = replace(self.state, version=self.state.version + 1, problems=())
        try:
            state = replace(state, html=self._build(), page=state.page + 1)
        except LoadError as error:
            state = replace(state, problems=tuple(map(str, error.problems)))
        except GovgraphError as error:
            state = replace(state, problems=(str(error),))
        with self._changed:
            self.state = state
            self._changed.notify_all()
        return state

    def newer(self, version: int, seconds: float) -> State | None:
        """The state as soon as it is newer than a version, or None after so many seconds."""
        with self._changed:
            if self._changed.wait_for(lambda: self.state.version > version, seconds):
                return self.state
        return None
