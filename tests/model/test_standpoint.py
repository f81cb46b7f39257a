"""What holds from where a question is asked."""

import pytest

from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.standpoint import Presence, Standpoint


def body(status: str = "active", from_: str = "", until: str = "") -> Body:
    """A body with a status and a life."""
    return Body(
        id="b",
        name="B",
        status=Status(status),
        from_=PartialDate.parse(from_) if from_ else None,
        until=PartialDate.parse(until) if until else None,
    )


def as_at(day: str, *include: str, ahead: bool = False) -> Standpoint:
    """A standpoint on a date that was asked for."""
    return Standpoint(
        as_at=PartialDate.parse(day), include=frozenset(map(Status, include)), ahead=ahead
    )


@pytest.mark.parametrize(
    ("thing", "standpoint", "presence"),
    [
        (body(), as_at("2010"), Presence.HOLDS),
        (body(from_="2010-04"), as_at("2010-03"), Presence.NOT_YET),
        (body(from_="2010-04"), as_at("2010-04-01"), Presence.HOLDS),
        (body(from_="2010-04"), as_at("2010"), Presence.HOLDS),
        (body(until="2010-04"), as_at("2010-04-30"), Presence.HOLDS),
        (body(until="2010-04"), as_at("2010-05"), Presence.ENDED),
        (body("ended"), as_at("2010"), Presence.ENDED),
        (body("ended", until="2011"), as_at("2010"), Presence.HOLDS),
        (body("ended", until="2011"), Standpoint(), Presence.ENDED),
        (body("proposed"), as_at("2010"), Presence.PROPOSED),
        (body("shadow"), as_at("2010", "proposed"), Presence.SHADOW),
        (body("proposed"), as_at("2010", "proposed"), Presence.HOLDS),
        (body("proposed", from_="2011"), as_at("2010", "proposed"), Presence.NOT_YET),
        (body("proposed", from_="2011"), as_at("2010", "proposed", ahead=True), Presence.HOLDS),
        (body("proposed", until="2009"), as_at("2010", "proposed", ahead=True), Presence.ENDED),
        (body(from_="2010"), Standpoint(), Presence.HOLDS),
    ],
)
def test_presence(thing: Body, standpoint: Standpoint, presence: Presence) -> None:
    """Status and life together say whether something is there, and if not, why."""
    assert standpoint.presence(thing) is presence
    assert standpoint.holds(thing) is (presence is Presence.HOLDS)


def test_an_imprecise_date_around_the_day_is_uncertain() -> None:
    """The answer says when the rule for imprecise dates decided it."""
    midsummer = as_at("2010-06-21")
    assert not midsummer.is_certain(body(from_="2010"))
    assert midsummer.is_certain(body(from_="2010-06-01"))
    assert midsummer.is_certain(body(from_="2009"))
    assert Standpoint().is_certain(body(from_="2010"))
