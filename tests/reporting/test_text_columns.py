"""Tables as columns of text."""

import pytest

from govgraph.reporting.text_columns import (
    columns_as_text,
    fold,
    pad,
    text_width,
    without_empty_columns,
)


def test_a_column_goes_only_where_every_row_is_silent() -> None:
    """One row that says something keeps it."""
    heading, rows = ("role", "votes", "note"), [("chair", "", ""), ("member", "yes", "")]
    kept = (("role", "votes"), [("chair", ""), ("member", "yes")])
    assert without_empty_columns(heading, rows) == kept


def test_a_table_without_rows_has_no_columns() -> None:
    """Nothing is said in any of them."""
    assert without_empty_columns(("role",), []) == ((), [])


def test_a_long_sentence_is_folded_further_in() -> None:
    """Without a width it stays whole."""
    assert fold("  one two three four", 12) == "  one two\n      three\n      four"
    assert fold("  one two three four", None) == "  one two three four"


@pytest.mark.parametrize(
    ("text", "width"), [("Hart", 4), ("子ども家庭局", 12), ("Cafe\u0301", 4), ("ﾊﾛｰ", 3), ("", 0)]
)
def test_letters_are_as_wide_as_a_screen_shows_them(text: str, width: int) -> None:
    """Wide letters take two columns, accents none."""
    assert text_width(text) == width
    assert text_width(pad(text, 14)) == 14


def test_what_stands_in_a_tree_is_folded_along_its_rails() -> None:
    """So that the branches below it still hang where they hang."""
    assert fold("│   ├── One two three", 16).splitlines() == [
        "│   ├── One two",
        "│   │       three",
    ]
    assert fold("└── One two three", 14).splitlines() == ["└── One two", "        three"]


def test_a_word_longer_than_a_line_stays_whole() -> None:
    """An address is there to be copied."""
    assert fold("see https://example.org/a/b/c now", 10).splitlines()[1].strip().startswith("https")


def test_a_table_with_wide_letters_is_aligned() -> None:
    """The second column begins in one place on the screen."""
    lines = columns_as_text(("id", "kind"), [("子ども", "board"), ("hart", "trust")])
    assert lines == ["id      kind", "子ども  board", "hart    trust"]


def test_a_table_that_is_too_wide_breaks_its_widest_cells() -> None:
    """The narrow ones stay as they are."""
    lines = columns_as_text(("id", "name"), [("hart", "Hart Local Partnership of Schools")], 24)
    assert lines == ["id    name", "hart  Hart Local", "      Partnership of", "      Schools"]
