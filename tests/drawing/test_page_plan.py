"""How bodies are shared out over pages: once each, the top first, only what is too large cut."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.forms.choose import lay_out
from govgraph.drawing.forms.page_diagram import Pages, Whole
from govgraph.drawing.forms.page_plan import PagePlan, Planner
from govgraph.drawing.layout.hierarchy import read_hierarchy
from govgraph.drawing.paper import find_paper
from govgraph.drawing.theme_file import built_in_theme
from tests.drawing.random_diagrams import messy_diagram

if TYPE_CHECKING:
    from collections.abc import Iterable

THEME = built_in_theme()


def _families(sizes: Iterable[int]) -> Diagram:
    """A council with committees that have so many groups each."""
    bodies, lines = [DiagramBody("top", "Council", apex=True)], []
    for family, size in enumerate(sizes):
        head = f"c{family}"
        bodies.append(DiagramBody(head, f"Committee {family}"))
        lines.append(DiagramLine(head, "top"))
        for at in range(size):
            bodies.append(DiagramBody(f"{head}-{at}", f"Group {family} {at}"))
            lines.append(DiagramLine(f"{head}-{at}", head))
    return Diagram("Families", bodies=tuple(bodies), lines=tuple(lines))


def _planner(diagram: Diagram, room: int) -> Planner:
    """What shares a diagram out on pages that have room for so many bodies."""
    return Planner(read_hierarchy(diagram), lambda bodies: room / max(1, len(bodies)))


def _once(diagram: Diagram, pages: Iterable[PagePlan]) -> bool:
    found = Counter(body for page in pages for body in page.bodies)
    return found == Counter(body.id for body in diagram.bodies)


@pytest.mark.parametrize("room", range(4, 21))
@pytest.mark.parametrize("sizes", [(2, 1, 3), (1,) * 12, (9, 4, 2, 1), (5, 5, 5, 5)])
def test_every_body_is_planned_once(sizes: tuple[int, ...], room: int) -> None:
    """Small pages join others, and the ones that they joined join others in turn."""
    diagram = _families(sizes)
    planner = _planner(diagram, room)
    pages = planner.plan()
    assert _once(diagram, pages)
    assert all(len(page.bodies) <= room for page in pages)
    assert "top" in pages[0].bodies
    assert pages[0].name == ""


def test_only_pages_that_are_too_large_are_cut_again() -> None:
    """The others keep their bodies."""
    diagram = _families((6, 6, 6, 6))
    pages = _planner(diagram, 14).plan()
    assert [len(page.bodies) for page in pages] == [11, 12, 6]
    again = _planner(diagram, 11).cut_again(pages, {1})
    assert _once(diagram, again)
    assert again[0] == pages[0]
    assert all(len(page.bodies) <= 11 for page in again)


def test_a_page_says_below_whom_it_is_but_once() -> None:
    """The names of the superiors follow as a list."""
    first, *others = _planner(_families((6, 6, 6)), 12).plan()
    assert first.name == ""
    assert [page.name for page in others] == ["Below Committee 0 and Committee 1"]


def test_the_first_page_has_the_name_of_the_whole() -> None:
    """Also where nothing ties its bodies to those of other pages, whose apexes it names."""
    diagram = replace(_families((2, 2)), subtitle="As agreed")
    planner = _planner(diagram, 9)
    page_of = {body.id: 1 + (body.id == "c1-1") for body in diagram.bodies}
    pages = Pages(Whole(diagram), planner, page_of)
    first = PagePlan("Committee 0", tuple(body for body in page_of if body != "c1-1"))
    assert pages.diagram(first, 1).subtitle == "As agreed"
    assert pages.diagram(PagePlan("Below Committee 1", ("c1-1",)), 2).subtitle == (
        "Below Committee 1"
    )


def test_small_boxes_name_the_page_on_which_the_body_stands() -> None:
    """Also after pages were cut again and numbered anew; nobody is lost or drawn twice."""
    diagram = messy_diagram(5, 36, 24, areas=4)
    pages = lay_out(diagram, find_paper("A4"), THEME)
    assert len(pages) > 1
    full = Counter(body.id for part, _ in pages for body in part.bodies if not body.pointer)
    assert full == Counter(body.id for body in diagram.bodies)
    page_of = {
        body.id: f"see page {number}"
        for number, (part, _) in enumerate(pages, start=1)
        for body in part.bodies
        if not body.pointer
    }
    pointers = [body for part, _ in pages for body in part.bodies if body.pointer]
    assert pointers
    assert all(body.pointer == page_of[body.id] for body in pointers)


@pytest.mark.parametrize(
    ("many", "room", "expected"), [(25, 17, [17, 8]), (30, 17, [17, 13]), (40, 17, [17, 17, 6])]
)
def test_a_long_line_of_bodies_is_cut_where_a_page_is_full(
    many: int, room: int, expected: list[int]
) -> None:
    """Every page has one stretch of it, in the order of the line."""
    names = [f"Board {number:02}" for number in range(many)]
    lines = tuple(DiagramLine(lower, upper) for upper, lower in pairwise(names))
    bodies = tuple(DiagramBody(name, name) for name in names)
    pages = _planner(Diagram("Line", bodies=bodies, lines=lines), room).plan()
    assert [len(page.bodies) for page in pages] == expected
    assert [body for page in pages for body in page.bodies] == names
