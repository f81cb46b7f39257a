"""A drawing's places, told briefly, are the same places."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.reporting.page.svg_compaction import shorten_length, shorten_path, shorten_points

tenths = st.integers(-99_999, 99_999).map(lambda number: number / 10)
points = st.tuples(tenths, tenths)
commands = st.one_of(
    st.tuples(st.just("L"), st.tuples(points)),
    st.tuples(st.just("Q"), st.tuples(points, points)),
    st.tuples(st.just("C"), st.tuples(points, points, points)),
)


@given(points, st.lists(commands))
def test_a_path_leads_where_it_led(
    start: tuple[float, float], stretches: list[tuple[str, tuple[tuple[float, float], ...]]]
) -> None:
    """However its points are told: each curve ends where it ended, and bends as it bent."""
    path = "".join(
        letter + " ".join(f"{x} {y}" for x, y in through)
        for letter, through in [("M", (start,)), *stretches]
    )
    expected = [start]
    for _, through in stretches:
        expected += [point for point in through if len(through) > 1 or point != expected[-1]]
    led = read(shorten_path(path))
    assert len(led) == len(expected)
    for one, other in zip(led, expected, strict=True):
        assert one == pytest.approx(other, abs=0.01)


def read(path: str) -> list[tuple[float, float]]:
    """The points of a path one after another, whichever way they are told."""
    found: list[tuple[float, float]] = []
    here = (0.0, 0.0)
    for letter, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", path):
        lengths = [float(length) for length in re.findall(r"-?\d*\.?\d+", rest)]
        x, y = here if letter.islower() else (0.0, 0.0)
        if letter in "hH":
            through = [(x + lengths[0], here[1])]
        elif letter in "vV":
            through = [(here[0], y + lengths[0])]
        else:
            through = [
                (x + lengths[place], y + lengths[place + 1]) for place in range(0, len(lengths), 2)
            ]
        found += through
        here = through[-1]
    return found


@pytest.mark.parametrize(
    ("path", "short"),
    [
        ("M0.04 0L10 0H5V7.5Z", "M0 0h10H5v7.5z"),
        ("M1 1L1 1", "M1 1"),
        ("M5 5L6 6ZL9 5", "M5 5l1 1zh4"),
        ("M1 1A4 4 0 0 1 9 9", "M1 1A4 4 0 0 1 9 9"),
        ("M1.00 1.00l2.00 2.00", "M1.00 1.00l2.00 2.00"),
        ("M1 1L2", "M1 1L2"),
    ],
)
def test_what_is_not_understood_stays(path: str, short: str) -> None:
    """Arcs, steps that are told from point to point already, and what is no path."""
    assert shorten_path(path) == short


def test_a_line_is_told_whichever_way_is_shorter() -> None:
    """From the corner of the drawing or from the point before."""
    assert shorten_path("M1000 1000L1 2L1001 3") == "M1000 1000L1 2l1000 1"


def test_lengths_keep_their_units_and_corners_their_places() -> None:
    """Nothing is rounded that is not a plain number."""
    assert [shorten_length(each) for each in ("100%", "4.26", "0.04", "-1.0")] == [
        "100%", "4.3", "0", "-1",
    ]  # fmt: skip
    assert shorten_points("0,0 -1.50,2.25 .5,-.5") == "0 0-1.5 2.2 .5-.5"
