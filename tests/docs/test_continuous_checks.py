"""What is offered to those who check in CI and before each commit."""

from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]


def test_the_hook_runs_whatever_form_the_structure_has() -> None:
    """Tables, workbooks and settings are no YAML, and what was taken away is no file."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"] == "govgraph check"
    assert hook["always_run"] is True
    assert not {"files", "types", "types_or"} & hook.keys()
