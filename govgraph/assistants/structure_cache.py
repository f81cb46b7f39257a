"""A structure that is kept between questions, and read again when its files have changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from govgraph import api
from govgraph.errors import LoadError
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure

MOST_FILES = 10_000
MOST_STANDPOINTS = 8
"""From how many standpoints a structure is kept: an assistant asks from few at a time."""

Stamp = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class View:
    """From where somebody asks, as they write it: a date, and what else counts."""

    as_at: str | None = None
    include: tuple[str, ...] = ()
    presume: bool = False
    undated: bool = False


class CachedStructure:
    """A structure file or folder, as it is when somebody asks.

    Args:
        path: the file or folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.stamp: Stamp = ()
        self._structure: Structure | None = None
        self._graphs: dict[Standpoint, AccountabilityGraph] = {}

    def read(self) -> Structure:
        """The structure, read again if anything in its files or folder has changed.

        Raises:
            LoadError: it cannot be read now.
        """
        stamp = tuple(_stamps(self.path))
        if self._structure is None or stamp != self.stamp:
            self._structure = None
            self._graphs.clear()
            self._structure = api.load(self.path)
            self.stamp = stamp
        return self._structure

    def seen_from(self, view: View) -> AccountabilityGraph:
        """Who answers to whom in it from a standpoint.

        Raises:
            LoadError: it cannot be read now.
            SettingsError: the date or what to include means nothing.
        """
        structure = self.read()
        asked = api.build_graph(
            structure,
            as_at=view.as_at,
            include=view.include,
            presume=view.presume,
            undated=view.undated,
        )
        known = self._graphs.pop(asked.standpoint, asked)
        self._graphs[asked.standpoint] = known  # the last asked for is the last to go
        if len(self._graphs) > MOST_STANDPOINTS:
            del self._graphs[next(iter(self._graphs))]
        return known

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the files now, each with its place; nothing if they can be read."""
        try:
            self.read()
        except LoadError as error:
            return tuple(map(str, error.problems))
        return ()


def _stamps(path: Path) -> Iterator[tuple[str, int, int, int]]:
    """What tells one state of the files from another: names, times, sizes, numbers."""
    try:
        inside = sorted(path.iterdir()) if path.is_dir() else []
        for file in (path, *inside[:MOST_FILES]):
            status = file.stat()
            yield (file.name, status.st_mtime_ns, status.st_size, status.st_ino)
    except OSError:
        return  # reading it will say why
