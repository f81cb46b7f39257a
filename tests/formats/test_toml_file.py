"""Small TOML files are read whole, or it is said why not and where."""

from pathlib import Path

import pytest

from govgraph.formats.problems import Problems
from govgraph.formats.toml_file import find_place, read_toml

TEXT = """
# [check] stands below
[check]
select = ["GG1",
  "GG9"]
severity.GG101 = "off"
against = []

[[policy]]
id = "one"
[[ policy ]]
id = "two"
every = {kind = "board"}
"""


def test_what_a_file_holds_is_given(tmp_path: Path) -> None:
    """With or without the mark that some editors set before it."""
    for number, mark in enumerate(("", "\ufeff")):
        path = tmp_path / f"{number}.toml"
        path.write_text(f'{mark}name = "tŷ"\n[check]\nselect = ["GG1"]\n', encoding="utf-8")
        problems = Problems()
        assert read_toml(path, problems) == {"name": "tŷ", "check": {"select": ["GG1"]}}
        assert not problems.found


@pytest.mark.parametrize(
    ("content", "line", "column", "message"),
    [
        (b"a = 1\nb = \n", 2, 5, "this is not TOML: Invalid value"),
        (b"a = [", 0, 0, "this is not TOML: Invalid value"),
        (b"a = " + b"[" * 9_000, 0, 0, "this is not TOML: lists and tables stand too deep"),
        (b"a = 'x'\nb = '\xff'\n", 2, 6, "byte 0xFF is not UTF-8 text"),
    ],
    ids=["no value", "cut short", "too deep", "not UTF-8"],
)
def test_what_is_wrong_is_told_with_its_place(
    content: bytes, line: int, column: int, message: str, tmp_path: Path
) -> None:
    """As far as the parser knows it."""
    path = tmp_path / "a.toml"
    path.write_bytes(content)
    problems = Problems()
    assert read_toml(path, problems) is None
    (problem,) = problems.found
    assert (problem.place.file, problem.place.line, problem.place.column) == (
        str(path),
        line,
        column,
    )
    assert problem.message.startswith(message)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """By its name."""
    problems = Problems()
    assert read_toml(tmp_path / "a.toml", problems) is None
    (problem,) = problems.found
    assert problem.place.file == str(tmp_path / "a.toml")


@pytest.mark.parametrize(
    ("keys", "word", "number", "place"),
    [
        (("check",), "", 0, (3, 2)),
        (("check", "select"), "", 0, (4, 1)),
        (("check", "select"), "GG9", 0, (5, 4)),
        (("check", "severity", "GG101"), "", 0, (6, 1)),
        (("policy",), "", 0, (9, 3)),
        (("policy",), "", 1, (11, 4)),
        (("policy",), "kind", 1, (13, 10)),
        (("policy",), "", 2, (11, 4)),
        (("check", "select"), "nowhere", 0, (4, 1)),
        (("nowhere",), "", 0, (0, 0)),
    ],
)
def test_a_key_or_word_is_found(
    keys: tuple[str, ...], word: str, number: int, place: tuple[int, int]
) -> None:
    """In whichever way its table is written; the nearest thing known where it is not."""
    assert find_place(TEXT, keys, word, number=number) == place
