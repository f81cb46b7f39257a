"""Which form a diagram takes on its paper, and that every name on it can be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramFinding, DiagramLine
from govgraph.drawing.forms.choose import fit_sheet, lay_out
from govgraph.drawing.forms.collapsed import collapse_siblings
from govgraph.drawing.forms.fitted import LEAST_NAME
from govgraph.drawing.forms.long_chain import cut_chain
from govgraph.drawing.layout.measures import measure_diagram
from govgraph.drawing.paper import FREE, find_paper
from govgraph.drawing.sheets.frame import Folio, drawing_room
from govgraph.drawing.theme_file import built_in_theme
from tests.drawing.placement_faults import placement_faults
from tests.drawing.random_diagrams import county_diagram, messy_diagram

THEME = built_in_theme()
A4 = find_paper("A4")
A3 = find_paper("A3")


def test_a_small_structure_stands_from_top_to_bottom() -> None:
    """One sheet, and no word on the form is needed."""
    ((_, placement),) = lay_out(county_diagram(1), A4, THEME)
    assert placement.notes == ()


def test_a_county_of_seventy_fits_one_a3() -> None:
    """In columns, with names of 8 points."""
    fitted = fit_sheet(county_diagram(11, 3), A3, THEME)
    assert len(fitted.placement.boxes) == 67
    assert fitted.is_readable


@pytest.mark.parametrize("districts", [11, 50])
def test_names_print_in_eight_points_on_every_page(districts: int) -> None:
    """A county on A4 takes as many pages as that needs."""
    diagram = county_diagram(districts, 3)
    pages = lay_out(diagram, A4, THEME)
    assert len(pages) == districts + 1
    for part, placement in pages:
        width, height = drawing_room(
            part, A4, THEME, Folio(1, 9), placement.notes, arrangement=placement.arrangement
        )
        scale = min(width / placement.width, height / placement.height)
        assert scale * placement.name_size >= LEAST_NAME


def test_pages_point_to_one_another() -> None:
    """The overview names the page of each district; each district's page names the overview."""
    pages = lay_out(county_diagram(11, 3), A4, THEME)
    first = {body.name: body for body in pages[0][0].bodies}
    assert first["District 3"].meta == ("6 bodies: see page 4",)
    fourth = {body.id: body for body in pages[3][0].bodies}
    assert fourth["trust"].meta == ("See page 1",)
    assert pages[3][0].subtitle == "District 3"


def test_every_body_and_line_is_on_some_page() -> None:
    """Nothing is lost between the pages."""
    diagram = messy_diagram(8, 60, 40, areas=5)
    pages = lay_out(diagram, A4, THEME)
    singly = Counter(
        body.id
        for part, _ in pages
        for body in part.bodies
        if not any(words.startswith("See page") for words in body.meta)
    )
    assert {body.id for body in diagram.bodies} <= singly.keys()
    drawn = {line for part, _ in pages for line in part.lines}
    assert set(diagram.lines) <= drawn


@pytest.mark.parametrize("seed", range(0, 40, 9))
@pytest.mark.parametrize("paper", ["A4", "A3-portrait", "free"])
def test_every_page_is_sound(seed: int, paper: str) -> None:
    """On paper as on a screen: no line crosses a box, nothing overlaps."""
    diagram = messy_diagram(seed, 10 + seed, seed // 2, tiers=seed % 3, areas=seed % 5)
    for part, placement in lay_out(diagram, find_paper(paper), THEME):
        measures = measure_diagram(part, THEME)
        least = {body: (measures.unbroken(body) - 1, 20.0) for body in measures.bodies}
        assert placement_faults(part, least, placement) == []


def test_too_many_lines_are_drawn_straight_and_said_so() -> None:
    """Where nobody could follow them, lines run behind the bodies, and the sheet says why."""
    ((_, placement),) = lay_out(_dense(30, 6), FREE, THEME)
    assert placement.straight
    assert "straight" in placement.notes[0]


def test_what_cannot_be_read_at_all_becomes_a_table() -> None:
    """A dense structure that would print too small has no places, and says what can be drawn."""
    ((_, placement),) = lay_out(_dense(120, 6), A4, THEME)
    assert placement.boxes == ()
    assert "table" in placement.notes[0]


def test_findings_make_room_before_pages_are_needed() -> None:
    """A structure that is only just too large sends its findings to a sheet of their own."""
    findings = tuple(
        DiagramFinding(number, "error", ("trust",), "A long sentence about what is wrong. " * 6)
        for number in range(1, 12)
    )
    fitted = [
        fit_sheet(replace(county_diagram(4, more, tiers=False), findings=findings), A4, THEME)
        for more in range(3, 7)
    ]
    assert any(one.is_readable and one.placement.arrangement.findings_apart for one in fitted)


def test_nothing_has_a_form_too() -> None:
    """An empty diagram is one empty sheet."""
    assert len(lay_out(Diagram("Nothing"), A4, THEME)) == 1


def test_bodies_that_nothing_connects_are_shared_out_over_pages() -> None:
    """Two hundred bodies without a line or an area stand in order on several pages."""
    diagram = Diagram(
        "Loose",
        bodies=tuple(
            DiagramBody(f"b{n:03}", f"A body with a longish name {n}") for n in range(200)
        ),
    )
    pages = lay_out(diagram, A4, THEME)
    assert len(pages) > 4
    assert all(part.subtitle.endswith("and others") for part, _ in pages[1:])


def _dense(bodies: int, share: int) -> Diagram:
    """Each body is linked with so many others, and a few more."""
    lines = tuple(
        DiagramLine(
            f"b{n:03}", f"b{(n * 7 + step * 11) % bodies:03}", f"link{step}", style="liaison"
        )
        for n in range(bodies)
        for step in range(1, share + 1)
    )
    return Diagram(
        "Dense",
        bodies=tuple(DiagramBody(f"b{n:03}", f"Body {n}") for n in range(bodies)),
        lines=lines,
    )


def test_like_siblings_share_a_box() -> None:
    """Only those that bear no finding and to whom nobody answers."""
    diagram = county_diagram(2, 4)
    finding = DiagramFinding(1, "error", ("d000-s1",), "Something.")
    collapsed = collapse_siblings(replace(diagram, findings=(finding,)))
    assert collapsed is not None
    names = Counter(body.name for body in collapsed.bodies)
    assert names["3 bodies shown as one"] == 1
    assert names["4 bodies shown as one"] == 1
    assert "d000-s1" in {body.id for body in collapsed.bodies}
    assert "7 bodies share 2 boxes" in collapsed.left_out[-1]


def test_without_like_siblings_there_is_nothing_to_collapse() -> None:
    """A chain has no siblings."""
    bodies = tuple(DiagramBody(x, x) for x in "abc")
    lines = (DiagramLine("b", "a"), DiagramLine("c", "b"))
    assert collapse_siblings(Diagram("Chain", bodies=bodies, lines=lines)) is None


def test_siblings_are_collapsed_before_pages_are_needed() -> None:
    """Where that alone makes a structure fit, it stays on one sheet and says so."""
    heads = tuple(DiagramBody(f"h{n:02}", f"Strategic partnership board {n}") for n in range(12))
    below = tuple(
        DiagramBody(f"h{n:02}-{m}", f"Delivery group with a longish name {m}")
        for n in range(12)
        for m in range(10)
    )
    lines = tuple(DiagramLine(body.id, body.id[:3]) for body in below)
    diagram = Diagram("Many", bodies=(*heads, *below), lines=lines)
    ((part, _),) = lay_out(diagram, A4, THEME)
    assert any("share 12 boxes" in words for words in part.left_out)


def test_of_more_pages_than_are_of_use_none_is_laid_out() -> None:
    """Whoever could not use them has not to wait for them."""
    diagram = county_diagram(50)
    many = len(lay_out(diagram, A4, THEME))
    assert lay_out(diagram, A4, THEME, most=many - 1) == ()
    assert len(lay_out(diagram, A4, THEME, most=many)) == many


def test_forms_without_hope_are_left_out_where_only_a_readable_one_is_wanted() -> None:
    """The answer is the same where there is one."""
    for districts in (1, 3, 50):
        diagram = county_diagram(districts)
        every, hopeful = (fit_sheet(diagram, A4, THEME, whole=whole) for whole in (False, True))
        assert every.is_readable == hopeful.is_readable
        assert not every.is_readable or every == hopeful


def test_a_long_chain_is_cut_into_stretches_that_can_be_read() -> None:
    """One page after the other, each ending with a box for the rest."""
    ids = [f"b{place}" for place in range(40)]
    chain = Diagram(
        "A chain",
        bodies=tuple(DiagramBody(id_, f"Body {id_}") for id_ in ids),
        lines=tuple(DiagramLine(below, above) for above, below in pairwise(ids)),
    )
    pages = lay_out(chain, A4, THEME)
    shown = [{body.id for body in part.bodies} for part, _ in pages]
    assert set().union(*shown) >= set(ids)
    assert len(pages) > 5
    for part, placement in pages:
        assert len(part.bodies) <= 8
        room = drawing_room(part, A4, THEME, Folio(1, 9))
        scale = min(room[0] / placement.width, room[1] / placement.height)
        assert scale * placement.name_size >= LEAST_NAME


def test_what_hangs_beside_a_long_chain_stays_with_its_superior() -> None:
    """One or two bodies at a step do not end a chain; a third does."""
    chain = {f"b{place + 1}": f"b{place}" for place in range(9)}
    few = chain | {"x": "b2"}
    assert cut_chain(["b0", *few], few, 4) == [
        ("b4", tuple(f"b{place}" for place in range(4, 10))),
        ("b8", ("b8", "b9")),
    ]
    many = few | {"y": "b2", "z": "b2", "w": "b2"}
    assert cut_chain(["b0", *many], many, 4) == []


def test_a_ring_is_no_long_chain() -> None:
    """It has no top."""
    ring = {"a": "b", "b": "c", "c": "a"}
    assert cut_chain("abc", ring, 1) == []
