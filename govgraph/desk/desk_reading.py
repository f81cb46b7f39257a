"""A document read, checked and drawn: each once, as long as nothing changes."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import govgraph
from govgraph.desk.document import Document, write_document
from govgraph.errors import LoadError, Place, Problem

if TYPE_CHECKING:
    from govgraph.checks.runner import Findings
    from govgraph.graph.accountability import AccountabilityGraph

Cell = tuple[str, int, int]
"""A sheet, and a row and column of it, counted from 0."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A document, and from where it is looked at.

    Attributes:
        document: what stands on the desk, as JSON: what is the same is read once.
        include: `proposed`, `shadow` or both, to let such arrangements count.
    """

    document: str
    include: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a document.

    Attributes:
        document: what was read.
        graph: who answers to whom; None if it cannot be read.
        problems: why it cannot be read, if so.
    """

    document: Document
    graph: "AccountabilityGraph | None"
    problems: tuple[Problem, ...] = ()

    def cell(self, place: Place | None) -> Cell | None:
        """The cell of a place, if it is one in the document."""
        if place is None or place.line == 0:
            return None
        return self.document.place(place.file, place.line, place.column)


def read(document: Document, include: Sequence[str] = ()) -> Read:
    """The structure on the desk, or what keeps it from being read."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_document(document, Path(folder))
        try:
            graph = govgraph.build_graph(govgraph.load(path), include=include)
        except LoadError as error:
            return Read(document, None, error.problems)
    return Read(document, graph)


@lru_cache(maxsize=2)
def read_once(asked: Asked) -> tuple[Read, "Findings | None"]:
    """What `read` gives and what the checks find, once for the same document."""
    import json

    from govgraph.desk.document import read_document

    found = read(read_document(json.loads(asked.document)), asked.include)
    return found, govgraph.check(found.graph) if found.graph else None
