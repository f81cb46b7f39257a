"""Layouts, judged by geometry alone: the laws that hold for every structure and every form."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.geometry import segments
from govgraph.drawing.layout.hierarchy import UPWARD, read_hierarchy
from govgraph.drawing.layout.place import Laid, Manner, lay_out_form
from govgraph.drawing.layout.ranks import Shape
from govgraph.drawing.layout.spacing import CLOSE, ROOMY, TIGHT
from govgraph.drawing.placement import Placement
from govgraph.drawing.shapes.drawn_body import RING
from tests.drawing.placement_faults import crossing, placement_faults
from tests.drawing.random_diagrams import county_diagram, messy_diagram, rough_measures


def _lay(diagram: Diagram, manner: Manner | None = None, *, improve: bool = True) -> Laid:
    measures = rough_measures(diagram)
    return lay_out_form(read_hierarchy(diagram), measures, manner or Manner(), improve=improve)


def _faults(diagram: Diagram, placement: Placement) -> list[str]:
    return placement_faults(diagram, rough_measures(diagram).bodies, placement)


@pytest.mark.parametrize("seed", range(60))
def test_messy_diagrams_are_placed_soundly(seed: int) -> None:
    """No line crosses a box or lies upon another, nothing overlaps, areas hold their own alone."""
    diagram = messy_diagram(seed, 4 + seed % 40, seed % 25, tiers=seed % 4, areas=seed % 5)
    laid = _lay(diagram, Manner(spacing=(ROOMY, CLOSE, TIGHT)[seed % 3]))
    assert _faults(diagram, laid.placement) == []
    assert laid.together == 0


@pytest.mark.parametrize("seed", range(30))
def test_diagrams_from_left_to_right_are_as_sound(seed: int) -> None:
    """Turned, the same holds, and tiers stand side by side."""
    diagram = messy_diagram(seed, 4 + seed, seed % 20, tiers=seed % 4, areas=seed % 3)
    sizes = rough_measures(diagram).bodies
    placement = _lay(diagram, Manner(spacing=CLOSE, turned=True)).placement
    assert placement_faults(diagram, sizes, placement) == []
    assert placement.form == "sideways"
    assert all(band.upright for band in placement.bands)


@pytest.mark.parametrize("seed", range(20))
def test_a_quick_layout_is_as_sound(seed: int) -> None:
    """Without exchanges a drawing may be less tidy, but it is never wrong."""
    diagram = messy_diagram(seed, 4 + seed, seed, tiers=seed % 3, areas=seed % 4)
    assert _faults(diagram, _lay(diagram, improve=False).placement) == []


@settings(max_examples=60)
@given(st.integers(0, 10**6), st.integers(2, 60), st.booleans())
def test_a_tree_has_no_crossing_and_its_root_stands_over_its_middle(
    seed: int,
    size: int,
    turned: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    """However the file has its bodies, and whichever way it is drawn."""
    diagram = _tree(seed, size)
    placement = _lay(diagram, Manner(turned=turned)).placement
    assert _crossings(diagram, placement) == 0
    _root_stands_over_its_middle(diagram, placement, along=1 if turned else 0)


@settings(max_examples=60)
@given(st.integers(0, 10**6), st.integers(2, 60))
def test_a_tree_of_two_kinds_of_line_has_its_root_over_its_middle_too(seed: int, size: int) -> None:
    """Lines of each kind join in a bus of their own; the root stands over the middle of both."""
    diagram = _tree(seed, size)
    lines = [
        replace(line, style="reports", kind="reports_to") if at % 3 == 0 else line
        for at, line in enumerate(diagram.lines)
    ]
    diagram = replace(diagram, lines=tuple(lines))
    placement = _lay(diagram).placement
    assert _faults(diagram, placement) == []
    assert _crossings(diagram, placement) == 0
    _root_stands_over_its_middle(diagram, placement, along=0)


def _root_stands_over_its_middle(diagram: Diagram, placement: Placement, along: int) -> None:
    boxes = dict(placement.boxes)
    ends = [boxes[line.from_].centre[along] for line in diagram.lines if line.to == "b0"]
    assert boxes["b0"].centre[along] == pytest.approx((min(ends) + max(ends)) / 2, abs=1)


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("turned", [False, True])
def test_superiors_stand_before_those_who_answer_to_them(seed: int, turned: bool) -> None:  # noqa: FBT001
    """Above them, or left of them, where no ring and no declared tier forbids it."""
    diagram = messy_diagram(seed, 6 + seed, seed // 2, tiers=0 if seed % 2 else 3)
    hierarchy = read_hierarchy(diagram)
    placement = _lay(diagram, Manner(turned=turned)).placement
    boxes = dict(placement.boxes)
    for upper, lowers in hierarchy.below.items():
        for lower in lowers:
            one, two = boxes[upper], boxes[lower]
            assert (one.x1 < two.x0) if turned else (one.y1 < two.y0)
    kept = {(lower, upper) for upper, lowers in hierarchy.below.items() for lower in lowers}
    left = {
        (line.from_, line.to)
        for line in diagram.lines
        if line.style in UPWARD and line.from_ != line.to
    } - kept
    for lower, upper in left:
        tiered = hierarchy.slots[lower] < hierarchy.slots[upper]
        assert tiered or _reaches(hierarchy.below, lower, upper)


def _reaches(below: object, start: str, goal: str) -> bool:
    """Whether one leads down to the other: then the line back up closes a ring."""
    assert isinstance(below, dict)
    seen, waiting = set(), [start]
    while waiting:
        body = waiting.pop()
        if body not in seen:
            seen.add(body)
            waiting += below[body]
    return goal in seen


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_the_file_changes_nothing(seed: int) -> None:
    """Bodies and lines shuffled, every body stands where it stood."""
    diagram = messy_diagram(seed, 25, 15, tiers=seed % 4, areas=seed % 4)
    diagram = replace(
        diagram,
        bodies=tuple(replace(body, name=f"{body.name} {body.id}") for body in diagram.bodies),
        findings=(),
    )
    dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
    bodies, lines = list(diagram.bodies), list(diagram.lines)
    dice.shuffle(bodies)
    dice.shuffle(lines)
    shuffled = replace(diagram, bodies=tuple(bodies), lines=tuple(lines))
    assert _lay(shuffled).placement.boxes == _lay(diagram).placement.boxes


@pytest.mark.parametrize("depth", [2, 3, 6])
def test_stacks_hang_beside_the_line_of_their_superior(depth: int) -> None:
    """Leaves stand below one another, and their lines enter them from the side."""
    diagram = _diagram("top", *"abcdef", lines=tuple(DiagramLine(x, "top") for x in "abcdef"))
    hierarchy = read_hierarchy(diagram)
    shape = Shape(dict.fromkeys(hierarchy.families, depth))
    placement = lay_out_form(hierarchy, rough_measures(diagram), Manner(shape)).placement
    boxes = dict(placement.boxes)
    assert placement.form == "stacked"
    assert len({boxes[x].y0 for x in "abcdef"}) == depth
    assert all(
        route.points[0][0] == boxes[route_from].x0
        for route, route_from in zip(placement.routes, "abcdef", strict=True)
    )
    assert _faults(diagram, placement) == []


def test_a_joint_committee_hangs_between_two_spines() -> None:
    """Each of its superiors reaches it from a side of its own."""
    lines = tuple(DiagramLine(x, upper) for x in "abcd" for upper in ("one", "two"))
    diagram = _diagram("one", "two", *"abcd", lines=lines)
    hierarchy = read_hierarchy(diagram)
    shape = Shape(dict.fromkeys(hierarchy.families, 4))
    placement = lay_out_form(hierarchy, rough_measures(diagram), Manner(shape)).placement
    boxes = dict(placement.boxes)
    sides = {
        (
            diagram.lines[route.line].to,
            route.points[0][0] == boxes[diagram.lines[route.line].from_].x0,
        )
        for route in placement.routes
    }
    assert sides == {("one", True), ("two", False)}
    assert _faults(diagram, placement) == []


def test_lines_of_account_share_a_bus() -> None:
    """Three subordinates reach their superior at one point, the middle of its lower edge."""
    diagram = _diagram("a", "b", "c", "d", lines=tuple(DiagramLine(x, "a") for x in "bcd"))
    placement = _lay(diagram).placement
    box = dict(placement.boxes)["a"]
    assert {route.points[-1] for route in placement.routes} == {(box.centre[0], box.y1)}


def test_a_line_back_to_its_own_body_has_room_beside_it() -> None:
    """It leaves the box and enters it again."""
    diagram = _diagram("a", "b", lines=(DiagramLine("a", "a"), DiagramLine("b", "a")))
    placement = _lay(diagram).placement
    loop = placement.routes[0].points
    assert loop[0][0] == loop[-1][0] == dict(placement.boxes)["a"].x1
    assert _faults(diagram, placement) == []


def test_rings_of_orphans_keep_apart() -> None:
    """Two orphans above one another, with nothing between them, leave room for both rings."""
    bodies = tuple(DiagramBody(x, x, tier=f"Tier {x}", orphan=True) for x in ("a", "b"))
    diagram = Diagram("Orphans", bodies=bodies, tiers=("Tier a", "Tier b"))
    boxes = dict(_lay(diagram, Manner(spacing=CLOSE)).placement.boxes)
    assert boxes["b"].y0 - boxes["a"].y1 >= 2 * RING


def test_tiers_fix_the_rows() -> None:
    """Bodies of one tier stand within its band, whatever answers to what."""
    diagram = county_diagram(4)
    placement = _lay(diagram).placement
    tier_of = {body.id: body.tier for body in diagram.bodies}
    bands = {band.tier: band for band in placement.bands}
    assert [band.tier for band in placement.bands] == list(diagram.tiers)
    for body, box in placement.boxes:
        band = bands[str(tier_of[body])]
        assert band.start < box.y0
        assert box.y1 < band.end


def test_every_area_is_outlined_and_named() -> None:
    """A county of several districts keeps every area whole."""
    diagram = county_diagram(7)
    placement = _lay(diagram).placement
    assert [outline.area for outline in placement.areas] == list(diagram.areas)


def test_a_chain_of_thousands_is_laid_out() -> None:
    """Nothing recurses, and it stays straight."""
    names = [f"b{n:04}" for n in range(1500)]
    lines = tuple(DiagramLine(b, a) for a, b in pairwise(names))
    placement = _lay(_diagram(*names, lines=lines), improve=False).placement
    assert len({box.x0 for _, box in placement.boxes}) == 1


def test_an_empty_diagram_has_a_placement() -> None:
    """Nothing to draw is no error."""
    assert _lay(Diagram("Nothing")).placement.boxes == ()


def _diagram(*bodies: str, lines: tuple[DiagramLine, ...]) -> Diagram:
    return Diagram("Test", bodies=tuple(DiagramBody(x, f"Body {x}") for x in bodies), lines=lines)


def _tree(seed: int, size: int) -> Diagram:
    """A random tree whose bodies and lines come in no order."""
    dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
    names = [f"b{n}" for n in range(size)]
    lines = [DiagramLine(names[n], names[dice.randrange(max(0, n - 8), n)]) for n in range(1, size)]
    dice.shuffle(lines)
    shuffled = list(names)
    dice.shuffle(shuffled)
    return _diagram(*shuffled, lines=tuple(lines))


def _crossings(diagram: Diagram, placement: Placement) -> int:
    """How many pairs of lines that lead to different bodies cross."""
    routes = placement.routes
    return sum(
        diagram.lines[one.line].to != diagram.lines[two.line].to
        and any(crossing(a, b) for a in segments(one.points) for b in segments(two.points))
        for at, one in enumerate(routes)
        for two in routes[at + 1 :]
    )
