"""Registers from Python, as a program asks them."""

import json
from pathlib import Path

import pytest

import govgraph
from govgraph import registers
from govgraph.errors import SettingsError
from govgraph.registers.rules.register_findings import RegisterFindings
from tests.made_registers import write_text

BODIES = "id,name,apex\ntrust,Trust,true\nhart,Hart,\nlone,Lone,\n"
RELATIONS = "from,kind,to\nhart,accountable_to,trust\n"


@pytest.fixture
def findings(tmp_path: Path) -> RegisterFindings:
    """One body answers to nobody."""
    return registers.check(
        registers.build_graph(registers.load(write_text(tmp_path, BODIES, RELATIONS)))
    )


def test_findings_are_told_one_by_one(findings: RegisterFindings) -> None:
    """With what they are about, and where that is written."""
    (found,) = registers.tell(findings)
    assert (found.code, found.subject.body, found.chain) == ("GG101", "lone", ("lone",))
    assert found.place is not None
    assert (Path(found.place.file).name, found.place.line) == ("bodies.csv", 4)
    assert registers.tell(findings, 0) == ()


def test_findings_are_written_to_a_file(findings: RegisterFindings, tmp_path: Path) -> None:
    """In a form that holds all of them."""
    registers.write(findings, tmp_path / "found.jsonl")
    (line,) = (tmp_path / "found.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["subject"] == {"body": "lone"}
    with pytest.raises(SettingsError, match="is not told as 'sarif'"):
        registers.write(findings, tmp_path / "found.sarif", "sarif")


def test_chains_of_many_bodies_are_found_at_once(findings: RegisterFindings) -> None:
    """In the order in which they are asked for."""
    found = registers.chains(findings.graph, ["lone", "hart"])
    assert found.steps.tolist() == [-1, 1]
    assert [found.chain_ids(place) for place in range(2)] == [(), ("hart", "trust")]


def test_a_question_is_asked_of_an_excerpt(findings: RegisterFindings) -> None:
    """By the name of a body, as the documentation does."""
    register = findings.graph.register
    body = registers.identify(register, "Trust")
    asked = govgraph.build_graph(registers.excerpt(register, "reports", [body]))
    assert govgraph.reports(asked, body).all == ("hart",)
