"""The form of last resort: an overview, and a page for each part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.forms.pages_plan import PagePlan, number_pages
from govgraph.drawing.forms.pages_view import page_diagram
from govgraph.drawing.forms.whole import Whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.forms.fitted import Fitted

_ROUNDS = 8  # of splitting what is still too small to read
_BODIES_A_PAGE = 3  # so few on average, and a table says more
_FEW_PAGES = 12


def paginate(
    diagram: Diagram, fit: Callable[[Diagram, bool], Fitted], useful: int | None = None
) -> list[Fitted] | None:
    """The pages of a diagram, each as readable as can be had; none where they would be too many.

    Args:
        diagram: The whole.
        fit: Finds the form of one page; told True, only a form that can be read is wanted.
        useful: The most pages that anybody wants; None is given as soon as there are more.
    """
    pages = _Pages(diagram, fit)
    most = max(_FEW_PAGES, len(diagram.bodies) // _BODIES_A_PAGE)
    settled: set[int] = set()
    for _ in range(_ROUNDS):
        plans = pages.number()
        if useful is not None and len(plans) > useful:
            return None
        if len(plans) > most:
            return []
        still_open = [page for page in plans if id(page) not in settled]
        small = [page for page in still_open if not pages.is_readable(page)]
        split = {id(page) for page in small if page.split(pages.whole)}
        settled.update(id(page) for page in still_open if id(page) not in split)
        if not split:
            break
    return [pages.fitted(page) for page in pages.number()]


class _Pages:
    """The pages as they are planned, and what is known of how they come out."""

    def __init__(self, diagram: Diagram, fit: Callable[[Diagram, bool], Fitted]) -> None:
        self.whole = Whole(diagram)
        self.fit = fit
        self.first = PagePlan("", tuple(body.id for body in diagram.bodies))
        self.first.split(self.whole)
        self.page_of: Mapping[str, int] = {}
        self.known: dict[Diagram, Fitted] = {}

    def number(self) -> list[PagePlan]:
        """Number the pages anew, and give them in their order."""
        self.page_of = number_pages(self.first)
        return list(self.first.walk())

    def is_readable(self, page: PagePlan) -> bool:
        """Whether some form of a page can be read; forms without hope are not worked out."""
        return self._read_whole(page).is_readable

    def fitted(self, page: PagePlan) -> Fitted:
        """The form of a page: one that can be read, or else the one that prints largest."""
        found = self._read_whole(page)
        return found if found.is_readable else self.fit(found.diagram, False)  # noqa: FBT003

    def _read_whole(self, page: PagePlan) -> Fitted:
        part = page_diagram(self.whole, page, self.page_of)
        if part not in self.known:
            self.known[part] = self.fit(part, True)  # noqa: FBT003 - the callable's own words
        return self.known[part]
