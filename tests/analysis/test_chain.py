"""Upward from a body: every chain, and where each stops."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.analysis.chain import find_chains, order
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import ApexBasis, Status
from govgraph.model.sources import Basis
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from tests.factories import graph, structure
from tests.strategies import structures


def test_a_chain_arrives_at_the_apex() -> None:
    """Each line is a step, and the chain is as firm as its weakest."""
    (chain,) = find_chains(graph("fleet -> hart -> trust*"), "fleet").chains
    assert chain.bodies == ("fleet", "hart", "trust")
    assert (chain.apex, chain.stop, chain.basis) == ("trust", None, Basis.STATED)


def test_a_chain_leaves_at_a_body_outside() -> None:
    """That is neither an arrival nor a stop."""
    (chain,) = find_chains(graph("fleet -> hart -> funders^"), "fleet").chains
    assert chain.bodies == ("fleet", "hart", "funders")
    assert (chain.apex, chain.stop, chain.leaves) == (None, None, "funders")


def test_a_chain_leaves_at_the_first_body_outside() -> None:
    """What that one answers to is its own affair."""
    (chain,) = find_chains(graph("hart -> police^ -> ministry"), "hart").chains
    assert chain.leaves == "police"


def test_a_body_outside_has_one_chain_without_steps() -> None:
    """Its own governance is elsewhere."""
    (chain,) = find_chains(graph("hart -> police^"), "police").chains
    assert (chain.steps, chain.stop, chain.leaves) == ((), None, "police")


def test_a_chain_through_a_body_outside_may_still_arrive() -> None:
    """What is recorded is not unsaid."""
    (chain,) = find_chains(graph("hart -> police^ -> council*"), "hart").chains
    assert (chain.apex, chain.leaves) == ("council", None)


def test_chains_that_arrive_stand_before_those_that_leave_and_stop() -> None:
    """The best comes first."""
    found = find_chains(graph("a -> b; a -> out^; a -> top*"), "a").chains
    assert [chain.bodies[-1] for chain in found] == ["top", "out", "b"]


def test_a_chain_says_how_its_end_is_known() -> None:
    """Where the structure does."""
    here = structure("hart -> trust*")
    trust = replace(here.body_by_id["trust"], apex_basis=ApexBasis.JUDGEMENT)
    here = replace(here, bodies=(here.body_by_id["hart"], trust))
    (chain,) = find_chains(AccountabilityGraph(here, Standpoint()), "hart").chains
    assert chain.apex_basis is ApexBasis.JUDGEMENT


def test_an_apex_has_one_chain_without_steps() -> None:
    """Accountability may end at the body asked about."""
    (chain,) = find_chains(graph("hart -> trust*"), "trust").chains
    assert (chain.steps, chain.apex, chain.basis) == ((), "trust", None)


def test_a_chain_ends_at_the_first_apex() -> None:
    """What stands above an apex belongs to the apex's own chain."""
    (chain,) = find_chains(graph("hart -> trust* -> council*"), "hart").chains
    assert chain.apex == "trust"


def test_a_body_without_a_line_stops_where_it_is() -> None:
    """The answer says that nobody is above it."""
    (chain,) = find_chains(graph("fleet -part_of-> hart"), "fleet").chains
    assert chain.stop
    assert (chain.stop.body, chain.stop.because) == ("fleet", "nobody above it")


def test_part_of_counts_only_when_presumed() -> None:
    """A presumed step makes the whole chain presumed."""
    here = graph("fleet -part_of-> hart -> trust*", Standpoint(presume=True))
    (chain,) = find_chains(here, "fleet").chains
    assert (chain.apex, chain.basis) == ("trust", Basis.PRESUMED)


def test_support_and_liaison_are_never_lines() -> None:
    """Stated is not presumed, and links are neither."""
    here = graph("hart -supports-> trust*; hart -liaises_with-> lsp*", Standpoint(presume=True))
    assert find_chains(here, "hart").chains[0].apex is None


def test_a_line_to_a_proposed_body_is_not_counted_and_said() -> None:
    """The chain stops below it, with the reason, until proposals are included."""
    here = graph("hart -> board? ; board -> council*")
    answer = find_chains(here, "hart")
    assert answer.chains[0].stop
    assert answer.chains[0].stop.because == "the body is only proposed"
    assert [gap.relation.to_body for gap in answer.not_counted] == ["board"]
    included = Standpoint(include=frozenset({Status.PROPOSED}))
    assert find_chains(graph("hart -> board? -> council*", included), "hart").chains[0].apex


def test_a_ring_stops_where_it_comes_round() -> None:
    """A cycle is a stop, not an endless chain."""
    (chain,) = find_chains(graph("a -> b -> c -> a"), "a").chains
    assert chain.bodies == ("a", "b", "c", "a")
    assert chain.stop
    assert chain.stop.body == "a"


def test_every_chain_is_found_the_arriving_ones_first() -> None:
    """Two superiors give two chains."""
    answer = find_chains(graph("lcp -> board -> council*; lcp -> lsp"), "lcp")
    assert [chain.bodies for chain in answer.chains] == [
        ("lcp", "board", "council"),
        ("lcp", "lsp"),
    ]


def test_a_lattice_is_capped_and_says_so() -> None:
    """2^40 chains are not counted out."""
    rungs = "; ".join(f"a{i} -> b{i} -> a{i + 1}; a{i} -> c{i} -> a{i + 1}" for i in range(40))
    answer = find_chains(graph(rungs + "; a40*"), "a0", most=10)
    assert len(answer.chains) == 10
    assert answer.capped


def test_a_very_long_chain_is_walked() -> None:
    """20,000 steps need no recursion."""
    ladder = " -> ".join(f"b{i}" for i in range(20_000)) + " -> top*"
    (chain,) = find_chains(graph(ladder), "b0").chains
    assert len(chain.steps) == 20_000


def test_an_answer_names_its_body_and_does_not_claim_a_cap() -> None:
    """The cap is only said where a chain was left out."""
    here = graph("lcp -> board -> council*; lcp -> lsp")
    assert (find_chains(here, "lcp").body, find_chains(here, "lcp").capped) == ("lcp", False)
    assert not find_chains(here, "lcp", most=2).capped
    assert find_chains(here, "lcp", most=1).capped


def test_the_steps_of_all_chains_together_are_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many long chains cannot fill the memory: what goes beyond the limit is left out, and said."""
    monkeypatch.setattr("govgraph.analysis.chain.MOST_STEPS", 4)
    here = graph("a -> b -> top*; a -> c -> top; a -> d -> top; a -> e -> top")
    answer = find_chains(here, "a")
    assert (len(answer.chains), answer.capped) == (3, True)
    within = find_chains(graph("a -> b -> top*; a -> c -> top; x -> top"), "a")
    assert (len(within.chains), within.capped) == (2, False)


def test_each_stop_says_why() -> None:
    """A ring, a body that is gone, and more than one reason at once."""
    (cycle,) = find_chains(graph("a -> b -> a"), "a").chains
    assert cycle.stop
    assert cycle.stop.because == "it comes round to a body of the same chain"
    (gone,) = find_chains(graph("old! -> trust*"), "old").chains
    assert gone.stop
    assert (gone.stop.body, gone.stop.because) == ("old", "the body is not there: ended")
    (both,) = find_chains(graph("hart -> board?; hart -> old!"), "hart").chains
    assert both.stop
    assert both.stop.because == "the body has ended; the body is only proposed"


def test_a_ring_higher_up_is_walked_round_once() -> None:
    """The chain comes round to a body it has passed, wherever that is."""
    (chain,) = find_chains(graph("x -> a -> b -> c -> a"), "x").chains
    assert chain.bodies == ("x", "a", "b", "c", "a")


def test_chains_come_the_firmest_first_then_the_shortest_then_by_name() -> None:
    """A long stated chain stands before a short implied one."""
    base = structure("a -> z -> top*; a -> m -> n -> top; a -> b -> top; a -> q; q -> top")
    implied = tuple(
        replace(line, basis=Basis.IMPLIED) if line.from_body == "b" else line
        for line in base.relations
    )
    here = AccountabilityGraph(replace(base, relations=implied), Standpoint())
    assert [(chain.bodies[1], chain.basis) for chain in find_chains(here, "a").chains] == [
        ("q", Basis.STATED),
        ("z", Basis.STATED),
        ("m", Basis.STATED),
        ("b", Basis.IMPLIED),
    ]


def test_two_lines_between_the_same_bodies_come_in_the_order_of_their_kinds() -> None:
    """However they are written, the answer is the same."""
    for text in ("a -reports_to-> b*; a -> b", "a -> b*; a -reports_to-> b"):
        chains = find_chains(graph(text), "a").chains
        kinds = [chain.steps[0].relation.kind for chain in chains]
        assert kinds == ["accountable_to", "reports_to"]


def inferred(text: str, *pairs: tuple[str, str]) -> AccountabilityGraph:
    """The graph that a text draws, some of its lines only inferred."""
    drawn = structure(text)
    lines = tuple(
        replace(line, basis=Basis.INFERRED) if (line.from_body, line.to_body) in pairs else line
        for line in drawn.relations
    )
    return AccountabilityGraph(replace(drawn, relations=lines), Standpoint())


def test_a_capped_answer_has_the_firmest_and_shortest_whatever_the_order_of_the_file() -> None:
    """The shortest of the firm chains, though a shorter one that is less firm was written first."""
    here = inferred("x -> a -> top*; x -> b -> c -> top; x -> d -> e -> f -> top", ("a", "top"))
    every = [("x", "b", "c", "top"), ("x", "d", "e", "f", "top"), ("x", "a", "top")]
    for most in (1, 2, 3):
        assert [chain.bodies for chain in find_chains(here, "x", most).chains] == every[:most]


def test_the_best_of_more_chains_than_can_be_walked_are_given() -> None:
    """A firm chain beside 2^40 that are not: it is the first, though it is the longest."""
    rungs = "; ".join(f"a{i} -> b{i} -> a{i + 1}; a{i} -> c{i} -> a{i + 1}" for i in range(40))
    firm = " -> ".join(["x", *(f"f{i}" for i in range(90)), "top*"])
    last = tuple((f"{side}{i}", f"a{i + 1}") for side in "bc" for i in range(40))
    here = inferred(f"x -> a0; {rungs}; a40 -> top*; {firm}", *last)
    answer = find_chains(here, "x", most=3)
    assert [len(chain.steps) for chain in answer.chains] == [91, 82, 82]
    assert [chain.basis for chain in answer.chains][1:] == [Basis.INFERRED] * 2


def test_chains_of_one_rank_come_in_the_order_of_their_bodies() -> None:
    """Also where the cap leaves some of them out."""
    here = graph("x -> c -> top*; x -> a -> top; x -> b -> top")
    assert [chain.bodies[1] for chain in find_chains(here, "x", 2).chains] == ["a", "b"]


def test_chains_that_stop_are_capped_best_first_too() -> None:
    """2^40 chains that stop: the first is there at once, and is a shortest one."""
    rungs = "; ".join(f"a{i} -> b{i} -> a{i + 1}; a{i} -> c{i} -> a{i + 1}" for i in range(40))
    answer = find_chains(graph(f"{rungs}; a39 -> nobody"), "a0", most=2)
    assert [len(chain.steps) for chain in answer.chains] == [79, 79]


def test_where_the_best_cannot_be_told_chains_are_given_as_they_are_met(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A lattice that comes round to its start has no shortest way to be looked for."""
    monkeypatch.setattr("govgraph.analysis.chain_search.MOST_IN_VAIN", 50)
    rungs = "; ".join(f"a{i} -> b{i} -> a{i + 1}; a{i} -> c{i} -> a{i + 1}" for i in range(30))
    answer = find_chains(graph(f"{rungs}; a30 -> a0"), "a0", most=5)
    assert len(answer.chains) == 5
    assert answer.capped


def test_a_line_written_twice_makes_one_chain() -> None:
    """The firmest of them; a line with another scope is another line."""
    drawn = structure("a -> top*; a -> top")
    first, second = drawn.relations
    twice = replace(drawn, relations=(replace(first, basis=Basis.IMPLIED), second))
    (chain,) = find_chains(AccountabilityGraph(twice, Standpoint()), "a").chains
    assert chain.basis is Basis.STATED
    scoped = replace(drawn, relations=(first, replace(second, scope="the plan")))
    assert len(find_chains(AccountabilityGraph(scoped, Standpoint()), "a").chains) == 2


@settings(max_examples=60)
@given(structures(), st.integers(1, 4))
def test_a_cap_leaves_out_the_last(one: Structure, most: int) -> None:
    """What a capped answer gives is how the whole answer begins."""
    here = AccountabilityGraph(one, Standpoint(presume=True))
    for body in one.bodies:
        every = find_chains(here, body.id)
        assert find_chains(here, body.id, most).chains == every.chains[:most]
        assert every.chains == tuple(sorted(every.chains, key=order))
