"""What is laid out has not changed unawares: where everything stands, for a handful of diagrams.

`GOVGRAPH_GOLDEN=write uv run pytest tests/drawing/test_laid_as_before.py` writes it anew after a
change that is meant; look at drawings before you commit it.
"""

from collections.abc import Iterable

import pytest

from govgraph.drawing.diagram import Diagram
from govgraph.drawing.forms.choose import draft_sheet, lay_out
from govgraph.drawing.layout.hierarchy import read_hierarchy
from govgraph.drawing.layout.place import Manner, lay_out_form
from govgraph.drawing.layout.ranks import Shape
from govgraph.drawing.layout.spacing import CLOSE, ROOMY, TIGHT
from govgraph.drawing.paper import find_paper
from govgraph.drawing.placement import Placement, Point
from tests.drawing.random_diagrams import county_diagram, messy_diagram, rough_measures
from tests.drawing.sample import THEME
from tests.golden_files import hold


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _told(diagram: Diagram, placed: Placement) -> str:
    """A placement, a line for everything that stands somewhere."""
    lines = [f"{placed.form}, {placed.width:.1f} by {placed.height:.1f}"]
    lines += [f"body {id_}: {_points((box[:2], box[2:]))}" for id_, box in placed.boxes]
    for route in placed.routes:
        line = diagram.lines[route.line]
        lines.append(f"{line.from_} {line.kind} {line.to}: {_points(route.points)}")
    for area in placed.areas:
        (x0, y0, x1, y1), label = area.box, area.label_box
        lines.append(f"{area.area}: {_points(((x0, y0), (x1, y1), label[:2], label[2:]))}")
    lines += [f"{band.tier}: {band.start:.1f} to {band.end:.1f}" for band in placed.bands]
    lines += [f"badge {each.finding}: {_points((each.box[:2],))}" for each in placed.badges]
    lines += [f"{'/'.join(each.text)}: {_points((each.box[:2],))}" for each in placed.labels]
    return "\n".join((*lines, *placed.notes, ""))


MANNERS = {
    "in-rows": Manner(spacing=ROOMY),
    "sideways": Manner(spacing=CLOSE, turned=True),
    "tight": Manner(spacing=TIGHT),
}


@pytest.mark.parametrize("name", sorted(MANNERS))
def test_a_mess_is_laid_out_as_before(name: str) -> None:
    """In every manner: rings, lines to oneself, several superiors, tiers, areas and badges."""
    seed = 3 + sorted(MANNERS).index(name)
    diagram = messy_diagram(seed, 18, 12, tiers=3, areas=3)
    laid = lay_out_form(read_hierarchy(diagram), rough_measures(diagram), MANNERS[name])
    hold(f"laid/mess-{name}.txt", _told(diagram, laid.placement))


def test_stacks_are_laid_out_as_before() -> None:
    """Leaves below one another, beside the line of their superior."""
    diagram = county_diagram(3, 5, tiers=False)
    hierarchy = read_hierarchy(diagram)
    shape = Shape(dict.fromkeys(hierarchy.families, 3))
    laid = lay_out_form(hierarchy, rough_measures(diagram), Manner(shape))
    hold("laid/stacks.txt", _told(diagram, laid.placement))


@pytest.mark.parametrize(
    ("name", "paper", "diagram"),
    [
        ("one-page", "A4", county_diagram(3)),
        ("pages", "A5", county_diagram(5, 2)),
        ("mess", "A4-portrait", messy_diagram(8, 20, 10, areas=2)),
    ],
)
def test_sheets_are_laid_out_as_before(name: str, paper: str, diagram: Diagram) -> None:
    """In the form that suits the paper, on as many pages as it takes."""
    sheets = lay_out(diagram, find_paper(paper), THEME)
    hold(f"laid/{name}.txt", "\n".join(_told(*sheet) for sheet in sheets))


def test_a_draft_is_laid_out_as_before() -> None:
    """At once, for whoever is still writing."""
    ((shown, placed),) = draft_sheet(messy_diagram(2, 12, 6, tiers=2), THEME)
    hold("laid/draft.txt", _told(shown, placed))
