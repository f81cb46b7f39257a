"""Bodies, lines of account and rows of tables are drafted where the paper has both ends."""

from pathlib import Path

import pytest

from benchmarks.reading.tables import measure_tables
from govgraph.reading.membership_tables import draft_seats
from govgraph.reading.read import read_paper
from govgraph.reporting.reader.as_data import draft_as_data
from govgraph.reporting.reader.open_paper import open_paper


def lines(tmp_path: Path, text: str) -> list[tuple[str, str, str]]:
    """The lines drafted from a paper of that text."""
    path = tmp_path / "a.txt"
    path.write_text(f"The Trust Board, Early Help Group and Audit Panel exist.\n\n{text}\n")
    drafted = draft_as_data(open_paper(path))
    return [(each["from"], each["kind"], each["to"]) for each in drafted["lines"]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Early Help Group is accountable to the Trust Board.", "accountable_to"),
        ("The Early Help Group will be directly answerable to the Trust Board.", "accountable_to"),
        ("The Early Help Group shall report formally to the Trust Board.", "reports_to"),
        ("The Early Help Group, which answers to the Trust Board, meets.", "accountable_to"),
        ("The Trust Board will hold the Early Help Group to account.", "accountable_to"),
    ],
)
def test_a_line_is_drafted_where_both_ends_stand_in_the_sentence(
    tmp_path: Path, text: str, kind: str
) -> None:
    """With the body that answers first."""
    assert lines(tmp_path, text) == [("Early Help Group", kind, "Trust Board")]


@pytest.mark.parametrize(
    "text",
    [
        "It is accountable to the Trust Board.",
        "The Early Help Group is not accountable to the Trust Board.",
        "The Early Help Group supports the Trust Board.",
        "The Early Help Group received the report of the Audit Panel.",
        "The Early Help Group reports to whoever asks, also the Trust Board.",
        "The Trust Board is accountable to the Trust Board.",
        "The Early Help Group and its guests heard that members report to the Trust Board.",
    ],
)
def test_nothing_is_drafted_from_hints(tmp_path: Path, text: str) -> None:
    """Support is no line, and neither is what a sentence denies or does not name."""
    assert lines(tmp_path, text) == []


def test_several_superiors_are_several_lines(tmp_path: Path) -> None:
    """As long as nothing but *and* stands between them."""
    found = lines(tmp_path, "The Audit Panel reports to the Trust Board and the Early Help Group.")
    assert found == [
        ("Audit Panel", "reports_to", "Trust Board"),
        ("Audit Panel", "reports_to", "Early Help Group"),
    ]


def test_what_is_recorded_is_not_drafted(tmp_path: Path) -> None:
    """Neither a body that goes by one of its names, nor a line, nor a row that is quoted."""
    paper = tmp_path / "terms.txt"
    paper.write_text(
        "The Help Group reports to the Trust Board.\n\nMembers of the Trust Board\n\n"
        "Name\tRole\nAnn Lloyd\tChair\nBob Mills\tMember\n",
    )
    structure = tmp_path / "s.yaml"
    structure.write_text(
        "sources: {terms: {title: T, file: terms.txt}}\nbodies:\n"
        "  b:\n    name: Board\n    also_known_as: Trust Board\n    seats:\n"
        "      - {role: chair, cites: {source: terms, quote: Ann Lloyd Chair}}\n"
        "  h: {name: Help Group, reports_to: b}\n",
    )
    drafted = draft_as_data(open_paper(paper, structure))
    assert (drafted["bodies"], drafted["lines"]) == ([], [])
    seats = [(each["body"], each["role"], each["person"]) for each in drafted["seats"]]
    assert seats == [("Board", "member", "Bob Mills")]


def test_rows_of_tables_of_members_are_drafted_as_they_are_laid_out() -> None:
    """Twenty tables, in Word and as web pages: docs say how well, and this holds it there."""
    scores = list(measure_tables())
    assert sum(score.right for score in scores) == sum(score.rows for score in scores) == 134
    assert [score.title for score in scores if score.wrong] == []


def test_a_table_of_other_things_is_no_table_of_members(tmp_path: Path) -> None:
    """However its headings begin."""
    path = tmp_path / "a.md"
    path.write_text("# Budget\n\n| Name | Cost |\n|---|---|\n| Rent | 30,000 |\n| Heat | 2,000 |\n")
    assert list(draft_seats(read_paper(path))) == []
