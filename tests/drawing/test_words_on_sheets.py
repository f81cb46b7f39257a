"""On every sheet each word can be read: none leaves the paper, none lies upon another."""

from pathlib import Path

import pytest

from govgraph.api import build_graph, diagram, load
from govgraph.drawing.diagram import Diagram
from govgraph.drawing.draw import draw_diagram, page_size
from govgraph.drawing.placement import Box
from tests.drawing.random_diagrams import messy_diagram
from tests.drawing.reading import out_of_their_boxes, outside, overlapping, texts
from tests.drawing.sample import DIAGRAM

DATA = Path(__file__).parents[2] / "data"
PAPERS = ("free", "A4", "A4-portrait", "A3")


def _real(name: str, *included: str) -> Diagram:
    return diagram(build_graph(load(DATA / name), include=included))


def _hold(shown: Diagram, paper: str) -> None:
    for page in draw_diagram(shown, paper=paper).svg_pages:
        found = texts(page)
        width, height = page_size(page)
        assert found
        assert outside(found, Box(0, 0, width, height)) == []
        assert overlapping(found) == []
        assert out_of_their_boxes(page) == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", ["hampshire", "oxfordshire", "worcestershire"])
def test_words_of_the_papers_can_be_read(name: str, paper: str) -> None:
    """The real structures, as they stand."""
    _hold(_real(name), paper)


@pytest.mark.parametrize("paper", PAPERS)
def test_words_of_what_is_proposed_can_be_read(paper: str) -> None:
    """With proposed and shadow bodies."""
    _hold(_real("worcestershire", "proposed", "shadow"), paper)


@pytest.mark.parametrize("paper", PAPERS)
def test_words_of_every_form_can_be_read(paper: str) -> None:
    """Every form of body and line on one sheet."""
    _hold(DIAGRAM, paper)


@pytest.mark.parametrize("seed", range(6))
def test_words_of_a_mess_can_be_read(seed: int) -> None:
    """Rings, loose ends, two superiors, areas and tiers."""
    _hold(messy_diagram(seed, bodies=18, extra=6, tiers=3, areas=2), PAPERS[seed % 3])


def test_a_word_out_of_place_would_be_seen() -> None:
    """What holds the sheets above is itself held."""
    (page,) = draw_diagram(DIAGRAM, paper="A3").svg_pages
    shifted = page.replace(">Fleet</text>", ">Fleet with Church Crookham and Elvetham</text>")
    assert out_of_their_boxes(shifted) == ["Fleet with Church Crookham and Elvetham"]
    doubled = texts(page) + [text for text in texts(page) if text.words == "Fleet"]
    assert overlapping(doubled) == [("Fleet", "Fleet")]
    assert outside(texts(page), Box(0, 0, 400, 400))
