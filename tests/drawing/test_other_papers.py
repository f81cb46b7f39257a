"""Other papers are named only where one sheet of them shows everything."""

from itertools import pairwise

import pytest

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.forms.choose import find_whole_papers, lay_out
from govgraph.drawing.paper import FREE, find_paper
from govgraph.drawing.theme_file import built_in_theme
from tests.drawing.random_diagrams import county_diagram

THEME = built_in_theme()


@pytest.mark.parametrize(
    ("districts", "paper", "found"),
    [
        (5, "A4", ["A3"]),
        (5, "A4-landscape", ["A4-portrait", "A3"]),
        (11, "A4", ["A3"]),
        (11, "A4-portrait", ["A3-portrait"]),
    ],
)
def test_a_paper_that_is_named_shows_everything(
    districts: int, paper: str, found: list[str]
) -> None:
    """The turned one, unless it was tried, and the smallest larger one, turned alike first."""
    diagram = county_diagram(districts, 3)
    papers = list(find_whole_papers(diagram, find_paper(paper), THEME))
    assert [one.option for one in papers] == found
    for one in papers:
        ((shown, _),) = lay_out(diagram, one, THEME)
        assert shown == diagram


@pytest.mark.parametrize(
    ("paper", "found"),
    [("A4", ["A3"]), ("A4-landscape", ["A3-portrait"]), ("A4-portrait", ["A3-portrait"])],
)
def test_a_larger_paper_is_turned_where_only_that_helps(paper: str, found: list[str]) -> None:
    """A long chain needs height; a paper that may turn is named without its turn."""
    ids = [f"b{place:02}" for place in range(28)]
    lines = tuple(DiagramLine(below, above) for above, below in pairwise(ids))
    chain = Diagram("A chain", bodies=tuple(DiagramBody(id_, id_) for id_ in ids), lines=lines)
    papers = list(find_whole_papers(chain, find_paper(paper), THEME))
    assert [one.option for one in papers] == found
    assert [one.may_turn for one in papers] == [paper == "A4"]


def test_of_too_many_bodies_it_is_not_worked_out() -> None:
    """The answer would cost as much as the drawing."""
    diagram = county_diagram(50, 3)
    assert list(find_whole_papers(diagram, find_paper("A4"), THEME)) == []


def test_a_free_paper_is_always_large_enough() -> None:
    """There is nothing to say."""
    assert list(find_whole_papers(county_diagram(2), FREE, THEME)) == []
