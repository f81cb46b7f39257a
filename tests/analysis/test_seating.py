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


def test_of_the_body_asked_about_everything_is_told_and_of_others_nothing() -> None:
    """Its seats, and how it fares against what is asked of it."""
    asked = Requirement(
        id="r", applies_to=Selector(id=("lsp",)), seats_for=(Partner(name="Police"),)
    )
    made = replace(seated("hart; lsp", "hart: chair lynn"), requirements=(asked,))
    graph = AccountabilityGraph(made, Standpoint())
    (lsp,) = find_seating(graph, "lsp").bodies
    assert (lsp.seats, [each.requirement.id for each in lsp.requirements]) == ((), ["r"])
    (hart,) = find_seating(graph, "hart").bodies
    assert ([held.people for held in hart.seats], hart.requirements) == ([("lynn",)], ())


def test_a_body_may_be_measured_whatever_a_requirement_applies_to() -> None:
    """What if the duty were this body's?"""
    asked = Requirement(
        id="r", applies_to=Selector(id=("lsp",)), seats_for=(Partner(name="Police"),)
    )
    made = replace(seated("hart; lsp", "hart: chair lynn"), requirements=(asked,))
    graph = AccountabilityGraph(made, Standpoint())
    (hart,) = find_seating(graph, "hart", whatever=True).bodies
    assert [each.requirement.id for each in hart.requirements] == ["r"]
