"""Of a large structure a paper draws the top."""

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.reporting.paper.paper_overview import MOST, top_of


def _chain(count: int) -> Diagram:
    bodies = tuple(DiagramBody(f"b{n:04}", f"Body {n}") for n in range(count))
    lines = tuple(DiagramLine(f"b{n:04}", f"b{n - 1:04}") for n in range(1, count))
    return Diagram("Chain", bodies=bodies, lines=lines)


def test_a_structure_that_can_be_drawn_is_drawn_whole() -> None:
    """Body by body."""
    assert top_of(_chain(MOST)) == _chain(MOST)


def test_of_a_long_chain_the_top_is_drawn() -> None:
    """The rest is one box below it, and the sheet says so."""
    shown = top_of(_chain(3000))
    assert len(shown.bodies) == 26
    assert sum(len(body.holds) for body in shown.bodies) == 3000 - 25
    assert shown.left_out[-1].startswith("An overview of 3,000 bodies")


def test_who_answers_to_nobody_shares_a_box_where_there_are_many() -> None:
    """Those to whom others answer come first."""
    chain = _chain(400)
    shown = top_of(Diagram("Lone", bodies=chain.bodies, lines=chain.lines[:1]))
    assert shown.bodies[0].id == "b0000"
    assert len(shown.bodies) <= 27
