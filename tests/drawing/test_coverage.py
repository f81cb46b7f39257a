"""The picture of coverage says every state in a form and in words, and can be read."""

import re
from dataclasses import replace
from itertools import combinations

import pytest

from govgraph.analysis.membership import Cover, find_membership
from govgraph.drawing.contrast import LINE, contrast
from govgraph.drawing.coverage.coverage_marks import cover_colour, draw_mark
from govgraph.drawing.coverage.coverage_sheet import MOST_ACROSS, describe_coverage, draw_coverage
from govgraph.drawing.coverage.matrix import MEANINGS, CoveragePicture, build_coverage_picture
from govgraph.drawing.outputs.raster import draw_png
from govgraph.drawing.placement import Box
from govgraph.drawing.theme_file import built_in_theme
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.dates import PartialDate
from govgraph.model.requirements import Partner, Requirement, Selector
from govgraph.model.sources import Citation, Source
from govgraph.model.standpoint import Standpoint
from tests.drawing.reading import outside, overlapping, texts
from tests.golden_files import by_element, hold
from tests.seated import seated

THEME = built_in_theme()
LONG = "Organisations of the community and of the voluntary sector, whichever they may be"
SEATS = (
    "trust: member ? for Police",
    "trust: member nobody for GP",
    "trust: member ? for PCT",
    "trust: adviser ? for Schools",
    "hart: chair ? for Schools",
)
PARTNERS = ("Police", "GP", "Primary Care Trust", "Schools", "Probation", LONG)


def picture(text: str = "trust; hart", *requirements: Requirement) -> CoveragePicture:
    """The picture of a structure with every state of a partner."""
    asked = requirements or (
        Requirement(
            id="partners",
            title="Relevant partners",
            seats_for=tuple(Partner(name=name) for name in PARTNERS),
            from_=PartialDate(2009),
            cites=(Citation(source="act", at="s.10"), Citation(source="act", at="s.12A")),
        ),
    )
    source = Source(id="act", title="An Act", date=PartialDate(2004))
    made = replace(seated(text, *SEATS), title="A county", requirements=asked, sources=(source,))
    graph = AccountabilityGraph(made, Standpoint(as_at=PartialDate(2010)))
    return build_coverage_picture(graph, find_membership(graph))


def test_every_cell_says_its_state_in_words() -> None:
    """Bodies across, partners down."""
    (matrix,) = picture().matrices
    (section,) = matrix.sections
    assert matrix.bodies == (("Trust", "Body"), ("Hart", "Body"))
    assert [(partner, [cell.words for cell in cells]) for partner, cells in section.rows] == [
        ("Police", ["seat", "not recorded"]),
        ("GP", ["vacant seat", "not recorded"]),
        ("Primary Care Trust", ["perhaps: PCT", "not recorded"]),
        ("Schools", ["seat: adviser", "seat: chair"]),
        ("Probation", ["missing", "not recorded"]),
        (LONG, ["missing", "not recorded"]),
    ]


def test_totals_count_seats_and_say_which_are_vacant() -> None:
    """A near match is not counted."""
    (section,) = picture().matrices[0].sections
    assert section.totals == ("3 of 6 have a seat, 1 vacant", "1 of 6 have a seat")


def test_no_total_where_nothing_is_recorded() -> None:
    """Nought of six would say too much."""
    (section,) = picture("lsp").matrices[0].sections
    assert section.totals == ("no membership recorded",)


def test_a_requirement_says_from_when_and_on_whose_word() -> None:
    """Dates, basis, and the paper with every place in it."""
    (section,) = picture().matrices[0].sections
    assert section.says == "from 2009, stated in An Act (s.10, s.12A)"
    assert picture().sources == ("An Act, 2004",)


def test_requirements_of_the_same_bodies_share_a_table() -> None:
    """Others have a table of their own; those without a body are named below."""
    police = (Partner(name="Police"),)

    def asked(id_: str, *bodies: str, until: int = 2011) -> Requirement:
        where = Selector(id=bodies)
        return Requirement(id=id_, applies_to=where, seats_for=police, until=PartialDate(until))

    shown = picture(
        "trust; hart",
        asked("first", "trust"),
        asked("second", "hart"),
        asked("third", "trust"),
        asked("past", "trust", until=2008),
        asked("nowhere", "lsp"),
    )
    titles = [[section.title for section in matrix.sections] for matrix in shown.matrices]
    assert titles == [["first", "third"], ["second"]]
    assert shown.left_out == (
        "Not shown (not in force on that day): past.",
        "Not shown (no body to apply to): nowhere.",
    )


def test_the_sheet_can_be_read() -> None:
    """No word leaves the sheet or lies upon another, however long."""
    svg, (width, height) = draw_coverage(picture(), THEME)
    found = texts(svg)
    assert found
    assert outside(found, Box(0, 0, width, height)) == []
    assert overlapping(found) == []


def test_coverage_is_drawn_as_before() -> None:
    """Every state in its cell, and the key to them."""
    hold("coverage.svg", by_element(draw_coverage(picture(), THEME)[0]))


def test_many_bodies_go_on_below() -> None:
    """Eight side by side; the partners stand again beside the rest."""
    bodies = "; ".join(f"body-{n:02}" for n in range(MOST_ACROSS + 3))
    svg, (width, height) = draw_coverage(picture(bodies), THEME)
    found = texts(svg)
    assert sum(text.words == "Primary Care Trust" for text in found) == 2
    assert outside(found, Box(0, 0, width, height)) == []
    assert overlapping(found) == []


def test_the_key_explains_what_is_used_and_no_more() -> None:
    """One entry a state that occurs."""
    svg, _ = draw_coverage(picture("lsp"), THEME)
    words = {text.words for text in texts(svg)}
    assert MEANINGS[Cover.UNRECORDED] in words
    assert not words & {MEANINGS[cover] for cover in Cover if cover is not Cover.UNRECORDED}


def test_a_sheet_without_requirements_is_still_a_sheet() -> None:
    """What is not shown is said."""
    svg, _ = draw_coverage(picture("trust", Requirement(id="past", until=PartialDate(2008))), THEME)
    assert any("Not shown" in text.words for text in texts(svg))


def test_who_cannot_see_it_is_told_every_cell() -> None:
    """The description says each partner and each body."""
    said = " ".join(describe_coverage(picture()))
    assert "Relevant partners, Trust, 3 of 6 have a seat, 1 vacant: Police: seat;" in said
    svg, _ = draw_coverage(picture(), THEME)
    assert 'role="img"' in svg
    assert re.search(r"<desc[^>]*>Relevant partners, Trust", svg)


@pytest.mark.parametrize("pair", list(combinations(Cover, 2)))
def test_no_two_marks_have_the_same_form(pair: tuple[Cover, Cover]) -> None:
    """Drawn in one colour they still differ."""
    one, other = (draw_mark(cover, 0, 0, "#000000") for cover in pair)
    assert one != other


@pytest.mark.parametrize("cover", list(Cover))
def test_a_mark_stands_out_from_the_paper(cover: Cover) -> None:
    """At least three to one."""
    assert contrast(cover_colour(cover, THEME), THEME.page.background) >= LINE


def test_the_same_picture_gives_the_same_bytes() -> None:
    """And they make a PNG."""
    svg, size = draw_coverage(picture(), THEME)
    assert (svg, size) == draw_coverage(picture(), THEME)
    assert draw_png(svg, size, 72).startswith(b"\x89PNG")
