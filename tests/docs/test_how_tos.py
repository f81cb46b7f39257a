"""Each how-to is followed to the letter in a copy of the package, and what it says comes true."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs" / "how-to").glob("add-*.md"))
COPIED = ("govgraph", "docs", "templates", "data", "tests")
_BLOCK = re.compile(
    r"^(?:<!-- (file|in): (\S+) -->\n)?(````?)(\w*)\n(.*?)^\3$", re.DOTALL | re.MULTILINE
)


class Block(NamedTuple):
    """A block of a page: a file to write, a change to make, commands to run or their output."""

    does: str
    path: str
    language: str
    text: str


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of a page, in its order."""
    for does, path, _, language, text in _BLOCK.findall(page.read_text(encoding="utf-8")):
        yield Block(does, path, language, text)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package with its tests, to be changed freely."""
    ignored = shutil.ignore_patterns("node_modules", "corpus", "pictures", "decisions")
    for folder in COPIED:
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignored)
    for file in ("pyproject.toml", "README.md", "CHANGELOG.md"):
        shutil.copy(ROOT / file, tmp_path / file)
    (tmp_path / "docs" / "pictures").mkdir()
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_how_to_does_what_it_says(page: Path, copy: Path) -> None:
    """Files are written, changes made, commands run; what they print is what the page shows."""
    said = ""
    for block in blocks(page):
        if block.does == "file":
            (copy / block.path).write_text(block.text, encoding="utf-8")
        elif block.does == "in":
            change(copy / block.path, block.text)
        elif block.language == "sh":
            said = "".join(run(copy, line) for line in block.text.splitlines())
        elif block.language == "text":
            missing = [line for line in block.text.splitlines() if line not in said]
            assert not missing, f"{missing} not in:\n{said}"
    modules = [block.path for block in blocks(page) if block.path.endswith(".py")]
    for style in ("check --quiet", "format --check --quiet"):
        run(copy, shlex.join(["uv", "run", "ruff", *style.split(), *modules]))


def change(path: Path, diff: str) -> None:
    """Make a change in a file, whose lines must be there just once."""
    lines = diff.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] in " -")
    after = "".join(line[1:] for line in lines if line[0] in " +")
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{path.name}: {before}"
    path.write_text(text.replace(before, after), encoding="utf-8")


def run(copy: Path, line: str) -> str:
    """What a command prints; it ends as its comment says, or with 0 or a check's 1."""
    words = shlex.split(line, comments=True)
    given = dict(word.split("=", 1) for word in words if re.match(r"[A-Z_]+=", word))
    words = words[len(given) :]
    assert words[:2] == ["uv", "run"], line
    program = words[2:3] if words[2] == "python" else ["python", "-m", words[2]]
    arguments = [sys.executable, *program[1:], *words[3:]]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    environment = {**kept, **given, "PYTHONPATH": str(copy), "COLUMNS": "200", "GOVGRAPH_TODAY": ""}
    done = subprocess.run(
        arguments, cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    expected = re.search(r"# exits (\d)", line)
    wanted = {int(expected[1])} if expected else {0, 1} if " check " in line else {0}
    assert done.returncode in wanted, f"{line}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_how_to_makes_what_is_not_there(page: Path) -> None:
    """None of its files exists, so that it proves something; and it tries what it made."""
    made = [block.path for block in blocks(page) if block.does == "file"]
    assert made
    assert not [path for path in made if (ROOT / path).exists()]
    assert any(block.language == "text" for block in blocks(page))
