"""A selector selects the bodies that match every field it gives."""

import pytest

from govgraph.model.bodies import Body, Status
from govgraph.model.requirements import Selector
from govgraph.model.selection import matches

FLEET = Body(
    id="fleet",
    name="Fleet",
    kind="sub-cluster",
    area="Hart",
    tier="local",
    status=Status.PROPOSED,
    tags=("placeholder", "pilot"),
)


@pytest.mark.parametrize(
    "selector",
    [
        Selector(),
        Selector(kind=("trust", "Sub-Cluster")),
        Selector(area=("hart",), tier=("local",)),
        Selector(status=("proposed",)),
        Selector(tag=("pilot",)),
        Selector(not_=Selector(id=("yateley",))),
    ],
)
def test_a_body_that_matches_every_field_is_selected(selector: Selector) -> None:
    """Any one value of a field will do, case aside."""
    assert matches(selector, FLEET)


@pytest.mark.parametrize(
    "selector",
    [
        Selector(kind=("trust",)),
        Selector(kind=("sub-cluster",), area=("Rushmoor",)),
        Selector(tag=("ended",)),
        Selector(not_=Selector(area=("Hart",))),
    ],
)
def test_a_body_that_fails_one_field_is_not(selector: Selector) -> None:
    """Every field that is given counts."""
    assert not matches(selector, FLEET)
