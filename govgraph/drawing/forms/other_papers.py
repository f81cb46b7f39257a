"""The papers on which a drawing that was spread over several sheets would be whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.drawing.forms.choose import fits_whole
from govgraph.drawing.paper import larger_papers, turned_paper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.paper import Paper
    from govgraph.drawing.theme import Theme

_MOST = 150  # bodies, beyond which the answer would cost too much
_LARGER = 2  # so many sizes up are tried


def find_whole_papers(diagram: Diagram, paper: Paper, theme: Theme) -> Iterator[Paper]:
    """The same paper turned, and the next larger one, where one sheet shows every body.

    A paper that may turn has been tried both ways, and so are the larger ones then.

    Args:
        diagram: What took several sheets.
        paper: What they are printed on.
        theme: What they look like.
    """
    if paper.is_free or len(diagram.bodies) > _MOST:
        return
    sizes = larger_papers(paper)[:_LARGER]
    turned, larger = [turned_paper(paper)], [one for a in sizes for one in (a, turned_paper(a))]
    if paper.may_turn:
        turned, larger = [], [replace(size, may_turn=True) for size in sizes]
    for choices in (turned, larger):
        for choice in choices:
            if fits_whole(diagram, choice, theme):
                yield choice
                break
