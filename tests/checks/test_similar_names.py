"""Names one slip of the pen apart are found without comparing every pair."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.checks.similar_names import find_alike, group_by_name

WORDS = st.text("abc", min_size=4, max_size=6)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fleet board", "fleet boards"),
        ("fleet board", "fleet baord"),
        ("fleet board", "fleet boart"),
        ("fleet board", "fleetboard"),
        ("omar aziz", "omer aziz"),
    ],
)
def test_a_slip_of_the_pen_is_found(one: str, other: str) -> None:
    """A letter more, two swapped, another letter, a space."""
    assert find_alike([other, one]) == [tuple(sorted((one, other)))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("group a", "group b"),
        ("ward 12 board", "ward 13 board"),
        ("sam lee", "sam leo"),
        ("fleet board", "fleet forum"),
        ("fleat boart", "fleet board"),
        ("north board", "south board"),
        ("fleet board", "fleet board"),
    ],
)
def test_names_that_are_told_apart_on_purpose_are_not(one: str, other: str) -> None:
    """Figures and short words differ by one letter, other names by more than one slip."""
    assert find_alike([one, other]) == []


@given(st.sets(WORDS, max_size=12))
def test_filing_finds_what_comparing_every_pair_finds(words: set[str]) -> None:
    """The shortcut loses nothing: one letter more, less, other, or two swapped."""
    expected = [(a, b) for a, b in combinations(sorted(words), 2) if _one_slip(a, b)]
    assert find_alike(words) == expected


def test_a_name_that_several_go_by_is_given_with_their_ids() -> None:
    """Sorted, and empty names aside."""
    names = {"b": ["board", ""], "a": ["board", ""], "c": ["forum"]}
    assert list(group_by_name(names)) == [("board", ("a", "b"))]


def _one_slip(one: str, other: str) -> bool:
    """By trial of every slip."""
    letters = "abc"
    cuts = [(one[:place], one[place:]) for place in range(len(one) + 1)]
    slips = {left + letter + right for left, right in cuts for letter in letters}
    slips |= {left + right[1:] for left, right in cuts if right}
    slips |= {left + letter + right[1:] for left, right in cuts if right for letter in letters}
    slips |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    return other in slips


def test_words_of_any_length_take_no_memory() -> None:
    """Each word is filed without each of its letters; the longest are left alone."""
    long = "a" * 200_000
    assert find_alike([f"{long}b", f"{long}c"]) == []
    many = "word " * 20_000
    assert find_alike([f"{many}board", f"{many}bored"]) == []
    assert find_alike(["a" * 50 + "b", "a" * 50 + "c"])
