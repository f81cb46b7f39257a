"""What is offered to those who check in CI and before each commit."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]


def test_the_hook_runs_whatever_form_the_structure_has() -> None:
    """Tables, workbooks and settings are no YAML, and what was taken away is no file."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"] == "govgraph check"
    assert hook["always_run"] is True
    assert not {"files", "types", "types_or"} & hook.keys()


def action() -> list[dict[str, Any]]:
    """The steps of the action."""
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    return list(yaml.safe_load(text)["runs"]["steps"])


def test_no_input_of_the_action_becomes_a_program() -> None:
    """What a workflow gives goes through the environment, never into a script."""
    assert all("${{" not in step.get("run", "") for step in action())


@pytest.mark.skipif(not shutil.which("bash"), reason="the action's shell")
@pytest.mark.parametrize(("arguments", "code"), [("", 1), ("--exit-zero --each", 0)])
def test_the_action_checks(arguments: str, code: int) -> None:
    """Its last step, as it stands, with this Python: annotations, and the exit code of a check."""
    given = {"STRUCTURE": "data/hampshire", "ARGUMENTS": arguments}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", action()[-1]["run"]],
        cwd=ROOT,
        env={**os.environ, **given, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert "::notice file=data/hampshire/" in done.stdout
