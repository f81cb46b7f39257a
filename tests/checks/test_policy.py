"""Each rule of the author's own is judged, kept or broken."""

from dataclasses import replace

import pytest

from govgraph.checks.check import Evidence
from govgraph.checks.finding import Subject
from govgraph.checks.policy import Breach, Verdict, judge_policy
from govgraph.errors import Place
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.dates import PartialDate
from govgraph.model.requirements import PolicyCondition, PolicyRule, Selector
from govgraph.model.standpoint import Standpoint
from tests.factories import structure
from tests.seated import seated

CHAIRED = PolicyRule(id="chaired", every=Selector(id=("a", "b")), must=PolicyCondition(chair=True))


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


def test_a_rule_that_asks_for_a_chain_to_nobody_is_not_judged() -> None:
    """It is not kept either; the name is the fault, and not each body."""
    astray = replace(CHAIRED, must=PolicyCondition(reach="nobody"))
    (verdict,) = judge(astray)
    assert verdict == Verdict(astray, in_force=True, bodies=("a", "b"), unknown="nobody")
    assert not verdict.is_kept


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
    rule = PolicyRule(id="apart", every=Selector(), must_not=PolicyCondition(reach="b"))
    (verdict,) = judge(rule)
    assert [breach.subject.body for breach in verdict.breaches] == ["a"]


@pytest.mark.parametrize(
    ("day", "in_force"),
    [("2009-12-31", False), ("2010-01-01", True), ("2011-12-31", True), ("2012-01-01", False)],
)
def test_a_rule_holds_from_its_first_day_to_its_last(day: str, *, in_force: bool) -> None:
    """Both of them included."""
    dated = replace(
        CHAIRED, from_=PartialDate.parse("2010-01-01"), until=PartialDate.parse("2011-12-31")
    )
    (verdict,) = judge(dated, day=day)
    assert verdict.in_force is in_force


def judged(text: str, rule: PolicyRule, *seats: str) -> tuple[Breach, ...]:
    """The breaches of one rule, every record placed on a line of its own."""
    made = seated(text, *seats)
    made = replace(
        made,
        policy=(rule,),
        bodies=tuple(
            replace(body, place=Place("f", 10 + at, 1), tier=body.id.split("-")[0])
            for at, body in enumerate(made.bodies)
        ),
        relations=tuple(
            replace(line, place=Place("f", 20 + at, 1)) for at, line in enumerate(made.relations)
        ),
    )
    graph = AccountabilityGraph(made, Standpoint())
    ((verdict,),) = (judge_policy(Evidence(graph, graph)),)
    return verdict.breaches


def test_a_breach_says_what_is_lacking_where_the_body_is_written() -> None:
    """Nobody in the chair, and somebody where there must be none."""
    must = PolicyRule(id="r", every=Selector(id=("a",)), must=PolicyCondition(chair=True))
    assert judged("b; a", must) == (
        Breach(Subject(body="a"), "has nobody in the chair", Place("f", 11, 1)),
    )
    must_not = PolicyRule(id="r", every=Selector(id=("a",)), must_not=PolicyCondition(chair=True))
    assert judged("b; a", must_not, "a: chair lynn") == (
        Breach(Subject(body="a"), "has somebody in the chair", Place("f", 11, 1)),
    )


def test_a_seat_that_must_not_be_there_is_said() -> None:
    """By the partner for whom it is."""
    rule = PolicyRule(id="r", every=Selector(), must_not=PolicyCondition(seat="Police"))
    assert judged("a; b", rule, "a: member ? for police") == (
        Breach(Subject(body="a"), "has a seat for Police", Place("f", 10, 1)),
    )


@pytest.mark.parametrize(
    ("unwanted", "says"),
    [
        (PolicyCondition(relation="supports"), "has a relation ‘supports’: B"),
        (PolicyCondition(to=Selector(id=("b",))), "has a relation to B: B"),
    ],
)
def test_a_relation_that_must_not_be_there_is_named_with_its_other_end(
    unwanted: PolicyCondition, says: str
) -> None:
    """Where the relation is written; of any kind if none is named."""
    rule = PolicyRule(id="r", every=Selector(), must_not=unwanted)
    key = ("a", "supports", "b")
    assert judged("a -supports-> b", rule) == (
        Breach(Subject(body="a", relation=key), says, Place("f", 20, 1), ("b",)),
    )


def test_a_line_from_a_tier_to_a_lower_one_is_named_with_its_other_end() -> None:
    """In whatever case the tiers are written; lines to the same tier and upward are sound."""
    rule = PolicyRule(id="r", layers=("COUNTY", "district", "parish"))
    text = "county-a -> district-a; district-b -> county-b; district-c -> district-d"
    assert judged(text, rule) == (
        Breach(
            Subject(body="county-a", relation=("county-a", "accountable_to", "district-a")),
            "is of tier county and answers to District A, of tier district",
            Place("f", 20, 1),
            ("district-a",),
        ),
    )


def test_somebody_shared_is_named_with_the_other_body() -> None:
    """By roles in the plural or the singular; once for each pair."""
    for share in ("chairs", "chair", "Chair"):
        rule = PolicyRule(id="r", independent=("a", "b", "c"), share=(share,))
        seats = ("a: chair lynn", "b: chair lynn", "c: member lynn")
        assert judged("a; b; c", rule, *seats) == (
            Breach(Subject(body="a"), "shares Lynn with B", Place("f", 10, 1), ("b",)),
        )


def test_a_body_that_is_not_there_is_reached_by_nobody() -> None:
    """A chain to what has ended is none."""
    rule = PolicyRule(id="r", every=Selector(id=("a",)), must=PolicyCondition(reach="b"))
    (breach,) = judged("a -> b!", rule)
    assert breach.says == "has no chain to B"


@pytest.mark.parametrize(
    ("meets", "wanted", "met"),
    [
        ("monthly", "monthly", True),
        ("every two months", "quarterly", True),
        ("twice a year", "quarterly", False),
        ("now and then", "quarterly", False),
        ("", "quarterly", False),
    ],
)
def test_meetings_as_often_as_asked_will_do(meets: str, wanted: str, *, met: bool) -> None:
    """Words that do not say how often are not enough."""
    rule = PolicyRule(id="r", every=Selector(id=("a",)), must=PolicyCondition(meets=wanted))
    made = structure("a")
    made = replace(made, policy=(rule,), bodies=(replace(made.bodies[0], meets=meets),))
    graph = AccountabilityGraph(made, Standpoint())
    ((verdict,),) = (judge_policy(Evidence(graph, graph)),)
    assert bool(verdict.breaches) is not met
