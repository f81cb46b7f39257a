"""Sheets whose faults are known: a sound one that is spoiled in one place."""

from dataclasses import replace

from benchmarks.pictures.pixels import see
from benchmarks.pictures.visible import look
from benchmarks.pictures.walk import Fault
from govgraph.drawing.diagram import DiagramLine
from tests.benchmarks import spoiled
from tests.benchmarks.spoiled import DIAGRAM, UPRIGHT, WAYS, drawn


def _faults(svg: str) -> list[Fault]:
    return list(look(spoiled.sheet(svg), 1)[0])


def _causes(svg: str) -> set[tuple[str, str]]:
    return {(fault.line, fault.cause) for fault in _faults(svg)}


def test_a_sound_sheet_has_no_fault() -> None:
    """Also where two lines share a trunk."""
    assert _faults(drawn()) == []


def test_a_line_that_stops_half_way_is_loose() -> None:
    """It reaches neither its box nor a line of its bus."""
    assert _causes(spoiled.shortened(drawn(), "low")) == {("low -> right", "loose end")}


def test_a_white_edge_along_a_line_hides_it() -> None:
    """That is how a neighbour erases it."""
    (fault,) = _faults(spoiled.covered(drawn(), spoiled.casing(*UPRIGHT)))
    assert (fault.line, fault.cause, fault.gone) == ("low -> right", "white edge", True)


def test_a_white_edge_across_a_line_is_a_crossing() -> None:
    """It hides no more than a crossing takes."""
    across = spoiled.casing((240.0, 190.0), (300.0, 250.0))
    assert _faults(spoiled.covered(drawn(), across)) == []


def test_a_box_on_a_line_hides_it() -> None:
    """No line may pass below a body."""
    (fault,) = _faults(spoiled.covered(drawn(), spoiled.block(270.0, 220.0)))
    assert (fault.cause, fault.by) == ("box", "stranger")


def test_a_line_upon_another_that_looks_the_same_runs_over_it() -> None:
    """Nothing is gone, yet nobody can tell which is which."""
    found = _faults(spoiled.covered(drawn(), spoiled.line(*UPRIGHT)))
    over = [fault for fault in found if fault.line == "low -> right"]
    assert [(fault.cause, fault.gone) for fault in over] == [("line", False)]


def test_lines_that_meet_in_one_place_may_run_together() -> None:
    """So that the trunk of a bus hides none of them; lines that end apart may not."""
    beside = ((270.0, 130.0), (270.0, 90.0), (170.0, 90.0), (170.0, 52.0), (171.0, 52.0))
    ways = {**WAYS, ("right", "top"): (*beside, (171.0, 50.0))}
    assert {fault.cause for fault in _faults(drawn(ways=ways))} >= {"line"}


def test_a_line_to_a_body_that_is_not_drawn_is_loose() -> None:
    """Nobody can see where it leads."""
    found = _faults(spoiled.without(drawn(), "low"))
    assert [(fault.cause, fault.by) for fault in found] == [("loose end", "low (not drawn)")]


def test_a_patch_that_nobody_names_is_seen_in_the_ordinary_picture() -> None:
    """A text is no thing of its own there: only its colour tells."""
    dash = '<text x="170" y="284" font-size="200" font-weight="bold" fill="#ffffff">—</text>'
    assert _causes(spoiled.covered(drawn(), dash)) == {("low -> right", "other colour")}


def test_a_hollow_line_is_followed_by_its_rims() -> None:
    """Its middle is white."""
    lines = (*DIAGRAM.lines[:2], replace(DIAGRAM.lines[2], status="proposed"))
    assert _faults(drawn(replace(DIAGRAM, lines=lines))) == []


def test_dashes_are_no_gaps() -> None:
    """Lines that are no lines of account are walked as well."""
    liaison = DiagramLine("low", "right", "liaises_with", "liaises with", "liaison")
    assert _faults(drawn(replace(DIAGRAM, lines=(*DIAGRAM.lines[:2], liaison)))) == []


def test_the_pictures_lie_upon_the_geometry_to_the_far_end() -> None:
    """A sheet whose size is no whole number is not stretched over one that is."""
    sheet = spoiled.sheet(drawn().replace('fill="#ffffff"', 'fill="#fffffe"', 1))
    scale = 3.4723
    seen = see(sheet, scale)
    high, wide = seen.pixels.shape[:2]
    assert (wide, high) == (round(sheet.width * scale), round(sheet.height * scale))


def test_a_line_may_end_at_any_sheet_of_a_placeholder() -> None:
    """The one in front reaches to the left of its box, those behind to the right."""
    low = replace(DIAGRAM.bodies[3], count=2, shape="lsp")
    bodies = (*DIAGRAM.bodies[:3], low)
    ways = {
        **WAYS,
        ("low", "right"): (
            (200.0, 285.0),
            (190.0, 285.0),
            (190.0, 220.0),
            (270.0, 220.0),
            (270.0, 180.0),
        ),
    }
    assert _faults(drawn(replace(DIAGRAM, bodies=bodies), ways=ways)) == []
