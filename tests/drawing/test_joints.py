"""A proposed line ends where it runs into lines that are agreed."""

from govgraph.drawing.shapes.joints import until_joint

BUS = ((0.0, 100.0), (0.0, 50.0), (50.0, 50.0), (50.0, 0.0))


def test_it_ends_where_the_trunk_begins() -> None:
    """It comes from the other side and shares the last stretch."""
    way = ((100.0, 100.0), (100.0, 50.0), (50.0, 50.0), (50.0, 0.0))
    assert until_joint(way, [BUS]) == ((100.0, 100.0), (100.0, 50.0), (50.0, 50.0))


def test_it_ends_in_the_midst_of_a_stretch() -> None:
    """It comes from further left and meets the bus on its way."""
    way = ((-40.0, 100.0), (-40.0, 50.0), (50.0, 50.0), (50.0, 0.0))
    assert until_joint(way, [BUS]) == ((-40.0, 100.0), (-40.0, 50.0), (0.0, 50.0))


def test_it_ends_on_a_crossing_of_its_own() -> None:
    """It meets the trunk above the corner."""
    way = ((90.0, 20.0), (50.0, 20.0), (50.0, 0.0))
    assert until_joint(way, [BUS]) == ((90.0, 20.0), (50.0, 20.0))


def test_several_lines_cover_together() -> None:
    """Two stretches that follow each other are one."""
    halves = [((50.0, 20.0), (50.0, 0.0)), ((50.0, 60.0), (50.0, 20.0))]
    way = ((90.0, 50.0), (50.0, 50.0), (50.0, 0.0))
    assert until_joint(way, halves) == ((90.0, 50.0), (50.0, 50.0))


def test_a_line_of_its_own_stays_whole() -> None:
    """It ends elsewhere."""
    way = ((90.0, 100.0), (90.0, 0.0))
    assert until_joint(way, [BUS]) == way


def test_a_line_that_lies_on_the_bus_all_the_way_is_not_drawn() -> None:
    """There is nothing of it to be seen."""
    assert until_joint(BUS[1:], [BUS]) is None
