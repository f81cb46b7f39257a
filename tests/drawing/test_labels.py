"""The small texts of a drawing fit their boxes."""

import re

import pytest

from govgraph.drawing.placement import AreaOutline, Box, ScopeLabel
from govgraph.drawing.sheets.labels import (
    draw_area,
    draw_scope,
    draw_tier,
    size_area_label,
    size_scope,
)
from govgraph.drawing.text import measure
from tests.drawing.sample import THEME

LONG = "Basingstoke and Deane together with Hart and Rushmoor"


def test_a_long_area_name_wraps() -> None:
    """Narrower means higher, and it is drawn on as many lines as it was sized for."""
    width, height = size_area_label(LONG, THEME, 120)
    assert width <= 120
    assert height > size_area_label("Hart", THEME)[1]
    outline = AreaOutline(LONG, Box(0, 0, 300, 300), Box(10, -10, 10 + width, height - 10))
    assert draw_area(outline, THEME).count("<text") == round((height - 3.2) / 10.8)


def test_a_scope_is_drawn_on_the_lines_it_was_sized_for() -> None:
    """Layout and sheet speak of the same lines."""
    lines, (width, height) = size_scope("on the impact of jointly commissioned services", THEME)
    drawn = draw_scope(ScopeLabel(0, Box(0, 0, width, height), lines), THEME)
    assert drawn.count("<text") == len(lines) > 1


def test_a_tier_is_written_in_full_where_its_smallest_letters_fit() -> None:
    """With a little air at both ends."""
    least = measure("NEIGHBOURHOOD", 6.5, "bold", 6.5 * 0.13) + 6.1
    assert ">NEIGHBOURHOOD</text>" in draw_tier("Neighbourhood", Box(0, 0, 15, least), THEME)


@pytest.mark.parametrize("height", [26, 40])
def test_a_tier_without_room_is_cut_short(height: float) -> None:
    """Never beyond its strip, and the cut is shown."""
    assert "…</text>" in draw_tier("Neighbourhood", Box(0, 0, 17, height), THEME)


def test_a_strip_without_room_for_a_letter_stays_empty() -> None:
    """Half a letter says nothing."""
    assert "<text" not in draw_tier("Neighbourhood", Box(0, 0, 17, 9), THEME)


def test_a_tier_too_long_for_one_line_takes_two() -> None:
    """Two lines of the smallest letters fit a strip, and say more than a name cut short."""
    drawn = draw_tier("Local neighbourhood", Box(0, 0, 15, 100), THEME)
    assert re.findall(r">([^<]+)</text>", drawn) == ["LOCAL", "NEIGHBOURHOOD"]


def test_the_name_of_an_upright_band_stands_level() -> None:
    """It is read without turning the head."""
    drawn = draw_tier("District", Box(0, 0, 100, 15), THEME, upright=True)
    assert ">DISTRICT</text>" in drawn
    assert "rotate" not in drawn
