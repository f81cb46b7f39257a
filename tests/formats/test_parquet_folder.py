"""A structure as a folder of Parquet tables."""

import datetime
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import polars
import pytest
from hypothesis import HealthCheck, given, settings

from govgraph import registers
from govgraph.errors import LoadError, Place
from govgraph.formats.format_catalogue import read_account, read_structure
from govgraph.formats.limits import STANDARD, Limits
from govgraph.formats.parquet_folder import read_file, read_folder, write_folder
from govgraph.formats.register.register_files import is_register
from govgraph.model.structure import Structure
from tests.formats.identity import STRUCTURES
from tests.strategies import structures

Columns = Mapping[str, Sequence[object] | polars.Series]


def folder(tmp_path: Path, **tables: Columns) -> Path:
    """A folder of tables, each from its columns."""
    for name, columns in tables.items():
        polars.DataFrame(columns).write_parquet(tmp_path / f"{name}.parquet")
    return tmp_path


def written(structure: Structure, path: str | Path) -> Path:
    """The folder in which a structure has been written."""
    for name, content in write_folder(structure).items():
        (Path(path) / name).write_bytes(content)
    return Path(path)


def refusal(path: Path, limits: Limits = STANDARD) -> str:
    """What is said of a folder that is not read."""
    with pytest.raises(LoadError) as caught:
        read_folder(path, limits)
    return str(caught.value).replace(f"{path}/", "")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STRUCTURES)
def test_writing_and_reading_changes_nothing(structure: Structure) -> None:
    """What was written is read again as it was."""
    with tempfile.TemporaryDirectory() as path:
        assert read_folder(written(structure, path), STANDARD).structure == structure


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(structures())
def test_a_register_reads_what_is_written(structure: Structure) -> None:
    """Its bodies and relations are those of the structure."""
    with tempfile.TemporaryDirectory() as path:
        written(structure, path)
        if not structure.relations:
            return
        register = registers.load(path)
        assert tuple(register.bodies.ids) == tuple(body.id for body in structure.bodies)
        assert [bool(apex) for apex in register.bodies.apex] == [
            body.apex for body in structure.bodies
        ]
        kinds = register.relations.kinds
        found = [kinds[row] for row in range(len(kinds))]
        assert found == [relation.kind for relation in structure.relations]


def test_the_same_structure_gives_the_same_bytes(tmp_path: Path) -> None:
    """So that a folder under version control changes where the structure does."""
    structure = read_structure(Path(__file__).parent / "example.yaml")
    again = read_folder(written(structure, tmp_path), STANDARD).structure
    assert write_folder(structure) == write_folder(again)


def test_flags_and_numbers_are_what_they_are(tmp_path: Path) -> None:
    """Whoever queries the tables needs no casts, and an empty cell is nothing."""
    structure = read_structure(Path(__file__).parent / "example.yaml")
    bodies = polars.read_parquet(written(structure, tmp_path) / "bodies.parquet")
    assert bodies.schema["apex"].is_(polars.Boolean)
    assert bodies.schema["count"].is_(polars.Int64)
    assert bodies.filter(polars.col("apex"))["id"].to_list() == ["childrens-trust", "hart-lsp"]
    assert bodies["count"].to_list().count(20) == 1
    assert "" not in bodies["area"].to_list()


def test_a_register_is_read_as_a_structure(tmp_path: Path) -> None:
    """Whole numbers, dates and words may be written in the types of other programs."""
    path = folder(
        tmp_path,
        bodies={
            "id": [1, 2],
            "name": ["A", "B"],
            "apex": [True, None],
            "kind": polars.Series(["board", "team"], dtype=polars.Categorical),
            "from": [datetime.date(2010, 4, 9), None],
            "until": [None, datetime.datetime(2011, 1, 1)],  # noqa: DTZ001 - as programs write days
            "count": [None, 3.0],
        },
        relations={"from": [2], "kind": ["reports_to"], "to": [1]},
    )
    assert is_register(path)
    assert len(registers.load(path).bodies.ids) == 2
    first, second = read_structure(path).bodies
    assert (first.id, first.apex, first.kind, str(first.from_)) == (
        "1",
        True,
        "board",
        "2010-04-09",
    )
    assert (second.apex, str(second.until), second.count) == (False, "2011-01-01", 3)
    assert read_structure(path).relations[0].key == ("2", "reports_to", "1")


def test_rows_are_counted_as_in_registers(tmp_path: Path) -> None:
    """The first row below the names of the columns is the first."""
    path = folder(tmp_path, bodies={"id": ["a", "b"], "name": ["A", None]})
    assert "bodies.parquet:2:1: " in refusal(path)
    assert read_file(
        folder(tmp_path, bodies={"id": ["a"], "name": ["A"]}) / "bodies.parquet", STANDARD
    ).structure.bodies[0].place == Place(f"{path}/bodies.parquet", 1, 1)


def test_files_that_are_no_table_are_named(tmp_path: Path) -> None:
    """And so are tables in another format, which are not read with these."""
    path = folder(tmp_path, bodies={"id": ["a"], "name": ["A"]}, budget={"x": [1]})
    assert [left.what for left in read_account(path).skipped] == [
        f"the file {path}/budget.parquet",
    ]
    (path / "bodies.csv").write_text("id,name\nb,B\n", encoding="utf-8")
    account = read_account(path)
    assert account.structure.bodies[0].id == "b"
    assert str(account.skipped[0]) == (
        f"the file {path}/bodies.parquet: the folder is read as csv;"
        " --from parquet reads its tables of that format"
    )


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"id": ["a"], "name": [["A"]]}, "the column 'name' holds List, not text or numbers"),
        ({"id": ["a"], "name": [b"A"]}, "the column 'name' holds Binary, not text or numbers"),
        ({"id": ["a"], "name": [{"x": 1}]}, "the column 'name' holds Struct"),
        ({"id": ["a"], "nmae": ["A"]}, "did you mean 'name'?"),
    ],
)
def test_columns_that_are_no_cells_are_refused(tmp_path: Path, columns: Columns, said: str) -> None:
    """Each is named, with what it holds."""
    assert said in refusal(folder(tmp_path, bodies=columns))


@pytest.mark.parametrize("damage", [b"", b"PAR1", b"none of it", b"PAR1" + b"\x00" * 40 + b"PAR1"])
def test_what_is_no_parquet_is_said(tmp_path: Path, damage: bytes) -> None:
    """In words, not as a traceback."""
    (tmp_path / "bodies.parquet").write_bytes(damage)
    assert "bodies.parquet: cannot be read as Parquet: " in refusal(tmp_path)


def test_a_small_file_does_not_unpack_to_a_large_one(tmp_path: Path) -> None:
    """Cells are counted before they are read, and their texts before they are written out."""
    path = folder(tmp_path, bodies={"id": ["a"] * 2000, "name": ["A"] * 2000})
    assert "has more than 3,999 cells; ask it as a register" in refusal(path, Limits(nodes=3999))
    path = folder(tmp_path, bodies={"id": ["a" * 1000] * 100, "name": ["A"] * 100})
    assert "unpacks to more than 80,000 bytes" in refusal(path, Limits(file_bytes=10_000))


def test_sizes_are_looked_at_before_a_row_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small file of one letter, a million times, is refused by its footer alone."""
    path = folder(tmp_path, bodies={"id": ["a"], "name": ["A" * 1_000_000]})
    assert (path / "bodies.parquet").stat().st_size < 5_000

    def unpacked(*_: object, **__: object) -> None:
        pytest.fail("it was unpacked")

    monkeypatch.setattr(polars, "read_parquet", unpacked)
    assert "unpacks to more than 80,000 bytes" in refusal(path, Limits(file_bytes=10_000))


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """Whatever stands in it."""
    path = folder(tmp_path, bodies={"id": ["a"], "name": ["A"]}) / "bodies.parquet"
    with pytest.raises(LoadError, match="is larger than 10 bytes"):
        read_file(path, Limits(file_bytes=10))


DAMAGING = """
import sys
from pathlib import Path
from govgraph.errors import LoadError
from govgraph.formats.limits import STANDARD
from govgraph.formats.parquet_folder import read_file
path = Path(sys.argv[1])
sound = path.read_bytes()
refused = 0
for at in range(4, len(sound), 7):
    path.write_bytes(sound[:at] + bytes([sound[at] ^ 0x55]) + sound[at + 1 :])
    try:
        read_file(path, STANDARD)
    except LoadError:
        refused += 1
print(refused)
"""


def test_a_damaged_file_is_refused_quietly(tmp_path: Path) -> None:
    """Polars panics on some of them, and prints what nobody can use; so it has its own process."""
    path = folder(tmp_path, bodies={"id": ["a", "b"], "name": ["A", "B"]}) / "bodies.parquet"
    done = subprocess.run(
        [sys.executable, "-c", DAMAGING, str(path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 0
