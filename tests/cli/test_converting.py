"""`govgraph convert` and `govgraph formats` as their users meet them."""

import json
from itertools import permutations
from pathlib import Path

import pytest

from govgraph.formats.format_catalogue import read_structure
from tests.cli.program import govgraph

EXAMPLE = Path(__file__).parents[1] / "formats" / "example.yaml"


@pytest.mark.parametrize("name", ["plan.yaml", "plan.json", "plan", "plan.xlsx", "plan.parquet"])
def test_nothing_is_lost_on_the_way(tmp_path: Path, name: str) -> None:
    """Every format of our own gives back the same structure."""
    done = govgraph("convert", str(EXAMPLE), str(tmp_path / name))
    assert (done.code, done.out) == (0, "")
    assert "read: 1 source, 7 bodies, 4 relations" in done.err
    assert read_structure(tmp_path / name) == read_structure(EXAMPLE)


SPELLINGS = ("plan.yaml", "plan.json", "plan", "plan.xlsx", "plan.parquet")


@pytest.mark.parametrize(("one", "other"), list(permutations(SPELLINGS, 2)))
def test_any_spelling_goes_into_any_other(tmp_path: Path, one: str, other: str) -> None:
    """And nothing is left on the way."""
    first, second = tmp_path / "one" / one, tmp_path / "other" / other
    for path in (first, second):
        path.parent.mkdir()
    assert govgraph("convert", str(EXAMPLE), str(first)).code == 0
    done = govgraph("convert", str(first), str(second))
    assert (done.code, "skipped:" in done.err) == (0, False)
    assert read_structure(second) == read_structure(EXAMPLE)


def test_a_format_may_be_named(tmp_path: Path) -> None:
    """For files whose suffix says something else, or nothing."""
    odd = tmp_path / "plan.txt"
    assert govgraph("convert", str(EXAMPLE), str(odd), "--to", "json").code == 0
    done = govgraph("convert", str(odd), str(tmp_path / "again.yaml"), "--from", "json")
    assert done.code == 0
    assert read_structure(tmp_path / "again.yaml") == read_structure(EXAMPLE)


def test_the_bytes_may_go_to_standard_output() -> None:
    """For whoever pipes them on."""
    done = govgraph("convert", str(EXAMPLE), "-", "--to", "json")
    assert json.loads(done.out)["structure"]["id"] == "hampshire"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("plan.svg",), "'.svg' is drawn: govgraph draw STRUCTURE -o plan.svg"),
        (("plan.docx",), "nothing is written as '.docx'"),
        (("plan.xslx",), "nothing is written as '.xslx'; did you mean '.xlsx'? (allowed: "),
        (("plan.x", "--to", "jsno"), "there is no format 'jsno'; did you mean 'json'?"),
        (("-",), "say with --to in which format"),
        (("-", "--to", "csv"), "the format 'csv' is a folder"),
        (("plan.yaml", "--from", "csv"), ""),
    ],
)
def test_what_cannot_be_written_is_said(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """Exit 2, with what is possible."""
    target, *rest = arguments
    path = target if target == "-" else str(tmp_path / target)
    done = govgraph("convert", str(EXAMPLE), path, *rest)
    assert done.code == 2
    assert said in done.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["milestones.csv", "Other.TSV", "plan.yaml"])
def test_a_folder_of_another_structure_is_not_mixed_with(tmp_path: Path, name: str) -> None:
    """Its files would be read with the new ones, or in their place."""
    (tmp_path / name).write_text("", encoding="utf-8")
    done = govgraph("convert", str(EXAMPLE), str(tmp_path))
    assert done.code == 2
    assert f"holds {name}, which would be read with" in done.err
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("name", ["report.txt", "report.json"])
def test_the_account_is_written_to_a_file(tmp_path: Path, name: str) -> None:
    """What was read, taken and left, as text or JSON."""
    tables = tmp_path / "tables"
    assert govgraph("convert", str(EXAMPLE), str(tables)).code == 0
    (tables / "budget.csv").write_text("x\n", encoding="utf-8")
    path = tmp_path / name
    target = str(tmp_path / "plan.yaml")
    assert govgraph("convert", str(tables), target, "--report", str(path)).code == 0
    text = path.read_text(encoding="utf-8")
    assert "no table of a structure goes by that name" in text
    if name.endswith("json"):
        assert json.loads(text)["read"]["bodies"] == 7


def test_the_formats_are_listed() -> None:
    """As text, and as JSON for programs."""
    done = govgraph("formats")
    assert done.code == 0
    assert "yaml" in done.out
    names = [each["name"] for each in json.loads(govgraph("formats", "--format", "json").out)]
    assert names[:3] == ["yaml", "json", "csv"]
    assert names[-2:] == ["mermaid", "dot"]


def test_the_report_has_the_shape_that_is_documented(tmp_path: Path) -> None:
    """A program that reads it finds every word in docs/json.md."""
    path = tmp_path / "report.json"
    done = govgraph("convert", str(EXAMPLE), str(tmp_path / "a.ttl"), "--report", str(path))
    assert done.code == 0
    report = json.loads(path.read_text(encoding="utf-8"))
    page = (EXAMPLE.parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
    for name in {*report, *(name for left in report["left"] for name in left)}:
        assert f'"{name}"' in page


def test_a_report_is_written_over_nothing_that_counts(tmp_path: Path) -> None:
    """Neither over what is read nor over what is written."""
    source, target = tmp_path / "a.yaml", tmp_path / "b.json"
    source.write_text("bodies: {a: {name: A}}\n", encoding="utf-8")
    for report in (source, target):
        done = govgraph("convert", str(source), str(target), "--report", str(report))
        assert (done.code, target.exists()) == (2, False)
        assert str(report) in done.err
    assert source.read_text(encoding="utf-8") == "bodies: {a: {name: A}}\n"
