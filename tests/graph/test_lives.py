"""*As at* over columns gives what it gives record by record."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.graph import accountability
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.dated_table import build_dated_table
from govgraph.graph.lives import build_lives, find_holding
from govgraph.graph.table import build_table
from govgraph.model.bodies import Status
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from tests.factories import structure
from tests.strategies import some_date, structures

standpoints = st.builds(
    Standpoint,
    as_at=some_date,
    include=st.frozensets(st.sampled_from((Status.PROPOSED, Status.SHADOW))),
    presume=st.booleans(),
    ahead=st.booleans(),
)


@given(structures(), standpoints)
def test_columns_hold_what_records_hold(one: Structure, standpoint: Standpoint) -> None:
    """Bodies, relations and seats alike, from any standpoint."""
    for records in (one.bodies, one.relations, one.seats):
        holding = find_holding(build_lives(records), standpoint)
        assert holding.tolist() == [standpoint.holds(record) for record in records]


@given(structures(), standpoints)
def test_a_filtered_table_is_the_table(one: Structure, standpoint: Standpoint) -> None:
    """The columns filtered are those built from the records."""
    filtered = build_dated_table(one).seen_from(standpoint)
    built = build_table(one, standpoint)
    assert list(filtered.ids) == list(built.ids)
    for column in ("present", "apex", "froms", "tos", "relations"):
        assert [int(x) for x in getattr(filtered, column)] == list(getattr(built, column)), column


def test_a_large_structure_is_seen_from_elsewhere_by_a_filter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The columns are built once; a small structure has none."""
    assert AccountabilityGraph(structure("a -> b"), Standpoint()).dated is None
    monkeypatch.setattr(accountability, "PLAIN_BELOW", 2)
    one = structure("a -> b*; c? -> b")
    one = replace(one, bodies=tuple(sorted(one.bodies, key=lambda body: body.id)))
    today = AccountabilityGraph(one, Standpoint())
    proposed = today.seen_from(Standpoint(include=frozenset({Status.PROPOSED})))
    assert proposed.dated is today.dated
    assert today.dated is not None
    assert (today.subordinates("b"), proposed.subordinates("b")) == (("a",), ("a", "c"))
    assert (today.bodies, proposed.bodies) == (("a", "b"), ("a", "b", "c"))
