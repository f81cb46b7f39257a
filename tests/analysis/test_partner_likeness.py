"""Which names are near enough to be offered, and which are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.analysis.partner_likeness import Likeness, find_likeness


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Primary Care Trust", "PCT"),
        ("PCT", "Primary Care Trusts"),
        ("Primary Care Trust", "PCTs"),
        ("Hampshire Primary Care Trust", "PCT"),
        ("Learning and Skills Council", "LSC"),
        ("Youth Offending Team", "Yot"),
        ("Thames Valley Police", "TVP"),
        ("Further Education", "FE"),
    ],
)
def test_initials(wanted: str, found: str) -> None:
    """Small words aside, in either direction, of one or of several."""
    assert find_likeness(wanted, found) is Likeness.ACRONYM


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Police", "Thames Valley Police"),
        ("District Council", "District councils"),
        ("Voluntary sector", "Voluntary and community sector"),
        ("Agency for children", "Children's agencies"),
        ("Primary schools", "Primary school heads"),
    ],
)
def test_the_same_words(wanted: str, found: str) -> None:
    """All the words of the one stand in the other, plurals aside."""
    assert find_likeness(wanted, found) is Likeness.WORDS


@pytest.mark.parametrize(
    ("wanted", "found"), [("Jobcentre Plus", "Job Centre Plus"), ("Connexions", "Connections")]
)
def test_a_slip_of_spelling(wanted: str, found: str) -> None:
    """Nearly every letter agrees."""
    assert find_likeness(wanted, found) is Likeness.SPELLING


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Police", "Parents"),
        ("Primary schools", "Secondary schools"),
        ("GP", "General"),
        ("Health Board", "Board"),
        ("Local team", "Team"),
        ("Probation", "PCT"),
        ("", "PCT"),
        ("Police", "…"),
    ],
)
def test_unlike_names(wanted: str, found: str) -> None:
    """A word that everybody shares, or a letter in common, is no likeness."""
    assert find_likeness(wanted, found) is None


@given(st.text(max_size=30), st.text(max_size=30))
def test_anything_may_be_compared(wanted: str, found: str) -> None:
    """Whatever somebody typed, there is an answer, the same both ways but for the spelling."""
    there, back = find_likeness(wanted, found), find_likeness(found, wanted)
    assert (there is Likeness.ACRONYM) == (back is Likeness.ACRONYM)
    assert (there is Likeness.WORDS) == (back is Likeness.WORDS)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Class", "Clas"),  # too short a difference to be a plural, long enough to be a slip
        ("Chess", "Ches"),
    ],
)
def test_a_word_in_double_s_is_no_plural(wanted: str, found: str) -> None:
    """Business is one business, so a lost letter is a slip of spelling."""
    assert find_likeness(wanted, found) is Likeness.SPELLING


@pytest.mark.parametrize(
    ("wanted", "found", "likeness"),
    [
        ("Boys", "Boy", Likeness.WORDS),  # the shortest word that may be a plural
        ("GPs", "GP", None),
        ("Team", "Tean", None),  # three letters of four agree: 0.75
        ("Probes", "Probe", Likeness.WORDS),
        ("abcdefgh", "abcdefgx", Likeness.SPELLING),  # 0.875
        ("abcdef", "abcdex", None),  # 0.833
        ("abc", "abd", None),
        ("abcdefghijklmnopqrstu", "abcdefghijklmnopqrstu12345678", Likeness.SPELLING),  # 0.84
        ("abcdefgh", "hgfedcba", None),  # the same letters in another order
        ("", "", None),
    ],
)
def test_how_much_must_agree(wanted: str, found: str, likeness: Likeness | None) -> None:
    """Five letters in six are too few, seven in eight are enough; short words are all alike."""
    assert find_likeness(wanted, found) is likeness


def test_long_texts_are_not_compared_by_spelling() -> None:
    """Up to 120 letters: the time grows with their square."""
    assert find_likeness("a" * 119 + "b", "a" * 119 + "c") is Likeness.SPELLING
    assert find_likeness("a" * 120 + "b", "a" * 120 + "c") is None
    assert find_likeness("a" * 110, "a" * 121) is None
