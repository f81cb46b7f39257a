"""Which form a diagram takes on its paper, so that no name prints too small to be read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.drawing.forms.form_search import Search
from govgraph.drawing.forms.rooms import find_rooms
from govgraph.drawing.layout.hierarchy import read_hierarchy
from govgraph.drawing.layout.measures import measure_diagram
from govgraph.drawing.paper import FREE, larger_papers, turned_paper
from govgraph.drawing.placement import Placement
from govgraph.drawing.sheets.frame import Folio

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.paper import Paper
    from govgraph.drawing.theme import Theme


_MOST = 150  # bodies, beyond which the answer would cost too much
_LARGER = 2  # so many sizes up are tried


@dataclass(frozen=True, slots=True)
class Fitted:
    """A placement, and whether every name of it can be read on its sheet."""

    diagram: Diagram
    placement: Placement
    is_readable: bool


def lay_out(
    diagram: Diagram, paper: Paper, theme: Theme, most: int | None = None
) -> tuple[tuple[Diagram, Placement], ...]:
    """What each sheet shows, and where it stands on it; at least one sheet.

    Args:
        diagram: The whole.
        paper: The paper; what head, foot and findings leave of it is the drawing's.
        theme: Decides how large the texts are.
        most: Of more sheets than this there is no use: none is given then.
    """
    if paper.is_free or not diagram.bodies:
        return ((diagram, fit_sheet(diagram, paper, theme).placement),)
    whole = make_search(diagram, paper, theme, Folio())
    if whole.candidates.is_hopeful and whole.is_readable:
        return ((diagram, whole.best.placement),)
    from govgraph.drawing.forms.pages import share_out_pages

    pages = share_out_pages(diagram, paper, theme, whole)
    if most is not None and len(pages) > most:
        return ()
    return tuple((page.diagram, page.placement) for page in pages)


def draft_sheet(diagram: Diagram, theme: Theme) -> tuple[tuple[Diagram, Placement], ...]:
    """One free sheet in the first form that is laid out: at once, for whoever is still writing.

    Args:
        diagram: What to show.
        theme: What it looks like.
    """
    if not diagram.bodies:
        return ((diagram, Placement(0.0, 0.0)),)
    return ((diagram, make_search(diagram, FREE, theme, Folio()).first().placement),)


def fit_sheet(diagram: Diagram, paper: Paper, theme: Theme, folio: Folio | None = None) -> Fitted:
    """The form in which a diagram is read best on one sheet, whether it can be read or not.

    Args:
        diagram: What to show.
        paper: What the sheet is printed on.
        theme: What it looks like.
        folio: Which sheet of how many it is.
    """
    if not diagram.bodies:
        return Fitted(diagram, Placement(0.0, 0.0), is_readable=True)
    found = make_search(diagram, paper, theme, folio or Folio()).best
    return Fitted(diagram, found.placement, found.is_readable)


def fit_whole(diagram: Diagram, paper: Paper, theme: Theme) -> Fitted | None:
    """The form in which a diagram can be read on one sheet; None if there is none.

    Forms of which a glance shows that they would print too small are not laid out.
    """
    if not diagram.bodies:
        return fit_sheet(diagram, paper, theme)
    whole = make_search(diagram, paper, theme, Folio())
    if not (whole.candidates.is_hopeful and whole.is_readable):
        return None
    return Fitted(diagram, whole.best.placement, is_readable=True)


def fits_whole(diagram: Diagram, paper: Paper, theme: Theme) -> bool:
    """Whether a diagram can be read on one sheet, which is known sooner than its best form."""
    if not diagram.bodies:
        return True
    search = make_search(diagram, paper, theme, Folio())
    return search.candidates.is_hopeful and search.can_be_read()


def make_search(diagram: Diagram, paper: Paper, theme: Theme, folio: Folio) -> Search:
    """The search for the form of a diagram on a paper."""
    rooms = () if paper.is_free else find_rooms(diagram, paper, theme, folio)
    whole = folio == Folio()
    return Search(read_hierarchy(diagram), measure_diagram(diagram, theme), rooms, patient=whole)


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
