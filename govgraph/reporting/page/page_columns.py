"""A structure of any size as columns: what a large page holds compressed.

What is alike compresses best side by side, and a browser reads numbers much faster than words. So
each field of all bodies stands together, a word that many share stands once, and a number that is
often near the one before is told by the difference. `templates/html/explorer/unpack.js` reads it.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import Any

from govgraph.checks.finding import Finding
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.mentions import Mentions, Recorded
from govgraph.model.structure import Structure
from govgraph.reporting.page.data import gather_frame, gather_life

LIFE = 6
"""How many fields the life of something has."""

Column = list[int] | int
"""A number for each thing, or the one number that all of them have."""


def gather_columns(
    graph: AccountabilityGraph, groups: Iterable[tuple[str, Sequence[Finding]]]
) -> dict[str, Any]:
    """The structure as columns: bodies, relations, and which bodies each kind of finding is about.

    Args:
        graph: who answers to whom, from the page's standpoint.
        groups: the title and the findings of each kind of finding that the page numbers.
    """
    structure = graph.structure
    places = {body.id: place for place, body in enumerate(structure.bodies)}
    frame, kinds, reads = gather_frame(graph)
    words = _Words()
    return frame | {
        "bodies": _bodies(structure, kinds, words),
        "relations": _relations(structure, places, reads, words),
        "findings": [[title, steps(_about(found, places))] for title, found in groups],
        "words": words.list,
    }


class _Words:
    """Each different word once, by its place; the first says nothing."""

    def __init__(self) -> None:
        self.list = [""]
        self._places = {"": 0}

    def column(self, words: Iterable[str]) -> Column:
        """The places of the words."""
        return column([self._place(word) for word in words])

    def steps(self, words: Iterable[str]) -> Column:
        """The same for words that stand nearly in the order in which they were first met."""
        return column(steps([self._place(word) for word in words]))

    def _place(self, word: str) -> int:
        place = self._places.setdefault(word, len(self.list))
        if place == len(self.list):
            self.list.append(word)
        return place


def column(numbers: list[int]) -> Column:
    """Numbers, or the one that they all are.

    >>> column([1, 2]), column([4, 4, 4])
    ([1, 2], 4)
    """
    return numbers[0] if numbers and numbers.count(numbers[0]) == len(numbers) else numbers


def steps(numbers: list[int]) -> list[int]:
    """By how much each number is greater than the one before.

    >>> steps([5, 6, 9])
    [5, 1, 3]
    """
    return [later - before for before, later in pairwise(chain((0,), numbers))]


def _bodies(structure: Structure, kinds: dict[str, int], words: _Words) -> dict[str, Any]:
    bodies = structure.bodies
    return {
        "id": [body.id for body in bodies],
        "name": [body.name for body in bodies],
        "others": [
            [place, *body.also_known_as] for place, body in enumerate(bodies) if body.also_known_as
        ],
        "kind": column([kinds[body.kind] for body in bodies]),
        "area": words.steps(body.area for body in bodies),
        "tier": words.column(body.tier for body in bodies),
        "apex": steps([place for place, body in enumerate(bodies) if body.apex]),
        "outside": steps([place for place, body in enumerate(bodies) if body.outside]),
        "life": _lives(structure.mentions, bodies, words),
    }


def _relations(
    structure: Structure, places: dict[str, int], reads: dict[str, int], words: _Words
) -> dict[str, Any]:
    relations = structure.relations
    return {
        "count": len(relations),
        "below": column(steps([places.get(each.from_body, -1) for each in relations])),
        "above": column(steps([places.get(each.to_body, -1) for each in relations])),
        "kind": column([reads[relation.kind] for relation in relations]),
        "life": _lives(structure.mentions, relations, words),
    }


def _lives(mentions: Mentions, things: Sequence[Recorded], words: _Words) -> list[Column]:
    """Status, days, and when papers speak of each, a column each."""
    lives = [gather_life(mentions, thing) for thing in things]
    return [words.column(each) for each in zip(*lives, strict=True)] or [[]] * LIFE


def _about(findings: Sequence[Finding], places: dict[str, int]) -> list[int]:
    """The places of the bodies that some findings are about, in order."""
    about = chain.from_iterable(finding.about for finding in findings)
    return sorted({places[id_] for id_ in about if id_ in places})
