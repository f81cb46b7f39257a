"""A badge is told by its form, its colour and its number."""

import re

import pytest

from govgraph.drawing.diagram import Severity
from govgraph.drawing.placement import Box
from govgraph.drawing.strokes.badges import BADGE, draw_badge
from govgraph.drawing.text import measure
from tests.drawing.sample import THEME

BOX = Box(0, 0, BADGE, BADGE)


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
    """A number of several digits is smaller."""
    drawn = draw_badge(number, severity, BOX, THEME.findings)
    size = re.search(r'font-size="([\d.]+)"', drawn)
    assert size is not None
    assert measure(str(number), float(size[1]), "bold") < BADGE * 0.72
