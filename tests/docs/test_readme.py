"""What the README promises happens."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

import govgraph
from tests.cli.program import govgraph as program

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    """The block of code below a mark of the README."""
    found = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```", README, re.DOTALL)
    assert found, name
    return found[1]


def test_the_example_is_ten_lines_and_loads(tmp_path: Path) -> None:
    """A structure of ten lines finds its own faults."""
    example = block("example")
    assert len(example.splitlines()) == 10
    file = tmp_path / "fleet.yaml"
    file.write_text(example, encoding="utf-8")
    graph = govgraph.build_graph(govgraph.load(file))
    assert [c.apex for c in govgraph.chain(graph, "Fleet Partnership").chains] == ["trust"]
    assert [c.apex for c in govgraph.chain(graph, "Schools group").chains] == [None]
    orphans = [f for f in govgraph.check(graph).findings if f.name == "orphaned-body"]
    assert {f.subject.body for f in orphans} == {"schools", "chairs"}


def test_every_page_it_points_to_is_there() -> None:
    """No link of the README, of the other pages beside it or of docs/ leads nowhere."""
    for page in [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_main_command_on_this_machine(tmp_path: Path) -> None:
    """The main job prints findings and writes a page, and a drawing in two formats."""
    arguments = block("main").partition("govgraph ")[2].split()
    arguments[arguments.index("-o") + 1] = str(tmp_path / "report")
    arguments[1] = str(ROOT / arguments[1])
    done = program(*arguments)
    assert done.code == 0, done.err
    assert "GG101 orphaned-body" in done.out
    written = sorted(path.name for path in (tmp_path / "report").iterdir())
    assert written == ["diagram.dot", "diagram.svg", "index.html"]


@pytest.mark.skipif(
    not os.environ.get("GOVGRAPH_TEST_README"),
    reason="installs from the package index; set GOVGRAPH_TEST_README=1, as .ci/run does",
)
def test_the_main_command_on_a_fresh_machine(tmp_path: Path) -> None:
    """Word for word, in a copy of the repository, with an empty virtual environment."""
    copy = tmp_path / "govgraph"
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in filter(None, tracked.stdout.split("\0")):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, copy / name)
    venv.create(tmp_path / "empty", with_pip=True)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("UV_", "VIRTUAL_ENV", "COV"))}
    path = f"{tmp_path / 'empty' / 'bin'}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}"
    done = subprocess.run(
        ["sh", "-c", block("main")],
        cwd=copy,
        env={**kept, "PATH": path + os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "GG101 orphaned-body" in done.stdout
    assert (copy / "hampshire-report" / "index.html").stat().st_size > 10_000
    assert (copy / "hampshire-report" / "diagram.svg").stat().st_size > 10_000


def test_the_constraints_name_every_library() -> None:
    """What the README says was tested with is an exact version of each, from no address."""
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    exact = dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = wanted["optional-dependencies"]
    for asked in [*wanted["dependencies"], *(one for extra in extras.values() for one in extra)]:
        name = re.match(r"[\w.-]+", asked)
        assert name
        assert name[0].replace(".", "-") in {*exact, "govgraph"}, asked
    assert "://" not in text
