"""`govgraph fmt` as its users meet it."""

from pathlib import Path

import pytest

from tests.cli.program import govgraph
from tests.formats.test_yaml_form import TIDY, UNTIDY


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    """A file that is not in its standard form."""
    path = tmp_path / "a.yaml"
    path.write_text(UNTIDY, encoding="utf-8", newline="\n")
    return path


def test_a_file_is_rewritten_once(untidy: Path) -> None:
    """The second time there is nothing to do."""
    done = govgraph("fmt", str(untidy))
    assert (done.code, done.out, done.err) == (0, "", f"changed {untidy}\n")
    assert untidy.read_text(encoding="utf-8") == TIDY
    done = govgraph("fmt", str(untidy.parent))
    assert (done.code, done.err) == (0, "1 file is in its standard form\n")


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_nothing_is_written_when_only_asked(untidy: Path, option: str) -> None:
    """Exit 1 says that something would change."""
    done = govgraph("fmt", str(untidy), option)
    assert (done.code, done.err) == (1, f"would change {untidy}\n")
    assert untidy.read_text(encoding="utf-8") == UNTIDY
    assert ("\n+    name: 'no'\n" in done.out) == (option == "--diff")


def test_a_file_that_is_not_there_is_exit_2(tmp_path: Path) -> None:
    """As with every command."""
    assert govgraph("fmt", str(tmp_path / "b.yaml")).code == 2
