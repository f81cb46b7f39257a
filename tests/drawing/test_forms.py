"""Which form a diagram takes on its paper, and that every name on it can be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramFinding, DiagramLine
from govgraph.drawing.draw import draw_pages, page_size
from govgraph.drawing.forms.choose import draft_sheet, fit_sheet, fit_whole, lay_out
from govgraph.drawing.forms.form_search import Search
from govgraph.drawing.forms.rooms import LEAST_NAME
from govgraph.drawing.layout.hierarchy import UPWARD
from govgraph.drawing.layout.measures import measure_diagram
from govgraph.drawing.paper import FREE, Paper, find_paper
from govgraph.drawing.placement import Placement
from govgraph.drawing.sheets.frame import Folio, frame_placed
from govgraph.drawing.theme_file import built_in_theme
from tests.drawing.placement_faults import placement_faults
from tests.drawing.random_diagrams import county_diagram, messy_diagram

THEME = built_in_theme()
A4 = find_paper("A4")
A3 = find_paper("A3")


def _name_size(part: Diagram, placement: Placement, paper: Paper, folio: Folio) -> float:
    """The size in points at which names print."""
    on = placement.paper or paper
    room = frame_placed(part, placement, on, THEME, folio).room
    scale = min(room.width / placement.width, room.height / placement.height)
    return scale * placement.name_size


def test_a_small_structure_stands_from_top_to_bottom() -> None:
    """One sheet, and no word on the form is needed."""
    ((_, placement),) = lay_out(county_diagram(1), A4, THEME)
    assert placement.form != "sideways"
    assert placement.notes == ()


def test_a_paper_is_turned_where_that_suits_the_drawing() -> None:
    """A chain stands on a portrait sheet; one that is asked for by its turn stays as it is."""
    county = county_diagram(3, 4)
    ((_, placement),) = lay_out(county, A4, THEME)
    assert placement.paper in A4.ways_round
    (svg,) = draw_pages(county, [(county, placement)], A4, THEME)
    assert page_size(svg) == (placement.paper.width, placement.paper.height)
    for turn in ("A4-landscape", "A4-portrait"):
        ((_, fixed),) = lay_out(county_diagram(1), find_paper(turn), THEME)
        assert fixed.paper == find_paper(turn)


def test_a_county_of_seventy_fits_one_a3() -> None:
    """With names of 8 points."""
    fitted = fit_sheet(county_diagram(11, 3), A3, THEME)
    assert len(fitted.placement.boxes) == 67
    assert fitted.is_readable


@pytest.mark.parametrize("districts", [11])
def test_names_print_in_eight_points_on_every_page(districts: int) -> None:
    """A county on A4 takes as many pages as that needs."""
    pages = lay_out(county_diagram(districts, 3), A4, THEME)
    assert len(pages) > 1
    for part, placement in pages:
        assert _name_size(part, placement, A4, Folio(1, len(pages))) >= LEAST_NAME - 0.01


def test_every_body_is_shown_in_full_once_and_every_line_is_drawn() -> None:
    """Nothing is lost between the pages."""
    diagram = messy_diagram(8, 60, 40, areas=5)
    pages = lay_out(diagram, A4, THEME)
    full = Counter(body.id for part, _ in pages for body in part.bodies if not body.pointer)
    assert full == Counter(body.id for body in diagram.bodies)
    assert {line for part, _ in pages for line in part.lines} == set(diagram.lines)


def test_no_page_lacks_a_line_upward() -> None:
    """A superior on another page is a small box that names the page."""
    diagram = county_diagram(11, 3)
    pages = lay_out(diagram, A4, THEME)
    page_of = {
        body.id: number
        for number, (part, _) in enumerate(pages, start=1)
        for body in part.bodies
        if not body.pointer
    }
    for number, (part, _) in enumerate(pages, start=1):
        shown = {body.id: body for body in part.bodies}
        for line in diagram.lines:
            if line.style in UPWARD and page_of[line.from_] == number:
                upper = shown[line.to]
                assert page_of[line.to] == number or (
                    upper.pointer == f"see page {page_of[line.to]}"
                )


def test_the_first_page_names_every_apex_and_counts_who_is_elsewhere() -> None:
    """Its boxes say how many stand below them, and on which page."""
    diagram = county_diagram(11, 3)
    bodies = tuple(replace(body, apex=body.id in {"trust", "d004-l"}) for body in diagram.bodies)
    ((first, _), *others) = lay_out(replace(diagram, bodies=bodies), A4, THEME)
    assert {"trust", "d004-l"} <= {body.id for body in first.bodies}
    below = [words for body in first.bodies for words in body.meta if " below: page" in words]
    assert below
    assert others


@pytest.mark.parametrize("seed", range(0, 40, 9))
@pytest.mark.parametrize("paper", ["A4", "A3-portrait", "free"])
def test_every_page_is_sound(seed: int, paper: str) -> None:
    """On paper as on a screen: no line crosses a box, nothing overlaps."""
    diagram = messy_diagram(seed, 10 + seed, seed // 2, tiers=seed % 3, areas=seed % 5)
    for part, placement in lay_out(diagram, find_paper(paper), THEME):
        measures = measure_diagram(part, THEME)
        least = {body: (measures.fit(body, 0.0)[0] - 1, 20.0) for body in measures.bodies}
        assert placement_faults(part, least, placement) == []


def test_dense_structures_are_drawn_too() -> None:
    """Fifty lines between sixteen bodies still make a picture, and never a table."""
    dense = _dense(16, 3)
    pages = lay_out(dense, A4, THEME)
    assert all(placement.boxes for _, placement in pages)
    assert {body for _, placement in pages for body, _ in placement.boxes} == {
        body.id for body in dense.bodies
    }


def test_findings_make_room_before_pages_are_needed() -> None:
    """A structure that is only just too large sends its findings to a sheet of their own."""
    findings = tuple(
        DiagramFinding(number, "error", ("trust",), "A long sentence about what is wrong. " * 6)
        for number in range(1, 12)
    )
    fitted = [
        fit_whole(replace(county_diagram(4, more, tiers=False), findings=findings), A4, THEME)
        for more in range(3, 7)
    ]
    assert any(one is not None and one.placement.arrangement.findings_apart for one in fitted)


def test_nothing_has_a_form_too() -> None:
    """An empty diagram is one empty sheet."""
    empty = Placement(0, 0)
    for paper in (A4, FREE):
        assert lay_out(Diagram("Nothing"), paper, THEME) == ((Diagram("Nothing"), empty),)
    assert draft_sheet(Diagram("Nothing"), THEME) == ((Diagram("Nothing"), empty),)


def test_bodies_that_nothing_connects_are_shared_out_over_pages() -> None:
    """Two hundred bodies without a line stand on several pages, in the order of their names."""
    names = [f"A body with a longish name {n:03}" for n in range(200)]
    loose = Diagram("Loose", bodies=tuple(DiagramBody(name, name) for name in reversed(names)))
    pages = lay_out(loose, A4, THEME)
    assert len(pages) > 1
    assert [body for part, _ in pages for body in sorted(b.id for b in part.bodies)] == names


def test_of_more_pages_than_are_of_use_none_is_laid_out() -> None:
    """Whoever could not use them has not to wait for them."""
    diagram = _chain(40)
    many = len(lay_out(diagram, A4, THEME))
    assert lay_out(diagram, A4, THEME, most=many - 1) == ()
    assert len(lay_out(diagram, A4, THEME, most=many)) == many


@pytest.mark.parametrize("districts", [1, 3, 12])
def test_a_glance_is_right_about_what_cannot_be_read(districts: int) -> None:
    """Where a readable form is found with all care, a glance does not rule it out."""
    diagram = county_diagram(districts)
    fitted = fit_sheet(diagram, A4, THEME)
    whole = fit_whole(diagram, A4, THEME)
    assert (whole is not None) == fitted.is_readable
    assert whole is None or whole == fitted


def test_a_long_chain_is_cut_into_stretches_that_can_be_read() -> None:
    """One page after the other, each with the superior of its first body."""
    chain = _chain(40)
    pages = lay_out(chain, A4, THEME)
    assert len(pages) > 2
    for number, (part, placement) in enumerate(pages, start=1):
        assert _name_size(part, placement, A4, Folio(1, len(pages))) >= LEAST_NAME - 0.01
        assert number == 1 or any(body.pointer for body in part.bodies)


def test_the_same_diagram_is_laid_out_alike() -> None:
    """Twice the same, and the same whichever way round the file has it."""
    diagram = replace(messy_diagram(5, 24, 12, tiers=3, areas=3), findings=())
    named = tuple(replace(body, name=f"{body.name} {body.id}") for body in diagram.bodies)
    diagram = replace(diagram, bodies=named)
    turned = replace(diagram, bodies=named[::-1], lines=diagram.lines[::-1])
    boxes = [[placement.boxes for _, placement in lay_out(d, A4, THEME)] for d in (diagram, turned)]
    assert boxes[0] == boxes[1]


def test_a_free_sheet_has_no_arrangement_of_its_own() -> None:
    """It grows with the drawing."""
    ((_, placement),) = lay_out(county_diagram(3), FREE, THEME)
    assert placement.paper is None


def _chain(length: int) -> Diagram:
    ids = [f"b{place:02}" for place in range(length)]
    return Diagram(
        "A chain",
        bodies=tuple(DiagramBody(id_, f"Body {id_}") for id_ in ids),
        lines=tuple(DiagramLine(below, above) for above, below in pairwise(ids)),
    )


def _dense(bodies: int, share: int) -> Diagram:
    """Each body is linked with so many others."""
    lines = tuple(
        DiagramLine(
            f"b{n:03}", f"b{(n * 7 + step * 11) % bodies:03}", f"link{step}", style="liaison"
        )
        for n in range(bodies)
        for step in range(1, share + 1)
        if (n * 7 + step * 11) % bodies != n
    )
    return Diagram(
        "Dense",
        bodies=tuple(DiagramBody(f"b{n:03}", f"Body {n}") for n in range(bodies)),
        lines=lines,
    )


def test_areas_wider_than_estimated_are_no_reason_for_a_second_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What the first drawings show of the estimates leads to a shape that can be read."""
    diagram = messy_diagram(2, 25, 3, areas=4)
    assert fit_sheet(diagram, A4, THEME).is_readable
    monkeypatch.setattr(Search, "_corrected", lambda *_: [])
    assert not fit_sheet(diagram, A4, THEME).is_readable
