"""`govgraph diff` as its users meet it."""

import json
from pathlib import Path

import pytest

from tests.cli.program import govgraph

COUNTY = """
structure: {id: county, title: County, as_at: 2010-01}
bodies:
  trust: {name: Trust, apex: true}
  hart: {name: Hart, reports_to: trust}
  board: {name: Board, status: proposed, from: 2010-04, reports_to: trust}
"""


@pytest.fixture
def county(tmp_path: Path) -> str:
    """A structure with a proposal."""
    path = tmp_path / "county.yaml"
    path.write_text(COUNTY, encoding="utf-8")
    return str(path)


def test_two_structures(county: str, tmp_path: Path) -> None:
    """Exit 1: something is different."""
    other = tmp_path / "other.yaml"
    other.write_text(COUNTY.replace("name: Hart,", "name: Hart Group,"), encoding="utf-8")
    done = govgraph("diff", county, str(other))
    assert done.code == 1
    assert "renamed  Hart is now called Hart Group" in done.out


def test_the_same_twice_is_exit_0(county: str) -> None:
    """A structure differs from itself in nothing."""
    done = govgraph("diff", county, county)
    assert (done.code, done.out.splitlines()[-1]) == (0, "Nothing is different.")


def test_two_dates_of_one_structure(county: str) -> None:
    """Proposals count from their own day on."""
    done = govgraph("diff", county, "--from", "2010-01", "--to", "2010-05", "--include", "proposed")
    assert "  added  Board [board], body, proposed, from April 2010\n" in done.out
    assert govgraph("diff", county, "--to", "2010-02").code == 0


def test_today_and_what_is_proposed(county: str) -> None:
    """Without a date, proposals count on the later side alone."""
    done = govgraph("diff", county, "--include", "proposed", "--format", "json")
    data = json.loads(done.out)
    assert [change["change"] for change in data["changes"]] == ["body-added", "relation-added"]
    assert (data["before"]["include"], data["after"]["include"]) == ([], ["proposed"])


def test_markdown_and_exit_zero(county: str) -> None:
    """A page to send on; a difference need not fail a job."""
    done = govgraph("diff", county, "--include", "proposed", "--format", "markdown", "--exit-zero")
    assert (done.code, done.out.splitlines()[0]) == (0, "# County: what is different")


def test_nothing_to_tell_two_states_apart_by(county: str, tmp_path: Path) -> None:
    """Exit 2, and what to name."""
    done = govgraph("diff", county)
    assert done.code == 2
    assert "name a second structure, two dates, or what to include" in done.err
    undated = tmp_path / "undated.yaml"
    undated.write_text(COUNTY.replace(", as_at: 2010-01", ""), encoding="utf-8")
    assert "give both dates" in govgraph("diff", str(undated), "--to", "2010").err


@pytest.mark.parametrize("options", [(), ("--side-by-side",), ("--paper", "A3")])
def test_the_difference_is_drawn_too(county: str, tmp_path: Path, options: tuple[str, ...]) -> None:
    """Beside the answer, which is printed all the same."""
    picture = tmp_path / "change.svg"
    done = govgraph("diff", county, "--include", "proposed", "-o", str(picture), *options)
    assert done.err == f"wrote {picture}\n"
    assert "  added  Board [board]" in done.out
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_a_form_that_is_no_picture(county: str, tmp_path: Path) -> None:
    """Exit 2, nothing written, and what is allowed."""
    page = tmp_path / "change.dot"
    done = govgraph("diff", county, "--include", "proposed", "-o", str(page))
    assert (done.code, page.exists()) == (2, False)
    assert "'.dot' is no form of picture (allowed: .pdf, .png, .svg)" in done.err


@pytest.mark.parametrize(
    ("format_", "start"),
    [
        ("text", "County\n\nLives\n"),
        ("json", '{\n  "structure"'),
        ("markdown", "# County: timeline"),
    ],
)
def test_a_timeline_as_tables(county: str, format_: str, start: str) -> None:
    """Text, JSON and Markdown."""
    done = govgraph("timeline", county, "--format", format_)
    assert (done.code, done.out[: len(start)]) == (0, start)


def test_a_timeline_as_a_picture(county: str, tmp_path: Path) -> None:
    """Beside the tables."""
    picture = tmp_path / "lives.svg"
    done = govgraph("timeline", county, "--paper", "A4", "-o", str(picture))
    assert done.err == f"wrote {picture}\n"
    assert "timeline</title>" in picture.read_text(encoding="utf-8")
