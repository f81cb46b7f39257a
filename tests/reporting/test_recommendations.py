"""What a paper asks of a board: once, and for whom."""

from dataclasses import replace

from govgraph.checks.finding import Finding, Subject
from govgraph.checks.runner import Findings
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.reporting.page.page_content import build_content
from govgraph.reporting.paper.front_page import Recommendation, gather_recommendations
from tests.reporting.small_county import COUNTY, ITSELF, ORPHAN


def asked(*findings: Finding) -> tuple[Recommendation, ...]:
    """What a board is asked after some findings about the small county."""
    graph = AccountabilityGraph(COUNTY, COUNTY.standpoint())
    page = build_content(graph, Findings(COUNTY, graph.standpoint, findings))
    return gather_recommendations(page.groups)


def test_what_differs_by_a_name_is_asked_once_of_each() -> None:
    """One body is named in it; several are listed beside it, in the order of the findings."""
    fleet = replace(ORPHAN, remedy="record whom Fleet answers to.")
    hart = replace(
        ORPHAN, subject=Subject(body="hart"), remedy="record whom Hart Partnership answers to."
    )
    (one,) = asked(fleet)
    assert (one.text, one.bodies) == ("Record whom Fleet answers to.", ("Fleet",))
    (both,) = asked(fleet, hart)
    assert both.text == "Record whom each of them answers to."
    assert (both.bodies, both.groups) == (("Fleet", "Hart Partnership"), (1,))
    assert both.severity == "warning"


def test_what_the_whole_structure_lacks_keeps_every_name_in_it() -> None:
    """It is for all the bodies it is about, by name; what is about none is for none."""
    remedy = "Agree whether Hart Partnership or Fleet answers for the rest."
    whole = replace(ORPHAN, subject=Subject(), others=("hart", "fleet"), remedy=remedy)
    (found,) = asked(whole)
    assert (found.text, found.bodies) == (remedy, ("Fleet", "Hart Partnership"))
    (found,) = asked(replace(whole, others=()))
    assert (found.text, found.bodies) == (remedy, ())


def test_recommendations_stand_in_the_order_of_their_findings() -> None:
    """With the number of each; what recommends nothing asks nothing."""
    found = asked(ITSELF, replace(ORPHAN, remedy=""), replace(ORPHAN, variant=""))
    assert [(each.text, each.groups) for each in found] == [
        ("Name the body it answers to.", (1,)),
        ("Record one.", (3,)),
    ]
