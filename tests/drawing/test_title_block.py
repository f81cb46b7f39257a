"""What the title block of a sheet says."""

import pytest

from govgraph.drawing.scene.title_block import title_block
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.standpoint import Standpoint

AUGUST = PartialDate.parse("2009-08")


@pytest.mark.parametrize(
    ("here", "shown"),
    [
        (Standpoint(as_at=AUGUST), None),
        (Standpoint(as_at=AUGUST, include=frozenset({Status.PROPOSED})), "with all proposed"),
        (
            Standpoint(
                as_at=AUGUST, include=frozenset({Status.PROPOSED, Status.SHADOW}), ahead=False
            ),
            "with proposed and shadow by then",
        ),
    ],
)
def test_two_readings_of_proposals_are_told_apart(here: Standpoint, shown: str | None) -> None:
    """All that is proposed, or what is to be there on the day that was asked for."""
    assert dict(title_block(here)).get("Shown") == shown
