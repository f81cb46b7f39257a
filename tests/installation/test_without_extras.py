"""Without its extras govgraph says of each command that needs one which, in one line.

These run where no extra is installed, as `.ci/python` arranges; beside the extras they are skipped.
"""

import shlex
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDS = {
    "polars": "scale",
    "python_calamine": "excel",
    "typst": "paper",
    "mcp": "mcp",
}
"""Some of what the extras bring."""
COMMANDS = (
    ("excel", "init plan.xlsx"),
    ("excel", "check empty.xlsx"),
    ("excel", "convert fleet.yaml fleet.xlsx"),
    ("excel", "check fleet.yaml --format xlsx -o findings.xlsx"),
    ("excel", "paper fleet.yaml -o fleet.xlsx"),
    ("fmt", "fmt fleet.yaml"),
    ("mcp", "mcp fleet.yaml"),
    ("paper", "paper fleet.yaml -o fleet.docx"),
    ("paper", "paper fleet.yaml -o fleet.pdf"),
    ("paper", "draw fleet.yaml -o fleet.pdf"),
    ("preview", "preview fleet.yaml"),
    ("query", "query fleet.yaml 'MATCH (b) RETURN b.name'"),
    ("rdf", "check empty.ttl"),
    ("scale", "convert fleet.yaml fleet.parquet"),
    ("scale", "check fleet --register"),
    ("scale", "chain fleet fleet --register"),
    ("scale", "index fleet"),
    ("spark", "check fleet --engine spark"),
)
"""What needs an extra. `fleet` is a folder of tables."""
QUOTES = "quotes quoted.yaml"
"""What looks up the quotes that it can, and says which paper needs the extra `reading`."""
WORKS = (
    QUOTES,
    "check fleet.yaml",
    "check fleet",
    "chain fleet.yaml fleet",
    "draw fleet.yaml -o fleet.svg",
    "draw fleet.yaml -o fleet.png",
    "report fleet.yaml -o report",
    "paper fleet.yaml -o fleet.md",
    "convert fleet.yaml fleet.json",
    "convert fleet.yaml fleet.graphml",
    "convert fleet.yaml fleet.sqlite",
    "convert fleet.yaml fleet.ttl",
    "init plan",
    "formats",
    "rules",
)
"""What needs none."""

without_extras = pytest.mark.skipif(
    any(find_spec(name) for name in NEEDS), reason="extras are installed here"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small structure as YAML and as tables, and a file of each form that is only read."""
    bodies = "  trust: {name: Trust, apex: true}\n  fleet: {name: Fleet, accountable_to: trust}\n"
    (tmp_path / "fleet.yaml").write_text(f"bodies:\n{bodies}", encoding="utf-8")
    (tmp_path / "fleet").mkdir()
    (tmp_path / "fleet" / "bodies.csv").write_text("id,name\nfleet,Fleet\n", encoding="utf-8")
    relations = "from,kind,to\nfleet,accountable_to,trust\n"
    (tmp_path / "fleet" / "relations.csv").write_text(relations, encoding="utf-8")
    (tmp_path / "quoted.yaml").write_text(
        "sources: {terms: {title: Terms, date: 2010, file: empty.pdf}}\n"
        "bodies: {trust: {name: Trust, cites: {source: terms, at: p. 1, quote: the Trust}}}\n",
        encoding="utf-8",
    )
    for name in ("empty.xlsx", "empty.ttl", "empty.pdf"):
        (tmp_path / name).write_bytes(b"")
    return tmp_path


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """What becomes of a command, as in a shell."""
    return subprocess.run(
        [sys.executable, "-m", "govgraph", *shlex.split(command)],
        cwd=folder, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


@without_extras
@pytest.mark.parametrize(("extra", "command"), COMMANDS)
def test_a_command_without_its_extra_says_which_in_one_line(
    extra: str, command: str, folder: Path
) -> None:
    """With the command that installs it, exit 2 and no traceback."""
    done = run(folder, command)
    assert done.returncode == 2, done.stdout + done.stderr
    assert f"pip install 'govgraph[{extra}]'" in done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr


@without_extras
@pytest.mark.parametrize("command", WORKS)
def test_a_command_that_needs_no_extra_works(command: str, folder: Path) -> None:
    """It reads, answers, draws and writes."""
    done = run(folder, command)
    assert done.returncode in {0, 1}, done.stderr
    assert "Traceback" not in done.stderr


@without_extras
def test_a_paper_that_cannot_be_read_without_an_extra_is_named(folder: Path) -> None:
    """In one line, with the command that installs it; other papers are read."""
    done = run(folder, QUOTES)
    assert "pip install 'govgraph[reading]'" in done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr


def test_every_extra_has_a_command_that_needs_it() -> None:
    """A new extra is tried as well."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {*project["optional-dependencies"]} - {
        "all",
        "desk",
    }  # `desk` is what a page is made with, not needed by a command here
    assert {extra for extra, _ in COMMANDS} | {"reading"} == extras
