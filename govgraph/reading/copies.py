"""The local copies of a structure's sources: beside its file alone, each read as a paper."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from govgraph.errors import LoadError, MissingExtraError, Place
from govgraph.formats.limits import STANDARD
from govgraph.formats.problems import Problems, visible
from govgraph.model.sources import Source
from govgraph.model.structure import Structure
from govgraph.reading.matching import Words
from govgraph.reading.paper_text import Paper


@dataclass(frozen=True, slots=True)
class Unread:
    """A copy that could not be read: of which source, why, and which file; `extra` if missing."""

    source: Source
    why: str
    file: str = ""
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Copies:
    """The papers of a structure by the id of their source, and the copies that are none.

    Attributes:
        papers: each paper.
        words: the same, for quotes to be looked up in.
        unread: the copies that could not be read, in the order of the sources.
    """

    papers: Mapping[str, Paper]
    words: Mapping[str, Words]
    unread: tuple[Unread, ...]


def read_copies(structure: Structure) -> Copies:
    """Read every local copy; a source without one, or with one of no kind that is read, has none.

    A copy that is not there, lies outside the folder of its structure file or cannot be read is
    among `unread`, never an error: what else is cited can still be looked up.
    """
    named = [source for source in structure.sources if source.file]
    if not named:
        return Copies({}, {}, ())
    from govgraph.reading.read import SUFFIXES, read_paper

    papers, unread = {}, []
    for source in named:
        try:
            path = find_local_copy(source)
            if path is not None and path.suffix.lower() in SUFFIXES:
                papers[source.id] = read_paper(path)
        except LoadError as error:
            problem = error.problems[0]
            unread.append(Unread(source, problem.message, problem.place.file))
        except MissingExtraError as error:
            unread.append(Unread(source, str(error), source.file, error.extra))
    words = {id_: Words(paper) for id_, paper in papers.items()}
    return Copies(papers, words, tuple(unread))


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
