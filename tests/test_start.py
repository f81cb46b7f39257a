"""Starting is cheap: what a command does not need, it does not import."""

import subprocess
import sys
from pathlib import Path

import pytest

from govgraph.graph.registers.indexing import write_index
from govgraph.graph.registers.reading import read_register
from tests.registers import write_text

HEAVY = {"networkx", "numpy", "polars", "pydot", "jinja2", "resvg_py", "typst", "yaml"}
OF_EXTRAS = {"mcp", "pydantic", "starlette", "anyio", "grandcypher", "lark"}
OF_EXTRAS |= {"pyspark", "pysail", "pandas", "pyarrow", "grpc"}


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
    assert not (HEAVY | OF_EXTRAS) & set(done.stderr.split())


def test_what_extras_bring_is_theirs_alone() -> None:
    """A question, a check and a page import nothing of the server's or the queries' libraries."""
    asked = [
        ["chain", "data/hampshire", "LSP"],
        ["check", "data/hampshire", "--exit-zero"],
        ["draw", "data/hampshire", "-o", "-"],
    ]
    program = f"from govgraph.cli.main import run_with; [run_with(each) for each in {asked}]"
    done = subprocess.run(
        [sys.executable, "-c", f"{program}; import sys; sys.stderr.write(' '.join(sys.modules))"],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not OF_EXTRAS & set(done.stderr.split())


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
