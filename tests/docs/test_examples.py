"""The examples that the help and the pages give are commands that work."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter

import govgraph
from tests.cli.program import govgraph as program
from tests.desk.parts import HAS_PARTS, NO_PARTS

ROOT = Path(__file__).parents[2]
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")


def examples() -> Iterator[str]:
    """Each example of the page of commands, on one line."""
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    yield from re.findall(r"^```sh\ngovgraph (.*)\n```$", page, re.MULTILINE)


@pytest.mark.parametrize("example", list(examples()))
def test_the_example_of_a_command_works(
    example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever copies it from the help gets an answer."""
    if example.startswith("desk ") and not HAS_PARTS:
        pytest.skip(NO_PARTS)
    for folder in ("data", "docs/examples"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("watchfiles.watch", lambda *_, **__: ())  # nobody saves anything here
    monkeypatch.setattr("govgraph.assistants.mcp_server.serve", lambda *_: None)  # or asks
    done = program(*shlex.split(example.partition(" > ")[0]))
    assert done.code in {0, 1}, done.err
    assert done.out or done.err


def blocks(language: str) -> list[str]:
    """The blocks of code of the tutorial in a language, in its order."""
    return re.findall(rf"```{language}\n(.*?)```", TUTORIAL, re.DOTALL)


def test_the_tutorial_says_what_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever types it step by step sees what it says, to the last file."""
    first, second, third = blocks("yaml")
    hart = tmp_path / "hart.yaml"
    monkeypatch.chdir(tmp_path)
    hart.write_text(first, encoding="utf-8")
    assert "answers to nobody" in program("check", "hart.yaml").out
    start = first.index("  hart:\n")
    hart.write_text(first[:start] + second, encoding="utf-8")
    assert "it supports Hampshire Children's Trust" in program("check", "hart.yaml").out
    hart.write_text(first[:start] + second + third, encoding="utf-8")
    told = program("check", "hart.yaml").out
    assert "The seat for GP on Hart Local Children's Partnership is vacant" in told
    assert "no chair" not in told
    for command in "".join(blocks("sh")).splitlines()[1:]:
        done = program(*shlex.split(command)[1:])
        assert done.code in {0, 1}, done.err
    made = {"hart.pdf", "hart.svg", "hart-report"}
    assert made <= {path.name for path in tmp_path.iterdir()}


def test_the_way_through_excel_says_what_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the form, filled in with the rows of the page, to the paper in Word."""
    page = (ROOT / "docs" / "tutorial-excel.md").read_text(encoding="utf-8")
    lines = [line[2:-2].split(" | ") for line in page.splitlines() if line.startswith("| ")]
    commands = "".join(re.findall(r"```sh\n(.*?)```", page, re.DOTALL)).splitlines()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("watchfiles.watch", lambda *_, **__: ())
    init, *rest = commands
    assert program(*shlex.split(init)[1:]).code == 0
    book = xlsxwriter.Workbook("board.xlsx")
    sheet = book.add_worksheet("Governance")
    for number, cells in enumerate([lines[0], *lines[2:]]):
        sheet.write_row(number, 0, [cell.strip() for cell in cells])
    book.close()
    told = ""
    for command in rest:
        done = program(*shlex.split(command)[1:])
        assert done.code in {0, 1}, done.err
        told += done.out
    assert "Estates Group answers to nobody" in told
    assert "Governance!A5" in told
    assert "The chair of Estates Group is vacant" in told
    assert {"board.docx", "fuller.xlsx"} <= {path.name for path in tmp_path.iterdir()}


def test_the_message_in_the_tutorial_is_the_one_that_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A misspelt key, word for word."""
    first, _, _ = blocks("yaml")
    monkeypatch.chdir(tmp_path)
    hart = Path("hart.yaml")
    hart.write_text(first.replace("    kind: local", "    knd: local"), encoding="utf-8")
    (shown,) = re.findall(r"^govgraph: hart.yaml:.*$", TUTORIAL, re.MULTILINE)
    assert program("check", "hart.yaml").err.startswith(shown.removesuffix("…)"))


def test_the_program_in_the_page_of_the_library_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its first block, as it stands."""
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    monkeypatch.chdir(ROOT)
    exec(re.findall(r"```python\n(.*?)```", page, re.DOTALL)[0], {"govgraph": govgraph})  # noqa: S102
    assert "GG101" in capsys.readouterr().out
