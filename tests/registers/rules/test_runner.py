"""A register is found the same faults in as the small structure it was written from."""

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings

from govgraph.checks.finding import Severity
from govgraph.checks.rule_catalogue import LINE_RULES
from govgraph.checks.runner import check_structure
from govgraph.graph.accountability import AccountabilityGraph, Line
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.registers.graph.register_graph import RegisterGraph
from govgraph.registers.reading.register_reader import read_register
from govgraph.registers.rules.baseline import hold_against
from govgraph.registers.rules.finding_records import list_some
from govgraph.registers.rules.register_findings import NOBODY, RegisterFindings
from govgraph.registers.rules.runner import check_register
from tests.made_registers import graph_of, standpoints, structures, write_tables

Told = tuple[str, int, str, str, tuple[str, str, str] | None]


def tell(findings: RegisterFindings) -> list[Told]:
    """Code, severity, variant and subject of every finding of a register, sorted."""
    register = findings.graph.register
    told: list[Told] = []
    for group in findings.groups:
        ids = [
            "" if body == NOBODY else register.bodies.ids[body] for body in group.bodies.tolist()
        ]
        keys: list[tuple[str, str, str] | None] = [None] * len(group)
        if group.relations is not None:
            kinds = [register.relations.kinds[row] for row in group.relations.tolist()]
            froms, tos = (column.to_list() for column in register.ends(group.relations))
            keys = list(zip(froms, kinds, tos, strict=True))
        told += [
            (group.check.code, int(group.severity), group.variant, id_, key)
            for id_, key in zip(ids, keys, strict=True)
        ]
    return sorted(told, key=repr)


def list_small(structure: Structure, standpoint: Standpoint) -> list[Told]:
    """The same of the small structure, by the same rules."""
    findings = check_structure(structure, standpoint, select=["GG1"]).each
    assert {finding.code for finding in findings} <= {*LINE_RULES}
    return sorted(
        (
            (f.code, int(f.severity), f.variant, f.subject.body, f.subject.relation)
            for f in findings
        ),
        key=repr,
    )


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(structure=structures(), standpoint=standpoints())
def test_a_register_is_found_the_same_faults_in(
    structure: Structure, standpoint: Standpoint
) -> None:
    """Code, severity, variant and subject are those that the small path finds."""
    with TemporaryDirectory() as folder:
        register = read_register(write_tables(structure, Path(folder)))
        findings = check_register(RegisterGraph(register, standpoint))
    assert tell(findings) == list_small(structure, standpoint)


def test_rules_are_chosen_and_graded_as_for_small_structures(tmp_path: Path) -> None:
    """Selected, left out, and made graver, by code or name."""
    graph = graph_of("fleet -> hart; trust*; lsp*", tmp_path)
    findings = check_register(
        graph,
        select=["GG1"],
        ignore=["several-apexes", "idle-apex"],
        severities={"GG101": Severity.WARNING},
    )
    assert [(group.check.code, group.severity) for group in findings.groups] == [
        ("GG102", Severity.ERROR),
        ("GG101", Severity.WARNING),
    ]
    assert findings.count(Severity.ERROR) == 1
    assert findings.fails(Severity.ERROR)


def test_findings_are_counted_per_body(tmp_path: Path) -> None:
    """Each body has so many findings, of a severity or graver."""
    findings = check_register(graph_of("fleet -> hart; a -> trust*; b -> lsp*", tmp_path))
    assert findings.per_body(Severity.ERROR).tolist() == [1, 1, 0, 0, 0, 0]
    assert len(findings) == 3


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(structure=structures(), standpoint=standpoints())
def test_a_chain_that_proves_a_finding_is_one(structure: Structure, standpoint: Standpoint) -> None:
    """From the body it is about upward, each step a line of account from that standpoint."""
    with TemporaryDirectory() as folder:
        register = read_register(write_tables(structure, Path(folder)))
        told = list_some(check_register(RegisterGraph(register, standpoint)), 1_000)
    lines = {(line.subordinate, line.superior) for line in small_lines(structure, standpoint)}
    for finding in told:
        assert finding.chain[:1] in {(), (finding.subject.body,)} or finding.code == "GG103"
        assert set(pairwise(finding.chain)) <= lines


def small_lines(structure: Structure, standpoint: Standpoint) -> tuple[Line, ...]:
    """Every line of account of a structure, those of relations to the unknown left out."""
    return AccountabilityGraph(structure, standpoint).lines


def test_as_many_findings_as_there_is_room_for_are_told(tmp_path: Path) -> None:
    """All of the rarer kinds, of the others as many as are left."""
    drawn = "; ".join(f"b{number}" for number in range(9))
    findings = check_register(graph_of(f"{drawn}; fleet -> fleet; hart -> trust*", tmp_path))
    told = [finding.code for finding in list_some(findings, 4)]
    assert told.count("GG101") == 3
    assert told.count("GG104") == 1


def test_a_body_with_several_superiors_is_told_with_them(tmp_path: Path) -> None:
    """By their ids, sorted; what a baseline leaves keeps its own."""
    graph = graph_of("fleet -> hart; fleet -> trust*; odiham -> lsp*; odiham -> trust", tmp_path)
    findings = check_register(graph, select=["GG105"])
    told = {finding.subject.body: finding.others for finding in list_some(findings, 9)}
    assert told == {"fleet": ("hart", "trust"), "odiham": ("lsp", "trust")}
    baseline = tmp_path / "baseline.json"
    baseline.write_text(
        '{"govgraph-baseline": 1, "findings": [{"code": "GG105", "subject": "fleet"}]}'
    )
    held = hold_against(findings, baseline)
    assert (held.known, held.gone) == (1, 0)
    assert [finding.others for finding in list_some(held.findings, 9)] == [("lsp", "trust")]
