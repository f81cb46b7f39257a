"""Of a register people are told as many findings as of the same structure."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from govgraph.checks.rule_catalogue import LINE_RULES
from govgraph.checks.runner import check_structure
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.registers.graph.register_graph import RegisterGraph
from govgraph.registers.reading.register_reader import read_register
from govgraph.registers.rules.one_cause import merge_by_cause
from govgraph.registers.rules.register_findings import RegisterFindings
from govgraph.registers.rules.runner import check_register
from govgraph.registers.telling.findings_text import register_findings_as_text
from tests.factories import structure
from tests.made_registers import graph_of, standpoints, structures, write_tables
from tests.registers.rules.test_finding_records import ARRANGEMENTS


def count(findings: RegisterFindings) -> Counter[tuple[str, str]]:
    """How many findings of each rule and severity people are told of."""
    counted: Counter[tuple[str, str]] = Counter()
    for each in merge_by_cause(findings)[1]:
        counted[str(each.group.severity), each.group.check.code] += len(each)
    return counted


def count_small(checked: Structure, standpoint: Standpoint) -> Counter[tuple[str, str]]:
    """The same of a structure."""
    found = check_structure(checked, standpoint, select=LINE_RULES).findings
    return Counter((str(finding.severity), finding.code) for finding in found)


@pytest.mark.parametrize("text", ARRANGEMENTS.values(), ids=ARRANGEMENTS)
def test_one_cause_is_counted_once(text: str, tmp_path: Path) -> None:
    """Chains that break at one place, whatever arrangement they break in."""
    counted = count(check_register(graph_of(text, tmp_path)))
    assert counted == count_small(structure(text), Standpoint())


def test_the_count_of_those_below_is_told(tmp_path: Path) -> None:
    """In the words that the structure has, with those below it by name."""
    text = "; ".join(f"b{number} -> top" for number in range(9)) + "; x -> end*"
    told = register_findings_as_text(check_register(graph_of(text, tmp_path)))
    assert (
        "Top answers to nobody and is not marked as an end; "
        "9 bodies below it therefore reach none." in told
    )
    assert "below it: B0, B1, B2, B3, B4 and 4 others" in told
    assert "to the board: Who holds Top to account? " in told
    assert "GG102" not in told
    assert "reg" not in told.splitlines()[0]
    assert "1 error, 0 warnings" in told


def test_the_gravest_stand_last(tmp_path: Path) -> None:
    """On the terminal, above the summary."""
    told = register_findings_as_text(check_register(graph_of("a -> top; z -> z; y*; x*", tmp_path)))
    multi_superior = [block.split()[0] for block in told.split("\n\n")[:-1]]
    assert multi_superior[0] == "information"
    assert multi_superior[-1] == "error"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(structures(), standpoints())
def test_any_register_tells_as_many_as_its_structure(
    tmp_path: Path, checked: Structure, standpoint: Standpoint
) -> None:
    """Whatever breaks where, and from wherever it is asked."""
    register = read_register(write_tables(checked, tmp_path))
    counted = count(check_register(RegisterGraph(register, standpoint)))
    assert counted == count_small(checked, standpoint)
