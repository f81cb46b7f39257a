"""Tables as columns of text."""

from govgraph.reporting.text_columns import without_empty_columns


def test_a_column_goes_only_where_every_row_is_silent() -> None:
    """One row that says something keeps it."""
    heading, rows = ("role", "votes", "note"), [("chair", "", ""), ("member", "yes", "")]
    kept = (("role", "votes"), [("chair", ""), ("member", "yes")])
    assert without_empty_columns(heading, rows) == kept


def test_a_table_without_rows_has_no_columns() -> None:
    """Nothing is said in any of them."""
    assert without_empty_columns(("role",), []) == ((), [])
