"""An excerpt of a register answers a question as the whole would."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import govgraph
from govgraph import registers
from govgraph.errors import AmbiguousNameError, UnknownNameError
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.bodies import Body, Status
from govgraph.model.dates import PartialDate
from govgraph.model.relations import Relation
from govgraph.model.sources import Basis
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.registers.graph.excerpt import cut_among
from govgraph.registers.reading.register_reader import read_register
from tests.made_registers import IDS, graph_of, standpoints, structures, write_tables, write_text

QUESTIONS: dict[str, Callable[[AccountabilityGraph, str], object]] = {
    "chain": govgraph.chain,
    "reports": govgraph.reports,
    "impact": govgraph.impact,
    "common": lambda graph, body: govgraph.common(graph, [body, "b"]),
    "paths": lambda graph, body: govgraph.paths(graph, body, "a"),
    "show": govgraph.show,
    "peers": govgraph.peers,
}


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(structure=structures(), standpoint=standpoints(), body=st.sampled_from(IDS))
def test_an_excerpt_answers_as_the_whole_does(
    structure: Structure, standpoint: Standpoint, body: str
) -> None:
    """Every question, from any standpoint, with everything that the answer says."""
    whole = replace(
        structure,
        bodies=tuple(
            replace(each, count=None if each.count == 1 else each.count)
            for each in structure.bodies
        ),
    )
    with TemporaryDirectory() as folder:
        register = read_register(write_tables(structure, Path(folder)))
        for question, ask in QUESTIONS.items():
            asked = {"common": [body, "b"], "paths": [body, "a"]}.get(question, [body])
            small = registers.excerpt(register, question, asked)
            answers = [ask(AccountabilityGraph(each, standpoint), body) for each in (whole, small)]
            assert answers[0] == answers[1], question


def test_a_body_is_found_by_id_or_name(tmp_path: Path) -> None:
    """In any case; what several go by is listed, what nobody does is asked back."""
    bodies = "id,name\nhart,Hart Board\nfleet,Fleet\nfleet2,Fleet\nodiham,\n"
    register = read_register(write_text(tmp_path, bodies))
    assert registers.identify(register, "hart") == "hart"
    assert registers.identify(register, "HART board") == "hart"
    assert registers.identify(register, "Odiham") == "odiham"
    with pytest.raises(AmbiguousNameError, match=r"fleet  \(Fleet\)\n  fleet2  \(Fleet\)"):
        registers.identify(register, "fleet ")
    with pytest.raises(UnknownNameError, match=r"did you mean hart \(Hart Board\)"):
        registers.identify(register, "Hart Bord")


def test_a_chain_of_thousands_of_steps_is_cut_out_whole(tmp_path: Path) -> None:
    """Deeper than is looked at level by level, in either direction."""
    chain = "; ".join(f"b{step + 1:04} -> b{step:04}" for step in range(2_000))
    register = graph_of(chain, tmp_path).register
    assert len(registers.excerpt(register, "chain", ["b1999"]).bodies) == 2_000
    assert len(registers.excerpt(register, "reports", ["b0001"]).bodies) == 2_000


def test_bodies_are_cut_out_with_the_relations_among_them(tmp_path: Path) -> None:
    """Of any kind, in both directions, and none to anybody else."""
    register = graph_of("a -> b; b -supports-> a; a -> c; d -> a; a -> a", tmp_path).register
    ids = register.bodies.ids.to_list()
    some = cut_among(register, [ids.index("a"), ids.index("b")])
    assert [body.id for body in some.bodies] == ["a", "b"]
    assert [relation.key for relation in some.relations] == [
        ("a", "accountable_to", "b"),
        ("b", "supports", "a"),
        ("a", "accountable_to", "a"),
    ]


def test_what_is_cut_out_has_everything_that_is_written(tmp_path: Path) -> None:
    """Every column of both tables, and what an empty cell means."""
    bodies = "id,name,kind,apex,outside,area,tier,status,from,until,count\n"
    rows = "a,A Board,board,TRUE,,Hart,1,shadow,2009,2010-04~,20\nb,,,,True,,,,,,\n"
    lines = "from,kind,to,basis,status,since,until,intended,scope\n"
    written = "a,reports_to,b,implied,proposed,2009,2010,the plan,money\nb,supports,moot,,,,,,\n"
    register = read_register(write_text(tmp_path, bodies + rows, lines + written))
    cut = registers.excerpt(register, "show", ["a", "b"])
    assert cut.bodies == (
        Body(
            id="a",
            name="A Board",
            kind="board",
            apex=True,
            area="Hart",
            tier="1",
            status=Status.SHADOW,
            from_=PartialDate.parse("2009"),
            until=PartialDate.parse("2010-04~"),
            count=20,
        ),
        Body(id="b", name="b", outside=True),
    )
    assert cut.relations == (
        Relation(
            from_body="a",
            kind="reports_to",
            to_body="b",
            scope="money",
            basis=Basis.IMPLIED,
            status=Status.PROPOSED,
            from_=PartialDate.parse("2009"),
            until=PartialDate.parse("2010"),
            intended="the plan",
        ),
        Relation(from_body="b", kind="supports", to_body="moot"),
    )
    assert registers.excerpt(register, "show", ["b"]).bodies[0] == Body(
        id="a",
        name="A Board",
        kind="board",
        apex=True,
        area="Hart",
        tier="1",
        status=Status.SHADOW,
        from_=PartialDate.parse("2009"),
        until=PartialDate.parse("2010-04~"),
        count=20,
    )
