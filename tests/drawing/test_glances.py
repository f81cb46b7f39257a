"""What is not laid out, or not again, would have changed nothing."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.forms import form_search
from govgraph.drawing.forms.choose import make_search
from govgraph.drawing.forms.form_search import Search
from govgraph.drawing.forms.pages import share_out_pages
from govgraph.drawing.layout.order import Order
from govgraph.drawing.layout.ranks import Shape
from govgraph.drawing.paper import find_paper
from govgraph.drawing.sheets.frame import Folio
from govgraph.drawing.theme_file import built_in_theme
from tests.drawing.random_diagrams import county_diagram, messy_diagram

THEME = built_in_theme()


def _search(diagram: Diagram, paper: str) -> Search:
    return make_search(diagram, find_paper(paper), THEME, Folio())


@pytest.mark.parametrize("seed", [1, 8, 10])
def test_no_shape_is_given_up_that_might_be_the_best(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same form is found where every shape has its places found."""
    diagram = messy_diagram(seed, 16, 4, tiers=seed % 3)
    behind: list[bool] = []
    is_behind = Search._is_behind

    def told(*asked: object) -> bool:
        behind.append(is_behind(*asked))  # type: ignore[arg-type]
        return behind[-1]

    monkeypatch.setattr(Search, "_is_behind", told)
    found = _search(diagram, "A4").best
    assert any(behind)
    monkeypatch.setattr(Search, "_is_behind", lambda *_: False)
    assert _search(diagram, "A4").best.placement == found.placement


def test_a_shape_is_laid_out_once() -> None:
    """Without room for words it is another one only where a line has words."""
    plain = _search(county_diagram(2), "A4")._glances
    assert plain.laid(0) is plain.laid(0)
    assert plain.laid(0, words=False) is plain.laid(0)
    county = county_diagram(2)
    lines = (replace(county.lines[0], scope="finance alone"), *county.lines[1:])
    worded = _search(replace(county, lines=lines), "A4")._glances
    assert worded.laid(0, words=False) is not worded.laid(0)
    assert worded.laid(0, words=False) is worded.laid(0, words=False)


def test_the_only_page_is_the_whole_that_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not looked for again: where it cannot be read, it is cut at once."""
    diagram = county_diagram(2)
    whole = _search(diagram, "A4")
    best = whole.best
    monkeypatch.delattr(Search, "_glance")
    [page] = share_out_pages(diagram, find_paper("A4"), THEME, whole)
    assert page.placement == best.placement


@pytest.mark.parametrize(("bodies", "moves"), [(10, True), (12, False)])
def test_nothing_is_moved_among_more_lines_than_anybody_can_follow(
    bodies: int, *, moves: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where everybody answers to everybody, the work would grow and the picture get no clearer."""
    names = tuple(f"Board {number:02}" for number in range(bodies))
    lines = tuple(DiagramLine(one, two) for one, two in permutations(names, 2))
    diagram = Diagram("All", bodies=tuple(DiagramBody(one, one) for one in names), lines=lines)
    moved: list[int] = []

    def told(order: Order, _sizes: object, shape: Shape, budget: int) -> tuple[Order, Shape]:
        moved.append(budget)
        return order, shape

    monkeypatch.setattr(form_search, "move_bodies", told)
    assert _search(diagram, "free").best.is_readable
    assert bool(moved) is moves
