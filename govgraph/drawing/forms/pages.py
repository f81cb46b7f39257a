"""The form of last resort: an overview, and a page for each part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.forms.pages_plan import PagePlan, number_pages
from govgraph.drawing.forms.pages_view import page_diagram

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.forms.fitted import Fitted

_ROUNDS = 8  # of splitting what is still too small to read
_BODIES_A_PAGE = 3  # so few on average, and a table says more
_FEW_PAGES = 12


def paginate(diagram: Diagram, fit: Callable[[Diagram], Fitted]) -> list[Fitted]:
    """The pages of a diagram, each as readable as can be had; none where they would be too many.

    Args:
        diagram: The whole.
        fit: Finds the form of one page.
    """
    first = PagePlan("", tuple(body.id for body in diagram.bodies))
    first.split(diagram)
    known: dict[Diagram, Fitted] = {}

    def fitted(page: PagePlan, page_of: Mapping[str, int]) -> Fitted:
        part = page_diagram(diagram, page, page_of)
        if part not in known:
            known[part] = fit(part)
        return known[part]

    most = max(_FEW_PAGES, len(diagram.bodies) // _BODIES_A_PAGE)
    settled: set[int] = set()
    for _ in range(_ROUNDS):
        page_of = number_pages(first)
        pages = list(first.walk())
        if len(pages) > most:
            return []
        open_pages = [page for page in pages if id(page) not in settled]
        small = [page for page in open_pages if not fitted(page, page_of).is_readable]
        split = {id(page) for page in small if page.split(diagram)}
        settled.update(id(page) for page in open_pages if id(page) not in split)
        if not split:
            break
    page_of = number_pages(first)
    return [fitted(page, page_of) for page in first.walk()]
