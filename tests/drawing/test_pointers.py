"""A body that is shown elsewhere is a small grey box with its name and where to look."""

from dataclasses import replace

from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.placement import Box
from govgraph.drawing.shapes.body_box import size_body
from govgraph.drawing.shapes.drawn_body import draw_body
from govgraph.drawing.sheets.description import describe
from govgraph.drawing.sheets.key_entries import find_key_entries
from tests.drawing.sample import THEME

TRUST = DiagramBody(
    "trust",
    "County Trust",
    "trust",
    "Trust board",
    "trust",
    "shadow",
    area="Hart",
    tier="County",
    meta=("Meets monthly",),
    chips=("CHAIR VACANT",),
    orphan=True,
    count=3,
    apex=True,
)
POINTED = TRUST.pointed("see page 2")


def test_it_says_its_name_and_where_it_is_shown() -> None:
    """Nothing else of it is repeated."""
    text = size_body(POINTED, THEME)
    assert [row.text for row in text.rows] == ["County Trust", "see page 2"]
    assert not text.chips


def test_it_is_smaller_than_the_body() -> None:
    """It leaves the room to the bodies of the sheet."""
    small, whole = size_body(POINTED, THEME), size_body(TRUST, THEME)
    assert small.width < whole.width
    assert small.height < whole.height / 2


def test_it_is_grey_and_plain() -> None:
    """Neither ring nor broken border nor stack: those belong to the box that it points to."""
    drawn = draw_body(POINTED, Box(0, 0, 120, 40), THEME, 10.5)
    assert THEME.changes["same"].fill in drawn
    assert "stroke-dasharray" not in drawn
    assert THEME.bodies["trust"].fill not in drawn


def test_it_keeps_its_tier() -> None:
    """The layout stands it where the body itself would stand."""
    assert (POINTED.id, POINTED.tier, POINTED.area) == ("trust", "County", None)


def test_the_key_does_not_explain_it() -> None:
    """Its words say what it is."""
    assert find_key_entries(Diagram("", bodies=(POINTED,))).forms == ()


def test_the_description_says_where_it_is_shown() -> None:
    """Whoever cannot see the sheet knows that there is more of it."""
    hart = DiagramBody("hart", "Hart")
    diagram = Diagram("", bodies=(hart, POINTED), lines=(DiagramLine("hart", "trust"),))
    assert "County Trust: see page 2." in describe(diagram)
    assert "see page 2" not in describe(replace(diagram, bodies=(hart, TRUST)))
