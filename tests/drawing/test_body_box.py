"""A body's box is as large as its words ask for, and its words stay inside it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.drawing.diagram import DiagramBody
from govgraph.drawing.shapes.body_box import NAME_SIZE, chip_words, size_body
from govgraph.drawing.text import measure
from tests.drawing.sample import BODIES, THEME

PLAIN = DiagramBody("hart", "Hart Local Children’s Partnership", kind_label="Partnership")


def test_the_kind_is_always_printed_in_words() -> None:
    """Colour and form never carry the meaning alone."""
    for body in BODIES:
        rows = size_body(body, THEME).rows
        assert " ".join(row.text for row in rows if row.role == "kind") == body.kind_label


def test_a_narrow_box_is_higher() -> None:
    """A name that may not run on wraps."""
    broad, narrow = size_body(PLAIN, THEME), size_body(PLAIN, THEME, max_width=90)
    assert narrow.width <= 90 < broad.width
    assert narrow.height > broad.height


def test_a_smaller_name_makes_everything_smaller() -> None:
    """Kind and small lines follow the size of the name."""
    small = size_body(PLAIN, THEME, name_size=8)
    assert small.height < size_body(PLAIN, THEME).height
    assert [row.size for row in small.rows] < [row.size for row in size_body(PLAIN, THEME).rows]


def test_a_wider_font_asks_for_more_room() -> None:
    """An authority's font may be wider than Arial."""
    wide = replace(THEME, fonts=replace(THEME.fonts, wider=1.1))
    assert size_body(PLAIN, wide).width > size_body(PLAIN, THEME).width


def test_status_count_and_vacancies_are_chips() -> None:
    """They stand in that order, in capitals."""
    body = replace(PLAIN, status="shadow", count=20, count_is_about=True, chips=("CHAIR VACANT",))
    assert chip_words(body) == (
        ("SHADOW", "status"),
        ("ABOUT 20 BODIES", "count"),
        ("CHAIR VACANT", "vacancy"),
    )


def test_an_active_body_without_vacancies_has_no_chips() -> None:
    """Only what is out of the ordinary is framed."""
    assert size_body(PLAIN, THEME).chips == ()


def test_chips_that_do_not_fit_beside_each_other_stand_below() -> None:
    """Three chips in a narrow box take three rows."""
    body = replace(PLAIN, status="proposed", chips=("CHAIR VACANT", "3 SEATS VACANT"))
    heights = [chip.y for chip in size_body(body, THEME, max_width=100).chips]
    assert heights == sorted(set(heights))


WORDS = st.text(st.sampled_from("HartŵLlô&WM"), max_size=11)
NAMES = st.lists(WORDS, max_size=7).map(
    " ".join
)  # where a word is parted, more room may part it less


@given(NAMES, st.sampled_from(BODIES), st.floats(60, 240), st.floats(0, 120))
def test_asked_again_with_a_larger_box_it_fits_that_box(
    name: str, form: DiagramBody, width: float, more: float
) -> None:
    """The sheet may draw into any box that is no smaller than layout was told."""
    body = replace(form, name=name)
    first = size_body(body, THEME, max_width=width)
    again = size_body(body, THEME, max_width=first.width + more)
    assert again.width <= first.width + more + 0.011
    assert again.height <= first.height + 0.011


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.id)
def test_every_row_and_chip_lies_inside_the_box(body: DiagramBody) -> None:
    """No text outside its box, in no form."""
    text = size_body(body, THEME, NAME_SIZE, 120)
    for row in text.rows:
        wide = measure(row.text, row.size, row.weight)
        assert wide / 2 + abs(text.middle) <= text.width / 2
        assert 0 < row.baseline <= text.content_height
    for chip in text.chips:
        assert -text.width / 2 <= text.middle + chip.x
        assert text.middle + chip.x + chip.width <= text.width / 2
    assert text.content_height + 2 * abs(text.lowered) <= text.height


LONG = DiagramBody(
    "long",
    "Countywide Safeguarding Partnerships",
    kind_label="Intergovernmental arrangements",
    meta=("Chair: Featherstonehaugh", "Meets fortnightly"),
    chips=("CHAIR VACANT",),
)


@pytest.mark.parametrize("width", [0, 60, 80, 96, 120, 165])
@pytest.mark.parametrize("body", [*BODIES, LONG], ids=lambda body: body.id)
def test_no_word_is_broken_however_narrow_the_box_is_asked_to_be(
    body: DiagramBody, width: float
) -> None:
    """The box is as wide as its longest word."""
    rows = size_body(body, THEME, max_width=width).rows
    for role, text in (("kind", body.kind_label), ("name", body.name)):
        assert " ".join(row.text for row in rows if row.role == role) == text


@pytest.mark.parametrize("body", [*BODIES, LONG], ids=lambda body: body.id)
def test_letters_print_at_six_and_a_half_points_when_names_do_at_eight(body: DiagramBody) -> None:
    """A drawing is shrunk no further than to names of 8 points."""
    text = size_body(body, THEME)
    sizes = [row.size for row in text.rows] + [chip.size for chip in text.chips]
    assert min(sizes) * 8 / NAME_SIZE >= 6.5


def test_no_kind_takes_no_line() -> None:
    """Where the file does not say what a body is, neither does its box."""
    roles = [row.role for row in size_body(replace(PLAIN, kind_label=""), THEME).rows]
    assert set(roles) == {"name"}


def test_short_remarks_share_a_line_where_the_box_is_wide_enough() -> None:
    """They make it no wider."""
    wide = replace(PLAIN, meta=("Meets yearly", "Chair: Jo"))
    apart = replace(PLAIN, name="Hart", meta=wide.meta)
    assert [row.text for row in size_body(wide, THEME).rows][-1] == "Meets yearly · Chair: Jo"
    assert [row.text for row in size_body(apart, THEME).rows][-2:] == list(wide.meta)
