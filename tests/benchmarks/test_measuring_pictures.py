"""What is measured of a sheet besides its lines, on sheets whose faults are known."""

from dataclasses import replace

import pytest

from benchmarks.pictures.against import compare_runs
from benchmarks.pictures.crossings import close_pairs, crossings
from benchmarks.pictures.extents import bends, not_above, overlapping
from benchmarks.pictures.laws import broken_laws
from benchmarks.pictures.measures import Measures, measure_sheets
from benchmarks.pictures.svg import read_path
from benchmarks.pictures.texts import broken_words
from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.placement import Box
from tests.benchmarks import spoiled
from tests.benchmarks.spoiled import BOXES, DIAGRAM, KNOWN, NAMES, WAYS, drawn


def _broken(svg: str) -> dict[str, float]:
    made, _ = measure_sheets(KNOWN, [spoiled.sheet(svg)])
    return {law.name: count for law, count in broken_laws(made, free=True)}


def test_a_sound_sheet_breaks_no_law() -> None:
    """Not even by a hair."""
    assert _broken(drawn()) == {}


def test_lines_of_one_bus_never_cross() -> None:
    """They share their trunk."""
    none = {"account": 0, "mixed": 0, "other": 0}
    assert crossings(spoiled.sheet(drawn()).lines) == none


def test_a_crossing_is_counted_once() -> None:
    """However many lines of a bus run there."""
    liaison = DiagramLine("left", "right", "liaises_with", "liaises with", "liaison")
    ways = {
        **WAYS,
        ("left", "right"): (
            (140.0, 155.0),
            (170.0, 155.0),
            (170.0, 70.0),
            (300.0, 70.0),
            (300.0, 130.0),
        ),
    }
    ways["right", "top"] = ((270.0, 130.0), (270.0, 60.0), (220.0, 60.0), (220.0, 50.0))
    svg = drawn(replace(DIAGRAM, lines=(*DIAGRAM.lines, liaison)), ways=ways)
    assert crossings(spoiled.sheet(svg).lines)["mixed"] == 1


def test_buses_side_by_side_need_white_between_them() -> None:
    """Less than 2 printed points is too little, and more is not."""
    for gap, expected in ((3.0, 1), (8.0, 0)):
        beside = ((170.0 + gap, 130.0), (170.0 + gap, 50.0))
        ways = {**WAYS, ("right", "top"): ((270.0, 130.0), (270.0, 110.0), *beside)}
        assert len(close_pairs(spoiled.sheet(drawn(ways=ways)).lines, 1.0)) == expected


def test_boxes_that_overlap_are_found() -> None:
    """Borders that touch are none."""
    touching = {**BOXES, "right": Box(140, 130, 280, 180)}
    upon = {**BOXES, "right": Box(130, 130, 270, 180)}
    assert overlapping(spoiled.sheet(drawn(boxes=touching)).bodies) == ()
    assert overlapping(spoiled.sheet(drawn(boxes=upon)).bodies) == ("left | right",)


def test_a_word_broken_with_a_hyphen_is_found() -> None:
    """One that the name has itself is a softer break; what is no word at all is broken anywhere."""
    long = spoiled.renamed("low", "Intergovernmentalisations-Co-ordinators Group")
    sheet = spoiled.sheet(drawn(long))
    hard, soft = broken_words(sheet, {body.id: body.name for body in long.bodies})
    assert len(hard) + len(soft) > 0
    plain = spoiled.renamed("low", "Intergovernmentalisationscoordination" * 2)
    hard, soft = broken_words(spoiled.sheet(drawn(plain)), {"low": plain.bodies[3].name})
    assert (len(hard) > 0, soft) == (True, ())


def test_a_superior_below_or_beside_is_found() -> None:
    """From left to right, one that stands right of who answers to it."""
    below = {**BOXES, "top": Box(100, 400, 240, 450)}
    sheet = spoiled.sheet(drawn(boxes=below))
    assert [len(found) for found in not_above(sheet.bodies, sheet.lines)] == [2, 0]
    beside = {**BOXES, "top": Box(400, 140, 540, 190)}
    sheet = spoiled.sheet(drawn(boxes=beside))
    assert [len(found) for found in not_above(sheet.bodies, sheet.lines)] == [0, 2]
    assert len(not_above(sheet.bodies, sheet.lines, sideways=True)[0]) == 2


def test_text_upon_text_and_out_of_its_box_is_found() -> None:
    """Also one that leaves the paper."""
    svg = drawn().replace(
        'data-role="name">Audit', 'data-role="name" transform="translate(300 0)">Audit'
    )
    broken = _broken(svg)
    assert broken["texts out of place"] >= 1


def test_what_cannot_be_helped_is_excused() -> None:
    """A ring, and a superior that is declared to stand on a lower tier."""
    bodies = tuple(
        DiagramBody(id_, id_.upper(), tier=tier)
        for id_, tier in (("a", "County"), ("b", "District"), ("c", None), ("d", "County"))
    )
    lines = (
        DiagramLine("a", "b"),
        DiagramLine("b", "d"),
        DiagramLine("d", "c"),
        DiagramLine("c", "b"),
    )
    diagram = Diagram("Tiers", bodies=bodies, lines=lines, tiers=("County", "District"))
    known = replace(KNOWN, diagram=diagram)
    assert ("a", "b") in known.excused()
    cycle = replace(known, diagram=replace(diagram, tiers=(), lines=lines[1:]))
    assert cycle.excused() == {("b", "d"), ("d", "c"), ("c", "b")}
    plain = replace(known, diagram=replace(diagram, lines=lines[1:2]))
    assert plain.excused() == frozenset()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((DiagramLine("left", "top"), DiagramLine("right", "top")), True),
        ((DiagramLine("left", "top"), DiagramLine("left", "right")), False),
        ((DiagramLine("left", "top"), DiagramLine("top", "left")), False),
        ((DiagramLine("left", "top", style="liaison"),), False),
    ],
)
def test_a_tree_is_known_as_one(lines: tuple[DiagramLine, ...], expected: object) -> None:
    """Nobody has two lines, none goes round, and there are no others."""
    known = replace(KNOWN, diagram=replace(DIAGRAM, lines=lines))
    assert known.is_tree is expected


def test_no_tree_is_one_whose_tiers_forbid_it() -> None:
    """A superior that has to stand below who answers to it may ask for crossings."""
    bodies = (DiagramBody("a", "A", tier="County"), DiagramBody("b", "B", tier="District"))
    diagram = Diagram("Two", bodies=bodies, tiers=("County", "District"))
    up, down = DiagramLine("b", "a"), DiagramLine("a", "b")
    assert replace(KNOWN, diagram=replace(diagram, lines=(up,))).is_tree
    assert not replace(KNOWN, diagram=replace(diagram, lines=(down,))).is_tree


def test_corners_and_curves_are_bends() -> None:
    """A rounded corner is one, a straight line none."""
    sheet = spoiled.sheet(drawn())
    turns = {line.from_: bends(line) for line in sheet.lines}
    assert turns == {"left": 2, "right": 2, "low": 0}
    assert read_path("M0 0C0 50 50 50 50 100").curved


def test_a_body_that_is_only_pointed_to_is_named_and_not_drawn() -> None:
    """It is shown elsewhere."""
    bodies = tuple(
        each.pointed("see page 2") if each.id == "low" else each for each in DIAGRAM.bodies
    )
    svg = drawn(replace(DIAGRAM, bodies=bodies))
    made, _ = measure_sheets(KNOWN, [spoiled.sheet(svg)])
    assert (made.named, made.nowhere) == (len(NAMES), ("low",))


def test_a_box_of_all_below_a_body_names_that_body() -> None:
    """And none of the others that it stands for."""
    held = replace(DIAGRAM.bodies[2], holds=("right", "low"))
    bodies = (*DIAGRAM.bodies[:2], held)
    diagram = replace(DIAGRAM, bodies=bodies, lines=DIAGRAM.lines[:2])
    boxes = {id_: box for id_, box in BOXES.items() if id_ != "low"}
    made, _ = measure_sheets(KNOWN, [spoiled.sheet(drawn(diagram, boxes))])
    assert made.named == 3


def test_a_run_is_held_against_an_earlier_one() -> None:
    """What is better and worse is named, with by how much."""
    before = {"sound": Measures(hidden=3, crossed={"account": 2})}
    after = {"sound": Measures(hidden=1, crossed={"account": 7}), "new": Measures(hidden=9)}
    told = "\n".join(compare_runs("A4", before, after))
    assert "of 1 structures" in told
    assert "3 -> 1         better: sound -2" in told
    assert "2 -> 7         worse: sound +5" in told
