"""Every body stands on exactly one footing, and one rule speaks of it."""

from dataclasses import replace

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.checks.check import Evidence
from govgraph.checks.footing import Footing
from govgraph.checks.runner import check_structure
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.sources import Basis
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from tests.factories import structure
from tests.strategies import structures

FEWER = settings(max_examples=40)
"""Whole structures take long to make up."""
SPEAKS = {
    Footing.ORPHANED: {"GG101"},
    Footing.BROKEN: {"GG102"},
    Footing.WEAK: {"GG113"},
    Footing.ALONE: {"GG104"},
}
"""The rule that speaks of a body on each footing; GG103 speaks of closed rings instead."""


def evidence(checked: Structure, *, presume: bool = False) -> Evidence:
    """What the rules are given, asked as at the structure's own date."""
    asked = AccountabilityGraph(checked, checked.standpoint(presume=presume))
    return Evidence(asked, AccountabilityGraph(checked, checked.standpoint(presume=True)))


def footings(text: str) -> dict[str, Footing]:
    """The footing of each body that `text` draws."""
    return dict(evidence(structure(text)).footings)


def test_an_apex_is_an_apex_whatever_else_it_is() -> None:
    """Even one that answers to somebody, or only to itself."""
    assert footings("a* -> b; c* -> c")["a"] is Footing.APEX
    assert footings("a* -> b; c* -> c")["c"] is Footing.APEX


def test_a_body_that_is_not_there_has_no_footing() -> None:
    """Proposed and ended bodies are not judged."""
    assert set(footings("a? -> b*; c! -> b")) == {"b"}


@FEWER
@given(checked=structures(), presume=st.booleans())
def test_every_body_that_is_there_has_one_footing(checked: Structure, *, presume: bool) -> None:
    """No more and no less than the bodies that hold."""
    asked = evidence(checked, presume=presume)
    assert tuple(asked.footings) == asked.graph.bodies


@FEWER
@given(structures())
def test_a_body_is_firm_where_networkx_finds_a_stated_path_to_an_apex(checked: Structure) -> None:
    """FIRM is reachability by stated lines, as networkx sees it."""
    asked = evidence(checked)
    stated: nx.DiGraph[str] = nx.DiGraph()
    stated.add_nodes_from(asked.graph.bodies)
    stated.add_edges_from(
        (line.subordinate, line.superior)
        for line in asked.graph.lines
        if line.basis is Basis.STATED
    )
    for body, footing in asked.footings.items():
        arrives = any(nx.has_path(stated, body, apex) for apex in asked.graph.apexes)
        assert (footing in {Footing.APEX, Footing.FIRM}) is arrives


@FEWER
@given(structures())
def test_a_body_is_spoken_of_by_the_rule_of_its_footing_alone(checked: Structure) -> None:
    """One fault, one finding; whoever is in a closed ring is spoken of by the ring."""
    rules = ["GG101", "GG102", "GG103", "GG104", "GG113"]
    asked = evidence(checked)
    spoken: dict[str, set[str]] = {}
    ringed: set[str] = set()
    for finding in check_structure(checked, select=rules).findings:
        if finding.code == "GG103":
            ringed.update(finding.others)
        else:
            spoken.setdefault(finding.subject.body, set()).add(finding.code)
    for body, footing in asked.footings.items():
        said = spoken.get(body, set()) - {"GG104"}
        expected = SPEAKS.get(footing, set()) - {"GG104"}
        assert said == expected or (footing is Footing.BROKEN and not said and body in ringed)


@FEWER
@given(structures())
def test_presuming_never_makes_a_footing_worse(checked: Structure) -> None:
    """What arrives without presumed lines arrives with them."""
    good = {Footing.APEX, Footing.FIRM, Footing.WEAK}
    plain, presumed = evidence(checked).footings, evidence(checked, presume=True).footings
    assert all(presumed[body] in good for body, footing in plain.items() if footing in good)


@FEWER
@given(structures())
def test_a_structure_is_checked_to_the_end_whatever_it_holds(checked: Structure) -> None:
    """Every rule answers, in order, and twice the same."""
    found = check_structure(checked).findings
    assert list(found) == sorted(found, key=lambda finding: finding.order)
    assert found == check_structure(checked).findings
    undated = replace(checked, as_at=None)
    assert check_structure(undated, Standpoint()) is not None
