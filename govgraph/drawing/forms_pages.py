"""The form of last resort: an overview, and a page for each part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.pages_plan import PagePlan, number_pages
from govgraph.drawing.pages_view import page_diagram

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.forms import Fitted

_ROUNDS = 8  # of splitting what is still too small to read


def paginate(diagram: Diagram, fit: Callable[[Diagram], Fitted]) -> list[Fitted]:
    """The pages of a diagram, each as readable as can be had.

    Args:
        diagram: The whole.
        fit: Finds the form of one page.
    """
    first = PagePlan("", tuple(body.id for body in diagram.bodies))
    first.split(diagram)
    known: dict[Diagram, Fitted] = {}
    pages: list[Fitted] = []
    for _ in range(_ROUNDS):
        page_of = number_pages(first)
        pages = []
        again = False
        for page in list(first.walk()):
            part = page_diagram(diagram, page, page_of)
            if part not in known:
                known[part] = fit(part)
            pages.append(known[part])
            if not known[part].is_readable:
                again |= page.split(diagram)
        if not again:
            break
    return pages
