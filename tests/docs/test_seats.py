"""Every command of the guide to seats runs, and its example is a structure."""

import re
import shlex
from pathlib import Path

import pytest

import govgraph
from tests.cli.program import govgraph as program

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "seats.md").read_text(encoding="utf-8")
COMMANDS = [
    line
    for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
    for line in block.splitlines()
]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_guide_answers(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each gives data, or writes the file it names."""
    monkeypatch.chdir(ROOT)
    words = shlex.split(command)[1:]
    if "-o" in words:
        place = words.index("-o") + 1
        words[place] = str(tmp_path / words[place])
    done = program(*words)
    assert done.code == 0, done.err
    assert done.out or list(tmp_path.iterdir())


def test_the_example_of_a_requirement_loads(tmp_path: Path) -> None:
    """With the other name that covers the partner."""
    found = re.search(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert found
    file = tmp_path / "structure.yaml"
    file.write_text(found[1], encoding="utf-8")
    (requirement,) = govgraph.load(file).requirements
    assert requirement.seats_for[1].also_known_as == ("PCT",)
