"""What answers count although a later paper is silent on it."""

from dataclasses import replace

from govgraph.analysis.chain import find_chains
from govgraph.analysis.last_heard import find_last_heard
from govgraph.analysis.reports import find_reports
from govgraph.checks.evidence_sentences import format_evidence_gaps, format_last_heard
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.seats import Seat
from govgraph.model.structure import Structure
from tests.model.test_mentions import BOARD, EARLY, HART, PAPERS, TRUST

SAID = (
    "Last heard of in April 2009 (‘Early’), and counted although ‘Late’ (25 July 2017) does not "
    "mention it: "
)


def seen(structure: Structure, day: str) -> AccountabilityGraph:
    """A structure as at a day that was asked for."""
    return AccountabilityGraph(structure, structure.standpoint(PartialDate.parse(day)))


def test_a_chain_says_once_what_it_leans_on() -> None:
    """The body covers its line and its seats."""
    graph = seen(PAPERS, "2018")
    answer = find_chains(graph, "hart")
    assert [chain.bodies for chain in answer.chains] == [("hart", "trust")]
    assert format_last_heard(PAPERS, answer.last_heard) == (f"{SAID}Hart.",)


def test_a_chain_that_leans_on_nothing_of_the_sort_says_nothing() -> None:
    """What stands elsewhere in the structure is no business of this answer."""
    assert find_chains(seen(PAPERS, "2018"), "trust").last_heard == ()


def test_a_line_between_bodies_that_are_known_is_last_heard_of_by_itself() -> None:
    """Both papers speak of the bodies; only the first of the line."""
    known = replace(PAPERS, bodies=(TRUST, replace(HART, cites=TRUST.cites)))
    answer = find_reports(seen(known, "2018"), "trust")
    assert format_last_heard(known, answer.last_heard) == (f"{SAID}Hart is accountable to Trust.",)


def test_a_seat_is_named_with_its_body() -> None:
    """A seat of which the later paper does not speak, on a body of which it does."""
    seated = Structure(
        sources=PAPERS.sources, bodies=(TRUST,), seats=(Seat(body="trust", cites=(EARLY,)),)
    )
    heard = find_last_heard(seen(seated, "2018"))
    assert format_last_heard(seated, heard) == (f"{SAID}member of Trust.",)


def test_what_stands_on_a_shadow_is_not_said_to_count() -> None:
    """The shadow is not counted, and so neither is its line."""
    shadow = replace(HART, status=Status.SHADOW)
    heard = find_last_heard(seen(replace(PAPERS, bodies=(TRUST, shadow)), "2018"))
    assert not [record for one in heard for record in one.records]


def test_a_body_first_heard_of_later_has_no_chain() -> None:
    """It says when it is first heard of, and everybody else is counted without it."""
    graph = seen(PAPERS, "2009")
    assert graph.bodies == ("trust", "hart")
    (chain,) = find_chains(graph, BOARD.id).chains
    assert chain.stop is not None
    assert chain.stop.because == "the body is not there: first heard of on 25 July 2017"
    assert format_evidence_gaps(graph) == ("1 body is first heard of later, and not counted.",)


def test_what_is_not_shown_is_not_said_to_be_last_heard_of() -> None:
    """A drawing of a part speaks of that part."""
    graph = seen(PAPERS, "2018")
    assert format_evidence_gaps(graph, ["trust"]) == ()
    assert format_evidence_gaps(graph, ["trust", "hart"]) == (f"{SAID}Hart.",)
