"""What packages bring beside rules: formats, questions, forms of output; theirs when they fail."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

import govgraph
from govgraph import plugins
from govgraph.errors import PluginError, QuestionError, SettingsError
from tests.cli.program import govgraph as program

EXAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "parish-pack"
NAMES = "Council\nParish Meeting < Council\nAllotments < Parish Meeting\nPaths < Parish Meeting\n"
BROUGHT = {
    "govgraph.formats": {"names": "parish_pack.names_list:FORMAT"},
    "govgraph.questions": {"widest": "parish_pack.widest:widest"},
    "govgraph.findings": {"tally": "parish_pack.tally:findings_as_tally"},
    "govgraph.drawings": {"puml": "parish_pack.plantuml:draw_plantuml"},
}


@pytest.fixture(autouse=True)
def forgotten(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The example, as if it were installed; what was found is not remembered from test to test."""
    monkeypatch.syspath_prepend(EXAMPLE)
    bring(monkeypatch, BROUGHT)
    yield
    plugins.find_plugins.cache_clear()


def bring(monkeypatch: pytest.MonkeyPatch, brought: Mapping[str, Mapping[str, str]]) -> None:
    """Let installed packages bring these."""
    plugins.find_plugins.cache_clear()
    monkeypatch.setattr(
        "importlib.metadata.entry_points",
        lambda group: [EntryPoint(*each, group) for each in brought.get(group, {}).items()],
    )


@pytest.fixture
def parish(tmp_path: Path) -> Path:
    """A clerk's list."""
    file = tmp_path / "parish.names"
    file.write_text(NAMES, encoding="utf-8")
    return file


def test_a_format_is_read_written_and_listed(parish: Path, tmp_path: Path) -> None:
    """By its suffix and by its name, with places, losses and problems as ours have them."""
    assert program("chain", str(parish), "Allotments").out.startswith("Allotments [allotments]")
    assert "names" in program("formats").out
    yaml, back = str(tmp_path / "p.yaml"), tmp_path / "back.names"
    assert program("convert", str(parish), yaml, "--from", "names").code == 0
    assert program("convert", yaml, str(back)).code == 0
    assert back.read_text(encoding="utf-8") == NAMES
    parish.write_text("< Council\nA\n< B\n", encoding="utf-8")
    done = program("check", str(parish))
    said = "a line begins with the name of a body"
    assert done.err == f"govgraph: {parish}:1:1: {said}\n{parish}:3:1: {said}\n"


def test_a_question_is_a_command_and_a_verb(parish: Path) -> None:
    """With help, text, JSON and the standpoint, and offered where it is misspelt."""
    asked = program("widest", str(parish), "Paths")
    assert asked.out == "2 answer directly to Parish Meeting.\n"
    data = json.loads(program("widest", str(parish), "Paths", "--format", "json").out)
    assert (data["span"], data["bodies"], "standpoint" in data) == (2, ["parish-meeting"], True)
    assert "Example: govgraph widest data/hampshire HART-LCP" in program("widest", "--help").out
    assert "widest " in program("--help").out
    assert "did you mean 'widest'?" in program("widst").err
    graph = govgraph.build_graph(govgraph.load(parish))
    assert govgraph.ask(graph, "widest", "Paths").span == 2
    assert govgraph.ask(graph, "chain", "Paths", most=1).body == "paths"
    with pytest.raises(QuestionError, match=r"no question 'x'.*widest"):
        govgraph.ask(graph, "x")


def test_a_question_that_fails_is_told_with_whose_it_is(
    monkeypatch: pytest.MonkeyPatch, parish: Path
) -> None:
    """On the command line and from Python."""
    monkeypatch.setattr("parish_pack.widest.Widest", None)
    done = program("widest", str(parish), "Paths")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(
        "govgraph: the question 'widest' of parish_pack.widest:widest failed: Type"
    )
    with pytest.raises(PluginError, match="failed: TypeError"):
        govgraph.ask(govgraph.build_graph(govgraph.load(parish)), "widest", "Paths")


def test_forms_of_output_are_asked_for_as_ours_are(parish: Path, tmp_path: Path) -> None:
    """A form of findings by `--format`, a form of drawing by the ending of the file."""
    done = program("check", str(parish), "--format", "tally")
    assert done.out.splitlines()[0] == "GG212 1"
    assert "did you mean 'tally'?" in program("check", str(parish), "--format", "taly").err
    drawn = tmp_path / "parish.puml"
    assert program("draw", str(parish), "-o", str(drawn)).code == 0
    assert "paths --> parish_meeting" in drawn.read_text(encoding="utf-8")
    done = program("draw", str(parish), "-o", str(tmp_path / "parish.xyz"))
    assert ".puml" in done.err


@pytest.mark.parametrize(
    ("brought", "arguments", "said"),
    [
        ({"govgraph.findings": {"bad": "operator:index"}}, ["check", "{}", "--format", "bad"], "T"),
        ({"govgraph.drawings": {"bad": "math:sqrt"}}, ["draw", "{}", "-o", "{}.bad"], "TypeError"),
        ({"govgraph.drawings": {"bad": "builtins:len"}}, ["draw", "{}", "-o", "{}.bad"], "TypeErr"),
    ],
)
def test_what_fails_is_told_with_whose_it_is(
    monkeypatch: pytest.MonkeyPatch,
    parish: Path,
    brought: dict[str, Any],
    arguments: list[str],
    said: str,
) -> None:
    """Exit 2 in one line."""
    file = parish.with_suffix(".yaml")
    file.write_text("bodies: {a: {name: A}}", encoding="utf-8")
    bring(monkeypatch, brought)
    done = program(*(each.format(file) for each in arguments))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("govgraph: the form 'bad' of ")
    assert f" failed: {said}" in done.err
    assert len(done.err.splitlines()) == 1


def test_a_reader_that_fails_is_told_with_whose_it_is(
    monkeypatch: pytest.MonkeyPatch, parish: Path
) -> None:
    """As when a file is in no encoding that its author thought of."""
    parish.write_bytes(b"Council \xff\n")
    with pytest.raises(PluginError, match=r"the format 'names' of .* failed: UnicodeDecodeError"):
        govgraph.load(parish)
    bring(monkeypatch, {"govgraph.formats": {"names": "govgraph.errors:Place"}})
    with pytest.raises(SettingsError, match="is no format"):
        govgraph.load(parish)


def test_the_example_installs_and_runs(parish: Path, tmp_path: Path) -> None:
    """As a package of its own beside govgraph, found by the real entry points."""
    copy = tmp_path / "parish-pack"
    shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns("*.egg-info", "build"))
    installed = tmp_path / "installed"
    pip = ["pip", "install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run(
        [sys.executable, "-m", *pip, "--disable-pip-version-check", "--target", installed, copy],
        check=True,
    )
    done = subprocess.run(
        [sys.executable, "-m", "govgraph", "widest", parish, "Paths"],
        env={"PYTHONPATH": str(installed)},
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "2 answer directly to Parish Meeting.\n"
