"""Lines out of pieces of bytes, however they are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.assistants.stdio_transport import split_lines


def lines_of(pieces: list[bytes], most: int) -> list[bytes | None]:
    """The lines that pieces make."""
    left = iter([*pieces, b""])
    return list(split_lines(lambda: next(left), most))


@given(st.binary(max_size=60), st.lists(st.integers(1, 7), max_size=60), st.integers(1, 9))
def test_lines_are_the_same_however_they_are_cut(
    content: bytes, cuts: list[int], most: int
) -> None:
    """A line that is too long is one None, and the next begins after its end."""
    content = content.replace(b"\x00", b"\n")
    pieces, left = [], content
    for cut in cuts:
        if left:
            pieces.append(left[:cut])
            left = left[cut:]
    pieces += [left] if left else []
    *whole, rest = content.split(b"\n")
    expected = [line if len(line) <= most else None for line in [*whole, *([rest] if rest else [])]]
    assert lines_of(pieces, most) == expected


@pytest.mark.parametrize("piece", [b"x" * 10, b"x" * 1000])
def test_a_line_without_end_is_not_kept(piece: bytes) -> None:
    """However long it goes on."""
    assert lines_of([piece] * 1000, 10) == [None]
