"""A sheet is a whole SVG document on its paper."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from govgraph.drawing.diagram import Diagram
from govgraph.drawing.paper import FREE, Paper, find_paper
from govgraph.drawing.placement import Band, Placement
from govgraph.drawing.sheets.description import describe
from govgraph.drawing.sheets.frame import LARGEST, Folio, candidate_rooms, frame_sheet
from govgraph.drawing.sheets.sheet import draw_sheet
from tests.drawing.reading import overlapping, texts
from tests.drawing.sample import DIAGRAM, THEME, placement

A4 = find_paper("A4")
SVG = "{http://www.w3.org/2000/svg}"


def _sheet(paper: str = "A4", folio: Folio = Folio()) -> ET.Element:  # noqa: B008 - a value
    drawn = draw_sheet(DIAGRAM, placement(), find_paper(paper), THEME, folio)
    return ET.fromstring(drawn)  # noqa: S314 - our own document


def _room(diagram: Diagram, *, upright: bool = False) -> tuple[float, float]:
    """What an A4 leaves for the drawing in its plainest arrangement."""
    return candidate_rooms(diagram, A4, THEME, Folio(), upright=upright)[0][1]


def test_a_sheet_has_the_size_of_its_paper() -> None:
    """In points, so that it prints at full size."""
    root = _sheet("A3-portrait")
    assert (root.get("width"), root.get("height")) == ("841.89pt", "1190.55pt")
    assert root.get("viewBox") == "0 0 841.89 1190.55"


def test_a_sheet_is_an_image_with_title_and_description() -> None:
    """Title and description are named by the picture, and say all of it."""
    root = _sheet()
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert root.get("lang") == "en-GB"
    assert title.text == DIAGRAM.title
    shown = replace(DIAGRAM, left_out=(*DIAGRAM.left_out, "Drawn by hand."))
    assert description.text == describe(shown)


def test_two_sheets_may_stand_in_one_page() -> None:
    """No identifier of one is that of the other."""
    first, second = (_sheet(folio=Folio(place, 2)) for place in (1, 2))
    ids = [{element.get("id") for element in root.iter()} - {None} for root in (first, second)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_the_same_input_gives_the_same_bytes() -> None:
    """No clock and no chance."""
    assert ET.tostring(_sheet()) == ET.tostring(_sheet())


def test_everything_is_on_the_sheet() -> None:
    """Bodies, lines with their sentences, badges, tiers, the area, the scope, the notes."""
    root = _sheet()
    words = " ".join(element.text or "" for element in root.iter(f"{SVG}text"))
    for text in ("COUNTY", "LOCALITY", "Hart", "on impact", "CHAIR VACANT", "Drawn by hand."):
        assert text in words
    bodies = {
        group.get("data-id") for group in root.iter(f"{SVG}g") if group.get("class") == "gg-body"
    }
    assert bodies == {body.id for body in DIAGRAM.bodies}
    lines = [
        group for group in root.iter(f"{SVG}g") if (group.get("class") or "").startswith("gg-line")
    ]
    assert len(lines) == len(DIAGRAM.lines)
    badges = [group for group in root.iter(f"{SVG}g") if group.get("class") == "gg-finding"]
    assert len(badges) == 3


def test_lines_of_account_lie_on_top() -> None:
    """They are drawn last, so that they part the others where they cross."""
    drawn = [
        (group.get("class") or "")
        for group in _sheet().iter(f"{SVG}g")
        if (group.get("class") or "").startswith("gg-line")
    ]
    assert set(drawn[-3:]) == {"gg-line gg-accountable"}


@pytest.mark.parametrize("paper", ["A4", "A4-portrait", "A3", "A2-portrait"])
def test_nothing_lies_outside_the_paper(paper: str) -> None:
    """Head, drawing and foot follow one another within the margins."""
    found = find_paper(paper)
    frame = frame_sheet(DIAGRAM, found, THEME, Folio(), ("Drawn by hand.",))
    assert found.width is not None
    assert found.height is not None
    assert frame.room.x1 <= found.width - found.margin
    assert found.margin + frame.header.height < frame.room.y0
    assert frame.room.y1 + frame.foot.block.height < found.height - found.margin + 0.01


def test_the_room_is_what_head_and_foot_leave() -> None:
    """Fewer findings and sources leave more."""
    bare = replace(DIAGRAM, findings=(), sources=(), left_out=())
    assert _room(bare)[1] > _room(DIAGRAM)[1]


def test_without_tiers_the_whole_width_is_free() -> None:
    """No strip, no gutter."""
    plain = _room(replace(DIAGRAM, tiers=()))
    assert plain[0] == pytest.approx(841.89 - 2 * A4.margin)


def test_a_small_drawing_is_enlarged_a_little() -> None:
    """Two boxes do not fill a sheet like a poster."""
    small = Placement(100, 50)
    drawn = draw_sheet(Diagram("Small"), small, A4, THEME, Folio())
    assert f"scale({LARGEST:.4f})" in drawn


def test_a_drawing_of_nothing_is_a_sheet_all_the_same() -> None:
    """An empty structure has a title."""
    assert "Empty" in draw_sheet(Diagram("Empty"), Placement(0, 0), A4, THEME, Folio())


def test_a_free_sheet_grows_with_its_drawing() -> None:
    """It is never scaled."""
    drawn = draw_sheet(DIAGRAM, placement(), FREE, THEME, Folio())
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawn)
    assert size is not None
    assert float(size[1]) == pytest.approx(760 + 20 + 2 * FREE.margin)
    assert "scale(1.0000)" in drawn


UPRIGHT = replace(
    placement(),
    bands=(
        Band("County", 0, 200, upright=True),
        Band("District", 200, 500, upright=True),
        Band("Locality", 500, 760, upright=True),
    ),
)


def test_tiers_of_a_drawing_from_left_to_right_stand_side_by_side() -> None:
    """Each name at the top of its own strip, in the order of the tiers."""
    found = texts(draw_sheet(DIAGRAM, UPRIGHT, A4, THEME, Folio()))
    names = [text for text in found if text.words in ("COUNTY", "DISTRICT", "LOCALITY")]
    assert len({round(text.box.y0) for text in names}) == 1
    lefts = [text.box.x0 for text in names]
    assert lefts == sorted(set(lefts))


def test_names_at_the_top_cost_height_and_no_width() -> None:
    """A search that turns a drawing reckons with the room that it then has."""
    level, upright = _room(DIAGRAM), _room(DIAGRAM, upright=True)
    assert upright[0] > level[0]
    assert upright[1] < level[1]


@pytest.mark.parametrize("paper", [A4, FREE])
def test_nothing_lies_upon_the_names_of_upright_bands(paper: Paper) -> None:
    """The drawing begins below them, on any paper."""
    assert not overlapping(texts(draw_sheet(DIAGRAM, UPRIGHT, paper, THEME, Folio())))


def test_bodies_without_a_tier_have_a_strip_that_says_so() -> None:
    """Between two bands, above the first and below the last; none where each has a tier."""
    placed = placement()
    gaps = replace(placed, bands=placed.bands[::2])
    drawn = [
        draw_sheet(DIAGRAM, one, A4, THEME, Folio()).count(">NO TIER<")
        for one in (placed, gaps, replace(placed, bands=placed.bands[1:2]))
    ]
    assert drawn == [0, 1, 2]


def test_a_low_drawing_stands_at_the_top_of_its_room() -> None:
    """What is high is first; the room that it leaves is below it."""
    placed = replace(placement(), height=120.0)
    drawn = draw_sheet(DIAGRAM, placed, find_paper("A4-portrait"), THEME, Folio())
    found = re.search(r'class="gg-drawing" transform="translate\([\d.]+ ([\d.]+)\)', drawn)
    assert found is not None
    assert float(found[1]) < 120
