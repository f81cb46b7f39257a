"""How often a body meets is read from the words of the papers."""

import pytest

from govgraph.checks.frequency import meetings_a_year


@pytest.mark.parametrize(
    ("words", "a_year"),
    [
        ("weekly", 52),
        (f"every {'9' * 5000} weeks", 52 / 10**9),
        ("Fortnightly", 26),
        ("monthly, in the evening", 12),
        ("every six weeks", 52 / 6),
        ("six-weekly", 52 / 6),
        ("bi-monthly", 6),
        ("every two months", 6),
        ("half-termly", 6),
        ("quarterly", 4),
        ("at least quarterly", 4),
        ("four times a year", 4),
        ("4 times per year", 4),
        ("every quarter", 4),
        ("every 3 months", 4),
        ("three times a year", 3),
        ("termly", 3),
        ("once a term", 3),
        ("six monthly", 2),
        ("twice a year", 2),
        ("half-yearly", 2),
        ("biannually", 2),
        ("annually", 1),
        ("yearly", 1),
        ("once a year", 1),
        ("every year", 1),
    ],
)
def test_words_promise_so_many_meetings_a_year(words: str, a_year: float) -> None:
    """The usual words of papers are known, whatever their case and hyphens."""
    assert meetings_a_year(words) == a_year


@pytest.mark.parametrize(
    "words",
    ["", "as needed", "several times a year", "regularly", "every few weeks"],
)
def test_words_that_do_not_say_how_often_promise_nothing(words: str) -> None:
    """What is vague is not guessed."""
    assert meetings_a_year(words) is None
