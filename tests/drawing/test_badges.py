"""A badge is told by its form, its colour and its number."""

import math
import re

import pytest

from govgraph.drawing.diagram import Severity
from govgraph.drawing.placement import Box
from govgraph.drawing.shapes.badges import NUMBER_SIZE, badge_side, draw_badge
from govgraph.drawing.text import measure
from tests.drawing.sample import THEME

BOX = Box(0, 0, badge_side(1), badge_side(1))


def test_each_severity_has_a_form_of_its_own() -> None:
    """Three corners, four corners, none."""
    forms = {
        severity: draw_badge(1, severity, BOX, THEME.findings)
        for severity in ("error", "warning", "information")
    }
    assert forms["error"].split('points="')[1].split('"')[0].count(",") == 3
    assert forms["warning"].split('points="')[1].split('"')[0].count(",") == 4
    assert forms["information"].startswith("<circle")


@pytest.mark.parametrize("severity", ["error", "warning", "information"])
@pytest.mark.parametrize("number", [1, 8, 10, 88, 128, 1000])
def test_the_number_fits_its_badge(severity: Severity, number: int) -> None:
    """A badge is as large as its number asks for; no number is smaller than another."""
    side = badge_side(number)
    drawn = draw_badge(number, severity, Box(0, 0, side, side), THEME.findings)
    text = re.search(r'y="([\d.]+)" font-size="([\d.]+)"', drawn)
    assert text is not None
    assert float(text[2]) == NUMBER_SIZE
    top = float(text[1]) - NUMBER_SIZE * 0.72
    assert measure(str(number), NUMBER_SIZE, "bold") < _inner_width(severity, side, top)


def _inner_width(severity: Severity, side: float, y: float) -> float:
    """How wide a form is at a height; of all of them the number is the widest thing inside."""
    if severity == "error":
        corner = side - 1.5
        return corner * min(1.0, (y - 0.75) / (corner * 0.93))
    half = side / 2
    if severity == "warning":
        return 2 * (half - 0.75 - abs(half - y))
    return 2 * math.sqrt((half * 0.92) ** 2 - (half - y) ** 2)
