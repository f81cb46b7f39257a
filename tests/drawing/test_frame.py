"""A sheet is shared between the drawing and what explains it, in several ways."""

from dataclasses import replace

import pytest

from govgraph.drawing.diagram import Diagram, DiagramFinding
from govgraph.drawing.draw import draw_pages, page_size
from govgraph.drawing.paper import FREE, find_paper
from govgraph.drawing.placement import Arrangement, Box
from govgraph.drawing.sheets.frame import Folio, candidate_rooms, frame_sheet
from tests.drawing.reading import outside, overlapping, texts
from tests.drawing.sample import DIAGRAM, THEME, placement

A4 = find_paper("A4")
FINDINGS = tuple(
    DiagramFinding(number, "warning", ("fleet",), f"Finding {number}: a long sentence. " * 4)
    for number in range(1, 9)
)
CROWDED = replace(DIAGRAM, findings=FINDINGS)
ARRANGEMENTS = [
    Arrangement(key, apart) for key in ("foot", "compact", "beside") for apart in (False, True)
]


def _rooms(diagram: Diagram = CROWDED, paper: str = "A4") -> dict[Arrangement, tuple[float, float]]:
    return dict(candidate_rooms(diagram, find_paper(paper), THEME, Folio()))


def test_the_plainest_arrangement_comes_first() -> None:
    """Whoever searches prefers it where the drawing can be read in it."""
    assert next(iter(_rooms())) == Arrangement()


def test_small_letters_and_findings_apart_leave_more_height() -> None:
    """Each on its own, and more so together."""
    rooms = _rooms()
    ordered = (
        Arrangement("foot"),
        Arrangement("compact"),
        Arrangement("compact", findings_apart=True),
    )
    heights = [rooms[arrangement][1] for arrangement in ordered]
    assert heights == sorted(set(heights))


def test_a_column_takes_width_and_leaves_height() -> None:
    """On a landscape paper, which is low."""
    rooms = _rooms(DIAGRAM)
    beside, foot = rooms[Arrangement("beside")], rooms[Arrangement("compact", findings_apart=True)]
    assert beside[0] < foot[0] - 120
    assert beside[1] > foot[1]


def test_a_portrait_paper_has_no_column() -> None:
    """It has height enough, and no width to give away."""
    assert all(arrangement.key != "beside" for arrangement in _rooms(paper="A4-portrait"))


def test_findings_are_apart_only_where_there_are_any() -> None:
    """A sheet without a list has nothing to list elsewhere."""
    rooms = _rooms(replace(DIAGRAM, findings=()))
    assert not any(arrangement.findings_apart for arrangement in rooms)


def test_a_column_stands_only_where_all_findings_have_room_in_it() -> None:
    """Otherwise the findings go to a sheet of their own."""
    many = tuple(replace(FINDINGS[0], number=number) for number in range(1, 60))
    rooms = _rooms(replace(DIAGRAM, findings=many))
    assert Arrangement("beside") not in rooms
    assert Arrangement("beside", findings_apart=True) in rooms


def test_a_free_paper_has_one_arrangement_and_room_without_end() -> None:
    """Nothing shrinks on it."""
    ((arrangement, room),) = candidate_rooms(DIAGRAM, FREE, THEME, Folio())
    assert arrangement == Arrangement()
    assert room == (float("inf"), float("inf"))


@pytest.mark.parametrize("arrangement", ARRANGEMENTS, ids=str)
def test_a_candidate_has_the_room_that_its_sheet_leaves(arrangement: Arrangement) -> None:
    """What a search reckons with is what is drawn."""
    rooms = _rooms(DIAGRAM)
    frame = frame_sheet(DIAGRAM, A4, THEME, Folio(), arrangement=arrangement, strips="left")
    room = frame.room.width, frame.room.height
    assert rooms.get(arrangement, room) == room


@pytest.mark.parametrize("paper", ["A4", "A3", "A3-portrait"])
@pytest.mark.parametrize("arrangement", ARRANGEMENTS, ids=str)
def test_every_arrangement_is_drawn_whole(arrangement: Arrangement, paper: str) -> None:
    """Nothing leaves the sheet, nothing lies upon anything else, every finding is listed once."""
    placed = replace(placement(), badges=(), arrangement=arrangement)
    pages = draw_pages(CROWDED, [(CROWDED, placed)], find_paper(paper), THEME)
    listed = "".join(pages)
    for page in pages:
        found = texts(page)
        assert not outside(found, Box(0, 0, *page_size(page)))
        assert not overlapping(found)
    assert all(f">Finding {finding.number}: a long" in listed for finding in FINDINGS)
    assert (len(pages) > 1) >= arrangement.findings_apart


@pytest.mark.parametrize("arrangement", ARRANGEMENTS, ids=str)
def test_letters_around_the_drawing_print_at_six_and_a_half_points(
    arrangement: Arrangement,
) -> None:
    """However small a foot or a column is set."""
    frame = frame_sheet(CROWDED, A4, THEME, Folio(), arrangement=arrangement)
    for block in (frame.header, frame.foot.block, frame.column):
        document = f'<svg xmlns="http://www.w3.org/2000/svg">{block.svg}</svg>'
        assert all(text.size >= 6.5 for text in texts(document))
