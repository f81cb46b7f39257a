"""The linear programme of places, held against networkx' own network simplex."""

from __future__ import annotations

import random

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.drawing.layout.network_simplex import ENDLESS, Pull, Settler


@settings(max_examples=150)
@given(st.integers(0, 10**9))
def test_places_cost_as_little_as_can_be(seed: int) -> None:
    """By the theorem of duality: as much as the flow of least cost that networkx finds."""
    count, pulls, charges = _programme(seed)
    places = Settler().settle(pulls, charges)
    assert _cost(places, pulls, charges) == _least(count, pulls, charges)


@settings(max_examples=100)
@given(st.integers(0, 10**9))
def test_going_on_from_other_lengths_costs_as_little_as_beginning_anew(seed: int) -> None:
    """With lengths that are a little other, and a further wish at the end."""
    count, pulls, charges = _programme(seed)
    dice = random.Random(seed + 1)  # noqa: S311 - repeatable, not secret
    before = [
        pull._replace(length=pull.length - dice.randrange(0, 30 if pull.strength == ENDLESS else 9))
        for pull in pulls
    ]
    settler = Settler()
    settler.settle(before, charges)
    again = [*pulls, Pull(0, count - 1, dice.randrange(-40, 40), dice.randrange(1, 9))]
    places = settler.settle(again, charges)
    assert _cost(places, again, charges) == _least(count, again, charges)


def test_distances_without_exception_are_kept() -> None:
    """However strongly something else pulls."""
    pulls = [Pull(0, 1, 10), Pull(1, 0, 0, 1_000_000)]
    first, second = Settler().settle(pulls, [0, 0])
    assert second - first == 10


def test_distances_that_contradict_one_another_are_an_error() -> None:
    """There are no such places."""
    with pytest.raises(ValueError, match="contradict"):
        Settler().settle([Pull(0, 1, 5), Pull(1, 0, 5)], [1, -1])


def test_charges_have_to_balance() -> None:
    """Else everything would run away for nothing."""
    with pytest.raises(ValueError, match="add up"):
        Settler().settle([], [1])


def _programme(seed: int) -> tuple[int, list[Pull], list[int]]:
    """A programme that has an answer: its distances hold for some places, its charges balance."""
    dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
    count = dice.randrange(2, 25)
    somewhere = [dice.randrange(200) for _ in range(count)]
    pulls: list[Pull] = []
    for _ in range(dice.randrange(1, 60)):
        one, two = sorted(dice.sample(range(count), 2), key=somewhere.__getitem__)
        if dice.random() < 0.4:
            pulls.append(Pull(one, two, dice.randrange(-50, somewhere[two] - somewhere[one] + 1)))
        else:
            length, strength = dice.randrange(-60, 60), dice.randrange(1, 9)
            pulls += [Pull(one, two, length, strength), Pull(two, one, -length, strength)]
    charges = [0] * count
    for _ in range(3):
        one, two = dice.sample(range(count), 2)
        strength = dice.randrange(1, 5)
        charges[one] += strength
        charges[two] -= strength
        pulls.append(Pull(two, one, dice.randrange(30), strength + 3))
    return count, pulls, charges


def _cost(places: list[int], pulls: list[Pull], charges: list[int]) -> int:
    cost = sum(charge * place for charge, place in zip(charges, places, strict=True))
    for tail, head, length, strength in pulls:
        missed = length - (places[head] - places[tail])
        assert strength < ENDLESS or missed <= 0
        cost += strength * max(0, missed) if strength < ENDLESS else 0
    return cost


def _least(count: int, pulls: list[Pull], charges: list[int]) -> int:
    network: networkx.MultiDiGraph[int] = networkx.MultiDiGraph()
    for point in range(count):
        network.add_node(point, demand=charges[point])
    for tail, head, length, strength in pulls:
        limit = {} if strength >= ENDLESS else {"capacity": strength}
        network.add_edge(tail, head, weight=-length, **limit)
    return -networkx.network_simplex(network)[0]
