"""The rules about lines of account find what their definitions say, on every small graph."""

import pytest

from govgraph.analysis.chain import find_chains
from govgraph.analysis.impact import find_impact
from govgraph.analysis.paths import find_paths
from govgraph.analysis.reports import find_everyone_above
from govgraph.checks.runner import check_structure
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.structure import Structure
from tests.brute_force import Small, every, some

NAMES = "abcdef"
Found = dict[str, set[tuple[str, ...]]]


def as_structure(small: Small) -> Structure:
    """The structure with these lines, bodies by letters in the order of their numbers."""
    return Structure(
        bodies=tuple(
            Body(id=NAMES[body], name=f"Body {NAMES[body].upper()}", apex=body in small.apexes)
            for body in small.bodies
        ),
        relations=tuple(
            Relation(from_body=NAMES[below], kind="accountable_to", to_body=NAMES[above])
            for below, above in sorted(small.pairs)
        ),
    )


def found(structure: Structure) -> Found:
    """What the rules find, by code: whom it is about, and to whom the line leads if it is one."""
    told: Found = {}
    for finding in check_structure(structure, select=["GG1"]).each:
        key = finding.subject.relation
        about: tuple[str, ...] = (key[0], key[2]) if key else (finding.subject.body,)
        if finding.code == "GG103":
            about = finding.others
        told.setdefault(finding.code, set()).add(about)
    return told


def expected(small: Small) -> Found:
    """What they should find, by definition."""
    above = {body: small.superiors(body) for body in small.bodies}
    loops = {body for body in small.bodies if (body, body) in small.pairs}
    others = {*small.bodies} - small.apexes
    broken = {b for b in others if above[b] and not small.arrives(b)}
    # Bodies of a ring are said once, of the ring, unless a way leads from it to where nobody is.
    dead_ends = {body for body in small.bodies if not above[body]}
    closed = {
        body
        for body in broken & set().union(*small.cycles)
        if not any((body, end) in small.reach for end in dead_ends)
    }
    answered = {up for low, up in small.pairs if low != up}
    tops = {b for b in others - loops if not above[b] and b in answered}
    told: dict[str, set[tuple[int, ...]]] = {
        "GG101": {(b,) for b in others - loops if not above[b]},
        "GG102": {(b,) for b in broken - closed},
        "GG103": {tuple(sorted(cycle)) for cycle in small.cycles},
        "GG104": {(b, b) for b in loops},
        "GG105": {(b,) for b in small.bodies if len(above[b]) > 1},
        "GG107": set() if small.apexes or len(tops) == 1 else {()},
        "GG108": {()} if len(small.apexes) > 1 else set(),
        "GG109": {
            (b, top)
            for b in small.bodies
            for top in above[b]
            for middle in above[b]
            if top in above[middle]
            and not any(small.in_cycle(x, y) for x, y in ((b, top), (b, middle), (middle, top)))
        },
        "GG114": {(b,) for b in small.apexes - answered},
        "GG110": {(b,) for b in others if len(small.dependants(b)) >= 3},
    }
    return {
        code: {tuple(NAMES[body] for body in about) or ("",) for about in subjects}
        for code, subjects in told.items()
        if subjects
    }


def test_every_graph_of_three_bodies_is_found_what_it_has() -> None:
    """All 512 of them, with no apex, one and two."""
    for small in every(3, [(), (0,), (0, 1)]):
        assert found(as_structure(small)) == expected(small), small


@pytest.mark.parametrize(("count", "how_many"), [(4, 300), (5, 200), (6, 120)])
def test_graphs_of_up_to_six_bodies_are_found_what_they_have(count: int, how_many: int) -> None:
    """Some of each size, sparse and dense."""
    for small in some(count, how_many):
        assert found(as_structure(small)) == expected(small), small


@pytest.mark.parametrize(("count", "how_many"), [(3, 100), (5, 100), (6, 60)])
def test_questions_are_answered_as_by_trying_everything(count: int, how_many: int) -> None:
    """Ways, chains, reach and impact."""
    for small in some(count, how_many):
        structure = as_structure(small)
        graph = AccountabilityGraph(structure, structure.standpoint())
        for below in small.bodies:
            body = NAMES[below]
            lost = find_impact(graph, body).orphaned
            assert {*lost} == {NAMES[other] for other in small.dependants(below)}
            reach = {NAMES[above] for one, above in small.reach if one == below}
            assert find_everyone_above(graph, body) - {body} == reach - {body}
            assert arriving(graph, body) == to_the_first_apex(small, below)
            for above in small.bodies:
                ways = find_paths(graph, body, NAMES[above])
                assert not ways.capped
                assert {*ways.paths} == spelt(small.ways_between(below, above))


def arriving(graph: AccountabilityGraph, body: str) -> set[tuple[str, ...]]:
    """The bodies along each chain that arrives, of a body that is no apex itself."""
    chains = find_chains(graph, body, most=5_000).chains
    return {chain.bodies for chain in chains if chain.apex and chain.steps}


def to_the_first_apex(small: Small, body: int) -> set[tuple[str, ...]]:
    """The ways from a body to an apex that pass none before."""
    ways = {way for way in small.ways if way[0] == body and way[-1] in small.apexes and way[1:]}
    return spelt({way for way in ways if not small.apexes & {*way[:-1]}})


def spelt(ways: set[tuple[int, ...]]) -> set[tuple[str, ...]]:
    """Ways by letters."""
    return {tuple(NAMES[body] for body in way) for way in ways}
