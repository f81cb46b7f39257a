"""The papers on which a drawing that was spread over several sheets would be whole."""

from __future__ import annotations

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
    """The same paper turned, and the next larger one either way, where one sheet shows every body.

    Args:
        diagram: What took several sheets.
        paper: What they are printed on.
        theme: What they look like.
    """
    if paper.is_free or len(diagram.bodies) > _MOST:
        return
    larger = [one for size in larger_papers(paper)[:_LARGER] for one in (size, turned_paper(size))]
    for choices in ([turned_paper(paper)], larger):
        for choice in choices:
            if fits_whole(diagram, choice, theme):
                yield choice
                break
