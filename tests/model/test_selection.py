"""A selector selects the bodies that match every field it gives."""

import pytest

from govgraph.model.bodies import Body, Status
from govgraph.model.kinds import BodyClass, BodyKind
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
        Selector(class_=("works-for-another",)),
        Selector(not_=Selector(id=("yateley",), class_=("decides",))),
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


def test_the_class_is_that_of_the_kinds_that_are_known() -> None:
    """A kind of the author's own says of what class it is; one that nobody knows decides."""
    advising, deciding = Selector(class_=("advises",)), Selector(class_=("Decides",))
    panel = Body(id="a", name="A", kind="panel")
    known = {"panel": BodyKind("panel", "Panel", declared_class=BodyClass.ADVISES)}
    assert matches(advising, panel, known)
    assert matches(deciding, panel)
