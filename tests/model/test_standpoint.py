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


@pytest.mark.parametrize(
    ("thing", "standpoint", "doubtful"),
    [
        (body(from_="2010-04"), as_at("2010-04"), ()),
        (body(from_="2010-04"), as_at("2010-04-01"), ("from",)),
        (body(from_="2010-04"), as_at("2010-03-31"), ()),
        (body(from_="2010-04~"), as_at("2010-04"), ("from",)),
        (body(until="2010-04"), as_at("2010-04"), ("until",)),
        (body(until="2010-04"), as_at("2010-04-01"), ()),
        (body(from_="2010", until="2010"), as_at("2010-06-21"), ("from", "until")),
        (body("proposed", from_="2010"), as_at("2010-06-21"), ()),
        (body("proposed", from_="2010"), as_at("2010-06-21", "proposed"), ("from",)),
        (body("proposed", from_="2010"), as_at("2010-06-21", "proposed", ahead=True), ()),
        (body("ended", from_="2010"), as_at("2010-06-21"), ()),
    ],
)
def test_only_dates_that_decided_are_doubtful(
    thing: Body, standpoint: Standpoint, doubtful: tuple[str, ...]
) -> None:
    """Where every reading gives the same answer, or a status gave it, there is no doubt."""
    assert standpoint.doubtful_dates(thing) == doubtful
    assert standpoint.is_certain(thing) is (not doubtful)
