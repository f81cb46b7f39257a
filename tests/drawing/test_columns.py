"""The form in columns, judged by geometry alone."""

from __future__ import annotations

import pytest

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.layout.columns import Columns
from govgraph.drawing.layout.fold import Folding
from govgraph.drawing.layout.lists import list_bodies
from tests.drawing.placement_faults import placement_faults
from tests.drawing.random_diagrams import county_diagram, messy_diagram, rough_measures


@pytest.mark.parametrize("seed", range(60))
def test_messy_diagrams_fold_soundly(seed: int) -> None:
    """Whatever hangs where: no line crosses a box, nothing overlaps."""
    diagram = messy_diagram(seed, 4 + seed % 40, seed % 25, tiers=seed % 4, areas=seed % 5)
    folded = Folding(diagram).fold(2 + seed % 9, layers=1 + seed % 3)
    placement = Columns(diagram, rough_measures(diagram), folded, 90.0 + seed).placement()
    sizes = {body.id: (60.0, 24.0) for body in diagram.bodies}
    assert placement_faults(diagram, sizes, placement) == []


@pytest.mark.parametrize("districts", [3, 11, 20])
@pytest.mark.parametrize("tiers", [True, False])
def test_counties_fold_soundly(districts: int, tiers: bool) -> None:  # noqa: FBT001
    """A county in columns has one column a district."""
    diagram = county_diagram(districts, 4, tiers=tiers)
    folded = Folding(diagram).fold(12)
    placement = Columns(diagram, rough_measures(diagram), folded, 110.0).placement()
    sizes = {body.id: (60.0, 24.0) for body in diagram.bodies}
    assert placement_faults(diagram, sizes, placement) == []
    boxes = dict(placement.boxes)
    assert len({round(boxes[f"d{n:03}"].x0) for n in range(districts)}) == districts


def test_siblings_share_columns_of_like_height() -> None:
    """Eleven siblings in columns of at most four stand as four, four and three."""
    folded = Folding(_family(11)).fold(4)
    assert sorted(len(unit.bodies) for unit in folded.units) == [3, 4, 4]


def test_a_superior_with_few_below_it_hangs_with_them() -> None:
    """A small subtree is one list under the body on top."""
    lines = (DiagramLine("b", "a"), DiagramLine("c", "b"), DiagramLine("d", "a"))
    diagram = Diagram("Test", bodies=tuple(DiagramBody(x, x) for x in "abcd"), lines=lines)
    folded = Folding(diagram).fold(2)
    assert folded.tops == (("a",),)
    assert {unit.columns for unit in folded.units} == {((("b", 0), ("c", 1)),), ((("d", 0),),)}


def test_what_stands_between_makes_way_for_the_line() -> None:
    """On a lower tier the last superior's subordinates come first; nothing stands in a line."""
    listed = list_bodies(
        ("a", "b", "x", "y"), {"x": "a", "y": "b"}, {"a": 0, "b": 0, "x": 1, "y": 1}
    )
    assert listed == (("a", 0), ("b", 1), ("y", 2), ("x", 1))


def test_layers_begin_anew() -> None:
    """Without tiers, columns may stand in two layers."""
    folded = Folding(_family(12)).fold(2, layers=2)
    assert {unit.layer for unit in folded.units} == {0, 1}


def _family(count: int) -> Diagram:
    bodies = (DiagramBody("a", "A"), *(DiagramBody(f"b{n:02}", "B") for n in range(count)))
    return Diagram("Family", bodies=bodies, lines=tuple(DiagramLine(b.id, "a") for b in bodies[1:]))
