"""Interests that one relation can say."""

from govgraph.formats.bods_interests import Interest, in_lines
from govgraph.formats.nodes import MapNode
from govgraph.model.dates import PartialDate

ENDED = PartialDate.parse("2010")


def interest(end: PartialDate | None) -> Interest:
    """A shareholding that ends on a day, or of which no end is known."""
    node = MapNode({}, 1, 1)
    return Interest(node, "shareholding", "", "", "direct", beneficial=False, start=None, end=end,
                    role=None)  # fmt: skip


def test_an_interest_that_goes_on_is_not_ended_by_one_that_is_over() -> None:
    """They stand in relations of their own; those that end together share one."""
    going, over, too = interest(None), interest(ENDED), interest(ENDED)
    assert in_lines([going, over, too]) == [[going], [over, too]]
