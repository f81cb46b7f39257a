"""A diagram becomes sheets, and no finding is lost on the way."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

from govgraph.drawing.diagram import DiagramFinding
from govgraph.drawing.draw import Drawing, _pointing, draw_pages, page_description, page_size
from govgraph.drawing.paper import FREE, find_paper
from govgraph.drawing.placement import Arrangement, Box
from govgraph.drawing.sheets.footer import Footer
from govgraph.drawing.sheets.frame import Folio, candidate_rooms
from govgraph.drawing.sheets.key import Block
from tests.drawing.reading import outside, overlapping, texts
from tests.drawing.sample import DIAGRAM, THEME, placement
from tests.golden_files import hold

A4 = find_paper("A4")
LINE = re.compile(r"<line [^>]*>")
MANY = replace(
    DIAGRAM,
    findings=tuple(
        DiagramFinding(number, "warning", (), f"This is what number {number}. has to say.")
        for number in range(1, 201)
    ),
)
PLACED = replace(placement(), badges=())


def test_a_small_diagram_is_one_sheet() -> None:
    """Without a page number."""
    pages = draw_pages(DIAGRAM, [(DIAGRAM, placement())], A4, THEME)
    assert len(pages) == 1
    assert "PAGE" not in pages[0]


def test_findings_without_room_go_on_to_further_sheets() -> None:
    """Every one is listed once, and the first sheet says where they go on."""
    pages = draw_pages(MANY, [(MANY, PLACED)], A4, THEME)
    assert len(pages) > 1
    texts = "".join(
        f"{element.text}\n"
        for page in pages
        for element in ET.fromstring(page).iter("{http://www.w3.org/2000/svg}text")  # noqa: S314
    )
    for number in range(1, 201):
        assert texts.count(f"number {number}. has") == 1
    assert "to 200 are listed from page 2 on." in pages[0]
    assert f">{len(pages)} of {len(pages)}</text>" in pages[-1]


def test_the_list_behind_several_sheets_is_whole() -> None:
    """Its numbers have no gaps where a finding is on another sheet, and it names what it can."""
    few = tuple(replace(found, full=f"{found.text} In full.") for found in MANY.findings[:3])
    diagrams = [replace(MANY, findings=found) for found in (few[:1], few[1:])]
    placements = [PLACED, replace(PLACED, arrangement=Arrangement(findings_apart=True))]
    laid = list(zip(diagrams, placements, strict=True))
    *_, last = draw_pages(replace(MANY, findings=few), laid, A4, THEME)
    for number in (1, 2, 3):
        assert f"what number {number}. has to say. In full." in last


def test_what_has_no_room_beside_a_drawing_is_set_as_before() -> None:
    """Of many findings, notes and sources: every word of each sheet, its place and its size."""
    many = replace(
        MANY,
        findings=tuple(replace(each, full=f"{each.text} In full.") for each in MANY.findings[:70]),
        sources=tuple(f"Paper of the council, number {number}" for number in range(1, 40)),
        left_out=tuple(f"Left out: {number} relations." for number in range(2, 12)),
    )
    block = tuple((f"Label {number}", "Something of some length here") for number in range(4))
    short = tuple(DiagramFinding(number, "warning", (), "Short.") for number in range(1, 90))
    headed = replace(many, subtitle="", block=block, findings=short)
    placed = replace(PLACED, notes=("A ring was opened.", "Another was, too."))
    beside = replace(placed, arrangement=Arrangement(key="beside"))
    told = []
    for diagram, paper, where in (
        (many, "A4", placed),
        (many, "A3", placed),
        (many, "A5-portrait", placed),
        (headed, "A5-portrait", placed),
        (many, "A3", beside),
        (many, "free", placed),
    ):
        for page in draw_pages(diagram, [(diagram, where)], find_paper(paper), THEME):
            told.append(f"{paper}: {page_size(page)}")
            told += [
                f"{each.box.x0:.1f} {each.box.y1:.1f} {each.size:.1f} {each.words}"
                for each in texts(page)
            ]
            assert all(len(re.findall(r" [xy][12]=", line)) == 4 for line in LINE.findall(page))
    hold("words-of-sheets.txt", "\n".join(told) + "\n")


def test_a_single_finding_without_room_is_named_in_the_singular() -> None:
    """Grammar."""
    foot = Footer(Block("", 0, 0), MANY.findings[6:7])
    assert _pointing(MANY, foot, 3) == "Finding 7 is listed from page 3 on."


def test_sources_without_room_go_on_to_a_further_sheet() -> None:
    """Each once, with the number that it has, and the first sheet says where."""
    sources = tuple(f"Paper of the council, number {number}" for number in range(1, 151))
    many = replace(DIAGRAM, sources=sources)
    pages = draw_pages(many, [(many, placement())], A4, THEME)
    assert "Notes and sources: from page 2 on." in pages[0]
    found = [text.words for page in pages[1:] for text in texts(page)]
    for number in range(1, 151):
        assert found.count(f"[{number}] Paper of the council, number {number}.") == 1
    for page in pages:
        assert outside(texts(page), Box(0, 0, *page_size(page))) == []
        assert overlapping(texts(page)) == []


def test_findings_may_stand_on_a_sheet_of_their_own() -> None:
    """The drawing has their room, its badges stay, and the note says where they are."""
    apart = replace(placement(), arrangement=Arrangement(findings_apart=True))
    pages = draw_pages(DIAGRAM, [(DIAGRAM, apart)], A4, THEME)
    assert len(pages) == 2
    assert ">FINDINGS</text>" not in pages[0]
    assert pages[0].count('class="gg-finding"') == 3
    assert "The findings are listed from page 2 on." in pages[0]
    assert "Fleet: the chair is vacant." in pages[1]
    rooms = dict(candidate_rooms(DIAGRAM, A4, THEME, Folio()))
    assert rooms[Arrangement(findings_apart=True)] > rooms[Arrangement()]


def test_a_free_sheet_lists_every_finding() -> None:
    """It grows for them."""
    assert len(draw_pages(MANY, [(MANY, PLACED)], FREE, THEME)) == 1


def test_each_of_several_sheets_is_numbered() -> None:
    """In their order."""
    pages = draw_pages(DIAGRAM, [(DIAGRAM, placement())] * 2, A4, THEME)
    assert ">1 of 2</text>" in pages[0]
    assert ">2 of 2</text>" in pages[1]


def test_a_page_knows_its_size_and_description() -> None:
    """Read back from the document itself, characters and all."""
    page = draw_pages(DIAGRAM, [(DIAGRAM, placement())], A4, THEME)[0]
    assert page_size(page) == (841.89, 595.28)
    assert "Yateley & Frogmore <proposed> is accountable to" in page_description(page)


def test_a_notebook_shows_the_first_sheet() -> None:
    """Without being asked."""
    drawing = Drawing(DIAGRAM, ("<svg/>", "<svg></svg>"), THEME)
    assert drawing._repr_svg_() == "<svg/>"
