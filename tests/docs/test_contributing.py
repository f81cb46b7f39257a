"""What contributors are given is whole: recipes, hooks, workflows and the citation."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import yaml

from govgraph.about import VERSION

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def read(path: str) -> str:
    """The text of a file of the repository."""
    return (ROOT / path).read_text(encoding="utf-8")


def recipes() -> set[str]:
    """The recipes of the justfile, as just itself reads them."""
    just = Path(sys.executable).with_name("just")
    done = subprocess.run([just, "--summary"], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_every_recipe_that_is_called_is_there() -> None:
    """By the gate, by a hook and by the page for contributors."""
    called = set(re.findall(r"^for recipe in (.+); do$", read(".ci/run"), re.MULTILINE)[0].split())
    hooks = yaml.safe_load(read(".pre-commit-config.yaml"))["repos"][0]["hooks"]
    called |= {hook["entry"].removeprefix("uv run just ") for hook in hooks}
    called |= set(re.findall(r"uv run just ([a-z]+)", read("CONTRIBUTING.md")))
    assert called <= recipes()


def test_every_script_that_is_called_is_there() -> None:
    """And can be run."""
    texts = [read(".ci/run"), *(path.read_text(encoding="utf-8") for path in WORKFLOWS)]
    scripts = {name for text in texts for name in re.findall(r"(?<![/\w])\.ci/\w+", text)}
    assert ".ci/run" in scripts
    for script in scripts:
        assert (ROOT / script).stat().st_mode & 0o100, script


def test_the_matrix_begins_with_the_lowest_python() -> None:
    """The one that pyproject.toml promises, and goes on without a gap."""
    workflow: dict[str, Any] = yaml.safe_load(read(".github/workflows/gate.yml"))
    pythons = workflow["jobs"]["installed"]["strategy"]["matrix"]["python"]
    lowest = int(PROJECT["requires-python"].removeprefix(">=3."))
    assert pythons == [f"3.{minor}" for minor in range(lowest, lowest + len(pythons))]


def test_the_citation_names_this_version_and_licence() -> None:
    """What is cited is what is here."""
    citation = yaml.safe_load(read("CITATION.cff"))
    assert citation["version"] == VERSION
    assert citation["license"] == PROJECT["license"]
    assert set(citation["keywords"]) <= set(PROJECT["keywords"])


def test_every_test_that_a_script_runs_is_there() -> None:
    """A test that has moved is followed."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / ".ci").iterdir())]
    named = {
        path for text in texts for path in re.findall(r"(?<![/\w])tests/(?!html)[\w/.]+", text)
    }
    assert named
    assert sorted(path for path in named if not (ROOT / path.rstrip("./")).exists()) == []
