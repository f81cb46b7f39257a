"""Checking a structure, and reading about the rules, from the command line."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from govgraph.checks.rule_catalogue import CHECKS
from tests.cli.program import govgraph

FLEET = """
structure: {id: fleet, title: Fleet, as_at: 2010}
sources: {paper: {title: Paper}}
bodies:
  trust: {name: A Trust, apex: true, cites: paper 1}
  hart: {name: Hart Partnership, accountable_to: trust, cites: paper 2}
  fleet: {name: Fleet, part_of: hart, cites: paper 3}
  chairs: {name: Chairs group}
waivers:
  - finding: orphaned-body
    body: chairs
    because: A forum.
    owner: Head of Partnerships
    until: 2011-03-31
"""


@pytest.fixture
def fleet(tmp_path: Path) -> str:
    """The path of a structure with a warning, a point of information and a waived error."""
    file = tmp_path / "fleet.yaml"
    file.write_text(FLEET, encoding="utf-8")
    return str(file)


def test_findings_as_json_have_the_documented_shape(fleet: str) -> None:
    """Subject, place, and what the summary counts."""
    answer = json.loads(govgraph("check", fleet, "--format", "json").out)
    assert (answer["structure"], answer["as_at"]) == ("fleet", "2010")
    by_body = {finding["subject"].get("body"): finding for finding in answer["findings"]}
    warning = by_body["fleet"]
    assert warning["location"] == {"file": fleet, "line": 7, "column": 3}
    assert {key: warning[key] for key in ("code", "name", "severity", "variant", "waived")} == {
        "code": "GG101",
        "name": "orphaned-body",
        "severity": "warning",
        "variant": "part-of only",
        "waived": False,
    }
    waived = next(finding for finding in answer["findings"] if finding["waived"])
    assert waived["subject"] == {"body": "chairs"}
    assert waived["waiver"] == {
        "because": "A forum.",
        "owner": "Head of Partnerships",
        "until": "2011-03-31",
    }
    assert answer["summary"] == {
        "error": 0,
        "warning": 1,
        "information": 2,
        "waived": 1,
        "bodies": 4,
        "outside": 0,
        "leaving": 0,
    }


def test_findings_as_text_say_what_would_put_it_right(fleet: str) -> None:
    """The gravest first, waived ones visibly so, and a count at the end."""
    out = govgraph("check", fleet).out
    assert "warning GG101 orphaned-body: Nobody says to whom Fleet answers" in out
    assert f"  at: {fleet}:7:3\n" in out
    assert "waived error GG101 orphaned-body" in out
    assert "  waived: A forum. (Head of Partnerships)\n  until: 31 March 2011\n" in out
    assert out.endswith(
        "Fleet: 0 errors, 1 warning, 2 information; 1 waived (4 bodies, as at 2010).\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 0),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "information"), 1),
        (("--fail-on", "warning", "--exit-zero"), 0),
        (("--fail-on", "warning", "--ignore", "orphaned-body"), 0),
        (("--fail-on", "information", "--select", "GG4"), 1),
        (("--fail-on", "information", "--select", "GG102,gg103"), 0),
        (("--select", "GG999"), 2),
    ],
)
def test_the_exit_code_says_whether_it_is_clean(
    fleet: str, arguments: tuple[str, ...], code: int
) -> None:
    """0 clean, 1 findings from the severity asked for, 2 could not look."""
    assert govgraph("check", fleet, *arguments).code == code


def test_a_clean_structure_has_nothing_to_report(fleet: str) -> None:
    """And says so in a sentence."""
    out = govgraph("check", fleet, "--select", "GG103").out
    assert out == "Fleet: nothing to report (4 bodies, as at 2010).\n"


def test_findings_are_not_written_over_a_baseline_or_standard_input(
    fleet: str, tmp_path: Path
) -> None:
    """Which is a file where the shell was told `< plan.yaml`; a baseline may be renewed."""
    baseline = tmp_path / "baseline.json"
    assert govgraph("check", fleet, "--write-baseline", str(baseline)).code == 0
    before = baseline.read_bytes()
    done = govgraph("check", fleet, "--baseline", str(baseline), "-o", str(baseline))
    assert (done.code, baseline.read_bytes()) == (2, before)
    renewed = ("--baseline", str(baseline), "--write-baseline", str(baseline))
    assert govgraph("check", fleet, *renewed).code == 0
    command = [sys.executable, "-m", "govgraph", "check", "-", "-o", fleet]
    with Path(fleet).open("rb") as file:
        refused = subprocess.run(command, stdin=file, check=False, capture_output=True, text=True)
    assert (refused.returncode, "is read from" in refused.stderr) == (2, True)
    assert Path(fleet).read_text(encoding="utf-8") == FLEET


@pytest.mark.parametrize("option", ["-o", "--write-baseline"])
def test_findings_are_not_written_over_what_is_checked(fleet: str, option: str) -> None:
    """Nor over the requirements it is measured against."""
    for arguments in ((fleet,), ("data/hampshire", "--against", fleet)):
        done = govgraph("check", *arguments, option, fleet)
        assert (done.code, Path(fleet).read_text(encoding="utf-8")) == (2, FLEET)
        assert f"{fleet} is read from; name another file to write" in done.err


def test_an_unknown_rule_offers_the_nearest(fleet: str) -> None:
    """A misspelt rule."""
    err = govgraph("check", fleet, "--ignore", "orphan-body").err
    assert "no rule goes by 'orphan-body'; did you mean 'orphaned-body'?" in err


def test_rules_are_listed() -> None:
    """As text and as JSON, in the order of their codes."""
    out = govgraph("rules").out.splitlines()
    assert [line.split()[0] for line in out] == [check.code for check in CHECKS]
    listed = json.loads(govgraph("rules", "--format", "json").out)["rules"]
    assert [rule["name"] for rule in listed] == [check.name for check in CHECKS]


@pytest.mark.parametrize("name", ["GG101", "orphaned-body", "Orphaned-Body"])
def test_a_rule_is_explained(name: str) -> None:
    """By code or name."""
    out = govgraph("rule", name).out
    assert out.startswith("GG101 orphaned-body (error)\n")
    assert "## How to put it right" in out


def test_the_schema_is_json() -> None:
    """For editors."""
    assert json.loads(govgraph("schema").out)["$schema"].endswith("2020-12/schema")


def test_text_is_folded_and_coloured_on_a_terminal_alone(
    fleet: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe gets whole sentences without colour."""
    from govgraph.cli import output

    monkeypatch.setattr(output, "_is_terminal", lambda _stream: True)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    out = govgraph("check", fleet).out
    assert "\x1b[33mwarning\x1b[0m GG101" in out
    sentences = [line for line in out.splitlines() if not line.startswith("  at:")]
    assert max(map(len, sentences)) <= len("\x1b[33m\x1b[0m") + 60
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in govgraph("check", fleet).out


def test_very_many_findings_of_one_rule_are_counted(tmp_path: Path) -> None:
    """A person reads a hundred and the number of the rest; JSON has them all."""
    file = tmp_path / "many.yaml"
    bodies = "".join(f"  b{i}: {{name: Body {i}}}\n" for i in range(130))
    file.write_text(f"bodies:\n{bodies}", encoding="utf-8")
    together = govgraph("check", str(file), "--select", "GG401").out
    assert "130 bodies: Body 0, Body 1, Body 10, Body 100, Body 101, and 125 more." in together
    assert "many.yaml:2:3, and 129 more: --each lists them" in together
    done = govgraph("check", str(file), "--select", "GG401", "--each")
    assert done.out.count("GG401 uncited:") == 100
    assert "... and 30 more of GG401; --format json gives all." in done.out


def test_settings_hold_unless_the_command_line_says_otherwise(fleet: str) -> None:
    """The command line is the strongest; --isolated reads none."""
    settings = Path(fleet).parent / "govgraph.toml"
    settings.write_text("[check]\nfail-on = 'warning'\nignore = ['uncited']\n", encoding="utf-8")
    assert govgraph("check", fleet).code == 1
    assert "GG401" not in govgraph("check", fleet).out
    assert govgraph("check", fleet, "--fail-on", "error").code == 0
    assert "GG401" in govgraph("check", fleet, "--ignore", "GG101").out
    assert govgraph("check", fleet, "--isolated").code == 0
    settings.write_text("[check]\nfail-on = 'never'\n", encoding="utf-8")
    assert govgraph("check", fleet).code == 2


def test_a_baseline_is_written_and_held_against(fleet: str, tmp_path: Path) -> None:
    """Only what is new is reported."""
    file = str(tmp_path / "baseline.json")
    assert govgraph("check", fleet, "--write-baseline", file).err == f"wrote {file}: 3 findings\n"
    done = govgraph("check", fleet, "--baseline", file, "--fail-on", "information")
    assert done.code == 0
    assert done.err == "3 findings are in the baseline and left out\n"


def test_one_finding_of_a_baseline_is_one(fleet: str, tmp_path: Path) -> None:
    """It is counted in the singular."""
    file = str(tmp_path / "baseline.json")
    govgraph("check", fleet, "--write-baseline", file)
    done = govgraph("check", fleet, "--baseline", file, "--select", "uncited")
    assert done.err.startswith("1 finding is in the baseline and left out")


POLICY = """
bodies:
  trust: {name: A Trust, kind: trust, apex: true}
  hart: {name: Hart, kind: local-partnership, accountable_to: trust}
  fleet: {name: Fleet, kind: local-partnership}
policy:
  - id: answers-to-trust
    every: {kind: local-partnership}
    must: {relation: accountable_to, to: {kind: trust}}
    because: Agreed in May.
  - {id: boards-have-chairs, every: {kind: board}, must: {chair: true}, because: Standing orders.}
"""


def test_policy_says_how_each_rule_fares(tmp_path: Path) -> None:
    """Kept, broken and by whom, or about nobody; exit 1 where one is broken."""
    file = tmp_path / "s.yaml"
    file.write_text(POLICY, encoding="utf-8")
    done = govgraph("policy", str(file))
    assert done.code == 1
    assert "answers-to-trust: broken 1 time, of 2 bodies\n  because: Agreed in May.\n  - Fleet" in (
        done.out
    )
    assert "boards-have-chairs: speaks of no body here" in done.out
    answer = json.loads(govgraph("policy", str(file), "--format", "json").out)
    assert [rule["kept"] for rule in answer["rules"]] == [False, True]
    assert answer["rules"][0]["breaches"][0]["subject"] == {"body": "fleet"}


def test_a_structure_without_rules_says_so(fleet: str) -> None:
    """And is clean."""
    done = govgraph("policy", fleet)
    assert (done.code, done.out.splitlines()[0]) == (0, "The structure has no rules of its own.")


def test_rules_of_the_settings_are_judged_too(fleet: str) -> None:
    """By policy and by check."""
    settings = Path(fleet).parent / "govgraph.toml"
    rule = "[[policy]]\nid = 'chaired'\nbecause = 'So.'\nmust = {chair = true}\n"
    settings.write_text(rule + "every = {id = 'hart'}\n", encoding="utf-8")
    assert "chaired: broken 1 time, of 1 body" in govgraph("policy", fleet).out
    assert "GG501" in govgraph("check", fleet).out
    assert "GG501" not in govgraph("check", fleet, "--isolated").out


def test_findings_may_go_to_a_file(fleet: str, tmp_path: Path) -> None:
    """Text whole and unfolded; a workbook of one sheet that can be filtered."""
    file = tmp_path / "findings.md"
    done = govgraph("check", fleet, "--format", "markdown", "-o", str(file))
    assert (done.out, done.err) == ("", f"wrote {file}\n")
    assert file.read_text(encoding="utf-8").startswith("| severity | rule |")
    book = tmp_path / "findings.xlsx"
    assert govgraph("check", fleet, "--format", "xlsx", "-o", str(book)).code == 0
    with zipfile.ZipFile(book) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<autoFilter" in sheet
    assert "<f>" not in sheet


@pytest.mark.parametrize(("form", "said"), [("xlsx", "-o FILE.xlsx"), ("parquet", "registers")])
def test_a_form_that_cannot_be_printed_is_explained(fleet: str, form: str, said: str) -> None:
    """Exit 2, and what to do instead."""
    done = govgraph("check", fleet, "--format", form)
    assert done.code == 2
    assert said in done.err
