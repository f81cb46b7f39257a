"""How a table of a structure ends: with how many it lists."""

from __future__ import annotations

import pytest

from govgraph.reporting.listing import TABLES, Listing, listing_as_text


@pytest.mark.parametrize(
    ("what", "one", "none"),
    [
        ("bodies", "1 body", "0 bodies"),
        ("relations", "1 relation", "0 relations"),
        ("seats", "1 seat", "0 seats"),
        ("people", "1 person", "0 people"),
        ("sources", "1 source", "0 sources"),
    ],
)
def test_one_is_not_counted_as_several(what: str, one: str, none: str) -> None:
    """The number and the noun agree."""
    columns = TABLES[what][0]
    row = tuple("x" for _ in columns)
    assert listing_as_text(Listing(what, columns, (row,), ({},))).splitlines()[-1] == one
    assert listing_as_text(Listing(what, columns, (), ())).splitlines()[-1] == none


def test_every_table_is_counted() -> None:
    """None is forgotten."""
    for what, (columns, *_) in TABLES.items():
        assert listing_as_text(Listing(what, columns, (), ())).endswith(f"0 {what}")
