"""Starting is cheap: what a command does not need, it does not import."""

import subprocess
import sys
from pathlib import Path

import pytest

from govgraph.registers.index.writer import write_index
from govgraph.registers.reading.register_reader import read_register
from tests.made_registers import write_text

TYPER_ALONE = """
import typer
app = typer.Typer(add_completion=False, rich_markup_mode=None)
@app.command()
def one(path: str, most: int = 1) -> None: ...
app(["a"], standalone_mode=False)
"""
HEAVY = {"networkx", "numpy", "polars", "pydot", "jinja2", "resvg_py", "typst", "yaml"}
OF_EXTRAS = {"mcp", "pydantic", "starlette", "anyio", "grandcypher", "lark"}
OF_EXTRAS |= {"pyspark", "pysail", "pandas", "pyarrow", "grpc"}


def imported(program: str) -> set[str]:
    """The modules that a program has when it ends."""
    told = "\nimport sys; sys.stderr.write(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program + told],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


@pytest.fixture(scope="module")
def floor() -> set[str]:
    """What typer imports by itself: from 0.29 on, pydantic."""
    return imported(TYPER_ALONE)


@pytest.mark.parametrize(
    "program",
    [
        "import govgraph",
        "from govgraph.cli.main import run_with; assert run_with(['--version']) == 0",
        "from govgraph.cli.main import run_with; assert run_with(['--help']) == 0",
        "from govgraph.cli.main import run_with; assert run_with(['chain', '--help']) == 0",
    ],
)
def test_nothing_heavy_is_imported(program: str, floor: set[str]) -> None:
    """`import govgraph`, --help and --version load no library that costs time."""
    assert not (HEAVY | OF_EXTRAS) & imported(program) - floor


def test_a_question_imports_what_typer_and_yaml_do(floor: set[str]) -> None:
    """Nothing else that costs as much stands on the way of a question on a small structure."""
    asked = ["chain", "data/hampshire", "LSP"]
    program = f"from govgraph.cli.main import run_with; assert run_with({asked}) == 0"
    assert (HEAVY | OF_EXTRAS) & imported(program) - floor == {"yaml"}


def test_what_extras_bring_is_theirs_alone(floor: set[str]) -> None:
    """A question, a check and a page import nothing of the server's or the queries' libraries."""
    asked = [
        ["chain", "data/hampshire", "LSP"],
        ["check", "data/hampshire", "--exit-zero"],
        ["draw", "data/hampshire", "-o", "-"],
    ]
    program = f"from govgraph.cli.main import run_with; [run_with(each) for each in {asked}]"
    assert not OF_EXTRAS & imported(program) - floor


def test_a_question_to_an_index_imports_nothing_heavy(tmp_path: Path) -> None:
    """Neither NumPy nor Polars, which take longer to import than the answer takes."""
    register = write_text(tmp_path, "id,apex\ntrust,true\nhart,\n", "from,kind,to\n")
    write_index(read_register(register))
    asked = ["chain", str(register), "hart", "--register"]
    program = f"from govgraph.cli.main import run_with; assert run_with({asked}) == 0"
    assert not HEAVY & imported(program)


def test_a_check_of_a_register_reads_no_structure(tmp_path: Path) -> None:
    """It imports what columns need, and none of the readers of other formats."""
    register = write_text(tmp_path, "id,apex\ntrust,true\nhart,\n", "from,kind,to\n")
    asked = ["check", str(register), "--register", "--exit-zero", "--isolated"]
    program = f"from govgraph.cli.main import run_with; assert run_with({asked}) == 0"
    met = imported(program)
    assert HEAVY & met == {"numpy", "polars"}
    assert not {"govgraph.formats.assemble", "govgraph.formats.simple_sheet"} & met


def test_numpy_starts_no_threads_for_matrices() -> None:
    """A thread a core costs more than all questions of a small register."""
    program = "import os; from govgraph.__main__ import run; run()"
    told = (
        "import atexit, os, sys; atexit.register(lambda: print(os.environ['OPENBLAS_NUM_THREADS']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{told}; sys.argv[1:] = ['--version']; {program}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split()[-1] == "1"
