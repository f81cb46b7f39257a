"""Who stands in the place of a body that has ended."""

from govgraph.analysis.chain import find_chains
from govgraph.analysis.current_successors import find_current_successors, find_successors
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body, Status
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure


def ended(id_: str, *succeeds: str) -> Body:
    """A body that is over."""
    return Body(id=id_, name=id_.title(), status=Status.ENDED, succeeds=succeeds)


def graph(*bodies: Body) -> AccountabilityGraph:
    """The graph of bodies without relations."""
    return AccountabilityGraph(Structure(bodies=bodies), Standpoint())


def test_successors_that_have_ended_are_followed_to_their_own() -> None:
    """The heir is whoever stands there today, however many took over in between."""
    line = graph(ended("a"), ended("b", "a"), Body(id="c", name="C", succeeds=("b",)))
    assert find_successors(line.structure, "a") == ("b",)
    assert find_current_successors(line, "a") == ("c",)


def test_a_split_has_several_heirs() -> None:
    """All of those who took over stand in its place."""
    east, west = (Body(id=id_, name=id_, succeeds=("whole",)) for id_ in ("east", "west"))
    assert find_current_successors(graph(ended("whole"), west, east), "whole") == ("east", "west")


def test_a_ring_of_successions_has_no_heir() -> None:
    """Bodies written as taking over from one another lead nowhere, and the search ends."""
    assert find_current_successors(graph(ended("a", "b"), ended("b", "a")), "a") == ()


def test_a_chain_asked_of_an_ended_body_names_its_heir() -> None:
    """Whoever asks for the old body is told of the new one."""
    line = graph(ended("old"), Body(id="new", name="New", succeeds=("old",)))
    assert find_chains(line, "old").succeeded_by == ("new",)


def test_a_body_that_is_there_has_no_heir_in_its_chain() -> None:
    """A body may live on beside the one that took something over from it."""
    line = graph(Body(id="old", name="Old"), Body(id="new", name="New", succeeds=("old",)))
    assert find_chains(line, "old").succeeded_by == ()


def test_a_successor_that_was_met_does_not_hide_the_next() -> None:
    """Two bodies may have taken over from one, and from each other."""
    old = Body(id="old", name="Old", status=Status.ENDED)
    first = Body(id="a", name="A", status=Status.ENDED, succeeds=("old", "b"))
    second = Body(id="b", name="B", status=Status.ENDED, succeeds=("old", "a"))
    third = Body(id="c", name="C", succeeds=("a", "b"))
    structure = Structure(bodies=(old, first, second, third))
    assert find_current_successors(AccountabilityGraph(structure, Standpoint()), "old") == ("c",)
