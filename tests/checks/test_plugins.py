"""Rules of others are found, run and explained, or refused by name."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import govgraph.plugins
from govgraph import api
from govgraph.checks import rule_plugins
from govgraph.checks.rules.no_apex import CHECK
from govgraph.errors import SettingsError
from tests.cli.program import govgraph as program

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "quorum-rules"


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """What was found is not remembered from test to test."""
    for found in (govgraph.plugins.find_plugins, rule_plugins._installed):
        found.cache_clear()
    yield
    for found in (govgraph.plugins.find_plugins, rule_plugins._installed):
        found.cache_clear()


def named(monkeypatch: pytest.MonkeyPatch, *values: str) -> None:
    """Let installed packages name these objects as rules."""
    entries = [EntryPoint(f"rule{i}", value, rule_plugins.GROUP) for i, value in enumerate(values)]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: entries if group else [])


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("no_such_module:CHECK", "is broken: No module named 'no_such_module'"),
        ("govgraph.errors:Place", "is no rule"),
        ("govgraph.checks.rules.no_apex:CHECK", f"takes the code {CHECK.code}"),
    ],
)
def test_what_is_no_rule_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, value: str, said: str
) -> None:
    """Never skipped in silence."""
    named(monkeypatch, value)
    with pytest.raises(SettingsError) as caught:
        rule_plugins.find_plugins()
    assert said in str(caught.value)


def test_a_code_is_taken_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two packages with one code."""
    monkeypatch.syspath_prepend(EXAMPLE)
    named(monkeypatch, *["quorum_rules.too_few_seats:CHECK"] * 2)
    with pytest.raises(SettingsError, match="QR001"):
        rule_plugins.find_plugins()


RULE = """
from govgraph.checks.check import Check
from govgraph.checks.finding import Severity, Subject

def find(check, evidence):
    {find}

CHECK = ALIAS = Check(code="MY1", name="mine", severity=Severity.WARNING, summary="mine", find=find,
                      documentation="Mine.")
"""
FINDS = 'yield check.finding(Subject(body="a"), "A is mine.", remedy="", place=None)'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A structure, and a folder of rules beside it with one rule."""
    (tmp_path / "s.yaml").write_text("bodies: {a: {name: A, apex: true}}", encoding="utf-8")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "mine.py").write_text(RULE.format(find=FINDS), encoding="utf-8")
    return tmp_path


def test_a_folder_of_rules_counts_while_it_is_named(folder: Path) -> None:
    """Run, listed, explained and selected as any other; and gone afterwards."""
    structure, rules = str(folder / "s.yaml"), str(folder / "rules")
    done = program("check", structure, "--rules", rules, "--select", "mine", "--fail-on", "warning")
    assert (done.code, done.out.splitlines()[0]) == (1, "warning MY1 mine: A is mine.")
    assert "MY1" in program("rules", "--rules", rules).out
    assert program("rule", "mine", "--rules", rules).out == "MY1 mine (warning)\n\nMine.\n"
    assert program("check", structure, "--select", "mine").code == 2
    graph = api.build_graph(api.load(structure))
    assert [f.code for f in api.check(graph, rules=rules, select=["MY1"]).findings] == ["MY1"]


@pytest.mark.parametrize(
    ("find", "said"),
    [
        ("raise KeyError('quorum')", "failed: KeyError: 'quorum'"),
        ("yield 1 / 0", "failed: ZeroDivisionError: division by zero"),
        ("return None", "failed: TypeError: 'NoneType' object is not iterable"),
        ("yield 'fault'", "gave what is no finding of it: 'fault'"),
        ("yield check.finding('a', 'A.', remedy='', place=None)", "gave what is no finding of it"),
        ("yield check.finding(Subject(), None, remedy='', place=None)", "gave what is no finding"),
    ],
)
def test_a_rule_that_fails_is_told_with_whose_it_is(folder: Path, find: str, said: str) -> None:
    """Exit 2 in words, with its file and line; no traceback, and no exit 1."""
    file = folder / "rules" / "mine.py"
    file.write_text(RULE.format(find=find), encoding="utf-8")
    done = program("check", str(folder / "s.yaml"), "--rules", str(file.parent))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"govgraph: the rule MY1 mine of {file} {said}")
    assert len(done.err.splitlines()) == 1
    if "failed" in said and "return" not in find:
        assert done.err.endswith(f" ({file}:6)\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("import no_such_module", "mine.py is broken: ModuleNotFoundError: No module named"),
        ("def (", "mine.py is broken: SyntaxError: "),
        ("x = 1", "holds a rule"),
        (RULE.format(find=FINDS).replace("MY1", "GG999"), "takes the code GG999"),
    ],
)
def test_a_file_that_holds_no_rule_is_refused(folder: Path, text: str, said: str) -> None:
    """By its name."""
    (folder / "rules" / "mine.py").write_text(text, encoding="utf-8")
    done = program("check", str(folder / "s.yaml"), "--rules", str(folder / "rules"))
    assert done.code == 2
    assert said in done.err


def test_a_folder_of_rules_that_is_none_is_refused(folder: Path) -> None:
    """A file, or nothing at all."""
    done = program("check", str(folder / "s.yaml"), "--rules", str(folder / "no"))
    assert done.err == f"govgraph: {folder / 'no'} is no folder of rules\n"


def test_the_example_installs_and_runs(tmp_path: Path) -> None:
    """A package beside govgraph: its rule is listed, explained and run."""
    installed = tmp_path / "installed"
    pip = ["pip", "install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run(
        [sys.executable, "-m", *pip, "--disable-pip-version-check", "--target", installed, EXAMPLE],
        check=True,
    )
    file = tmp_path / "board.yaml"
    file.write_text(
        "bodies:\n  board: {name: A Board, kind: board, apex: true, seats: [{role: chair}]}\n",
        encoding="utf-8",
    )

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "govgraph", *arguments],
            env={"PYTHONPATH": str(installed)},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert "QR001" in run("rules")
    assert run("rule", "too-few-seats").startswith("QR001 too-few-seats (warning)")
    out = run("check", str(file), "--select", "too-few-seats")
    assert "warning QR001 too-few-seats: A Board has 1 of the 3 seats of a quorum." in out
