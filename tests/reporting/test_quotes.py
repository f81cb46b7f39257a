"""Quotes are looked up, told with their places, written back, and printed where they prove."""

from pathlib import Path

import pytest

from govgraph import api
from govgraph.checks.finding import Subject
from govgraph.checks.quotes import Quote, QuoteState, find_quotes
from govgraph.checks.references import Reference, Target
from govgraph.errors import OutputError
from govgraph.formats.format_catalogue import read_structure
from govgraph.model.sources import Source
from govgraph.model.structure import Structure
from govgraph.reading.copies import read_copies
from govgraph.reporting.answer_phrases import shorten_quote
from govgraph.reporting.quotes_text import quotes_as_data, quotes_as_text
from govgraph.reporting.quoting import write_places
from tests.cli.program import govgraph

TERMS = """Board

1. The Board will report to the Trust each year.

2. It is chaired by the Director. It meets.
"""
STRUCTURE = """\
# Written by hand.
sources:
  terms: {title: Terms, file: terms.txt}
  other: {title: Other paper}
bodies:
  trust: {name: Trust, apex: true}
  board:
    name: Board
    cites: {source: terms, at: ¶1, quote: It is chaired by the Director}
    reports_to: # the line
      to: trust
      cites: [{source: terms, quote: report to the Trust}, terms ¶2]
    seats:
      - role: chair
        cites: {source: terms, quote: It is chaired by a Director}
  forum:
    name: Forum
    cites: {source: other, quote: Anything}
"""


@pytest.fixture(name="path")
def write(tmp_path: Path) -> Path:
    """A structure and its paper."""
    (tmp_path / "terms.txt").write_text(TERMS, encoding="utf-8")
    path = tmp_path / "structure.yaml"
    path.write_text(STRUCTURE, encoding="utf-8")
    return path


def test_a_quote_is_found_or_elsewhere_or_not_at_all(path: Path) -> None:
    """And where there is no copy it is not looked up."""
    structure = read_structure(path)
    quotes = tuple(find_quotes(structure, read_copies(structure)))
    assert [(quote.state, quote.at) for quote in quotes] == [
        (QuoteState.ELSEWHERE, "¶2"),
        (QuoteState.UNREAD, ""),
        (QuoteState.FOUND, "¶1"),
        (QuoteState.MISSING, ""),
    ]
    missing = quotes[-1]
    assert (missing.nearest, missing.nearest_at) == ("It is chaired by the Director.", "¶2")
    told = quotes_as_text(structure, quotes)
    assert "  found elsewhere in ¶2, not in ¶1: Board\n" in told
    assert "    nearest in ¶2: “It is chaired by the Director.”\n" in told
    assert told.endswith("4 quotes: 1 found, 1 found elsewhere, 1 not found, 1 not looked up.")
    data = quotes_as_data(quotes)
    assert data["counts"] == {
        "found": 1, "found elsewhere": 1, "not found": 1, "not looked up": 1,
    }  # fmt: skip
    assert data["quotes"][2]["found_at"] == "¶1"


def test_places_are_written_where_they_are_missing_and_comments_stay(path: Path) -> None:
    """Places that were written, though elsewhere, are the author's own."""
    copies = read_copies(read_structure(path))
    assert list(write_places(path, copies)) == [path]
    text = path.read_text(encoding="utf-8")
    assert "# Written by hand.\n" in text
    relation = read_structure(path).relations[0]
    assert [(cite.at, cite.quote) for cite in relation.cites] == [
        ("¶1", "report to the Trust"), ("¶2", ""),
    ]  # fmt: skip
    assert read_structure(path).bodies[1].cites[0].at == "¶1"
    assert list(write_places(path, copies)) == []


def test_places_are_written_into_each_file_of_a_folder(tmp_path: Path) -> None:
    """Sources may stand in another file than what cites them."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "terms.txt").write_text(TERMS, encoding="utf-8")
    (folder / "1.yaml").write_text("sources: {terms: {title: T, file: terms.txt}}\n")
    (folder / "2.yaml").write_text(
        "bodies:\n  board: {name: Board, cites: {source: terms, quote: It meets.}}\n"
    )
    copies = read_copies(read_structure(folder))
    assert list(write_places(folder, copies)) == [folder / "2.yaml"]
    assert read_structure(folder).bodies[0].cites[0].at == "¶2"


def test_places_are_not_written_into_other_formats(tmp_path: Path) -> None:
    """A table has no lines to change one by one."""
    path = tmp_path / "structure.json"
    path.write_text('{"bodies": {}}')
    with pytest.raises(OutputError, match="YAML files alone"):
        list(write_places(path, read_copies(read_structure(path))))


def test_a_long_quote_is_cut_at_a_word() -> None:
    """With dots; white space is one space."""
    assert shorten_quote("It will\n report", 40) == "It will report"
    assert shorten_quote("The Board will report to the Trust", 22) == "The Board will …"


def test_the_command_exits_with_1_where_words_are_not_there(path: Path) -> None:
    """What was not looked up is no fault."""
    result = govgraph("quotes", str(path))
    assert result.code == 1
    assert "not found: The chair of Board" in result.out
    path.write_text(STRUCTURE.replace("by a Director", "by the Director"), encoding="utf-8")
    result = govgraph("quotes", str(path), "--write", "--format", "json")
    assert result.code == 0
    assert '"not found": 0' in result.out
    assert "wrote places into" in result.err


def test_show_prints_the_words_beneath_what_they_prove(path: Path) -> None:
    """Of lines and seats."""
    result = govgraph("show", str(path), "board")
    assert "(stated, terms; terms ¶2)\n      “report to the Trust”\n" in result.out
    assert "\n      “It is chaired by a Director”\n" in result.out


def test_the_page_and_the_paper_print_the_words_beside_what_they_prove(path: Path) -> None:
    """The side panel shows the page's own sections."""
    graph = api.build_graph(api.load(path))
    assert "<q>report to the Trust</q>" in api.report(graph)
    (_, content), *_ = api.paper(graph, path.with_name("paper.md"))
    assert "“report to the Trust”" in str(content)


@pytest.mark.parametrize(
    ("state", "at", "said"),
    [
        (QuoteState.FOUND, "¶2", "found in ¶2: Board"),
        (QuoteState.FOUND, "", "found: Board"),
        (QuoteState.ELSEWHERE, "¶2", "found elsewhere in ¶2, not in ¶1: Board"),
        (QuoteState.MISSING, "", "not found: Board"),
        (QuoteState.UNREAD, "", "not looked up (the source has no copy that can be read): Board"),
    ],
)
def test_each_state_is_told_in_its_own_words(state: QuoteState, at: str, said: str) -> None:
    """With the place where the words stand, and the one that was written."""
    reference = Reference(
        Target.SOURCE, "terms", "Board", Subject(), place=None, locator="¶1", quote="It is so"
    )
    county = Structure(id="county", sources=(Source(id="terms", title="Terms"),))
    told = quotes_as_text(county, [Quote(reference, state, at)])
    assert told.splitlines()[:3] == ["Terms [terms]", f"  {said}", "    “It is so”"]
