"""The local copies of sources, where they are plain text."""

from pathlib import Path

from govgraph.errors import LoadError, Place, Problem
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
        LoadError: the copy cannot be read, or lies outside the folder of the structure file.
    """
    if not source.file or not source.place or not source.file.lower().endswith(SUFFIXES):
        return None
    folder = Path(source.place.file).parent
    path = folder / source.file
    problems = Problems(STANDARD)
    content = read_bytes(path, problems) if _is_within(folder, path) else None
    problems.raise_if_any()
    if content is None:
        place = Place(visible(str(path)), 0, 0)
        raise LoadError((Problem(place, "lies outside the folder of the structure file"),))
    return content.decode("utf-8", errors="replace")


def _is_within(folder: Path, path: Path) -> bool:
    """Whether a path leads to something in a folder, links followed."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):
        return False
