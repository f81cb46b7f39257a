"""An excerpt of a register answers a question as the whole would."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govgraph import registers, verbs
from govgraph.errors import AmbiguousNameError, UnknownNameError
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.graph.registers.reading import read_register
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from tests.registers import IDS, graph_of, standpoints, structures, write_tables, write_text

QUESTIONS: dict[str, Callable[[AccountabilityGraph, str], object]] = {
    "chain": verbs.chain,
    "reports": verbs.reports,
    "impact": verbs.impact,
    "common": lambda graph, body: verbs.common(graph, [body, "b"]),
    "paths": lambda graph, body: verbs.paths(graph, body, "a"),
    "show": verbs.show,
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
    with pytest.raises(AmbiguousNameError, match="fleet\n  fleet2"):
        registers.identify(register, "fleet ")
    with pytest.raises(UnknownNameError, match="did you mean Hart Board"):
        registers.identify(register, "Hart Bord")


def test_a_chain_of_thousands_of_steps_is_cut_out_whole(tmp_path: Path) -> None:
    """Deeper than is looked at level by level, in either direction."""
    chain = "; ".join(f"b{step + 1:04} -> b{step:04}" for step in range(2_000))
    register = graph_of(chain, tmp_path).register
    assert len(registers.excerpt(register, "chain", ["b1999"]).bodies) == 2_000
    assert len(registers.excerpt(register, "reports", ["b0001"]).bodies) == 2_000
