"""The local copies of sources, where they are plain text."""

import os
from pathlib import Path

from govgraph.errors import Place
from govgraph.formats.files import read_bytes
from govgraph.formats.limits import STANDARD
from govgraph.formats.problems import Problems, visible
from govgraph.model.sources import Source

SUFFIXES = (".txt", ".text", ".md")


def read_local_copy(source: Source) -> str | None:
    """The text of the copy that a source names, beside the file in which the source is written.

    A source without a copy, one whose copy is no plain text, and one that was not read from a
    file give None.

    Raises:
        LoadError: the copy is not there, cannot be read, or lies outside the folder of the
            structure file, whatever its form.
    """
    if not source.file or not source.place:
        return None
    folder = Path(source.place.file).parent
    path = folder / source.file
    problems = Problems(STANDARD)
    content = None
    if not _is_within(folder, path):
        problems.add(_place(path), "lies outside the folder of the structure file")
    elif source.file.lower().endswith(SUFFIXES):
        content = read_bytes(path, problems)
    elif not os.path.lexists(path):
        problems.add(_place(path), "is not there")
    problems.raise_if_any()
    return None if content is None else content.decode("utf-8", errors="replace")


def _place(path: Path) -> Place:
    """A copy as a whole."""
    return Place(visible(str(path)), 0, 0)


def _is_within(folder: Path, path: Path) -> bool:
    """Whether a path leads to something in a folder, links followed."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):
        return False
