"""Runs of a channel: what is found anew after a move is what looking at everything finds."""

from __future__ import annotations

import random

import pytest

from govgraph.drawing.layout.arrange import arrange
from govgraph.drawing.layout.build_form import build_form
from govgraph.drawing.layout.hierarchy import read_hierarchy
from govgraph.drawing.layout.ranks import PLAIN
from govgraph.drawing.layout.runs import change, price
from govgraph.drawing.layout.spacing import CLOSE
from tests.drawing.random_diagrams import messy_diagram, rough_measures


@pytest.mark.parametrize("seed", range(25))
def test_moved_runs_are_those_of_a_full_look(seed: int) -> None:
    """Only the ties that a move touches are looked at, and none that changed is missed."""
    dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
    diagram = messy_diagram(seed, 24, 20, tiers=seed % 3, areas=seed % 4)
    sizes = rough_measures(diagram).bodies
    form = build_form(read_hierarchy(diagram), sizes, CLOSE, PLAIN)
    order = arrange(form, improve=False)
    for _ in range(6):
        items = tuple(dice.sample(range(len(form.items)), 2))
        before = {at: order.channels.runs(at, order.x) for at in range(len(form.rows))}
        for item in items:
            order.x[item] += dice.choice((-150.0, -40.0, 40.0, 150.0))
        for at, runs in before.items():
            found = order.channels.channel(at).moved(order.x, items, runs)
            after = order.channels.runs(at, order.x)
            assert [found.get(place, run) for place, run in enumerate(runs)] == after
            assert change(runs, found) == pytest.approx(price(after) - price(runs))
