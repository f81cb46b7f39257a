"""The graph of a structure: lines that hold, relations that make none, and the networkx view."""

from dataclasses import replace

import pytest

from govgraph.graph.accountability import AccountabilityGraph, Exclusion
from govgraph.graph.view import build_networkx
from govgraph.model.bodies import Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from tests.factories import graph, structure


def test_lines_run_from_the_one_who_answers() -> None:
    """Superiors are above, subordinates below."""
    here = graph("fleet -> hart -> trust*")
    assert here.superiors("fleet") == ("hart",)
    assert here.subordinates("trust") == ("hart",)
    assert here.apexes == ("trust",)


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("hart -> board?", Exclusion.BODY_PROPOSED),
        ("hart -> board!", Exclusion.BODY_ENDED),
        ("board? -> hart", Exclusion.BODY_PROPOSED),
    ],
)
def test_a_line_to_a_body_that_is_not_there_is_missing(text: str, gap: Exclusion) -> None:
    """And it is known why."""
    here = graph(text)
    assert here.lines == ()
    assert [missing.why for gaps in here.excluded.values() for missing in gaps] == [gap]


@pytest.mark.parametrize(
    ("status", "from_", "until", "gap"),
    [
        ("proposed", None, None, Exclusion.LINE_PROPOSED),
        ("shadow", None, None, Exclusion.LINE_SHADOW),
        ("active", "2011", None, Exclusion.LINE_NOT_YET),
        ("active", None, "2009", Exclusion.LINE_ENDED),
    ],
)
def test_a_line_has_a_life_of_its_own(
    status: str, from_: str | None, until: str | None, gap: Exclusion
) -> None:
    """Its status and dates are looked at before those of its bodies."""
    base = structure("hart; trust*")
    line = Relation(
        from_body="hart",
        kind="accountable_to",
        to_body="trust",
        status=Status(status),
        from_=PartialDate.parse(from_) if from_ else None,
        until=PartialDate.parse(until) if until else None,
    )
    whole = Structure(bodies=base.bodies, relations=(line,), as_at=PartialDate.parse("2010"))
    here = AccountabilityGraph(whole, whole.standpoint())
    assert [missing.why for missing in here.excluded["hart"]] == [gap]


def test_a_line_to_an_unknown_body_is_missing() -> None:
    """The rest of the graph stands."""
    base = structure("hart -> trust*")
    lost = Relation(from_body="hart", kind="reports_to", to_body="nobody")
    whole = Structure(bodies=base.bodies, relations=(*base.relations, lost))
    here = AccountabilityGraph(whole, Standpoint())
    assert here.excluded["hart"][0].why is Exclusion.UNKNOWN
    assert here.superiors("hart") == ("trust",)


def test_the_view_has_every_attribute() -> None:
    """Nodes and edges say in networkx what the file says."""
    view = build_networkx(graph("fleet -part_of-> hart -> trust*; old!"))
    assert view.nodes["trust"] == {
        "id": "trust",
        "name": "Trust",
        "kind": "body",
        "apex": True,
        "outside": False,
        "count_is_about": False,
        "status": "active",
        "basis": "stated",
    }
    assert [(a, b, d["kind"], d["accountability"]) for a, b, d in view.edges(data=True)] == [
        ("fleet", "hart", "part_of", False),
        ("hart", "trust", "accountable_to", True),
    ]
    assert "old" not in view


def test_chains_that_leave_are_told_from_those_that_arrive() -> None:
    """One that does both arrives; a body outside that does not hold ends nothing."""
    here = graph("a -> b -> out^; c -> out; c -> top*; d -> e")
    leaving = [id_ for id_, leaves in zip(here.table.ids, here.leaves, strict=True) if leaves]
    assert leaving == ["a", "b", "out"]
    assert here.outside == ("out",)
    proposed = replace(here.structure.body_by_id["out"], status=Status.PROPOSED)
    bodies = tuple(proposed if b.id == "out" else b for b in here.structure.bodies)
    later = AccountabilityGraph(replace(here.structure, bodies=bodies), Standpoint())
    assert not any(later.leaves)
