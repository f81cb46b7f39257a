"""A drawing on several pages, each of which can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.forms.page_diagram import Pages
from govgraph.drawing.forms.page_plan import PagePlan, Planner
from govgraph.drawing.forms.whole import Whole
from govgraph.drawing.layout.hierarchy import read_hierarchy
from govgraph.drawing.sheets.frame import Folio

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.forms.choose import Fitted
    from govgraph.drawing.paper import Paper
    from govgraph.drawing.theme import Theme

_SLACKS = (1.0, 1.06, 1.13, 1.22, 1.35, 1.6)
"""By how much a page is to be estimated too large, until each turns out large enough."""

_GUESS = 99  # a page's number before pages are numbered


def share_out_pages(diagram: Diagram, paper: Paper, theme: Theme) -> list[Fitted]:
    """The pages of a diagram, the top first, each readable as far as a page can be.

    Args:
        diagram: The whole.
        paper: What each page is printed on.
        theme: What it looks like.
    """
    return _Sharing(diagram, paper, theme).pages()


class _Sharing:
    """A diagram that is being shared out, and what is known of how its pages come out."""

    def __init__(self, diagram: Diagram, paper: Paper, theme: Theme) -> None:
        self.diagram, self.paper, self.theme = diagram, paper, theme
        self.whole = Whole(diagram)
        self.planner = Planner(read_hierarchy(diagram), self._fits)
        self._slack = _SLACKS[0]
        self._known: dict[frozenset[str], float] = {}
        self._guess = dict.fromkeys(self.whole.at, _GUESS)
        self._drawn: dict[Diagram, Fitted] = {}

    def pages(self) -> list[Fitted]:
        """Plan and lay out, each time with a little more air, until everything can be read."""
        for slack in _SLACKS:
            self._slack = slack
            fitted = self._lay_out(self.planner.plan(), again=slack < _SLACKS[-1])
            if all(page.is_readable for page in fitted):
                break
        return fitted

    def _lay_out(self, plans: list[PagePlan], *, again: bool) -> list[Fitted]:
        """Every page in its best form; no more of them than needed to know that it is no use."""
        page_of = {
            body: number for number, plan in enumerate(plans, start=1) for body in plan.bodies
        }
        pages = Pages(self.whole, self.planner, page_of)
        folio = Folio(1, len(plans))
        found: list[Fitted] = []
        for number, plan in enumerate(plans, start=1):
            found.append(self._best(pages, plan, number, folio))
            if again and not found[-1].is_readable:
                break
        return found

    def _best(self, pages: Pages, plan: PagePlan, number: int, folio: Folio) -> Fitted:
        """The form of a page: with every link, or else with those alone that begin on it."""
        from govgraph.drawing.forms.choose import Fitted, make_search

        for incoming in (True, False):
            shown = pages.diagram(plan, number, incoming=incoming)
            if shown not in self._drawn:
                search = make_search(shown, self.paper, self.theme, folio)
                if incoming and search.candidates.hopes() < 1:
                    continue
                found = search.best()
                self._drawn[shown] = Fitted(shown, found.placement, found.is_readable)
            best = self._drawn[shown]
            if best.is_readable:
                break
        return best

    def _fits(self, bodies: frozenset[str]) -> float:
        """How well some bodies are estimated to fit a page."""
        from govgraph.drawing.forms.choose import make_search

        if bodies not in self._known:
            page_of: Mapping[str, int] = {**self._guess, **dict.fromkeys(bodies, 1)}
            order = tuple(body for body in self.whole.at if body in bodies)
            pages = Pages(self.whole, self.planner, page_of)
            shown = pages.diagram(PagePlan("", order), 2, incoming=False)
            search = make_search(shown, self.paper, self.theme, Folio(1, 9))
            self._known[bodies] = search.candidates.hopes()
        return self._known[bodies] / self._slack
