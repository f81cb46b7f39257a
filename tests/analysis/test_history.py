"""Lives and events of a structure, in order."""

from hypothesis import given, settings

from govgraph.analysis.history import Event, Happening, find_history
from govgraph.model.bodies import Body
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.requirements import Requirement
from govgraph.model.seats import Seat
from govgraph.model.sources import Citation, Milestone, Source
from govgraph.model.structure import Structure
from tests.strategies import structures

APRIL, MAY = PartialDate.parse("2010-04"), PartialDate.parse("2010-05-01")


def told(structure: Structure) -> list[tuple[str, str, str]]:
    """Date, kind and sort of record of each event."""
    return [
        (str(event.date), str(event.what), type(event.record).__name__)
        for event in find_history(structure).events
    ]


def test_lives_are_told_from_the_earliest_and_those_without_a_date_last() -> None:
    """A date of its own first, then when papers speak of a body, then the name."""
    paper = Source(id="p", title="P", date=MAY)
    bodies = (
        Body(id="unknown", name="Unknown"),
        Body(id="heard", name="Heard", cites=(Citation(source="p"),)),
        Body(id="late", name="Late", from_=MAY),
        Body(id="ended", name="Ended", until=APRIL, succeeds=("unknown",)),
    )
    lives = find_history(Structure(bodies=bodies, sources=(paper,))).lives
    assert [life.body.id for life in lives] == ["ended", "late", "heard", "unknown"]
    assert [life.heard for life in lives] == [(), (), (MAY,), ()]
    assert lives[-1].succeeded_by == ("ended",)


def test_everything_dated_is_an_event() -> None:
    """Papers, milestones, and whatever begins or ends."""
    structure = Structure(
        sources=(Source(id="p", title="P", date=APRIL), Source(id="q", title="Q")),
        milestones=(Milestone(date=APRIL, what="Agreed"),),
        bodies=(Body(id="hart", name="Hart", until=MAY), Body(id="trust", name="Trust")),
        relations=(
            Relation(from_body="trust", kind="informs", to_body="trust", from_=MAY, until=MAY),
        ),
        seats=(Seat(body="trust", from_=MAY),),
        requirements=(Requirement(id="r", from_=APRIL),),
    )
    assert told(structure) == [
        ("2010-04", "paper", "Source"),
        ("2010-04", "milestone", "Milestone"),
        ("2010-04", "begins", "Requirement"),
        ("2010-05-01", "ends", "Body"),
        ("2010-05-01", "ends", "Relation"),
        ("2010-05-01", "begins", "Relation"),
        ("2010-05-01", "begins", "Seat"),
    ]


def test_what_begins_with_its_body_is_no_event_of_its_own() -> None:
    """Neither lines nor seats, nor the seat that goes with a post on it."""
    structure = Structure(
        bodies=(Body(id="hart", name="Hart", from_=APRIL), Body(id="trust", name="Trust")),
        relations=(Relation(from_body="hart", kind="reports_to", to_body="trust", from_=APRIL),),
        seats=(Seat(body="trust", ex_officio="chair of hart", from_=APRIL),),
    )
    assert told(structure) == [("2010-04", "begins", "Body")]


def test_a_milestone_that_names_a_body_tells_of_its_beginning() -> None:
    """On the same date; on another the body begins by itself."""
    hart = Body(id="hart", name="Hart", from_=APRIL)
    milestone = Milestone(date=APRIL, what="Hart begins", bodies=("hart",))
    assert told(Structure(bodies=(hart,), milestones=(milestone,))) == [
        ("2010-04", "milestone", "Milestone")
    ]
    other = Milestone(date=MAY, what="Hart is opened", bodies=("hart",))
    assert len(told(Structure(bodies=(hart,), milestones=(other,)))) == 2


def test_an_event_names_its_bodies() -> None:
    """A paper and a list name none."""
    relation = Relation(from_body="a", kind="informs", to_body="b")
    assert Event(MAY, Happening.BEGINS, relation).bodies == ("a", "b")
    assert Event(MAY, Happening.PAPER, Source(id="p", title="P")).bodies == ()


@settings(max_examples=40)
@given(structures())
def test_events_come_in_order_and_every_body_has_a_life(structure: Structure) -> None:
    """Whatever a structure holds."""
    history = find_history(structure)
    days = [event.date.first_day for event in history.events]
    assert days == sorted(days)
    assert sorted(life.body.id for life in history.lives) == sorted(structure.body_by_id)
