"""Papers are found by the names people use."""

import pytest

from govgraph.drawing.paper import FREE, find_paper
from govgraph.errors import SettingsError


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [
        ("A4", 841.89, 595.28),
        ("a4-portrait", 595.28, 841.89),
        ("A3 landscape", 1190.55, 841.89),
        ("A2_portrait", 1190.55, 1683.78),
    ],
)
def test_a_paper_is_landscape_unless_said(name: str, width: float, height: float) -> None:
    """Sizes are those of ISO 216, in points."""
    paper = find_paper(name)
    assert (paper.width, paper.height) == (width, height)
    assert not paper.is_free


@pytest.mark.parametrize("name", ["free", "Screen"])
def test_a_free_paper_has_no_size(name: str) -> None:
    """It grows with the drawing."""
    assert find_paper(name) is FREE
    assert FREE.is_free


@pytest.mark.parametrize(
    "name", ["", "letter", "A4 sideways", "A4 portrait twice", "free portrait"]
)
def test_an_unknown_paper_names_the_known_ones(name: str) -> None:
    """The message says what is allowed."""
    with pytest.raises(SettingsError, match="allowed: A5, A4, A3"):
        find_paper(name)
