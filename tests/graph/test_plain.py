"""The plain engine on long shapes: nothing recurses and nothing goes quadratic."""

from __future__ import annotations

from govgraph.graph import plain
from tests.lines import chain, cycle, diamonds, zip_of_chains


def test_ring_of_a_thousand_is_one_ring() -> None:
    """A thousand bodies that answer in a ring are one ring, at no depth, and none arrives."""
    given = cycle(1_000)
    answer = given.ask(plain)
    assert answer["rings"] == [list(range(1_000))]
    assert answer["depths"] == [0] * 1_000
    assert answer["arrivals"] == [0] * 1_000


def test_chain_of_twenty_thousand_has_every_depth() -> None:
    """Each body of a chain stands one step deeper, and all below depend on it."""
    given = chain(20_000)
    answer = given.ask(plain)
    assert answer["depths"] == list(range(20_000))
    assert answer["dependants"] == list(range(19_999, -1, -1))
    assert answer["arrivals"] == [1] * 20_000


def test_long_diamond_lattice_hangs_on_its_apex_alone() -> None:
    """In ten thousand layers of two, only the apex is a single point of failure."""
    given = diamonds(10_000)
    answer = given.ask(plain)
    assert answer["dependants"] == [20_000] + [0] * 20_000
    assert answer["depths"] == [0] + [layer for layer in range(1, 10_001) for _ in range(2)]


def test_two_chains_zipped_together_stay_linear() -> None:
    """Bodies that answer to two long chains depend on neither; a climb a body would not end."""
    given = zip_of_chains(10_000)
    dependants = plain.dependants(given.count, given.froms, given.tos, given.apex)
    assert dependants[0] == 30_000
    assert dependants[1] == dependants[2] == 9_999
    assert dependants[3] == 0
