"""Lines led round bodies and out of their buses: as sound as others, and only where that helps."""

from __future__ import annotations

import random

import pytest

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.layout.arrange import arrange
from govgraph.drawing.layout.build_form import build_form
from govgraph.drawing.layout.channel import Meeting, Met
from govgraph.drawing.layout.hierarchy import read_hierarchy
from govgraph.drawing.layout.jogs import straighten
from govgraph.drawing.layout.leads import begin_apart, join_buses, lead_around, part_buses
from govgraph.drawing.layout.place import Laid, Manner, lay_out_form
from govgraph.drawing.layout.ranks import PLAIN, Shape
from govgraph.drawing.layout.spacing import CLOSE, ROOMY, SNUG, TIGHT
from govgraph.drawing.layout.trials import Trials
from govgraph.drawing.placement import Box
from tests.drawing.placement_faults import is_inside, placement_faults
from tests.drawing.random_diagrams import messy_diagram, rough_measures


def _lay(diagram: Diagram, manner: Manner) -> Laid:
    return lay_out_form(read_hierarchy(diagram), rough_measures(diagram), manner)


def _faults(diagram: Diagram, laid: Laid) -> list[str]:
    return placement_faults(diagram, rough_measures(diagram).bodies, laid.placement)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("seed", range(40))
def test_lines_led_any_way_are_as_sound(seed: int, turned: bool) -> None:  # noqa: FBT001
    """Whatever is led round whatever, and however buses are parted, no law is broken."""
    diagram = messy_diagram(seed, 4 + seed, 2 * seed % 30, tiers=seed % 4, areas=seed % 5)
    dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
    around = frozenset(
        (index, body)
        for index, line in enumerate(diagram.lines)
        for body in (line.from_, line.to)
        if dice.random() < 0.5
    )
    parted = {index: dice.randrange(3) for index in range(len(diagram.lines))}
    shape = Shape(around=around, parted=parted)
    air = (ROOMY, CLOSE, TIGHT, SNUG)[seed % 4]
    laid = _lay(diagram, Manner(shape, air, turned=turned))
    assert _faults(diagram, laid) == []
    assert laid.together == 0


def test_a_line_led_round_a_body_meets_the_side_that_faces_away() -> None:
    """It passes the body on its way and comes back from behind, round either end or both."""
    lines = (DiagramLine("b", "a"), DiagramLine("b", "a", "supports", style="support"))
    bodies = tuple(DiagramBody(body, body) for body in "ab")
    diagram = Diagram("Round", bodies=bodies, lines=lines)
    for around in ([(1, "b")], [(1, "a")], [(1, "a"), (1, "b")]):
        laid = _lay(diagram, Manner(Shape(around=frozenset(around))))
        boxes = dict(laid.placement.boxes)
        start, *_, stop = laid.placement.routes[1].points
        assert start[1] == (boxes["b"].y1 if (1, "b") in around else boxes["b"].y0)
        assert stop[1] == (boxes["a"].y0 if (1, "a") in around else boxes["a"].y1)
        assert _faults(diagram, laid) == []


def test_a_line_of_account_is_never_led_round() -> None:
    """It always leads upward from the top of a box to the foot of another."""
    diagram = Diagram(
        "Up", bodies=(DiagramBody("a", "a"), DiagramBody("b", "b")), lines=(DiagramLine("b", "a"),)
    )
    around = frozenset({(0, "a"), (0, "b")})
    assert (
        _lay(diagram, Manner(Shape(around=around))).placement == _lay(diagram, Manner()).placement
    )


def _trials(diagram: Diagram, shape: Shape = PLAIN, budget: int = 5_000) -> Trials:
    sizes = rough_measures(diagram).bodies
    form = build_form(read_hierarchy(diagram), sizes, CLOSE, shape)
    return Trials(arrange(form), sizes, shape, budget)


def test_a_bus_is_parted_where_it_would_be_crossed() -> None:
    """What stands between its ends gets room for its own line, which then crosses nothing."""
    lines = (
        DiagramLine("a", "hub"),
        DiagramLine("b", "hub", "reports_to", style="reports"),
        DiagramLine("c", "hub"),
    )
    bodies = tuple(DiagramBody(body, body) for body in ("hub", "a", "b", "c"))
    trials = _trials(Diagram("Straddling", bodies=bodies, lines=lines))
    order = trials.order
    order.follow({order.form.item_of[body]: at for at, body in enumerate(("hub", "a", "b", "c"))})
    order.relax(1)
    trials = Trials(order, rough_measures(order.form.hierarchy.diagram).bodies, PLAIN, 5_000)
    before = trials.cost
    part_buses(trials)
    assert set(trials.shape.parted) == {0, 2}
    assert len(set(trials.shape.parted.values())) == 2
    assert trials.cost < before - 1


@pytest.mark.parametrize("seed", range(8))
def test_lines_that_began_apart_are_joined_where_that_costs_nothing(seed: int) -> None:
    """A tree's buses are whole again; and whatever is done, the cost never grows."""
    bodies = tuple(DiagramBody(f"b{at}", f"b{at}") for at in range(10))
    lines = tuple(DiagramLine(f"b{at}", f"b{(at * seed) % at // 2}") for at in range(1, 10))
    tree = Diagram("Tree", bodies=bodies, lines=lines)
    trials = _trials(tree)
    sizes = rough_measures(tree).bodies
    order, shape = begin_apart(trials.order, sizes, PLAIN)[0]
    apart = Trials(order, sizes, shape, 5_000)
    join_buses(apart)
    assert apart.shape == PLAIN
    messy = _trials(messy_diagram(seed, 18, 12, tiers=seed % 3, areas=seed % 4))
    costs = [messy.cost]
    for improve in (join_buses, lead_around, part_buses):
        improve(messy)
        costs.append(messy.cost)
    assert costs == sorted(costs, reverse=True)


def test_without_a_budget_no_line_is_led_another_way() -> None:
    """What limits the trials is a count."""
    diagram = messy_diagram(3, 18, 12)
    trials = _trials(diagram, budget=-1)
    for improve in (join_buses, lead_around, part_buses):
        improve(trials)
    assert trials.shape == PLAIN


def test_a_line_round_a_body_stays_within_an_area_that_holds_both_its_ends() -> None:
    """So that it does not seem to leave it."""
    bodies = tuple(DiagramBody(body, body, area="North") for body in "abc")
    lines = (
        DiagramLine("b", "a"),
        DiagramLine("c", "b"),
        DiagramLine("b", "a", "supports", style="support"),
    )
    diagram = Diagram("In", bodies=bodies, lines=lines, areas=("North",))
    laid = _lay(diagram, Manner(Shape(around=frozenset({(2, "b")}))))
    [outline] = laid.placement.areas
    assert all(is_inside(Box(x, y, x, y), outline.box) for x, y in laid.placement.routes[2].points)


def test_a_small_corner_is_taken_out_where_its_box_has_room() -> None:
    """A line that meets its box a little beside the bend above it meets it there instead."""
    bodies = tuple(DiagramBody(body, body) for body in "ab")
    order = _trials(Diagram("Jog", bodies=bodies, lines=(DiagramLine("b", "a"),))).order
    upper, lower = (order.form.item_of[body] for body in "ab")
    order.x[upper], order.x[lower] = 100.0, 105.0
    assert straighten(order.channels, 0, order.x) == [100.0, 100.0]
    order.x[lower] = 114.0
    assert straighten(order.channels, 0, order.x) == [100.0, 100.0]
    order.x[lower] = 120.0
    assert straighten(order.channels, 0, order.x) == [100.0, 120.0]


def test_a_line_that_stays_in_its_row_meets_its_box_outside_of_others() -> None:
    """The nearest outermost, so that none crosses what leads to another row, nor one another."""
    lines = tuple(
        Met(stem, (stem + 1,), stem + 4, account=False, level=stem > 0) for stem in range(4)
    )
    meeting = Meeting(0, 0, 60, lines)
    places: dict[int, float] = {}
    meeting.share([500.0, 0.0, 100.0, 300.0, 900.0], places)
    assert sorted(places, key=places.__getitem__) == [2, 1, 0, 3]
