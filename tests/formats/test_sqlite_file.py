"""A structure as an SQLite database."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from govgraph.formats.format_catalogue import read_structure
from govgraph.formats.sqlite_file import write_content
from govgraph.model.structure import Structure
from tests.cli.program import govgraph
from tests.formats.identity import STRUCTURES

EXAMPLE = Path(__file__).parent / "example.yaml"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The example as a database."""
    path = tmp_path / "plan.sqlite"
    assert govgraph("convert", str(EXAMPLE), str(path)).code == 0
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


def test_the_tables_are_those_of_the_file(database: sqlite3.Connection) -> None:
    """Columns have the names of fields; flags are 1, several values a JSON array."""
    row = database.execute(
        "SELECT name, apex, also_known_as FROM bodies WHERE id = 'childrens-trust'"
    ).fetchone()
    assert row == ("Hampshire Children's Trust", 1, '["HCT", "the Trust"]')
    assert database.execute("SELECT title FROM structure").fetchone()[0].startswith("Hampshire")
    assert database.execute("SELECT count(*) FROM waivers").fetchone() == (1,)


def test_seats_and_relations_can_be_asked_by_name(database: sqlite3.Connection) -> None:
    """Holders have a table of their own, and relations a view with names."""
    chairs = database.execute(
        "SELECT b.name, p.name FROM seats s JOIN seat_holders h ON h.seat = s.id"
        " JOIN people p ON p.id = h.person JOIN bodies b ON b.id = s.body WHERE s.role = 'chair'"
    ).fetchall()
    assert chairs == [("Hart Local Children's Partnership", "Lynn Martin")]
    named = database.execute('SELECT "from", kind, "to" FROM relations_by_name').fetchall()
    assert ("Odiham and Hook sub-cluster", "part_of", "Hart Local Children's Partnership") in named


def test_what_nobody_wrote_is_told(database: sqlite3.Connection) -> None:
    """Whoever asks for what is active finds what is not said to be anything else."""
    asked = "SELECT status, basis, apex, kind FROM bodies WHERE id = 'chairs-group'"
    assert database.execute(asked).fetchone() == ("active", "stated", 0, "chairs-group")
    standing = database.execute("SELECT DISTINCT standing FROM seats ORDER BY 1").fetchall()
    assert ("substantive",) in standing
    seated = "SELECT body, person, standing FROM seats_by_name WHERE person IS NOT NULL"
    assert database.execute(seated).fetchall() == [
        ("Hart Local Children's Partnership", "Lynn Martin", "interim")
    ]
    cited = database.execute("SELECT * FROM citations WHERE \"table\" = 'bodies'").fetchall()
    assert cited == [("bodies", "childrens-trust", "briefing-2010", "¶1", None)]


def test_the_words_of_a_date_stand_beside_it(tmp_path: Path) -> None:
    """So that dates can be compared; without such words there is no such column."""
    path = tmp_path / "plan.sqlite"
    path.write_bytes(write_content(read_structure("data/hampshire")))
    connection = sqlite3.connect(path)
    dated = 'SELECT "from", from_words FROM seats WHERE "from" IS NOT NULL'
    assert connection.execute(dated).fetchall() == [("2010-03-09", "by 9.3.10")]
    columns = [row[1] for row in connection.execute("PRAGMA table_info(people)")]
    connection.close()
    assert "from_words" not in columns


def test_what_points_nowhere_is_found_by_the_database(database: sqlite3.Connection) -> None:
    """The ends of relations are declared as references."""
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.execute("INSERT INTO relations (\"from\", kind, \"to\") VALUES ('a', 'informs', 'b')")
    assert len(database.execute("PRAGMA foreign_key_check").fetchall()) == 2


@settings(max_examples=40)
@given(STRUCTURES)
def test_every_structure_can_be_written(structure: Structure) -> None:
    """Whole, and with the same bytes each time."""
    content = write_content(structure)
    assert content == write_content(structure)
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    counted = {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for name in ("bodies", "relations", "seats", "people", "policy", "relation_kinds")
    }
    connection.close()
    assert counted == {name: len(getattr(structure, name)) for name in counted}


def test_a_database_is_written_only(tmp_path: Path) -> None:
    """What is asked for is said."""
    path = tmp_path / "plan.sqlite"
    path.write_bytes(write_content(read_structure(EXAMPLE)))
    done = govgraph("convert", str(path), str(tmp_path / "a.yaml"))
    assert done.code == 2
    assert "no format that is read here has the suffix '.sqlite'" in done.err
    done = govgraph("convert", str(path), str(tmp_path / "a.yaml"), "--from", "sqlite")
    assert "the format 'sqlite' is not read from one file" in done.err
