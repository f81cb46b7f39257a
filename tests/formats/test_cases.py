"""Files that are right and files that are wrong: the cases of `tests/cases/files`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from govgraph.errors import LoadError, Problem
from govgraph.formats.format_catalogue import read_structure

CASES = Path(__file__).parents[1] / "cases" / "files"


def cases() -> list[Any]:
    """Every case, under its sentence."""
    return [
        pytest.param(case, id=f"{file.stem}: {case['case']}")
        for file in sorted(CASES.glob("*.yaml"))
        for case in yaml.safe_load(file.read_text("utf-8"))
    ]


def found_in(path: Path) -> list[Problem]:
    """Every problem that reading a file gives."""
    try:
        read_structure(path)
    except LoadError as error:
        return list(error.problems)
    return []


@pytest.mark.parametrize("case", cases())
def test_a_file_gives_exactly_the_problems_of_its_case(case: Any, tmp_path: Path) -> None:
    """Place, words and suggestion of every problem are those that the case lists."""
    path = tmp_path / "structure.yaml"
    path.write_text(case["file"], "utf-8")
    found = [
        {
            "at": f"{problem.place.line}:{problem.place.column}",
            "says": problem.message.replace(str(path), "FILE"),
            "nearest": problem.nearest,
        }
        for problem in found_in(path)
    ]
    assert found == [{"nearest": ""} | expected for expected in case["problems"]]
