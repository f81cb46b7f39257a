"""The key explains what is on the sheet, and nothing else."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

import govgraph
from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine, Look, Shape
from govgraph.drawing.sheets.key import draw_keys
from govgraph.drawing.sheets.key_entries import find_key_entries
from govgraph.drawing.sheets.key_samples import samples
from tests.drawing.sample import DIAGRAM, THEME

DATA = Path(__file__).parents[2] / "data"


def _said(diagram: Diagram) -> list[str]:
    return re.findall(
        r"<text[^>]*>([^<]*)</text>", draw_keys(find_key_entries(diagram), THEME)[0].svg
    )


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


def test_the_ring_of_an_orphan_is_explained_where_there_is_one() -> None:
    """And a seat that is vacant, and a box for several."""
    plain = DiagramBody("a", "A")
    for said, ring, vacancy, several in (
        (plain, False, False, False),
        (replace(plain, orphan=True), True, False, False),
        (replace(plain, chips=("CHAIR VACANT",)), False, True, False),
        (replace(plain, count=3), False, False, True),
    ):
        found = find_key_entries(Diagram("Small", bodies=(plain, said)))
        assert (found.orphan, found.vacancy, found.several) == (ring, vacancy, several)


def test_every_line_and_every_mark_is_explained() -> None:
    """Whatever else there is: nothing on the sheet says it in words."""
    said = " ".join(_said(DIAGRAM))
    for meaning in (
        "Proposed, not yet agreed",
        "In shadow form",
        "Ended",
        "Accountability may end here",
        "No line of account found",
        "Is accountable to",
        "Is represented on",
        "Liaises with",
    ):
        assert meaning in said


def test_a_short_key_explains_forms_and_chips_as_well() -> None:
    """A sheet with little to explain has room for them."""
    bodies = (
        DiagramBody("a", "A", "b", "Board", "board", count=3),
        DiagramBody("b", "B", "t", "Trust", "trust", chips=("CHAIR VACANT",)),
    )
    said = _said(Diagram("Small", bodies=bodies, lines=(DiagramLine("a", "b"),)))
    assert {"Board", "Trust", "One box for several bodies", "A post is vacant"} <= set(said)


def test_a_long_key_leaves_forms_to_the_boxes() -> None:
    """Each box says its kind in words; no line does."""
    said = _said(DIAGRAM)
    assert not {"Trust board", "Board, executive", "Sub-cluster", "Chairs group"} & set(said)


def test_what_is_proposed_is_one_entry_of_bodies_and_lines() -> None:
    """The broken border and the hollow line mean the same."""
    bodies = (DiagramBody("a", "A", status="proposed"), DiagramBody("b", "B"))
    lines = (DiagramLine("a", "b", status="proposed"), DiagramLine("b", "a"))
    for shown in (bodies, (replace(bodies[0], status="active"), bodies[1])):
        said = _said(Diagram("Small", bodies=shown, lines=lines))
        assert len([words for words in said if "roposed, not yet agreed" in words]) == 1


def test_what_became_of_bodies_and_of_lines_is_one_entry() -> None:
    """On a sheet of differences one word stands for both."""
    bodies = (DiagramBody("a", "A", change="added"), DiagramBody("b", "B", change="same"))
    said = _said(Diagram("Small", bodies=bodies, lines=(DiagramLine("a", "b", change="added"),)))
    assert said.count("New: was not there before") == 1


@pytest.mark.parametrize("paper", ["hampshire", "oxfordshire", "worcestershire"])
def test_the_papers_have_a_key_of_at_most_twelve_entries(paper: str) -> None:
    """Each of them, and each of its parts, with what it proposes."""
    folder = DATA / paper
    for path in (folder, *sorted(folder.glob("*.yaml"))):
        graph = govgraph.build_graph(govgraph.load(path), include=["proposed", "shadow"])
        key = samples(find_key_entries(govgraph.diagram(graph)), THEME)
        assert sum(map(len, key)) <= 12


@pytest.mark.parametrize(
    ("shapes", "forms"), [(("lsp", "neutral"), 1), (("trust", "board"), 1), (("lsp", "board"), 2)]
)
def test_the_mark_of_an_apex_is_shown_as_it_is_used(shapes: tuple[Shape, ...], forms: int) -> None:
    """On a light body, on a dark one, or on both."""
    bodies = tuple(DiagramBody(shape, "A", shape=shape, apex=True) for shape in shapes)
    (*_, sample), _ = samples(find_key_entries(Diagram("Small", bodies=bodies)), THEME)
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
    keys = draw_keys(find_key_entries(DIAGRAM), THEME)
    assert [key.width for key in keys] == sorted(key.width for key in keys)
    assert [key.height for key in keys] == sorted((key.height for key in keys), reverse=True)


def test_an_empty_diagram_has_no_key() -> None:
    """There is nothing to explain."""
    assert draw_keys(find_key_entries(Diagram("Empty")), THEME) == ()


def test_each_look_has_an_entry_of_its_own() -> None:
    """Though the form of the line is the same."""
    lines = (
        DiagramLine("a", "b", label="liaises with", style="liaison"),
        DiagramLine("a", "b", label="knows", style="liaison", look=Look("dotted", "dot")),
        DiagramLine("a", "b", label="meets", style="liaison", look=Look("dotted", "dot")),
    )
    said = _said(Diagram("Looks", lines=lines))
    assert said[-2:] == ["Liaises with", "Knows, meets"]


def test_what_is_outside_is_explained_where_it_occurs() -> None:
    """And nowhere else."""
    inside = DiagramBody("a", "A", "b", "Board", "board")
    outside = replace(inside, id="b", outside=True)
    assert "Outside these arrangements" in _said(Diagram("Small", bodies=(inside, outside)))
    assert "Outside these arrangements" not in _said(Diagram("Small", bodies=(inside,)))


def test_a_key_of_differences_leaves_out_the_forms_of_bodies() -> None:
    """There a colour says what became of a body, and not what it is."""
    bodies = (
        DiagramBody("a", "A", "b", "Board", "board", change="same"),
        DiagramBody("b", "B", "f", "Forum", change="same", outside=True),
    )
    said = _said(Diagram("Small", bodies=bodies))
    assert said == ["KEY", "Stays as it was"]


def test_a_form_that_nothing_wears_in_colour_is_not_explained() -> None:
    """What is only proposed, or outside, is drawn white: its colour is not on the sheet."""
    bodies = (
        DiagramBody("a", "A", "b", "Board", "board", "proposed"),
        DiagramBody("b", "B", "f", "Forum", outside=True),
        DiagramBody("c", "C", "t", "Trust", "trust"),
    )
    assert find_key_entries(Diagram("Small", bodies=bodies)).forms == (("trust", "trust"),)
