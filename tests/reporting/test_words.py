"""Phrases that several answers share."""

from dataclasses import replace

from govgraph import chain
from govgraph.analysis.uncertainty import find_doubts
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.seats import Role, Seat
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.reporting.answer_phrases import doubts_as_text, format_standpoint, format_successors
from govgraph.reporting.answer_text import chains_as_text
from govgraph.reporting.record_json import doubts_as_data
from govgraph.wording.standpoints import format_standpoint_date

APRIL = PartialDate.parse("2010-04", "by the end of April")


def succession(*bodies: Body) -> AccountabilityGraph:
    """A graph of an ended body, Old, and others."""
    old = Body(id="old", name="Old", status=Status.ENDED)
    return AccountabilityGraph(Structure(bodies=(old, *bodies)), Standpoint())


def test_an_ended_body_is_spoken_of_with_its_successor() -> None:
    """Or with the plain word that none is named."""
    assert format_successors(succession(), "old") == (
        "Old has ended; nothing here is said to succeed it."
    )
    new = Body(id="new", name="New", succeeds=("old",))
    assert format_successors(succession(new), "old") == "Old has ended; New took over from it."
    gone = Body(id="new", name="New", succeeds=("old",), status=Status.ENDED)
    assert format_successors(succession(gone), "old") == (
        "Old has ended; New took over from it, and nothing stands in its place now."
    )
    later = Body(id="later", name="Later", succeeds=("new",))
    assert format_successors(succession(gone, later), "old") == (
        "Old has ended; New took over from it, and Later now stands there."
    )


def test_a_body_that_is_there_needs_no_successor() -> None:
    """Nor one that nobody knows."""
    assert format_successors(succession(Body(id="new", name="New")), "new") == ""
    assert format_successors(succession(), "nobody") == ""


def test_a_line_to_an_ended_body_is_answered_with_the_successor() -> None:
    """Below the line that does not count."""
    new = Body(id="new", name="New", succeeds=("old",))
    below = Body(id="below", name="Below")
    line = Relation(from_body="below", kind="reports_to", to_body="old")
    bodies = (*succession(new).structure.bodies, below)
    graph = AccountabilityGraph(Structure(bodies=bodies, relations=(line,)), Standpoint())
    out = chains_as_text(graph, chain(graph, "below"))
    assert "  Below reports to Old: the body has ended\n    Old has ended; New took over" in out


def test_what_is_only_proposed_and_left_out_is_counted() -> None:
    """So that nobody takes an answer about today for all that the paper says."""
    bodies = (
        Body(id="one", name="One", status=Status.PROPOSED),
        Body(id="two", name="Two", status=Status.PROPOSED),
        Body(id="three", name="Three", status=Status.SHADOW),
    )
    line = Relation(from_body="one", kind="reports_to", to_body="two", status=Status.PROPOSED)
    structure = Structure(bodies=bodies, relations=(line,))
    assert format_standpoint(AccountabilityGraph(structure, Standpoint())) == (
        "All dates. Not counted: 2 bodies and 1 relation, only proposed "
        "(--include proposed counts them); 1 body, only in shadow (--include shadow counts them)."
    )
    here = Standpoint(include=frozenset({Status.PROPOSED, Status.SHADOW}))
    assert format_standpoint(AccountabilityGraph(structure, here)) == (
        "All dates, with all that is proposed or in shadow form."
    )


def test_the_two_readings_of_what_is_proposed_are_told_apart() -> None:
    """The same date and the same inclusion answer otherwise when the date was asked for."""
    structure, included = Structure(as_at=APRIL), frozenset({Status.PROPOSED})
    assert format_standpoint_date(structure.standpoint(None, included)) == (
        "As at April 2010, with all that is proposed, whenever it is to begin"
    )
    assert format_standpoint_date(structure.standpoint(APRIL, included)) == (
        "As at April 2010, with what is proposed and to be there by then"
    )


def test_what_is_included_and_to_begin_later_is_counted() -> None:
    """A day that is asked for is the day on which a proposal has to have begun."""
    late = PartialDate.parse("2010-04")
    bodies = (Body(id="one", name="One", status=Status.PROPOSED, from_=late),)
    asked, proposed = PartialDate.parse("2009-08"), frozenset({Status.PROPOSED})
    here = Standpoint(as_at=asked, include=proposed, ahead=False)
    told = format_standpoint(AccountabilityGraph(Structure(bodies=bodies), here))
    assert told == (
        "As at August 2009, with what is proposed and to be there by then. "
        "Not counted: 1 body, proposed from a later day (without --as-at they count)."
    )
    ahead = replace(here, ahead=True)
    told = format_standpoint(AccountabilityGraph(Structure(bodies=bodies), ahead))
    assert told == "As at August 2009, with all that is proposed, whenever it is to begin."


def dated() -> AccountabilityGraph:
    """A body, a relation and a seat that begin at some time in April, asked within it."""
    structure = Structure(
        bodies=(Body(id="hart", name="Hart", from_=APRIL), Body(id="trust", name="Trust")),
        relations=(Relation(from_body="hart", kind="reports_to", to_body="trust", from_=APRIL),),
        seats=(Seat(body="hart", role=Role.CHAIR, held_by=("ann",), until=APRIL),),
    )
    return AccountabilityGraph(structure, structure.standpoint(PartialDate.parse("2010-04-15")))


def test_doubts_are_told_with_the_rule_and_the_papers_words() -> None:
    """One line each, below the day and the rule."""
    graph = dated()
    lines = doubts_as_text(graph.structure, graph.standpoint, find_doubts(graph))
    assert lines[0].startswith("Not certain on 15 April 2010:")
    assert lines[2:] == [
        "  Hart: from April 2010 (by the end of April)",
        "  Hart reports to Trust: from April 2010 (by the end of April)",
        "  chair of Hart: until April 2010 (by the end of April)",
    ]


def test_doubts_as_data() -> None:
    """The documented shape of each kind of record."""
    shared = {"date": "2010-04", "words": "by the end of April"}
    assert doubts_as_data(find_doubts(dated())) == [
        {"body": "hart", "edge": "from", **shared},
        {
            "relation": {"from": "hart", "kind": "reports_to", "to": "trust"},
            "edge": "from",
            **shared,
        },
        {
            "body": "hart",
            "seat": "chair",
            "held_by": ["ann"],
            "represents": [],
            "edge": "until",
            **shared,
        },
    ]


def test_no_doubt_is_no_word() -> None:
    """A sure answer says nothing of dates."""
    assert doubts_as_text(Structure(), Standpoint(), ()) == []


def test_every_question_asked_of_an_ended_body_is_answered_with_its_successor() -> None:
    """Reports, paths, common and impact as well as chains."""
    from govgraph import common, impact, paths, reports
    from govgraph.reporting import answer_text

    graph = succession(Body(id="new", name="New", succeeds=("old",)))
    said = "\nOld has ended; New took over from it.\n"
    assert reports(graph, "old").succeeded_by == ("new",)
    for told in (
        answer_text.reports_as_text(graph, reports(graph, "old")),
        answer_text.paths_as_text(graph, paths(graph, "old", "new")),
        answer_text.common_as_text(graph, common(graph, ["old", "new"])),
        answer_text.impact_as_text(graph, impact(graph, "old")),
    ):
        assert said in told
