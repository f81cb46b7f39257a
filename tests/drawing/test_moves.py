"""Bodies moved with all their own: a drawing only ever gets cheaper, and every time the same."""

from __future__ import annotations

import pytest

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.layout.arrange import arrange, arrangements
from govgraph.drawing.layout.build_form import build_form
from govgraph.drawing.layout.hierarchy import read_hierarchy
from govgraph.drawing.layout.moves import move_bodies
from govgraph.drawing.layout.order import Order
from govgraph.drawing.layout.ranks import PLAIN
from govgraph.drawing.layout.runs import crossings
from govgraph.drawing.layout.spacing import CLOSE
from govgraph.drawing.layout.trials import cost_of
from tests.drawing.random_diagrams import messy_diagram, rough_measures


def _order(diagram: Diagram) -> Order:
    sizes = rough_measures(diagram).bodies
    return arrange(build_form(read_hierarchy(diagram), sizes, CLOSE, PLAIN), ("name",))


def _crossings(order: Order) -> int:
    found = 0
    for channel in range(-1, len(order.rows)):
        runs = order.channels.runs(channel, order.x)
        for at, one in enumerate(runs):
            found += sum(min(crossings(one, two)) for two in runs[at + 1 :])
    return found


@pytest.mark.parametrize("seed", range(8))
def test_a_move_is_kept_only_where_the_drawing_costs_less(seed: int) -> None:
    """The cost never grows, and the same moves are found again."""
    diagram = messy_diagram(seed, 18, 12, tiers=seed % 3, areas=seed % 4)
    sizes, order = rough_measures(diagram).bodies, _order(diagram)
    rows = [list(row) for row in order.rows]
    moved, shape = move_bodies(order, sizes, PLAIN, 1_500)
    again, same = move_bodies(_order(diagram), sizes, PLAIN, 1_500)
    assert cost_of(moved, shape) <= cost_of(order, PLAIN) + 1e-6
    assert (moved.rows, moved.x, shape) == (again.rows, again.x, same)
    assert order.rows == rows


def test_a_family_passes_a_hill_that_no_exchange_passes() -> None:
    """A family between another and what that one is linked with gets out of the way at once."""
    links = {("a2", "c")}
    upward = {"a": "top", "b": "top", "c": "top", "a1": "a", "a2": "a"}
    upward |= {f"b{number}": "b" for number in range(1, 5)}
    bodies = tuple(DiagramBody(body, body) for body in ("top", *upward))
    lines = (
        *(DiagramLine(a, b, "accountable_to", "accountable") for a, b in upward.items()),
        *(DiagramLine(a, b, "supports", "support") for a, b in sorted(links)),
    )
    diagram = Diagram(title="", bodies=bodies, lines=lines)
    order = _order(diagram)
    item_of = order.form.item_of
    tree = ("a", "b", "c"), ("a1", "a2", "b1", "b2", "b3", "b4")
    places = {item_of[body]: 100.0 * at for row in tree for at, body in enumerate(row)}
    order.follow({item: places.get(item, 0.0) for item in range(len(order.x))})
    assert _crossings(order) > 0
    moved, _ = move_bodies(order, rough_measures(diagram).bodies, PLAIN, 5_000)
    assert _crossings(moved) == 0


def test_without_a_budget_nothing_moves() -> None:
    """What limits the moves is a count."""
    diagram = messy_diagram(3, 18, 12)
    order = _order(diagram)
    moved, shape = move_bodies(order, rough_measures(diagram).bodies, PLAIN, -1)
    assert (moved, shape) == (order, PLAIN)


def test_several_arrangements_differ() -> None:
    """The cheapest comes first, and no two are alike."""
    diagram = messy_diagram(5, 20, 14)
    form = build_form(read_hierarchy(diagram), rough_measures(diagram).bodies, CLOSE, PLAIN)
    orders = arrangements(form)
    costs = [order.total() for order in orders]
    assert costs == sorted(costs)
    assert len({str(order.rows) for order in orders}) == len(orders) > 1
