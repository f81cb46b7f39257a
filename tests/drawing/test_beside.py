"""Two states side by side: what is in both stands at the same place in both."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from govgraph.checks.comparison import Comparison, compare_states
from govgraph.drawing.diagram import Diagram
from govgraph.drawing.draw_difference import draw_difference
from govgraph.drawing.paper import find_paper
from govgraph.drawing.placement import Placement
from govgraph.drawing.scene.difference_scene import build_difference_diagram, build_sides
from govgraph.drawing.sheets.side_by_side import lay_out_side_by_side
from govgraph.drawing.theme_file import built_in_theme
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from tests.factories import structure
from tests.strategies import structures

OLD = structure("hart -> trust*; board*; fleet -part_of-> hart; fleet -> trust")
NEW = structure("hart -> board*; trust*; yateley -part_of-> hart")


def between(old: Structure, new: Structure) -> Comparison:
    """Two structures held against each other regardless of dates."""
    return compare_states(*(AccountabilityGraph(one, Standpoint()) for one in (old, new)))


def laid(comparison: Comparison, paper: str = "free") -> tuple[tuple[Diagram, Placement], ...]:
    """The sheets of both states."""
    before, after = build_sides(comparison)
    whole = build_difference_diagram(comparison)
    return lay_out_side_by_side(before, after, whole, find_paper(paper), built_in_theme())


def test_each_side_holds_its_own_bodies_and_lines() -> None:
    """Their identifiers told apart, nothing of the difference marked."""
    ((diagram, placement),) = laid(between(OLD, NEW))
    assert {body.id for body in diagram.bodies} == {
        *("before:hart", "before:trust", "before:board", "before:fleet"),
        *("after:hart", "after:trust", "after:board", "after:yateley"),
    }
    assert not any(body.change for body in diagram.bodies)
    ends = {(diagram.lines[r.line].from_, diagram.lines[r.line].to) for r in placement.routes}
    assert ends == {
        ("before:hart", "before:trust"),
        ("before:fleet", "before:hart"),
        ("before:fleet", "before:trust"),
        ("after:hart", "after:board"),
        ("after:yateley", "after:hart"),
    }


def test_each_side_has_its_caption() -> None:
    """In an outline of its own."""
    ((_, placement),) = laid(between(OLD, NEW))
    captions = [area.area for area in placement.areas]
    assert captions == ["Before: all dates", "After: all dates"]
    first, second = (area.box for area in placement.areas)
    assert not first.overlaps(second)


@settings(max_examples=20, deadline=None)
@given(structures(), structures())
def test_what_is_in_both_stands_at_the_same_place(one: Structure, two: Structure) -> None:
    """The right side is the left one, moved by one distance."""
    comparison = compare_states(
        *(AccountabilityGraph(each, each.standpoint()) for each in (one, two))
    )
    boxes: dict[str, list[tuple[float, ...]]] = {}
    for _, placement in laid(comparison):
        for id_, box in placement.boxes:
            boxes.setdefault(id_, []).append((box.x0, box.y0, box.x1, box.y1))
    moves = set()
    for id_ in {*comparison.before.bodies} & {*comparison.after.bodies}:
        (left,), (right,) = boxes[f"before:{id_}"], boxes[f"after:{id_}"]
        assert (left[1], left[3]) == pytest.approx((right[1], right[3]))
        moves.add((round(right[0] - left[0], 3), round(right[2] - left[2], 3)))
    assert len(moves) <= 1


def test_each_state_has_half_of_the_sheet() -> None:
    """All of it, where the drawing can use it, and no more; a free sheet grows with the drawing."""
    many = "; ".join(f"partnership-number-{number} -> trust*" for number in range(4))
    comparison = between(structure(many), structure(f"{many}; another -> trust"))
    a4 = find_paper("A4-landscape")
    ((_, placement),) = laid(comparison, "A4-landscape")
    room = (a4.width or 0) - 2 * a4.margin
    assert 0.9 * room < placement.width <= room
    ((_, free),) = laid(comparison, "free")
    assert free.width > room


def test_where_both_would_be_too_small_each_has_a_sheet() -> None:
    """And what is in both stands at the same place on both sheets."""
    many = "; ".join(f"partnership-number-{number} -> trust*" for number in range(24))
    comparison = between(structure(many), structure(f"{many}; another -> trust"))
    sheets = laid(comparison, "A5")
    assert len(sheets) % 2 == 0
    for (_, before), (_, after) in zip(sheets[::2], sheets[1::2], strict=True):
        assert dict(before.boxes).items() <= dict(after.boxes).items()


def test_a_sheet_tells_both_states_to_whoever_cannot_see_it() -> None:
    """One after the other, each under its caption."""
    (svg,) = draw_difference(between(OLD, NEW), side_by_side=True).svg_pages
    described = svg[svg.index("<desc") : svg.index("</desc>")]
    before, _, after = described.partition("After: all dates: ")
    assert "Before: all dates: A diagram of 4 bodies" in before
    assert "Hart is accountable to Trust." in before
    assert "Hart is accountable to Board." in after
    assert "Hart is accountable to Trust." not in after


def test_a_body_has_room_for_what_it_says_in_either_state() -> None:
    """The longer name decides how large the box is, on both sides."""
    old = structure("hart")
    longer = replace(old.bodies[0], name="Hart Local Children's Partnership of the District")
    ((_, placement),) = laid(between(old, replace(old, bodies=(longer,))))
    ((_, alone),) = laid(between(old, old))
    assert dict(placement.boxes)["before:hart"].height > dict(alone.boxes)["before:hart"].height


def test_the_difference_on_one_sheet() -> None:
    """The default form, on a paper by name."""
    drawing = draw_difference(between(OLD, NEW), paper="A4")
    assert "What is different" in drawing.svg_pages[0]
