"""A paper is held against the record from the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.program import govgraph

STRUCTURE = """\
sources: {terms: {title: Terms, file: terms.txt}}
bodies:
  trust: {name: Trust, apex: true}
  board:
    name: Board
    reports_to: {to: trust, cites: {source: terms, at: ¶1, quote: It reports to the Trust}}
"""


@pytest.fixture(name="paper")
def write(tmp_path: Path) -> Path:
    """A paper of two sentences, one of them recorded."""
    (tmp_path / "s.yaml").write_text(STRUCTURE, encoding="utf-8")
    paper = tmp_path / "terms.txt"
    paper.write_text("1. It reports to the Trust. The chair is elected.\n", encoding="utf-8")
    return paper


def test_a_check_lists_what_is_open_and_exits_with_1(paper: Path) -> None:
    """For a handbook in continuous integration."""
    done = govgraph("read", str(paper), "-s", str(paper.with_name("s.yaml")), "--check")
    assert done.code == 1
    assert done.out == (
        "¶1: The chair is elected.\n    speaks of chairing\n\nterms.txt: 2 sentences speak of"
        " governance or name a body: 1 open, 1 recorded, 0 dismissed.\n"
    )


def test_a_dismissed_sentence_is_not_open(paper: Path) -> None:
    """The marks lie beside the paper."""
    marks = paper.with_name("terms.txt.marks.yaml")
    marks.write_text("dismissed: [{quote: The chair is elected., why: not who}]\n")
    done = govgraph("read", str(paper), "-s", str(paper.with_name("s.yaml")), "--check")
    assert done.code == 0


def test_the_list_is_data_too(paper: Path) -> None:
    """Each sentence with what has become of it."""
    done = govgraph("read", str(paper), "-s", str(paper.with_name("s.yaml")), "--format", "json")
    data = json.loads(done.out)
    assert data["counts"] == {"open": 1, "recorded": 1, "dismissed": 0}
    assert data["source"] == "terms"
    first = data["sentences"][0]
    assert first["bodies"] == ["Trust"]
    assert first["records"][0]["record"].startswith("The relation ‘reports_to’ from Board")


def test_a_paper_is_read_without_a_structure(paper: Path) -> None:
    """Then everything is open."""
    done = govgraph("read", str(paper), "--check")
    assert done.code == 1
    assert "2 open, 0 recorded" in done.out


def test_an_unknown_source_cannot_be_looked_at(paper: Path) -> None:
    """The one that was named."""
    done = govgraph("read", str(paper), "-s", str(paper.with_name("s.yaml")), "--source", "x")
    assert (done.code, done.err) == (2, "govgraph: the structure has no source 'x'\n")
