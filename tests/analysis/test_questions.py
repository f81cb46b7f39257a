"""Reports, paths, common superiors, impact and profile."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.analysis.impact import find_impact
from govgraph.analysis.paths import find_paths
from govgraph.analysis.profile import build_profile
from govgraph.analysis.reports import find_everyone_above, find_everyone_below, find_reports
from govgraph.analysis.superiors import find_common_superiors
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.view import build_networkx
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.seats import Seat
from govgraph.model.sources import Citation, Milestone, Source
from govgraph.model.standpoint import Presence, Standpoint
from tests.factories import graph, structure

COUNTY = "fleet -> hart -> trust*; yateley -> hart; trust -supports-> council; lsp -> trust"


def test_reports_are_direct_and_all() -> None:
    """Direct subordinates, everyone below, and a tree in drawing order."""
    answer = find_reports(graph(COUNTY), "trust")
    assert answer.direct == ("hart", "lsp")
    assert answer.all == ("fleet", "hart", "lsp", "yateley")
    assert [(b.depth, b.line.subordinate) for b in answer.tree] == [
        (1, "hart"),
        (2, "fleet"),
        (2, "yateley"),
        (1, "lsp"),
    ]


def test_a_body_below_twice_branches_once() -> None:
    """The second mention says that it was listed above."""
    tree = find_reports(graph("d -> b -> a; d -> c -> a; e -> d"), "a").tree
    assert [(b.line.subordinate, b.seen) for b in tree] == [
        ("b", False),
        ("d", False),
        ("e", False),
        ("c", False),
        ("d", True),
    ]


def test_a_ring_does_not_report_to_itself() -> None:
    """The body asked about is never among those below it."""
    answer = find_reports(graph("a -> b -> c -> a"), "a")
    assert answer.all == ("b", "c")


def test_paths_are_every_way_upward() -> None:
    """The shortest first, ends included."""
    answer = find_paths(graph("a -> b -> d; a -> c -> e -> d; x -> d"), "a", "d")
    assert answer.paths == (("a", "b", "d"), ("a", "c", "e", "d"))


@pytest.mark.parametrize(("start", "goal"), [("trust", "fleet"), ("fleet", "council")])
def test_there_is_no_way_downward_or_by_support(start: str, goal: str) -> None:
    """Only lines of account, and only upward."""
    assert find_paths(graph(COUNTY), start, goal).paths == ()


def test_paths_are_capped() -> None:
    """The cap is said."""
    rungs = "; ".join(f"a{i} -> b{i} -> a{i + 1}; a{i} -> c{i} -> a{i + 1}" for i in range(30))
    answer = find_paths(graph(rungs), "a0", "a30", most=5)
    assert (len(answer.paths), answer.capped) == (5, True)


@pytest.mark.parametrize(
    ("bodies", "nearest"),
    [
        (("fleet", "yateley"), ("hart",)),
        (("fleet", "lsp"), ("trust",)),
        (("fleet", "hart"), ("trust",)),
        (("fleet", "trust"), ()),
        (("fleet", "council"), ()),
    ],
)
def test_common_is_the_nearest_above_all(bodies: tuple[str, ...], nearest: tuple[str, ...]) -> None:
    """Nobody answers to itself, so the answer stands above every body asked about."""
    assert find_common_superiors(graph(COUNTY), bodies).nearest == nearest


def test_common_may_be_several() -> None:
    """Two superiors in common, neither above the other."""
    here = graph("a -> x; a -> y; b -> x; b -> y; x -> top; y -> top")
    assert find_common_superiors(here, ("a", "b")).nearest == ("x", "y")


def test_common_in_a_ring_gives_the_whole_ring() -> None:
    """Where bodies answer to one another none is nearer than the rest."""
    here = graph("a -> x; b -> x; x -> y -> x; y -> top*")
    assert find_common_superiors(here, ("a", "b")).nearest == ("x", "y")


def test_impact_is_who_would_lose_the_last_line() -> None:
    """A second line saves a body."""
    here = graph("fleet -> hart -> trust*; yateley -> hart; yateley -> trust")
    assert find_impact(here, "hart").orphaned == ("fleet",)
    assert find_impact(here, "trust").orphaned == ("fleet", "hart", "yateley")
    assert find_impact(here, "fleet").orphaned == ()


def test_impact_tells_those_below_apart() -> None:
    """Where nobody reaches an apex, to lose the only line is to lose all the same."""
    answer = find_impact(graph("one -> trust; two -> trust; two -> lsp; fleet -> one"), "trust")
    assert answer.orphaned == ()
    assert answer.lose_only_line == ("one",)
    assert answer.arrive_nowhere == ("two",)
    arriving = find_impact(graph("one -> trust -> council*; one -> council"), "trust")
    assert arriving.arrive_without_it == ("one",)


def test_a_profile_leaves_nothing_out() -> None:
    """Relations that are not in force are there, and say so."""
    profile = build_profile(graph("hart -> trust*; hart -supports-> board?; lsp -> hart"), "hart")
    assert [(r.kind, r.to_body, s.presence) for r, s in profile.outward] == [
        ("accountable_to", "trust", Presence.HOLDS),
        ("supports", "board", Presence.PROPOSED),
    ]
    assert [r.from_body for r, _ in profile.inward] == ["lsp"]


def test_a_profile_keeps_the_doubt_about_a_relation_s_own_dates() -> None:
    """That both of its bodies are surely there does not settle when the relation began."""
    base = structure("hart -> trust*")
    begun = replace(base.relations[0], from_=PartialDate.parse("2010"))
    here = AccountabilityGraph(
        replace(base, relations=(begun,)), Standpoint(as_at=PartialDate.parse("2010-06-21"))
    )
    ((_, standing),) = build_profile(here, "hart").outward
    assert (standing.presence, standing.certain) == (Presence.HOLDS, False)


NAMES = "abcdef"
LINES = st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=14)


@given(LINES, st.sets(st.sampled_from(NAMES)))
def test_answers_agree_with_networkx(lines: set[tuple[str, str]], apexes: set[str]) -> None:
    """Reach, common superiors and impact are what networkx says by other ways."""
    import networkx as nx

    text = "; ".join([*NAMES, *(f"{a} -> {b}" for a, b in sorted(lines))])
    here = graph(text + "; " + "; ".join(f"{apex}*" for apex in sorted(apexes)))
    oracle = nx.DiGraph(build_networkx(here))
    for body in NAMES:
        below = {other for other in NAMES if other != body and nx.has_path(oracle, other, body)}
        assert set(find_everyone_below(here, body)) - {body} == below
        assert set(find_impact(here, body).orphaned) == _orphaned(oracle, apexes, body)
    for one, other in itertools.combinations(NAMES, 2):
        shared = find_everyone_above(here, one) & find_everyone_above(here, other)
        answer = find_common_superiors(here, (one, other))
        assert set(answer.all) == shared
        nearest = {
            c
            for c in shared
            if all(nx.has_path(oracle, c, d) or not nx.has_path(oracle, d, c) for d in shared - {c})
        }
        assert set(answer.nearest) == nearest


def _orphaned(oracle: "object", apexes: set[str], body: str) -> set[str]:
    """Who reaches an apex with the body there, and not without it."""
    import networkx as nx

    assert isinstance(oracle, nx.DiGraph)
    without = oracle.copy()
    without.remove_node(body)

    def arriving(graph: "nx.DiGraph[str]") -> set[str]:
        ends = apexes & set(graph)
        return {n for n in graph if any(nx.has_path(graph, n, end) for end in ends)}

    return arriving(oracle) - arriving(without) - {body}


def test_paths_name_what_was_asked_and_come_the_shortest_first() -> None:
    """However the lines are written, a short way stands before a long one."""
    answer = find_paths(graph("a -> b -> c -> d; a -> z -> d; a -> d"), "a", "d")
    assert (answer.from_body, answer.to_body, answer.capped) == ("a", "d", False)
    assert answer.paths == (("a", "d"), ("a", "z", "d"), ("a", "b", "c", "d"))


def test_as_many_paths_as_were_asked_for_are_not_said_to_be_capped() -> None:
    """The cap is only said where something was left out."""
    here = graph("a -> b -> d; a -> c -> d")
    assert not find_paths(here, "a", "d", most=2).capped
    assert find_paths(here, "a", "d", most=1).capped


def test_a_path_passes_no_body_twice() -> None:
    """A ring on the way is gone through once, and a body has no path to itself."""
    here = graph("a -> b -> c -> a; c -> d")
    assert find_paths(here, "a", "d").paths == (("a", "b", "c", "d"),)
    assert find_paths(here, "a", "a").paths == ()


def test_reports_name_the_body_and_who_took_over_from_it() -> None:
    """Of a body that has ended the answer says who stands in its place."""
    base = structure("hart -> trust*; old!; new")
    followed = replace(
        base,
        bodies=tuple(replace(b, succeeds=("old",)) if b.id == "new" else b for b in base.bodies),
    )
    here = AccountabilityGraph(followed, Standpoint())
    answer = find_reports(here, "old")
    assert (answer.body, answer.direct, answer.tree) == ("old", (), ())
    assert answer.succeeded_by == ("new",)


def test_a_profile_says_everything_of_its_own_body_and_nothing_of_others() -> None:
    """Sources, seats, milestones in order of their dates, and who took over."""
    base = structure("hart -> trust*; lsp -> hart; board -supports-> hart; other")
    cited = {"hart": "plan", "other": "elsewhere"}
    bodies = tuple(
        replace(
            body,
            succeeds=("hart",) if body.id == "lsp" else (),
            cites=(Citation(source=cited[body.id]),) if body.id in cited else (),
        )
        for body in base.bodies
    )
    late = Milestone(date=PartialDate.parse("2011"), what="Agreed", bodies=("hart",))
    early = Milestone(date=PartialDate.parse("2010"), what="Drafted", bodies=("hart", "other"))
    apart = Milestone(date=PartialDate.parse("2009"), what="Left", bodies=("other",))
    seats = (
        Seat(body="other"),
        Seat(body="hart", cites=(Citation(source="list"),)),
        Seat(body="hart", status=Status.PROPOSED),
    )
    whole = replace(
        base,
        bodies=bodies,
        seats=seats,
        milestones=(late, apart, early),
        sources=tuple(Source(id=id_, title=id_) for id_ in ("list", "elsewhere", "plan")),
    )
    profile = build_profile(AccountabilityGraph(whole, Standpoint()), "hart")
    assert profile.body.id == "hart"
    assert (profile.standing.presence, profile.standing.certain) == (Presence.HOLDS, True)
    assert [relation.kind for relation, _ in profile.inward] == ["accountable_to", "supports"]
    assert [(seat, standing.presence) for seat, standing in profile.seats] == [
        (seats[1], Presence.HOLDS),
        (seats[2], Presence.PROPOSED),
    ]
    assert [source.id for source in profile.sources] == ["list", "plan"]
    assert profile.milestones == (early, late)
    assert profile.succeeded_by == ("lsp",)


def test_a_relation_to_a_body_that_is_not_in_the_file_is_in_the_profile() -> None:
    """By its own life: of the other end nothing is known."""
    base = structure("hart")
    lost = Relation(from_body="hart", kind="reports_to", to_body="nobody", status=Status.PROPOSED)
    here = AccountabilityGraph(replace(base, relations=(lost,)), Standpoint())
    ((_, standing),) = build_profile(here, "hart").outward
    assert standing.presence is Presence.PROPOSED


def test_milestones_of_one_day_stand_in_the_order_of_their_words() -> None:
    """The same structure gives the same profile, however its milestones are written."""
    base = structure("hart")
    day = PartialDate.parse("2010")
    events = [Milestone(date=day, what=what, bodies=("hart",)) for what in ("B", "A", "C")]
    whole = replace(base, milestones=tuple(events))
    profile = build_profile(AccountabilityGraph(whole, Standpoint()), "hart")
    assert [event.what for event in profile.milestones] == ["A", "B", "C"]
