"""The words of a paper are kept in every spelling of a structure, or their loss is told."""

import sqlite3
from pathlib import Path

import pytest

from govgraph.formats.format_catalogue import read_structure, write_structure
from govgraph.formats.format_list import FORMATS, Format
from govgraph.formats.lossy_fields import find_unwritten_fields
from govgraph.model.sources import Citation
from govgraph.model.structure import Structure

QUOTE = "It “reports” to the Trust: in full | in writing"
STRUCTURE = f"""
sources: {{terms: {{title: Terms}}}}
bodies:
  trust: {{name: Trust, apex: true}}
  board:
    name: Board
    reports_to:
      to: trust
      cites:
        - {{source: terms, at: ¶4, quote: "{QUOTE}"}}
        - terms ¶5
        - {{source: terms, quote: Trust}}
"""
CITES = (
    Citation(source="terms", at="¶4", quote=QUOTE),
    Citation(source="terms", at="¶5"),
    Citation(source="terms", quote="Trust"),
)


@pytest.fixture(name="structure")
def read(tmp_path: Path) -> Structure:
    """A line of account that quotes."""
    path = tmp_path / "written.yaml"
    path.write_text(STRUCTURE, encoding="utf-8")
    return read_structure(path)


def write(structure: Structure, path: Path) -> None:
    """Write a structure under the suffix of a path."""
    for name, content in write_structure(structure, path).items():
        file = path / name if name else path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


@pytest.mark.parametrize("name", ["a.yaml", "a.json", "a", "a.xlsx", "a.parquet"])
def test_quotes_outlast_every_spelling_of_our_own(
    name: str, structure: Structure, tmp_path: Path
) -> None:
    """With their place, or without one."""
    write(structure, tmp_path / name)
    assert read_structure(tmp_path / name).relations[0].cites == CITES


def test_a_database_has_quotes_beside_their_places(structure: Structure, tmp_path: Path) -> None:
    """In the table that joins sources to what cites them."""
    write(structure, tmp_path / "a.sqlite")
    with sqlite3.connect(tmp_path / "a.sqlite") as database:
        rows = database.execute('SELECT "at", "quote" FROM citations ORDER BY rowid').fetchall()
    database.close()
    assert rows == [("¶4", QUOTE), ("¶5", None), (None, "Trust")]


@pytest.mark.parametrize("format_", [each for each in FORMATS if each.holds], ids=lambda f: f.name)
def test_where_a_format_has_no_citations_their_loss_is_told(
    format_: Format, structure: Structure
) -> None:
    """Quotes go with the citations they stand in."""
    lost = [each.what for each in find_unwritten_fields(structure, format_)]
    assert any("'cites' of 1 relation" in what or "1 relation of the kind" in what for what in lost)


def test_a_sheet_of_an_officer_may_quote(tmp_path: Path) -> None:
    """After the paper and the place, in quotation marks."""
    path = tmp_path / "a.csv"
    path.write_text(
        "Name,Answers to,Source\nTrust,,Terms\nBoard,Trust,"
        '"Terms; ¶4; “It reports; to the Trust”|Minutes; ""It agreed"""\n',
        encoding="utf-8",
    )
    structure = read_structure(path)
    assert structure.relations[0].cites == (
        Citation(source="terms", at="¶4", quote="It reports; to the Trust"),
        Citation(source="minutes", quote="It agreed"),
    )
