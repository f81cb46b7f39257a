"""Each rule of the author's own is judged, kept or broken."""

from dataclasses import replace

from govgraph.checks.check import Evidence
from govgraph.checks.policy import Verdict, judge_policy
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.dates import PartialDate
from govgraph.model.requirements import Demand, PolicyRule, Selector
from govgraph.model.standpoint import Standpoint
from tests.factories import structure

CHAIRED = PolicyRule(id="chaired", every=Selector(id=("a", "b")), must=Demand(chair=True))


def judge(*rules: PolicyRule, day: str = "2010") -> tuple[Verdict, ...]:
    """How the rules fare on three bodies, one of them proposed."""
    checked = replace(structure("a -> b*; c?"), policy=rules)
    graph = AccountabilityGraph(checked, Standpoint(as_at=PartialDate.parse(day)))
    return judge_policy(Evidence(graph, graph))


def test_a_verdict_names_the_bodies_a_rule_speaks_of_and_how_each_breaks_it() -> None:
    """In the order of the structure."""
    (verdict,) = judge(CHAIRED)
    assert verdict.in_force
    assert verdict.bodies == ("a", "b")
    assert [breach.subject.body for breach in verdict.breaches] == ["a", "b"]


def test_a_rule_that_is_not_in_force_is_not_judged() -> None:
    """Nothing is said of its bodies either."""
    later = replace(CHAIRED, from_=PartialDate(2011))
    assert judge(later) == (Verdict(later, in_force=False),)


def test_rules_are_judged_in_the_order_written() -> None:
    """So that a list of them reads like the file."""
    other = replace(CHAIRED, id="another")
    assert [verdict.rule.id for verdict in judge(other, CHAIRED)] == ["another", "chaired"]


def test_a_rule_of_layers_speaks_of_the_bodies_in_them_and_one_of_independence_of_its_own() -> None:
    """A list of rules can say what each was held against."""
    layers = PolicyRule(id="tiers", layers=("county",))
    apart = PolicyRule(id="apart", independent=("b", "c", "nowhere"))
    assert [verdict.bodies for verdict in judge(layers, apart)] == [(), ("b",)]


def test_a_body_that_must_not_be_reached_may_be_itself() -> None:
    """Nobody has a chain to themselves."""
    rule = PolicyRule(id="apart", every=Selector(), must_not=Demand(reach="b"))
    (verdict,) = judge(rule)
    assert [breach.subject.body for breach in verdict.breaches] == ["a"]
