"""*As at* over columns gives what it gives record by record."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.graph import accountability
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.dated_table import build_dated_table
from govgraph.graph.lives import build_lives, find_holding
from govgraph.graph.table import build_table
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
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
    undated=st.booleans(),
)


@given(structures(), standpoints)
def test_columns_hold_what_records_hold(one: Structure, standpoint: Standpoint) -> None:
    """Bodies, relations and seats alike, from any standpoint."""
    for records in (one.bodies, one.relations, one.seats):
        holding = find_holding(build_lives(records), standpoint)
        assert holding.tolist() == [standpoint.holds(record) for record in records]


@given(structures(), standpoints)
def test_columns_know_what_is_first_heard_of_later(one: Structure, standpoint: Standpoint) -> None:
    """What papers first speak of later is left out of columns as it is of records."""
    here = AccountabilityGraph(one, standpoint).standpoint
    for records in (one.bodies, one.relations, one.seats):
        holding = find_holding(build_lives(records, one.mentions), here)
        assert holding.tolist() == [here.holds(record) for record in records]


@given(structures(), standpoints)
def test_a_filtered_table_is_the_table(one: Structure, standpoint: Standpoint) -> None:
    """The columns filtered are those built from the records."""
    here = AccountabilityGraph(one, standpoint).standpoint
    filtered = build_dated_table(one).seen_from(here)
    built = build_table(one, here)
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


def test_first_and_last_days_hold_in_columns_as_in_records() -> None:
    """Whatever the status, the day before, the day itself and the day after, from anywhere."""
    days = (None, *map(PartialDate.parse, ("2010-04-14", "2010-04-15", "2010-04-16")))
    bodies = [
        Body(id="x", name="X", status=status, from_=begins, until=ends)
        for status, begins, ends in product(Status, days, days)
    ]
    tentative: tuple[frozenset[Status], ...] = (
        frozenset(),
        frozenset({Status.PROPOSED}),
        frozenset({Status.SHADOW}),
    )
    for as_at, include, ahead in product(days, tentative, (False, True)):
        standpoint = Standpoint(as_at=as_at, include=include, ahead=ahead)
        holding = find_holding(build_lives(bodies), standpoint)
        assert holding.tolist() == [standpoint.holds(body) for body in bodies], standpoint
