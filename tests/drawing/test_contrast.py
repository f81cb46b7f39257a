"""The built-in palette can be read: in colour, in grey, and by those who see fewer colours."""

from itertools import combinations

import pytest

from govgraph.drawing.contrast import Pair, contrast, luminance, pairs, too_faint
from govgraph.drawing.shapes.line_shapes import FORMS
from govgraph.drawing.theme_file import built_in_theme
from tests.drawing.colour_sight import MATRICES, distance

THEME = built_in_theme()


def test_black_on_white_is_the_greatest_contrast() -> None:
    """The measure runs from 1 to 21, whichever colour comes first."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#3d6491", "#3d6491") == pytest.approx(1)


def test_a_known_luminance() -> None:
    """The middle grey of sRGB has a fifth of the light of white."""
    assert luminance("#808080") == pytest.approx(0.2159, abs=0.0001)


@pytest.mark.parametrize("pair", list(pairs(THEME)), ids=lambda pair: f"{pair[0]} on {pair[2]}")
def test_every_pair_of_the_palette_is_far_enough_apart(pair: Pair) -> None:
    """Text has 4.5 to 1 with what is behind it, lines and edges 3 to 1."""
    _, colour, behind, needed = pair
    assert contrast(colour, behind) >= needed


def test_the_built_in_theme_is_not_too_faint() -> None:
    """The whole palette passes the test that other themes are put to."""
    assert too_faint(THEME) == ()


@pytest.mark.parametrize("sight", sorted(MATRICES))
@pytest.mark.parametrize(("one", "other"), list(combinations(THEME.lines, 2)))
def test_two_forms_of_line_never_differ_by_colour_alone(one: str, other: str, sight: str) -> None:
    """Lines that look alike in some sight have other dashes, ends or widths."""
    first, second = ((FORMS[style], THEME.lines[style]) for style in (one, other))  # type: ignore[index]
    alike = distance(first[1].colour, second[1].colour, sight) < 10
    drawn_alike = first[0] == second[0] and first[1].width == second[1].width
    assert not (alike and drawn_alike)


@pytest.mark.parametrize("sight", [None, *sorted(MATRICES)])
def test_the_three_severities_stand_out_from_white_in_any_sight(sight: str | None) -> None:
    """A badge is seen, whatever colours are; its form says how grave it is."""
    for severity in ("error", "warning", "information"):
        assert distance(getattr(THEME.findings, severity), "#ffffff", sight) > 40


@pytest.mark.parametrize("sight", [None, *sorted(MATRICES)])
def test_names_keep_their_distance_from_the_fill_in_any_sight(sight: str | None) -> None:
    """The words in a box are read in grey and with few colours."""
    for colours in (*THEME.bodies.values(), *THEME.changes.values()):
        assert distance(colours.text, colours.fill, sight) > 40
        assert distance(colours.label, colours.fill, sight) > 30


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ("#030303", 0.000911),
        ("#0a0a0a", 0.003035),
        ("#0b0b0b", 0.003347),
        ("#808080", 0.215861),
        ("#bcbcbc", 0.502886),
    ],
)
def test_luminance_is_that_of_the_srgb_curve(colour: str, expected: float) -> None:
    """On both sides of the place where its straight part ends, and far above."""
    assert luminance(colour) == pytest.approx(expected, abs=5e-7)
