"""Who shares a superior with a body, against trying every pair of lines."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import govgraph
from govgraph import registers
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.table import counts_as_line
from govgraph.graph.walks import BESIDE
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.questions.peers import Peers
from govgraph.registers.index.index_reader import ask_index, open_index
from govgraph.registers.reading.register_reader import read_register
from tests.cli.program import govgraph as run
from tests.factories import graph
from tests.made_registers import IDS, standpoints, structures, write_tables


def by_trial(structure: Structure, standpoint: Standpoint, body: str) -> dict[str, set[str]]:
    """For each superior of a body who else answers to it: every two lines held together."""
    here = {each.id for each in structure.bodies if standpoint.holds(each)}
    lines = [
        each
        for each in structure.relations
        if {each.from_body, each.to_body} <= here
        and standpoint.holds(each)
        and counts_as_line(structure, standpoint, each)
    ]
    return {
        mine.to_body: {
            other.from_body
            for other in lines
            if other.to_body == mine.to_body and other.from_body not in {body, mine.to_body}
        }
        for mine in lines
        if mine.from_body == body != mine.to_body
    }


def agree(answer: Peers, expected: dict[str, set[str]]) -> None:
    """Hold an answer to what trying everything gives."""
    assert {each.superior: {*each.peers} for each in answer.superiors} == expected
    assert list(answer.all) == sorted(set().union(*expected.values()))
    assert [each.superior for each in answer.superiors] == sorted(expected)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(structure=structures(), standpoint=standpoints(), body=st.sampled_from(IDS))
def test_peers_are_what_trying_every_pair_of_lines_gives(
    structure: Structure, standpoint: Standpoint, body: str
) -> None:
    """Of a structure, of a register of it, and of the register's index, from any standpoint."""
    expected = by_trial(structure, standpoint, body)
    agree(govgraph.peers(AccountabilityGraph(structure, standpoint), body), expected)
    with TemporaryDirectory() as folder:
        path = write_tables(structure, Path(folder))
        register = read_register(path)
        cut = registers.excerpt(register, "peers", [body])
        agree(govgraph.peers(AccountabilityGraph(cut, standpoint), body), expected)
        registers.write_index(register)
        index, _ = open_index(path)
        assert index
        found = ask_index(index, BESIDE, [body])
        assert found
        agree(govgraph.peers(AccountabilityGraph(found[0], standpoint), body), expected)


def test_who_has_several_superiors_has_peers_under_each() -> None:
    """Once in all, however many superiors they share."""
    asked = graph("a -> x; a -> y; b -> x; b -> y; c -> y; d -> c; x -> y*")
    found = govgraph.peers(asked, "A")
    agree(found, {"x": {"b"}, "y": {"b", "c", "x"}})
    assert found.all == ("b", "c", "x")


def test_an_excerpt_for_peers_holds_no_more_than_they_need(tmp_path: Path) -> None:
    """Neither what is above the superior nor what is below the peers or the body."""
    asked = graph("a -> x; b -> x; x -> top*; low -> a; lower -> b").structure
    register = read_register(write_tables(asked, tmp_path))
    assert sorted(each.id for each in registers.excerpt(register, "peers", ["a"]).bodies) == [
        "a",
        "b",
        "x",
    ]


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        ("a -> x*; b -> x", "Also answering to X:\n  B [b]\n"),
        ("a -> x*", "Nobody else answers to X.\n"),
        ("a; x*", "It answers to nobody here, so nobody shares a superior with it.\n"),
    ],
)
def test_peers_in_words(drawn: str, told: str) -> None:
    """Under each superior, or that there are none."""
    asked = graph(drawn)
    assert f"\n{told}" in govgraph.peers.text(asked, govgraph.peers(asked, "a"))


def test_peers_of_a_register_on_the_command_line(tmp_path: Path) -> None:
    """The same with an index and without."""
    path = write_tables(graph("a -> x*; b -> x; c -> b").structure, tmp_path)
    ask = ("peers", str(path), "a", "--register", "--format", "json")
    plain = run(*ask)
    assert '"peers": [\n        "b"\n      ]' in plain.out
    registers.write_index(read_register(path))
    assert run(*ask) == plain
