"""The local copies of a structure's sources, each read as a paper."""

from collections.abc import Mapping
from dataclasses import dataclass

from govgraph.errors import LoadError, MissingExtraError
from govgraph.formats.local_copies import find_local_copy
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
