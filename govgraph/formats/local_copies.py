"""The local copies of sources: where they are, and nowhere else."""

import os
from pathlib import Path

from govgraph.errors import Place
from govgraph.formats.limits import STANDARD
from govgraph.formats.problems import Problems, visible
from govgraph.model.sources import Source


def find_local_copy(source: Source) -> Path | None:
    """The copy that a source names, beside the file in which the source is written.

    A source without a copy, and one that was not read from a file, give None.

    Raises:
        LoadError: the copy is not there, or lies outside the folder of the structure file.
    """
    if not source.file or not source.place:
        return None
    folder = Path(source.place.file).parent
    path = folder / source.file
    problems = Problems(STANDARD)
    if not _is_within(folder, path):
        problems.add(_place(path), "lies outside the folder of the structure file")
    elif not os.path.lexists(path):
        problems.add(_place(path), "is not there")
    problems.raise_if_any()
    return path


def _place(path: Path) -> Place:
    """A copy as a whole."""
    return Place(visible(str(path)), 0, 0)


def _is_within(folder: Path, path: Path) -> bool:
    """Whether a path leads to something in a folder, links followed."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):
        return False
