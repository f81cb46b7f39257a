"""The sizes that the footer of a Parquet file says."""

import io
from contextlib import suppress
from functools import cache

import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.formats.parquet_footer import FooterError, unpacked_size


def content_of(frame: polars.DataFrame, rows: int = 1000) -> bytes:
    """A file of Parquet."""
    out = io.BytesIO()
    frame.write_parquet(out, row_group_size=rows)
    return out.getvalue()


@pytest.mark.parametrize("rows", [10, 1000])
def test_it_says_what_cells_come_to(rows: int) -> None:
    """In one group of rows or in several, however small they are packed."""
    numbers = polars.DataFrame({"a": range(100), "b": [float(each) for each in range(100)]})
    assert unpacked_size(content_of(numbers, rows)) >= 100 * 2 * 8
    long = polars.DataFrame({"a": ["x" * 100_000]})
    assert 100_000 <= unpacked_size(content_of(long)) < 200_000


def test_what_nobody_asks_for_is_passed_over() -> None:
    """A map of two numbers to words, and an empty one, before the groups of rows."""
    maps = b"\x1b\x02\x68\x02\x01a\x04\x02bc" + b"\x1b\x00"
    groups = b"\x29\x1c" + b"\x26\xd0\x0f" + b"\x00"
    footer = maps + groups + b"\x00"
    assert unpacked_size(footer + len(footer).to_bytes(4, "little") + b"PAR1") == 1000


def test_an_empty_table_comes_to_nothing() -> None:
    """It has no rows, whatever columns."""
    assert unpacked_size(content_of(polars.DataFrame({"a": [], "b": []}))) < 100


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it has no footer"),
        (b"PAR1", "it has no footer"),
        (b"\xff\xff\x00\x00PAR1", "longer than the file"),
        (b"\x19\x01\x00\x00\x00PAR1", "ends too soon"),
        (b"\x18\xff\x7f\x03\x00\x00\x00PAR1", "ends too soon"),
        (b"\x16" + b"\x80" * 40 + b"\x29\x00\x00\x00PAR1", "a number without end"),
        (b"\x1d\x01\x00\x00\x00PAR1", "no Thrift"),
        (b"\x1c" * 40 + b"\x28\x00\x00\x00PAR1", "too deep within itself"),
    ],
)
def test_a_damaged_footer_is_said(content: bytes, said: str) -> None:
    """In words."""
    with pytest.raises(FooterError, match=said):
        unpacked_size(content)


@cache
def whole() -> bytes:
    """A file of a few groups of rows; Polars is not used before a test runs."""
    return content_of(polars.DataFrame({"a": ["x"] * 50, "b": range(50)}), rows=20)


@given(st.integers(0), st.binary(min_size=1, max_size=4))
def test_no_damage_is_a_traceback(place: int, damage: bytes) -> None:
    """A footer with other bytes in it says something, or that it cannot be read."""
    at = place % len(whole())
    content = whole()[:at] + damage + whole()[at + len(damage) :]
    with suppress(FooterError):
        assert unpacked_size(content) >= 0
