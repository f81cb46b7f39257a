"""Placements, judged by geometry alone."""

from __future__ import annotations

import pytest

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.layout.place import place
from govgraph.drawing.layout.spacing import CLOSE
from govgraph.drawing.layout.straight import is_tangled
from govgraph.drawing.routes.heights import RING
from govgraph.errors import DrawingError
from tests.drawing.placement_faults import placement_faults
from tests.drawing.random_diagrams import county_diagram, messy_diagram, rough_measures


@pytest.mark.parametrize("seed", range(60))
def test_messy_diagrams_are_placed_soundly(seed: int) -> None:
    """No line crosses a box, nothing overlaps, and areas hold their own members alone."""
    diagram = messy_diagram(seed, 4 + seed % 40, seed % 25, tiers=seed % 4, areas=seed % 5)
    measures = rough_measures(diagram)
    placement = place(diagram, measures)
    assert placement_faults(diagram, measures.bodies, placement) == []


@pytest.mark.parametrize("seed", range(20))
def test_the_order_found_without_graphviz_is_as_sound(seed: int) -> None:
    """Where Graphviz is missing, the drawing may be less tidy, but it is never wrong."""
    diagram = messy_diagram(seed, 4 + seed, seed, tiers=seed % 3, areas=seed % 4)
    measures = rough_measures(diagram)
    placement = place(diagram, measures, graphviz=False)
    assert placement_faults(diagram, measures.bodies, placement) == []


@pytest.mark.parametrize("seed", range(30))
def test_diagrams_from_left_to_right_are_as_sound(seed: int) -> None:
    """Turned, the same holds, and superiors stand left of their subordinates."""
    diagram = messy_diagram(seed, 4 + seed, seed % 20, tiers=seed % 4, areas=seed % 3)
    measures = rough_measures(diagram)
    placement = place(diagram, measures, turned=True)
    assert placement_faults(diagram, measures.bodies, placement) == []
    assert placement.bands == ()


@pytest.mark.parametrize("tiers", [True, False])
def test_counties_are_placed_soundly(tiers: bool) -> None:  # noqa: FBT001
    """A county of several districts keeps every area whole."""
    diagram = county_diagram(7, tiers=tiers)
    measures = rough_measures(diagram)
    placement = place(diagram, measures)
    assert placement_faults(diagram, measures.bodies, placement) == []
    assert [outline.area for outline in placement.areas] == list(diagram.areas)


def test_superiors_stand_above() -> None:
    """A body stands below the body it answers to."""
    diagram = _diagram("a", "b", lines=(DiagramLine("b", "a"),))
    boxes = dict(place(diagram, rough_measures(diagram)).boxes)
    assert boxes["a"].y1 < boxes["b"].y0


def test_turned_superiors_stand_left() -> None:
    """From left to right, a body stands right of the one it answers to."""
    diagram = _diagram("a", "b", lines=(DiagramLine("b", "a"),))
    boxes = dict(place(diagram, rough_measures(diagram), turned=True).boxes)
    assert boxes["a"].x1 < boxes["b"].x0


def test_rings_of_orphans_keep_apart() -> None:
    """Two orphans above one another, with nothing between them, leave room for both rings."""
    bodies = tuple(DiagramBody(x, x, tier=f"Tier {x}", orphan=True) for x in ("a", "b"))
    diagram = Diagram("Orphans", bodies=bodies, tiers=("Tier a", "Tier b"))
    boxes = dict(place(diagram, rough_measures(diagram), spacing=CLOSE).boxes)
    assert boxes["b"].y0 - boxes["a"].y1 >= 2 * RING


def test_the_same_diagram_is_placed_alike() -> None:
    """Placing twice gives the same placement."""
    diagram = messy_diagram(5, 20, 12, tiers=3, areas=3)
    measures = rough_measures(diagram)
    assert place(diagram, measures) == place(diagram, measures)


def test_lines_of_account_share_a_bus() -> None:
    """Three subordinates reach their superior at one point, the middle of its lower edge."""
    diagram = _diagram("a", "b", "c", "d", lines=tuple(DiagramLine(x, "a") for x in "bcd"))
    placement = place(diagram, rough_measures(diagram))
    box = dict(placement.boxes)["a"]
    assert {route.points[-1] for route in placement.routes} == {(box.centre[0], box.y1)}


def test_tiers_fix_the_rows() -> None:
    """Bodies of one tier stand within its band, whatever answers to what."""
    diagram = county_diagram(4)
    placement = place(diagram, rough_measures(diagram))
    tier_of = {body.id: body.tier for body in diagram.bodies}
    bands = {band.tier: band for band in placement.bands}
    assert [band.tier for band in placement.bands] == list(diagram.tiers)
    for body, box in placement.boxes:
        band = bands[str(tier_of[body])]
        assert band.start < box.y0
        assert box.y1 < band.end


def test_an_empty_diagram_has_a_placement() -> None:
    """Nothing to draw is no error."""
    placement = place(Diagram("Nothing"), rough_measures(Diagram("Nothing")))
    assert placement.boxes == ()


def _diagram(*bodies: str, lines: tuple[DiagramLine, ...]) -> Diagram:
    return Diagram("Test", bodies=tuple(DiagramBody(x, f"Body {x}") for x in bodies), lines=lines)


def test_a_failing_graphviz_leaves_the_order_to_us(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Graphviz is missing or too slow, the placement is the one found without it."""

    def fail(*_: object, **__: object) -> None:
        message = "Graphviz did not finish"
        raise DrawingError(message)

    monkeypatch.setattr("govgraph.drawing.layout.graphviz.run_graphviz", fail)
    diagram = messy_diagram(7, 18, 14, areas=3)
    measures = rough_measures(diagram)
    assert place(diagram, measures) == place(diagram, measures, graphviz=False)


def test_a_tangle_is_told_from_a_county() -> None:
    """Lines through many rows make a tangle; a county of any size does not."""
    deep = tuple(DiagramLine(f"b{n:03}", f"b{n - 1:03}") for n in range(1, 60))
    far = tuple(
        DiagramLine(f"b{n:03}", f"b{n - 35:03}", "supports", style="support") for n in range(35, 60)
    )
    names = [f"b{n:03}" for n in range(60)]
    assert is_tangled(_diagram(*names, lines=(*deep, *far)))
    assert not is_tangled(county_diagram(100))
