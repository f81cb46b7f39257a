"""Whoever cannot see a drawing is told all of it."""

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.sheets.description import describe
from tests.drawing.sample import DIAGRAM


def test_each_relation_is_a_sentence() -> None:
    """With its scope and its status."""
    said = describe(DIAGRAM)
    for sentence in (
        "Hart Local Children’s Partnership is accountable to Hampshire Children’s Trust.",
        "<proposed> is accountable to Hart Local Children’s Partnership (proposed).",
        "Joint Commissioning Board is overseen by Bwrdd Tŵr Ynys Môn (on impact).",
    ):
        assert sentence in said
    assert said.count(".") >= len(DIAGRAM.lines)


def test_what_a_box_shows_is_said() -> None:
    """Status, count, apex, vacancies, the orphan ring."""
    said = describe(DIAGRAM)
    for remark in (
        "Joint Commissioning Board: in shadow form.",
        "Predecessors: stands for 11 bodies.",
        "Hampshire Children’s Trust: accountability may end here.",
        "Fleet: chair vacant.",
        "Youth Panel: no line of account was found.",
    ):
        assert remark in said


def test_findings_and_what_is_left_out_are_said() -> None:
    """By number, and last."""
    said = describe(DIAGRAM)
    assert "Finding 2: Fleet: the chair is vacant." in said
    assert said.endswith("Left out: 2 relations outside this view.")


def test_a_body_without_relations_is_named() -> None:
    """It is on the sheet, so it is told."""
    diagram = Diagram("One", bodies=(DiagramBody("a", "Alone"),), left_out=("A rest",))
    assert describe(diagram) == (
        "A diagram of 1 body and 0 relations between them. Alone: no relation shown. A rest."
    )


def test_one_relation_is_not_called_relations() -> None:
    """Grammar."""
    diagram = Diagram(
        "Two", bodies=(DiagramBody("a", "A"), DiagramBody("b", "B")), lines=(DiagramLine("a", "b"),)
    )
    assert describe(diagram).startswith("A diagram of 2 bodies and 1 relation between them.")
