"""A baseline of a register is that of the structure, and leaves only what is new."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings

from govgraph.checks import baseline as small_baseline
from govgraph.checks.baseline import write_baseline
from govgraph.checks.runner import check_structure
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.registers.graph.register_graph import RegisterGraph
from govgraph.registers.reading.register_reader import read_register
from govgraph.registers.rules.baseline import find_keys, hold_against
from govgraph.registers.rules.finding_records import list_some
from govgraph.registers.rules.runner import check_register
from tests.factories import structure
from tests.made_registers import graph_of, standpoints, structures, write_tables, write_text

TEXT = "b -> hart; a -> hart; x -> x; one*; two*; p -> q; p -> r"


def test_it_holds_the_code_and_subject_of_every_finding(tmp_path: Path) -> None:
    """As that of a structure does, in the same order; readable, and with letters as they are."""
    findings = check_register(graph_of(TEXT, tmp_path), select=["GG1"])
    text = "".join(write_baseline(find_keys(findings)))
    assert text.startswith('{"govgraph-baseline": 1, "findings": [\n{"code": "GG101", "subject": ')
    assert text.endswith("}\n]}\n")
    small = check_structure(structure(TEXT), select=["GG1"])
    assert json.loads(text) == json.loads("".join(write_baseline(small_baseline.find_keys(small))))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(drawn=structures(), standpoint=standpoints())
def test_it_covers_the_structure_and_that_of_the_structure_covers_it(
    drawn: Structure, standpoint: Standpoint
) -> None:
    """One folder has one baseline, however it is read."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        register = read_register(write_tables(drawn, folder))
        findings = check_register(RegisterGraph(register, standpoint), select=["GG1"])
        small = check_structure(drawn, standpoint, select=["GG1"])
        ours, theirs = folder / "ours.json", folder / "theirs.json"
        ours.write_text("".join(write_baseline(find_keys(findings))), encoding="utf-8")
        theirs.write_text(
            "".join(write_baseline(small_baseline.find_keys(small))), encoding="utf-8"
        )
        held = hold_against(findings, theirs)
        assert (len(held.findings), held.known, held.gone) == (0, len(findings), 0)
        measured = small_baseline.hold_against(small, ours)
        assert (measured.findings.findings, measured.gone) == ((), 0)


def test_what_it_holds_is_known_and_the_rest_is_new(tmp_path: Path) -> None:
    """Told in full as before, and what is found no longer is counted."""
    file = tmp_path / "baseline.json"
    old = check_register(graph_of("b -> hart; x -> x; one*", tmp_path / "old"), select=["GG1"])
    file.write_text("".join(write_baseline(find_keys(old))), encoding="utf-8")
    text = "b -> hart; a -> hart; y -> y; one*; ring -> back -> ring"
    now = check_register(graph_of(text, tmp_path / "now"), select=["GG1"])
    held = hold_against(now, file)
    new = held.findings
    told = list_some(new, 100)
    assert [(one.code, one.subject.body) for one in told] == [
        (one.code, one.subject.body)
        for one in list_some(now, 100)
        if one.subject.body not in {"b", "hart", "one"}
    ]
    assert set(told) <= set(list_some(now, 100))
    assert (held.known, held.gone) == (3, len(old) - 3)
    assert len(new) == len(now) - 3


def test_two_findings_that_read_alike_are_two(tmp_path: Path) -> None:
    """One relation written twice is found twice; known once, it is new once."""
    twice = "from,kind,to\na,reports_to,moot\na,reports_to,moot\n"
    register = read_register(write_text(tmp_path, "id,apex\na,true\n", twice))
    findings = check_register(RegisterGraph(register, Standpoint()), select=["GG106"])
    assert len(findings) == 2
    file = tmp_path / "baseline.json"
    entry = json.loads("".join(write_baseline(find_keys(findings))))["findings"][0]
    file.write_text(json.dumps({"findings": [entry]}), encoding="utf-8")
    held = hold_against(findings, file)
    assert (len(held.findings), held.known, held.gone) == (1, 1, 0)
