"""Starting is cheap: what a command does not need, it does not import."""

import subprocess
import sys
from pathlib import Path

import pytest

from govgraph.graph.registers.indexing import write_index
from govgraph.graph.registers.reading import read_register
from tests.registers import write_text

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


def test_a_question_to_an_index_imports_nothing_heavy(tmp_path: Path) -> None:
    """Neither NumPy nor Polars, which take longer to import than the answer takes."""
    register = write_text(tmp_path, "id,apex\ntrust,true\nhart,\n", "from,kind,to\n")
    write_index(read_register(register))
    asked = ["chain", str(register), "hart", "--register"]
    program = f"from govgraph.cli.main import run_with; assert run_with({asked}) == 0"
    done = subprocess.run(
        [sys.executable, "-c", f"{program}; import sys; sys.stderr.write(' '.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not HEAVY & set(done.stderr.split())
