"""Every body is judged once, and one rule speaks of it."""

import re
from collections.abc import Mapping
from dataclasses import replace

import networkx as nx
from hypothesis import given, settings

from govgraph.checks.check import Evidence
from govgraph.checks.facts import BodyFacts, broken, orphaned, unfirm, weak
from govgraph.checks.runner import check_structure
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.sources import Basis
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from tests.factories import structure
from tests.strategies import structures

FEWER = settings(max_examples=40)
"""Whole structures take long to make up."""
SPEAKS = {"GG101": orphaned, "GG102": broken, "GG113": weak}
"""The rule that speaks of a body, and the bodies that it is to speak of."""


def test_every_fact_is_explained_where_they_are_listed() -> None:
    """Whoever writes a rule reads that list, under the names that rules use."""
    explained = re.findall(r"^ {4,}(\w+): ", BodyFacts.__doc__ or "", re.MULTILINE)
    facts = [name for name in vars(BodyFacts) if isinstance(vars(BodyFacts)[name], property)]
    assert explained == facts


def evidence(checked: Structure, *, presume: bool = False) -> Evidence:
    """What the rules are given, asked as at the structure's own date."""
    asked = AccountabilityGraph(checked, checked.standpoint(presume=presume))
    return Evidence(asked, AccountabilityGraph(checked, checked.standpoint(presume=True)))


def firmness(checked: Structure) -> Mapping[str, int]:
    """How firm the firmest chain of each body is that holds."""
    facts = evidence(checked).facts
    columns = zip(facts.ids, facts.present.values, facts.firmness.values, strict=True)
    return {body: firm for body, here, firm in columns if here}


def judged(asked: Evidence) -> dict[str, set[str]]:
    """The rules that are to speak of each unfirm body."""
    facts = asked.facts
    facts = facts.at(unfirm(facts).rows())
    said: dict[str, set[str]] = {body: set() for body in facts.ids}
    for code, among in SPEAKS.items():
        for row in among(facts).rows():
            said[facts.ids[row]].add(code)
    return said


def test_an_apex_is_firm_whatever_else_it_is() -> None:
    """Even one that answers to somebody, or only to itself."""
    assert firmness(structure("a* -> b; c* -> c"))["a"] == Basis.STATED
    assert firmness(structure("a* -> b; c* -> c"))["c"] == Basis.STATED


def test_a_body_that_is_not_there_is_not_judged() -> None:
    """Neither one that is proposed nor one that has ended."""
    assert set(firmness(structure("a? -> b*; c! -> b"))) == {"b"}


def test_a_chain_is_as_firm_as_its_weakest_line_at_its_firmest() -> None:
    """Whatever weaker way there is beside it."""
    found = firmness(structure("a -part_of-> b*; c -> a; c -> b; d -> a"))
    assert (found["a"], found["c"], found["d"]) == (Basis.PRESUMED, Basis.STATED, Basis.PRESUMED)


@FEWER
@given(structures())
def test_a_body_is_firm_where_networkx_finds_a_stated_path_to_an_apex(checked: Structure) -> None:
    """Reachability by stated lines, as networkx sees it."""
    asked = evidence(checked)
    stated: nx.DiGraph[str] = nx.DiGraph()
    stated.add_nodes_from(asked.graph.bodies)
    stated.add_edges_from(
        (line.subordinate, line.superior)
        for line in asked.graph.lines
        if line.basis is Basis.STATED
    )
    for body, firm in firmness(checked).items():
        arrives = any(nx.has_path(stated, body, apex) for apex in asked.graph.apexes)
        assert (firm == Basis.STATED) is arrives


@FEWER
@given(structures())
def test_a_body_is_spoken_of_by_one_rule_alone(checked: Structure) -> None:
    """One fault, one finding; whoever is in a closed ring is spoken of by the ring."""
    asked = evidence(checked)
    spoken: dict[str, set[str]] = {}
    silent: set[str] = set()
    for finding in check_structure(checked, select=[*SPEAKS, "GG103", "GG104"]).each:
        if finding.code == "GG103":
            silent.update(finding.others)
        elif finding.code == "GG104":
            silent.add(finding.subject.body)
        else:
            spoken.setdefault(finding.subject.body, set()).add(finding.code)
    for body, expected in judged(asked).items():
        assert spoken.get(body, set()) == expected
        assert len(expected) == 1 or (not expected and body in silent)
    assert spoken.keys() <= judged(asked).keys()


@FEWER
@given(structures())
def test_presuming_never_makes_a_chain_worse(checked: Structure) -> None:
    """What arrives without presumed lines arrives with them."""
    plain, presumed = (evidence(checked, presume=presume).graph for presume in (False, True))
    assert all(with_ >= alone for alone, with_ in zip(plain.arrives, presumed.arrives, strict=True))


@FEWER
@given(structures())
def test_a_structure_is_checked_to_the_end_whatever_it_holds(checked: Structure) -> None:
    """Every rule answers, in order, and twice the same."""
    found = check_structure(checked).findings
    assert list(found) == sorted(found, key=lambda finding: finding.order)
    assert found == check_structure(checked).findings
    undated = replace(checked, as_at=None)
    assert check_structure(undated, Standpoint()) is not None
