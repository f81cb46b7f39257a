"""Each form of line is drawn as the design says."""

import pytest

from govgraph.drawing.diagram import PLAIN, LineStyle, Look
from govgraph.drawing.shapes.line_ends import SETBACK, draw_mark
from govgraph.drawing.shapes.line_shapes import (
    FORMS,
    draw_casing,
    draw_line,
    shortened,
    way,
    with_look,
)
from tests.drawing.sample import THEME

BENT = ((0.0, 100.0), (0.0, 50.0), (80.0, 50.0), (80.0, 0.0))


def test_only_lines_of_account_are_thick_and_solid() -> None:
    """The one rule of reading on the sheet."""
    solid = {style for style, form in FORMS.items() if form.dashes is None}
    thick = {style for style in solid if THEME.lines[style].width >= 2}
    assert thick == {"accountable"}


def test_no_two_forms_have_the_same_ends_and_dashes() -> None:
    """Printed in grey, the seven are still seven."""
    assert len(set(FORMS.values())) == len(FORMS)


@pytest.mark.parametrize("style", sorted(FORMS))
def test_a_proposed_line_is_hollow_with_the_same_head(style: LineStyle) -> None:
    """White inside, the same mark at its end."""
    active = draw_line(FORMS[style], "active", BENT, THEME.lines[style])
    proposed = draw_line(FORMS[style], "proposed", BENT, THEME.lines[style])
    head = draw_mark(FORMS[style].head, BENT[-1], -1.5707963267948966, THEME.lines[style].colour)
    assert 'stroke="#ffffff"' in proposed.replace(head, "")
    assert head in active
    assert head in proposed


def test_a_line_that_has_ended_bears_a_cross() -> None:
    """One stroke more, on the longest stretch."""
    colours = THEME.lines["reports"]
    ended = draw_line(FORMS["reports"], "ended", BENT, colours)
    assert ended.startswith(draw_line(FORMS["reports"], "active", BENT, colours))
    assert "M36.4 46.4L43.6 53.6M36.4 53.6L43.6 46.4" in ended


def test_the_casing_is_wider_than_the_line() -> None:
    """White looks out on both sides."""
    colours = THEME.lines["accountable"]
    assert 'stroke-width="5.6"' in draw_casing(FORMS["accountable"], "active", BENT, colours)
    assert 'stroke-width="8.2"' in draw_casing(FORMS["accountable"], "proposed", BENT, colours)


def test_a_line_stops_before_its_mark() -> None:
    """The triangle is not blunted by the line's own end."""
    assert shortened(((0, 100), (0, 0)), 0, SETBACK["triangle"])[-1] == (0, 9)


def test_a_line_shorter_than_its_mark_ends_where_it_begins() -> None:
    """It never runs backwards."""
    assert shortened(((0, 5), (0, 0)), 0, 9) == ((0, 5), (0, 5))


def test_corners_are_rounded() -> None:
    """Two corners, two curves."""
    assert way(BENT) == "M0 100L0 55Q0 50 5 50L75 50Q80 50 80 45L80 0"


def test_a_corner_without_room_is_rounded_less() -> None:
    """The curve takes half of the shorter stretch at the most."""
    assert way(((0, 0), (0, 4), (50, 4))) == "M0 0L0 2Q0 4 2 4L50 4"


def test_two_corners_in_one_place_do_no_harm() -> None:
    """A stretch without length is drawn as none."""
    assert way(((0, 0), (0, 10), (0, 10), (0, 20))) == "M0 0L0 10Q0 10 0 10L0 10Q0 10 0 10L0 20"


def test_a_mark_points_along_its_line() -> None:
    """A vee that goes left opens to the right."""
    drawn = draw_mark("vee", (10, 10), 3.141592653589793, "#000000")
    assert 'points="18.5,5.6 10.4,10 18.5,14.4"' in drawn


def test_no_mark_draws_nothing() -> None:
    """Part-of has no end."""
    assert draw_mark("none", (0, 0), 0, "#000000") == ""


def test_a_look_takes_the_place_of_dashes_and_ends() -> None:
    """Of a form with marks at both ends it is that of both."""
    form = with_look("liaison", Look("dotted", "dot"))
    assert (form.dashes, form.dotted, form.head, form.tail) == ("0.1 4.2", True, "dot", "dot")
    form = with_look("support", Look(end="arrow"))
    assert (form.dashes, form.head, form.tail) == (FORMS["support"].dashes, "vee", "none")
    assert with_look("accountable", Look(end="triangle")).head == "triangle"
    assert with_look("part", PLAIN) == FORMS["part"]
