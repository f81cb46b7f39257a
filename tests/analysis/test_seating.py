"""The membership of bodies."""

from dataclasses import replace

from govgraph.analysis.seating import find_seating
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.requirements import Partner, Requirement, Selector
from govgraph.model.standpoint import Standpoint
from tests.seated import seated, seated_graph


def test_every_body_with_seats_is_told() -> None:
    """Those without are left out, unless one is asked about."""
    graph = seated_graph("hart; trust; lsp", "hart: chair lynn", "trust: member nobody")
    assert [body.body for body in find_seating(graph).bodies] == ["hart", "trust"]
    assert [body.body for body in find_seating(graph, "lsp").bodies] == ["lsp"]


def test_vacancies_are_counted() -> None:
    """A vacant seat is a seat."""
    graph = seated_graph("hart", "hart: chair lynn", "hart: member nobody")
    (body,) = find_seating(graph).bodies
    assert (len(body.seats), len(body.vacant)) == (2, 1)


def test_a_body_that_ought_to_have_seats_is_told() -> None:
    """A requirement applies to it, though no seat is recorded."""
    asked = Requirement(
        id="r", applies_to=Selector(id=("lsp",)), seats_for=(Partner(name="Police"),)
    )
    made = replace(seated("hart; lsp"), requirements=(asked,))
    (body,) = find_seating(AccountabilityGraph(made, Standpoint())).bodies
    assert (body.body, len(body.requirements)) == ("lsp", 1)
