"""Graphviz lays out a picture as its DOT says it."""

from pathlib import Path

import pytest

from govgraph.drawing.diagram import Diagram, DiagramBody
from govgraph.drawing.fonts import STACK
from govgraph.drawing.outputs import graphviz
from govgraph.drawing.outputs.dot import write_dot
from govgraph.drawing.outputs.graphviz import draw_svg, picture_size
from govgraph.errors import DrawingError
from tests.drawing.sample import DIAGRAM, THEME


def test_every_body_and_line_is_in_the_picture() -> None:
    """With its words, in fonts that are as wide as the one measured."""
    svg = draw_svg(write_dot(DIAGRAM, THEME))
    assert svg.count('class="node"') == len(DIAGRAM.bodies) + len(DIAGRAM.tiers)
    for line in DIAGRAM.lines:
        assert f"<title>{line.from_}&#45;&gt;{line.to}</title>" in svg
    assert f'font-family="{STACK}"' in svg
    assert 'font-family="Arial"' not in svg


def test_a_picture_has_the_size_that_graphviz_gives_it() -> None:
    """In points."""
    svg = draw_svg("digraph { a [fixedsize=true, width=2, height=1] }")
    assert picture_size(svg) == pytest.approx((152, 80), abs=1)


def test_a_complaint_of_graphviz_is_a_failure() -> None:
    """Even when it exits with 0, as it does for a label that it cannot read."""
    with pytest.raises(DrawingError, match="complained"):
        draw_svg("digraph { a [label=<<B>open>] }")


def test_letters_whose_width_graphviz_does_not_know_have_room() -> None:
    """It would take each for a space."""
    plain, far = (
        picture_size(draw_svg(write_dot(Diagram("A", bodies=(DiagramBody("a", name),)), THEME)))
        for name in ("A", "Щётка Щётка Щётка")
    )
    assert far[0] > plain[0] + 40


def test_taking_too_long_is_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With the way out."""
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 5\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(graphviz, "graphviz_program", lambda: str(slow))
    with pytest.raises(DrawingError, match="draw less of the structure"):
        draw_svg("digraph { a }", time_limit=0.01)
