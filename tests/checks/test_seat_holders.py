"""Who sits where, followed from one chair that comes with another to a person."""

import pytest

from govgraph.checks.seat_holders import SeatHolders
from govgraph.model.seats import Role
from tests.seated import seated_graph


def seat_holders(*seats: str) -> SeatHolders:
    """Who sits on three bodies with these seats."""
    return SeatHolders(seated_graph("a -> b -> c*", *seats))


@pytest.mark.parametrize(
    ("seats", "expected"),
    [
        (["a: chair lynn"], {"lynn"}),
        (["a: chair lynn", "a: co-chair omar"], {"lynn", "omar"}),
        (["a: chair nobody"], {"chair of a"}),
        (["a: chair ?"], {"chair of a"}),
        ([], {"chair of a"}),
        (["a: chair ? as chair of b", "b: chair lynn"], {"lynn"}),
        (["a: chair ? as chair of b", "b: chair ? as chair of c", "c: chair lynn"], {"lynn"}),
        (["a: chair ? as chair of b"], {"chair of b"}),
        (["a: chair ? as chair of b", "b: chair ? as chair of a"], {"chair of a"}),
        (["a: chair ? as post: Director"], {"chair of a"}),
        (["a: chair ? as member of b", "b: member lynn"], {"chair of a"}),
    ],
)
def test_a_chair_is_followed_to_whoever_holds_it(seats: list[str], expected: set[str]) -> None:
    """By name if anybody is named on the way, else by the chair where the way ends."""
    assert seat_holders(*seats).find_chairs("a") == expected


def test_those_who_sit_on_a_body_are_known_by_role() -> None:
    """Every role unless some are asked for; nobody sits in a vacant seat."""
    board = seat_holders("a: chair lynn", "a: member omar", "a: secretary nobody")
    assert board.holders("a") == {"lynn", "omar"}
    assert board.holders("a", [Role.CHAIR]) == {"lynn"}
    assert board.holders("b") == frozenset()


def test_people_are_said_by_name_and_unknown_ones_by_what_stands_in_the_file() -> None:
    """A chair nobody is named in is said as the chair of its body."""
    board = seat_holders("a: chair lynn")
    assert board.say(["lynn", "chair of b", "ghost"]) == "Lynn, ghost and the chair of B"


def test_a_seat_that_comes_with_a_chair_is_held_by_whoever_chairs() -> None:
    """Beside those who sit there by name, and whatever seats stand before and after."""
    board = seat_holders(
        "b: chair lynn",
        "c: chair omar",
        "a: member ann",
        "a: member nobody",
        "a: member ? as chair of b",
        "a: adviser ? as chair of c",
        "a: member bob",
    )
    assert board.holders("a") == {"ann", "lynn", "omar", "bob"}


def test_chairs_that_come_with_several_others_are_followed_to_all_of_them() -> None:
    """To whoever is named at the end of each way."""
    board = seat_holders(
        "a: chair ? as chair of b",
        "a: co-chair ? as chair of c",
        "b: chair lynn",
        "c: chair omar",
    )
    assert board.find_chairs("a") == {"lynn", "omar"}
    further = seat_holders(
        "a: chair ? as chair of b",
        "a: co-chair ? as chair of c",
        "c: chair ? as chair of b",
        "b: chair lynn",
    )
    assert further.find_chairs("a") == {"lynn"}
