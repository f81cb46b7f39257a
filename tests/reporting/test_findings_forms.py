"""Findings in the forms that other tools read."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from sarif_pydantic import Sarif

from govgraph.checks.board import COLUMNS as BOARD
from govgraph.checks.rule_catalogue import all_checks
from govgraph.checks.runner import Findings, check_structure
from govgraph.errors import Place
from govgraph.model.bodies import Body
from govgraph.model.dates import PartialDate
from govgraph.model.requirements import Waiver
from govgraph.model.structure import Structure
from govgraph.reporting.findings.findings_as_text import format_chain
from govgraph.reporting.findings.findings_forms import FORMS, render_findings
from govgraph.reporting.findings.findings_lines import WITH_CHAIN, safe_cell
from tests.factories import structure


def found(*names: str) -> Findings:
    """What is wrong with bodies of those names, the first of which is waived as an orphan."""
    bodies = tuple(
        Body(id=f"b{i}", name=name, place=Place(f"a b/{name[:3]}.yaml", i + 1, 3))
        for i, name in enumerate(names)
    )
    until = PartialDate.parse("2011")
    waiver = Waiver(finding="GG101", body="b0", because="A forum.", owner="Ana", until=until)
    return check_structure(Structure(id="test", bodies=bodies, waivers=(waiver,)))


HOSTILE = ("Plain", "=cmd|' /C calc'!A0", "a | b <script> `x` \n::error::", 'Tŵr "quoted" & 100%')


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_the_same_each_time(form: str) -> None:
    """Same findings, same text; and nothing breaks on hostile names."""
    assert render_findings(found(*HOSTILE), form) == render_findings(found(*HOSTILE), form)


def test_json_lines_hold_one_finding_each() -> None:
    """A stream of objects."""
    findings = found(*HOSTILE)
    lines = render_findings(findings, "jsonl").splitlines()
    assert [json.loads(line)["code"] for line in lines] == [f.code for f in findings.findings]


def test_sarif_is_sarif() -> None:
    """It parses by SARIF's own model; rules are referred to; waived findings are suppressed."""
    text = render_findings(found(*HOSTILE), "sarif")
    Sarif.model_validate_json(text)
    (run,) = json.loads(text)["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    (suppressed,) = [r for r in run["results"] if "suppressions" in r]
    assert suppressed["suppressions"][0]["justification"] == "A forum. (Ana, until 2011)"
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"].startswith("a%20b/")


def test_the_fingerprint_does_not_depend_on_the_line() -> None:
    """A finding that has moved is the same finding."""
    findings = found("One", "Two")
    moved = replace(
        findings,
        findings=tuple(replace(f, place=Place("x.yaml", 99, 1)) for f in findings.findings),
    )
    prints = [
        [
            r["partialFingerprints"]
            for r in json.loads(render_findings(f, "sarif"))["runs"][0]["results"]
        ]
        for f in (findings, moved)
    ]
    assert prints[0] == prints[1]


def test_junit_fails_the_rules_that_found_something() -> None:
    """One case a rule; waived findings fail nothing; information is only told."""
    suites = ET.fromstring(render_findings(found("Plain", "Other\x07\ufffe"), "junit"))  # noqa: S314 - ours
    cases = {case.get("name"): case for case in suites.iter("testcase")}
    failure = cases["GG101 orphaned-body"].find("failure")
    assert failure is not None
    assert failure.get("message") == "1 finding"
    assert "Other\\x07\\ufffe" in (failure.text or "")
    assert cases["GG401 uncited"].find("system-out") is not None
    assert list(cases["GG103 accountability-cycle"]) == []


def test_github_annotations_cannot_be_forged() -> None:
    """A name with a line feed and a command in it stays one annotation."""
    lines = render_findings(found(*HOSTILE), "github").splitlines()
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert any("%0A::error::" in line for line in lines)
    assert not any("b0" in line and "orphaned" in line for line in lines)


def test_csv_has_no_formulas() -> None:
    """A heading, a row a finding, and nothing a spreadsheet would run."""
    rows = list(csv.reader(io.StringIO(render_findings(found(*HOSTILE), "csv"))))
    assert tuple(rows[0]) == WITH_CHAIN
    assert len(rows) == len(found(*HOSTILE).findings) + 1
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


def test_what_is_put_to_a_board_is_in_every_form_for_programs() -> None:
    """The matter and what may be resolved, in SARIF as a property and in CSV as columns."""
    some = found("a", "b")
    (result,) = (
        each
        for each in json.loads(render_findings(some, "sarif"))["runs"][0]["results"]
        if each["partialFingerprints"]["govgraphSubject/v1"] == "GG101:b1"
    )
    (row,) = (
        each
        for each in csv.DictReader(io.StringIO(render_findings(some, "csv")))
        if (each["code"], each["subject"]) == ("GG101", "b1")
    )
    matter = "Who holds b to account? The papers name nobody."
    board = {"matter": matter, "recommendation": "Agree to whom b answers, and have it minuted."}
    assert result["properties"] == {"board": board}
    assert [row[column] for column in BOARD] == list(board.values())


@pytest.mark.parametrize("risky", ["=1", "+1", "-1", "@x", "\t=1", "\uff1d1", "\uff201"])
def test_risky_cells_are_defused(risky: str) -> None:
    """Full-width twins too."""
    assert safe_cell(risky) == f"'{risky}"


def test_markdown_is_a_table_whatever_the_names() -> None:
    """No name opens a cell or a tag."""
    lines = render_findings(found(*HOSTILE), "markdown").splitlines()
    table = [line for line in lines if line.startswith("|")]
    assert {line.replace("\\|", "").count("|") for line in table} == {6}
    assert "<script" not in "\n".join(lines).replace("\\<", "")


DEEP = ("one", "two", "three", "four", "five", "six", "seven", "end")


def deep() -> Findings:
    """A chain of eight of which the sentence names the ends."""
    made = structure(" -> ".join(DEEP) + "*")
    bodies = tuple(
        replace(body, place=Place("small.yaml", DEEP.index(body.id) + 2, 3)) for body in made.bodies
    )
    return check_structure(replace(made, bodies=bodies), select=["GG111"])


def test_the_chain_that_proves_a_finding_is_told_to_people() -> None:
    """Where the sentence does not name all of it."""
    names = [id_.capitalize() for id_ in DEEP]
    assert render_findings(deep(), "text").count(f"\n  chain: {' > '.join(names)}\n") == 1
    told = " \\> ".join(names)
    assert render_findings(deep(), "markdown").count(f" Chain: {told}.") == 1


def test_the_chain_that_proves_a_finding_is_told_to_programs() -> None:
    """As a column, and as places."""
    rows = list(csv.DictReader(io.StringIO(render_findings(deep(), "csv"))))
    assert [row["chain"] for row in rows] == ["|".join(DEEP)]
    text = render_findings(deep(), "sarif")
    Sarif.model_validate_json(text)
    related = json.loads(text)["runs"][0]["results"][0]["relatedLocations"]
    assert [each["message"]["text"] for each in related] == [id_.capitalize() for id_ in DEEP[1:]]
    assert related[0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 3}


def test_a_long_chain_is_told_in_part() -> None:
    """The last body is always named."""
    chain = tuple(f"b{number}" for number in range(20))
    finding = replace(deep().findings[0], chain=chain)
    told = format_chain(structure("b0"), finding)
    assert told.startswith("B0 > b1 > ")
    assert told.endswith("b10 > (8 more) > b19")


def test_sarif_says_where_a_rule_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only where there is a public page: of our rules from the one setting, of others their own."""
    (ours, *_) = (check for check in all_checks() if check.code == "GG101")
    theirs = replace(ours, code="QR001", name="theirs", help_uri="https://rules.example/QR001")
    shown = replace(found(), checks=(ours, theirs))

    def uris() -> list[str | None]:
        driver = json.loads(render_findings(shown, "sarif"))["runs"][0]["tool"]["driver"]
        return [rule.get("helpUri") for rule in driver["rules"]]

    assert uris() == [None, "https://rules.example/QR001"]
    monkeypatch.setattr("govgraph.about.HOME", "https://home.example")
    assert uris() == ["https://home.example/rules/orphaned-body/", "https://rules.example/QR001"]
    Sarif.model_validate_json(render_findings(shown, "sarif"))
