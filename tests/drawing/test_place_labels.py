"""The words beside a line stand where they are read as those of that line."""

from __future__ import annotations

from govgraph.drawing.layout.badge_places import place_labels
from govgraph.drawing.occupancy import Occupancy
from govgraph.drawing.placement import Box, Route

TRUNK = ((0.0, 200.0), (0.0, 0.0))
BRANCH = ((80.0, 200.0), (80.0, 100.0), (0.0, 100.0), (0.0, 0.0))
NARROW, WIDE = (("a", "b"), (20.0, 20.0)), (("a b",), (60.0, 10.0))


def test_words_stand_where_a_line_runs_alone() -> None:
    """Beside a stretch that it shares they would be those of the other line too."""
    routes = (Route(0, BRANCH), Route(1, TRUNK))
    ((label,), without) = place_labels({0: (WIDE,)}, routes, Occupancy())
    assert label.box.y0 > 100
    assert without == ()


def test_words_are_broken_more_narrowly_where_there_is_less_room() -> None:
    """Rather than upon the line."""
    occupied = Occupancy()
    occupied.add(Box(-90, 0, -30, 200))
    occupied.add(Box(30, 0, 90, 200))
    ((label,), _) = place_labels({0: (WIDE, NARROW)}, (Route(0, TRUNK),), occupied)
    assert label.text == ("a", "b")
    assert label.box.x1 < 0 or label.box.x0 > 0


def test_words_never_stand_upon_a_line() -> None:
    """It would be hidden: they are told in the small print instead."""
    occupied = Occupancy()
    occupied.add(Box(-90, 0, -12, 200))
    occupied.add(Box(12, 0, 90, 200))
    assert place_labels({0: (WIDE, NARROW)}, (Route(0, TRUNK),), occupied) == ((), (0,))


def test_words_keep_off_the_corner_of_their_own_line() -> None:
    """It is the line's, and it would run through them all the same."""
    turning = Route(0, ((0.0, 40.0), (0.0, 20.0), (60.0, 20.0), (60.0, 0.0)))
    occupied = Occupancy()
    occupied.add_routes([turning])
    ((label,), _) = place_labels({0: (NARROW,)}, (turning,), occupied)
    assert occupied.has_room(label.box.grown(-0.1)) is False
    lines = Occupancy()
    lines.add_routes([turning])
    assert lines.has_room(label.box)


def test_words_stand_as_far_from_other_things_as_there_is_room_for() -> None:
    """Close to them only where nothing else is left."""
    occupied = Occupancy()
    occupied.add(Box(-100, -10, -6, 210))
    occupied.add(Box(30, 0, 90, 100))
    ((label,), _) = place_labels({0: (NARROW,)}, (Route(0, TRUNK),), occupied)
    assert label.box.y0 >= 105
    assert label.box.x0 > 0


def test_words_go_further_along_their_line_rather_than_close_to_another_thing() -> None:
    """The place nearest to the start is free, and nearer to a box than words may stand."""
    occupied = Occupancy()
    occupied.add(Box(-100, -10, -6, 210))
    occupied.add(Box(28, 100, 90, 210))
    ((label,), _) = place_labels({0: (NARROW,)}, (Route(0, TRUNK),), occupied)
    assert label.box.y1 <= 95
