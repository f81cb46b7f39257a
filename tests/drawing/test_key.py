"""The key explains what is on the sheet, and nothing else."""

import re

import pytest

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine, Shape
from govgraph.drawing.sheets.key import draw_keys
from govgraph.drawing.sheets.key_samples import body_samples
from govgraph.drawing.sheets.used import find_used
from tests.drawing.sample import DIAGRAM, THEME


def _said(diagram: Diagram) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", draw_keys(find_used(diagram), THEME)[0].svg)


def test_only_what_is_used_is_explained() -> None:
    """One kind of body and one of line: two entries."""
    diagram = Diagram(
        "Small",
        bodies=(
            DiagramBody("a", "A", "b", "Board", "board"),
            DiagramBody("b", "B", "b", "Board", "board"),
        ),
        lines=(DiagramLine("a", "b"),),
    )
    assert _said(diagram) == ["KEY", "Board", "Is accountable to"]


def test_everything_that_is_used_is_explained() -> None:
    """Every form, every mark, every status."""
    said = " ".join(_said(DIAGRAM))
    for meaning in (
        "Trust board",
        "Board, executive",
        "Strategic partnership (LSP)",
        "Proposed, not yet agreed",
        "In shadow form",
        "Ended",
        "Accountability may end here",
        "One box for several bodies",
        "No line of account found",
        "A post is vacant",
        "Is represented on",
        "Hollow: proposed, not yet agreed",
        "Crossed: has ended",
    ):
        assert meaning in said


@pytest.mark.parametrize(
    ("shapes", "forms"), [(("lsp", "neutral"), 1), (("trust", "board"), 1), (("lsp", "board"), 2)]
)
def test_the_mark_of_an_apex_is_shown_as_it_is_used(shapes: tuple[Shape, ...], forms: int) -> None:
    """On a light body, on a dark one, or on both."""
    bodies = tuple(DiagramBody(shape, "A", shape=shape, apex=True) for shape in shapes)
    *_, sample = body_samples(find_used(Diagram("Small", bodies=bodies)), THEME)
    assert sample.meaning == "Accountability may end here"
    assert sample.drawn.count("<rect") == 2 * forms


def test_words_of_one_form_stand_together() -> None:
    """Two relations drawn alike share an entry."""
    diagram = Diagram(
        "Small",
        bodies=(DiagramBody("a", "A"), DiagramBody("b", "B")),
        lines=(
            DiagramLine("a", "b", "supports", "supports", "support"),
            DiagramLine("b", "a", "advises", "advises", "support"),
        ),
    )
    assert "Advises, supports" in _said(diagram)


def test_an_acronym_keeps_its_capitals() -> None:
    """LSP is not written lSP."""
    diagram = Diagram(
        "Small",
        bodies=(
            DiagramBody("a", "A", "lsp", "LSP", "lsp"),
            DiagramBody("b", "B", "sp", "Strategic partnership", "lsp"),
        ),
    )
    assert "LSP, strategic partnership" in _said(diagram)


def test_wider_keys_are_lower() -> None:
    """Each further arrangement has more columns."""
    keys = draw_keys(find_used(DIAGRAM), THEME)
    assert [key.width for key in keys] == sorted(key.width for key in keys)
    assert [key.height for key in keys] == sorted((key.height for key in keys), reverse=True)


def test_an_empty_diagram_has_no_key() -> None:
    """There is nothing to explain."""
    assert draw_keys(find_used(Diagram("Empty")), THEME) == ()
