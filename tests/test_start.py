"""Starting is cheap: what a command does not need, it does not import."""

import subprocess
import sys

import pytest

HEAVY = {"networkx", "numpy", "polars", "pydot", "jinja2", "resvg_py", "typst", "yaml"}


@pytest.mark.parametrize(
    "program",
    [
        "import govgraph",
        "from govgraph.cli.main import run_with; assert run_with(['--version']) == 0",
        "from govgraph.cli.main import run_with; assert run_with(['--help']) == 0",
        "from govgraph.cli.main import run_with; assert run_with(['chain', '--help']) == 0",
    ],
)
def test_nothing_heavy_is_imported(program: str) -> None:
    """`import govgraph`, --help and --version load no library that costs time."""
    told = "; import sys; sys.stderr.write(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program + told],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not HEAVY & set(done.stderr.split())
