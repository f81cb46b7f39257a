"""Ends of relations become numbers batch by batch, whoever has to be looked at once more."""

from unittest.mock import patch

import polars as pl
import pytest

from govgraph.registers.reading import relation_ends
from govgraph.registers.reading.frames import FIRST_SEED, SECOND_SEED, hashes_of
from govgraph.registers.reading.hashed_identifiers import UNKNOWN, number_identifiers
from govgraph.registers.reading.relation_ends import ENDS, Ends

BATCHES = (
    [("b", "a"), (" b", "a "), ("b", None), ("nobody", "a")],
    [("a", "b"), ("a", "b")],
    [("  ", "b"), ("a", "nowhere "), ("b", "c")],
)
NUMBERS = {
    "from": [1, 1, 1, UNKNOWN, 0, 0, UNKNOWN, 0, 1],
    "to": [0, 0, UNKNOWN, 0, 1, 1, 1, UNKNOWN, 2],
}


def with_hashes(frame: pl.DataFrame) -> pl.DataFrame:
    """The same with both hashes of every column, as a table is read."""
    return frame.with_columns(
        pl.col(column).hash(seed).alias(f"{column} {number}")
        for column in frame.columns
        for number, seed in enumerate((FIRST_SEED, SECOND_SEED), 1)
    )


@pytest.mark.parametrize("many", [1, 2, 3, 100])
def test_ends_are_numbered_whenever_they_are_looked_at_again(many: int) -> None:
    """After each batch, after some, or in the end: the same numbers, gaps and strangers."""
    identifiers = number_identifiers(
        *hashes_of(with_hashes(pl.DataFrame({"id": ["a", "b", "c"]})), "id")
    )
    ends = Ends(identifiers)
    with patch.object(relation_ends, "MANY", many):
        for rows in BATCHES:
            ends.take(
                with_hashes(pl.DataFrame(rows, schema=dict.fromkeys(ENDS, pl.String), orient="row"))
            )
        ends.finish()
    assert {end: ends.numbers(end).tolist() for end in ENDS} == NUMBERS
    assert {end: ends.missing(end).tolist() for end in ENDS} == {"from": [6], "to": [2]}
    assert ends.strangers().rows() == [
        (2, "b", None),
        (3, "nobody", "a"),
        (6, None, "b"),
        (7, "a", "nowhere"),
    ]
