"""One of anything is never several: lists, counts and the verbs that go with them."""

import re
from pathlib import Path

import pytest

import govgraph
from govgraph.wording.lists import agree, count_words, join_words, plural_of

CODE = Path(govgraph.__file__).parent
NOUNS = (
    "bodies|findings|relations|seats|rows|sources|people|chains|lines|records|files|steps|"
    "names|posts|statements|others|things|times|places|pages|sheets|days|years|errors|warnings"
)


@pytest.mark.parametrize(
    ("noun", "several"),
    [
        ("body", "bodies"),
        ("key", "keys"),
        ("further point", "further points"),
        ("kind of body", "kinds of body"),
        ("person", "people"),
        ("match", "matches"),
        ("apex", "apexes"),
        ("line of account", "lines of account"),
    ],
)
def test_several_of_a_noun(noun: str, several: str) -> None:
    """Whatever it ends with, and whatever follows it."""
    assert plural_of(noun) == several
    assert count_words(1, noun) == f"1 {noun}"
    assert count_words(1_000, noun) == f"1,000 {several}"
    assert count_words(0, noun) == f"0 {several}"


def test_a_list_in_a_sentence() -> None:
    """Nothing, one, two, several, and more than are named."""
    assert join_words([]) == ""
    assert join_words(["a"]) == "a"
    assert join_words("ab") == "a and b"
    assert join_words("abc", last="or") == "a, b or c"
    assert join_words("abcdef") == "a, b, c, d, e and 1 other"
    assert join_words("abcdefgh", most=None) == "a, b, c, d, e, f, g and h"


def test_a_verb_goes_with_its_number() -> None:
    """By a count or by what is counted; nothing is several."""
    assert [agree(number, "is", "are") for number in (0, 1, 2)] == ["are", "is", "are"]
    assert agree(["one"], "answers", "answer") == "answers"


def test_nobody_counts_in_a_plural_of_their_own() -> None:
    """What is counted goes through `count_words`: `1 bodies` cannot come of it.

    `{...} bodies` in an f-string is allowed only where one of them cannot be.
    """
    counted = re.compile(
        rf'f"[^"]*\{{(?:len\([^}}]*\)|[a-z_.]*(?:count|number|total))(?::,)?\}} ({NOUNS})\b'
    )
    found = {
        (path.name, match[1])
        for path in CODE.rglob("*.py")
        for match in counted.finditer(path.read_text(encoding="utf-8"))
    }
    never_one = {
        ("bods_series.py", "others"),
        ("bods_series.py", "statements"),
        ("format_catalogue.py", "things"),
        ("ledger.py", "times"),
        ("listed_findings.py", "times"),
        ("organogram_posts.py", "posts"),
        ("people_text.py", "seats"),
        ("registers.py", "findings"),
        ("timeline_labels.py", "bodies"),
    }
    assert found <= never_one
