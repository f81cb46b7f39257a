"""Rules of others are found, run and explained, or refused by name."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from govgraph.checks import plugins
from govgraph.checks.rules.no_apex import CHECK
from govgraph.errors import SettingsError

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "quorum-rules"


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """What was found is not remembered from test to test."""
    plugins.find_plugins.cache_clear()
    yield
    plugins.find_plugins.cache_clear()


def named(monkeypatch: pytest.MonkeyPatch, *values: str) -> None:
    """Let installed packages name these objects as rules."""
    entries = [EntryPoint(f"rule{i}", value, plugins.GROUP) for i, value in enumerate(values)]
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
    with pytest.raises(SettingsError, match="rule0") as caught:
        plugins.find_plugins()
    assert said in str(caught.value)


def test_a_code_is_taken_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two packages with one code."""
    monkeypatch.syspath_prepend(EXAMPLE)
    named(monkeypatch, *["quorum_rules.too_few_seats:CHECK"] * 2)
    with pytest.raises(SettingsError, match="QR001"):
        plugins.find_plugins()


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
