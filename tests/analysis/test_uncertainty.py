"""Imprecise dates that decided an answer."""

from dataclasses import replace

from govgraph.analysis.chain import find_chains
from govgraph.analysis.reports import find_reports
from govgraph.analysis.uncertainty import Doubt, find_doubts
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.dates import PartialDate
from govgraph.model.seats import Seat
from govgraph.model.structure import Structure
from tests.factories import structure

APRIL = PartialDate.parse("2010-04", "by the end of April")


def county() -> Structure:
    """A line of three, a body apart; the lowest body and the upper line begin in April."""
    plain = structure("fleet -> hart -> trust*; other")
    fleet, hart, *others = plain.bodies
    lower, upper = plain.relations
    return replace(
        plain,
        bodies=(replace(fleet, from_=APRIL), hart, *others),
        relations=(lower, replace(upper, from_=APRIL)),
        seats=(Seat(body="other", until=APRIL),),
    )


def as_at(day: str) -> AccountabilityGraph:
    """The county as at a day that was asked for."""
    one = county()
    return AccountabilityGraph(one, one.standpoint(PartialDate.parse(day)))


def edges(doubts: tuple[Doubt, ...]) -> list[tuple[str, str]]:
    """What each doubt is about, and which date."""
    return [(type(doubt.record).__name__, doubt.edge) for doubt in doubts]


def test_everything_uncertain_is_found() -> None:
    """Bodies, relations and seats, and which of their dates."""
    doubts = find_doubts(as_at("2010-04-15"))
    assert edges(doubts) == [("Body", "from"), ("Relation", "from"), ("Seat", "until")]
    assert {doubt.date for doubt in doubts} == {APRIL}


def test_a_chain_says_only_what_decided_it() -> None:
    """What stands below or apart does not matter for the way upward."""
    assert edges(find_chains(as_at("2010-04-15"), "hart").doubts) == [("Relation", "from")]
    assert edges(find_chains(as_at("2010-04-15"), "other").doubts) == []


def test_reports_say_only_what_decided_them() -> None:
    """What stands above does not matter for who is below."""
    assert edges(find_reports(as_at("2010-04-15"), "hart").doubts) == [("Body", "from")]


def test_a_line_that_was_not_counted_for_its_date_is_doubtful_too() -> None:
    """About April reaches into March: on another reading the line would be there."""
    one = county()
    lower, upper = one.relations
    about = replace(one, relations=(lower, replace(upper, from_=PartialDate.parse("2010-04~"))))
    graph = AccountabilityGraph(about, about.standpoint(PartialDate.parse("2010-03-15")))
    assert edges(find_chains(graph, "hart").doubts) == [("Relation", "from")]


def test_precise_questions_of_precise_dates_have_no_doubt() -> None:
    """Before April and after it every reading says the same."""
    assert find_doubts(as_at("2010-03-31")) == ()
    assert find_doubts(as_at("2010-05-01")) == ()


def test_a_doubt_names_the_bodies_it_is_about() -> None:
    """One body, both ends of a relation, or the body a seat is on."""
    body, relation, seat = find_doubts(as_at("2010-04-15"))
    assert body.bodies == {"fleet"}
    assert relation.bodies == {"hart", "trust"}
    assert seat.bodies == {"other"}
