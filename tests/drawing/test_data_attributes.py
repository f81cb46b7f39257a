"""What a program reads of a finished sheet, without having to guess from geometry."""

from dataclasses import replace
from xml.etree import ElementTree as ET

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramFinding, DiagramLine, Status
from govgraph.drawing.draw import draw_diagram
from govgraph.drawing.paper import find_paper
from govgraph.drawing.placement import Badge, Box, Placement, Route
from govgraph.drawing.scene.collapse import collapse
from govgraph.drawing.sheets.frame import Folio
from govgraph.drawing.sheets.sheet import draw_picture, draw_sheet
from tests.drawing.sample import DIAGRAM, THEME, placement

SVG = "{http://www.w3.org/2000/svg}"
BOXES = (("a", Box(0, 100, 40, 120)), ("b", Box(60, 100, 100, 120)), ("top", Box(0, 0, 40, 20)))
BODIES = tuple(DiagramBody(name, name.upper()) for name in ("a", "b", "top"))
TRUNK = ((20.0, 100.0), (20.0, 20.0))
BRANCH = ((80.0, 100.0), (80.0, 60.0), (20.0, 60.0), (20.0, 20.0))
APART = ((80.0, 100.0), (80.0, 10.0), (40.0, 10.0))


def _groups(svg: str, name: str) -> list[ET.Element]:
    root = ET.fromstring(svg)  # noqa: S314 - our own document
    return [g for g in root.iter() if name in (g.get("class") or "").split()]


def _pair(way: tuple[tuple[float, float], ...], status: Status = "active") -> list[ET.Element]:
    """The lines of a to top and of b to top, the second led along `way`."""
    lines = (DiagramLine("a", "top"), replace(DiagramLine("b", "top"), status=status))
    placed = Placement(100, 120, BOXES, (Route(0, TRUNK), Route(1, way)))
    drawn = draw_picture(Diagram("Bus", bodies=BODIES, lines=lines), placed, THEME)
    return sorted(
        _groups(f"<svg>{drawn}</svg>", "gg-line"), key=lambda line: line.get("data-from") or ""
    )


def test_lines_that_meet_in_one_place_have_a_bus_in_common() -> None:
    """Only they may run together."""
    first, second = _pair(BRANCH)
    assert first.get("data-bus") == second.get("data-bus") is not None


def test_lines_that_end_apart_have_no_bus_in_common() -> None:
    """Though they lead to the same body."""
    first, second = _pair(APART)
    assert first.get("data-bus") != second.get("data-bus")


def test_the_casing_of_a_bus_bears_its_number() -> None:
    """So that what hides a line is known."""
    svg = draw_sheet(DIAGRAM, placement(), find_paper("A4"), THEME, Folio())
    casings = [group.get("data-bus") for group in _groups(svg, "gg-casing")]
    lines = {str(group.get("data-bus")).split()[0] for group in _groups(svg, "gg-line")}
    assert len(set(casings)) == len(casings)
    assert set(casings) == lines


def test_a_hollow_line_says_which_bus_it_runs_into() -> None:
    """There it stops, short of the body that it leads to."""
    first, second = _pair(BRANCH, "proposed")
    assert second.get("data-joins") == first.get("data-bus")
    assert first.get("data-joins") is None


def test_a_body_says_how_large_its_box_is() -> None:
    """Its ring and the sheets behind a placeholder lie outside."""
    svg = draw_sheet(DIAGRAM, placement(), find_paper("A4"), THEME, Folio())
    boxes = {group.get("data-id"): group.get("data-box") for group in _groups(svg, "gg-body")}
    for body, box in placement().boxes:
        given = [float(side) for side in str(boxes[body]).split()]
        assert given == [round(side, 2) for side in (box.x0, box.y0, box.x1, box.y1)]


def test_every_text_of_a_body_has_a_role() -> None:
    """The name is told from the kind, the words below it and the chips."""
    svg = draw_sheet(DIAGRAM, placement(), find_paper("A4"), THEME, Folio())
    roles = {
        text.get("data-role") for g in _groups(svg, "gg-body") for text in g.iter(f"{SVG}text")
    }
    assert roles == {"kind", "name", "meta", "chip"}


def test_a_box_of_several_bodies_says_which() -> None:
    """Also those of a box that was itself put into another."""
    once = collapse(Diagram("Several", bodies=BODIES), frozenset({"a", "b"}), "siblings:0")
    twice = collapse(once, frozenset({"siblings:0", "top"}), "all")
    assert [body.holds for body in twice.bodies] == [("a", "b", "top")]
    (box,) = _groups(draw_diagram(twice, theme=THEME).svg_pages[0], "gg-body")
    assert box.get("data-holds") == "a b top"


def test_a_box_that_only_points_elsewhere_says_where() -> None:
    """It is not the place where the body is shown."""
    there = replace(BODIES[0], pointer="see page 2")
    drawn = draw_picture(Diagram("Elsewhere", bodies=(there,)), Placement(100, 120, BOXES), THEME)
    (box,) = _groups(f"<svg>{drawn}</svg>", "gg-body")
    assert box.get("data-pointer") == "see page 2"


def test_the_badge_of_a_line_names_both_its_ends() -> None:
    """One that a body wears names the body."""
    found = DiagramFinding(1, "error", (), "Not cited.", line=0)
    diagram = Diagram("Badge", bodies=BODIES, lines=(DiagramLine("a", "top"),), findings=(found,))
    placed = Placement(100, 120, BOXES, (Route(0, TRUNK),), badges=(Badge(1, Box(10, 50, 29, 69)),))
    (badge,) = _groups(f"<svg>{draw_picture(diagram, placed, THEME)}</svg>", "gg-finding")
    assert (badge.get("data-from"), badge.get("data-to")) == ("a", "top")


def test_a_sheet_says_its_form_and_its_number() -> None:
    """As layout has named the form."""
    placed = replace(placement(), form="stacked")
    svg = draw_sheet(DIAGRAM, placed, find_paper("A4"), THEME, Folio(2, 8))
    assert 'data-form="stacked" data-sheet="2/8"' in svg
