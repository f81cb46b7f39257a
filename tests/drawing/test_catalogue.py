"""A drawing is written in the form that the ending of its file names."""

from dataclasses import replace
from pathlib import Path

import pytest

from govgraph.drawing.diagram import DiagramFinding
from govgraph.drawing.draw import draw_diagram
from govgraph.drawing.drawing_forms import FORMS, render, render_drawing
from govgraph.drawing.paper import find_paper
from govgraph.errors import SettingsError
from tests.drawing.sample import DIAGRAM

BEGINNINGS = {
    ".dot": "digraph",
    ".gv": "digraph",
    ".mmd": "---\ntitle:",
    ".pdf": b"%PDF-",
    ".png": b"\x89PNG",
    ".svg": "<svg ",
}


@pytest.mark.parametrize("ending", sorted(FORMS))
def test_every_form_is_what_its_ending_says(ending: str) -> None:
    """Texts as text, the rest as bytes; nothing is written."""
    path = Path(f"nowhere/sheet{ending}")
    ((written, content),) = render(DIAGRAM, path, paper=find_paper("A4"), dpi=40)
    assert written == path
    assert content[: len(BEGINNINGS[ending])] == BEGINNINGS[ending]


def test_capitals_in_an_ending_do_not_matter() -> None:
    """As some programs write them."""
    assert render(DIAGRAM, Path("SHEET.SVG"))[0][0] == Path("SHEET.SVG")


@pytest.mark.parametrize("ending", [".svg", ".png"])
def test_several_sheets_are_several_files(ending: str) -> None:
    """Numbered in their order."""
    findings = tuple(DiagramFinding(i, "error", (), f"Finding {i}.") for i in range(1, 151))
    many = replace(DIAGRAM, findings=findings)
    written = render(many, Path(f"out/sheet{ending}"), paper=find_paper("A4"), dpi=30)
    assert [path.name for path, _ in written][:2] == [f"sheet-1{ending}", f"sheet-2{ending}"]


def test_what_is_drawn_already_becomes_a_picture_alone() -> None:
    """Each sheet a file, in capitals or not; a text of it cannot be made any more."""
    findings = tuple(DiagramFinding(i, "error", (), f"Finding {i}.") for i in range(1, 151))
    paper = find_paper("A4")
    one = draw_diagram(DIAGRAM, paper=paper)
    assert render_drawing(one, Path("out/sheet.SVG")) == (
        (Path("out/sheet.SVG"), one.svg_pages[0]),
    )
    many = draw_diagram(replace(DIAGRAM, findings=findings), paper=paper)
    assert render_drawing(many, Path("out/sheet.svg")) == tuple(
        (Path(f"out/sheet-{number}.svg"), page) for number, page in enumerate(many.svg_pages, 1)
    )
    for name, told in (("sheet.dot", "'.dot'"), ("sheet", "'sheet'")):
        with pytest.raises(SettingsError) as refused:
            render_drawing(one, Path(name))
        assert str(refused.value) == f"{told} is no form of picture (allowed: .pdf, .png, .svg)"


@pytest.mark.parametrize("name", ["sheet.jpg", "sheet"])
def test_an_unknown_ending_names_the_known_ones(name: str) -> None:
    """Or says that there is none."""
    with pytest.raises(SettingsError, match=r"allowed: \.dot, \.gv, \.mmd, \.pdf, \.png, \.svg"):
        render(DIAGRAM, Path(name))
