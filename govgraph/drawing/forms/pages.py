"""A drawing on several pages, each of which can be read."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.drawing.forms.candidates import NARROWEST, largest_scale
from govgraph.drawing.forms.choose import Fitted, make_search
from govgraph.drawing.forms.page_diagram import Pages, Whole
from govgraph.drawing.forms.page_plan import PagePlan, Planner
from govgraph.drawing.forms.rooms import LEAST_NAME
from govgraph.drawing.layout.hierarchy import read_hierarchy
from govgraph.drawing.layout.measures import measure_diagram
from govgraph.drawing.sheets.frame import Folio

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.forms.form_search import LaidOutForm, Search
    from govgraph.drawing.paper import Paper
    from govgraph.drawing.theme import Theme

_ROUNDS = 24  # of cutting again what turned out too large
_SHY = 1.03  # the estimate of what was too large is corrected by a little more than it was wrong

_GUESS = 99  # a page's number before pages are numbered
_DIGIT = re.compile(r"\d")


def share_out_pages(
    diagram: Diagram, paper: Paper, theme: Theme, whole: Search | None = None
) -> list[Fitted]:
    """The pages of a diagram, the top first, each readable as far as a page can be.

    Args:
        diagram: The whole.
        paper: What each page is printed on.
        theme: What it looks like.
        whole: What has looked for a form of all of it on one page, if anything has.
    """
    sharing = _Sharing(diagram, paper, theme)
    if whole is not None:
        sharing.searches[_alike(diagram, Folio())] = whole
    return sharing.pages()


class _Sharing:
    """A diagram that is being shared out, and what is known of how its pages come out.

    Attributes:
        searches: The searches for the forms of pages.
    """

    def __init__(self, diagram: Diagram, paper: Paper, theme: Theme) -> None:
        self.diagram, self.paper, self.theme = diagram, paper, theme
        self.whole = Whole(diagram)
        self.planner = Planner(read_hierarchy(diagram), self._fits)
        self._known: dict[frozenset[str], tuple[float, float]] = {}
        self._too_large: dict[frozenset[str], float] = {}
        self._guess = dict.fromkeys(self.whole.at, _GUESS)
        self.searches: dict[object, Search] = {}
        measures = measure_diagram(diagram, theme)
        boxes = {body: measures.fit(body, NARROWEST) for body in measures.bodies}
        self._areas = {body: width * height for body, (width, height) in boxes.items()}
        self._least = LEAST_NAME / measures.name_size
        self._page = math.prod(
            side - 2 * paper.margin for side in (paper.width, paper.height) if side is not None
        )

    def pages(self) -> list[Fitted]:
        """Plan and lay out; what then cannot be read is cut again, and nothing else."""
        plans = self.planner.plan()
        for _ in range(_ROUNDS):
            pages = self._lay_out(plans)
            failed = {at for at, (_, search) in enumerate(pages) if not search.is_readable}
            for at in sorted(failed):
                self._correct(frozenset(plans[at].bodies), pages[at][1].best)
            again = self.planner.cut_again(plans, failed) if failed else plans
            if again == plans:
                break
            plans = again
        found = [(shown, search.best) for shown, search in pages]
        return [Fitted(shown, best.placement, best.is_readable) for shown, best in found]

    def _lay_out(self, plans: list[PagePlan]) -> list[tuple[Diagram, Search]]:
        """Every page with what looks for its best form: not found before the page is to stay."""
        page_of = {
            body: number for number, plan in enumerate(plans, start=1) for body in plan.bodies
        }
        pages = Pages(self.whole, self.planner, page_of)
        folio = Folio(1, len(plans))
        return [self._search(pages, plan, at, folio) for at, plan in enumerate(plans, start=1)]

    def _search(
        self, pages: Pages, plan: PagePlan, number: int, folio: Folio
    ) -> tuple[Diagram, Search]:
        """What looks for the form of a page: with every link, or with those that begin on it."""
        for incoming in (True, False):
            shown = pages.diagram(plan, number, incoming=incoming)
            key = _alike(shown, folio)
            if key not in self.searches:
                search = make_search(shown, self.paper, self.theme, folio)
                if incoming and search.candidates.hopes(1.0) < 1:
                    continue
                self.searches[key] = search
            search = self.searches[key]
            if search.is_readable:
                break
        return shown, search

    def _correct(self, bodies: frozenset[str], found: LaidOutForm) -> None:
        """Remember by how much the estimate of a page was wrong."""
        hoped = self._hopes(bodies, math.inf)
        printed = found.scale / self._least
        self._too_large[bodies] = _SHY * max(hoped, 1.0) / min(1.0, printed)

    def _fits(self, bodies: frozenset[str]) -> float:
        """How well some bodies are estimated to fit a page, after what is known of others.

        The fewer bodies a page shares with one that was too large, the less it is mistrusted.
        """
        slack = max(
            (
                by ** min(1.0, len(bodies) / len(others))
                for others, by in self._too_large.items()
                if not bodies.isdisjoint(others)
            ),
            default=1.0,
        )
        return self._hopes(bodies, slack) / slack

    def _hopes(self, bodies: frozenset[str], enough: float) -> float:
        """How large a page of some bodies is estimated to print; of more than enough, any value."""
        known, least = self._known.get(bodies, (0.0, -1.0))
        if least < 0 and (most := self._most(bodies)) < 1:
            return most
        if least <= known < enough:
            page_of: Mapping[str, int] = {**self._guess, **dict.fromkeys(bodies, 1)}
            order = tuple(body for body in self.whole.at if body in bodies)
            pages = Pages(self.whole, self.planner, page_of)
            shown = pages.diagram(PagePlan("", order), 2, incoming=False)
            search = make_search(shown, self.paper, self.theme, Folio(1, 9))
            known, least = search.candidates.hopes(enough), enough
            self._known[bodies] = known, least
        return known

    def _most(self, bodies: frozenset[str]) -> float:
        """How large some bodies would print if their boxes filled a page as far as can be."""
        boxes = sum(self._areas[body] for body in bodies)
        return largest_scale(boxes, self._page) / self._least


def _alike(diagram: Diagram, folio: Folio) -> object:
    """What is the same for pages laid out alike: all digits are as wide as one another."""
    bodies = tuple(
        replace(
            body,
            meta=tuple(_DIGIT.sub("8", words) for words in body.meta),
            pointer=_DIGIT.sub("8", body.pointer),
        )
        for body in diagram.bodies
    )
    return replace(diagram, bodies=bodies), len(str(folio.of))
