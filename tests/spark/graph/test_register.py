"""Registers on Spark: what is read, and what is refused."""

from pathlib import Path

import pytest
from pyspark.sql import Column
from pyspark.sql import functions as sql

from govgraph import spark
from govgraph.errors import EngineError, LoadError
from govgraph.model.standpoint import Standpoint
from govgraph.spark.graph import spark_register as reading
from govgraph.spark.graph.cells import SPACES, hash_key
from govgraph.spark.graph.spark_engine import SparkEngine
from tests.made_clusters import tell_by_spark, tell_by_table, write_columns
from tests.made_registers import write_text

LINES = {"from": ["hart"], "kind": ["accountable_to"], "to": ["trust"]}
BODIES = {"id": ["trust", "hart"], "apex": [True, False]}


def problems_of(sail: SparkEngine, folder: Path) -> list[str]:
    """What is wrong with a register, without where it is."""
    with pytest.raises(LoadError) as told:
        spark.load(sail, folder)
    return [str(problem).removeprefix(problem.place.file + ": ") for problem in told.value.problems]


def test_a_sound_register_has_no_findings(sail: SparkEngine, tmp_path: Path) -> None:
    """Cells need not be text, and spaces around one are nothing."""
    bodies = {**BODIES, "count": [1, 20], "from": [None, "2010"]}
    folder = write_columns(tmp_path, bodies, {**LINES, "to": [" trust\u00a0"]})
    (told,) = tell_by_spark(sail, folder, Standpoint())
    assert told[0] == "GG112"
    assert "20 bodies answer directly to trust." in told


def test_spaces_around_a_cell_are_nothing_in_every_column(
    sail: SparkEngine, tmp_path: Path
) -> None:
    """Whichever of the spaces of Unicode they are, before and after, in letters of any script."""
    around = [f"{space}{{}}{space}" for space in SPACES]
    names = ["Zoë", "hart", "é", "x"]
    ids = [form.format(f"{names[at % 4]}{at}{names[at % 4]}") for at, form in enumerate(around)]
    bare = [id_.strip() for id_ in ids]
    bodies = {
        "id": ["trust", *ids],
        "name": [" The Trust\u00a0", *ids],
        "apex": [" true", *[""] * len(ids)],
        "kind": " team\t",
    }
    lines = {"from": bare, "kind": "\u2009accountable_to", "to": ["trust\n"] * len(ids)}
    spaced = tell_by_spark(sail, write_columns(tmp_path / "spaced", bodies, lines), Standpoint())
    plain = {
        "id": ["trust", *bare],
        "name": ["The Trust", *bare],
        "apex": ["true", *[""] * len(ids)],
        "kind": "team",
    }
    tied = {**lines, "kind": "accountable_to", "to": ["trust"] * len(ids)}
    folder = write_columns(tmp_path / "plain", plain, tied)
    assert (
        spaced == tell_by_spark(sail, folder, Standpoint()) == tell_by_table(folder, Standpoint())
    )
    assert {row[0] for row in spaced} == {"GG112"}


def test_a_register_may_be_in_parts_and_at_a_uri(sail: SparkEngine, tmp_path: Path) -> None:
    """A folder of files, or a URI that the engine knows."""
    write_columns(tmp_path / "one", BODIES, LINES)
    for name in ("bodies", "relations"):
        (tmp_path / "reg" / name).mkdir(parents=True)
        (tmp_path / "one" / f"{name}.parquet").rename(tmp_path / "reg" / name / "1.parquet")
    assert spark.load(sail, tmp_path / "reg").count == 2
    register = spark.load(sail, f"file://{tmp_path}/reg/")
    assert (register.count, register.name) == (2, "reg")


def test_a_register_that_is_not_there_is_said_so(sail: SparkEngine, tmp_path: Path) -> None:
    """With what it could be called."""
    (problem,) = problems_of(sail, tmp_path / "nowhere")
    assert "the table 'bodies' of a register is not there" in problem
    assert "bodies.parquet, bodies, bodies-*.parquet" in problem


def test_a_register_of_csv_is_refused(sail: SparkEngine, tmp_path: Path) -> None:
    """The table reads it; clusters are given Parquet."""
    problems = problems_of(sail, write_text(tmp_path, "id\ntrust\n"))
    assert problems == ["the engine for Spark reads Parquet, and this is CSV"]


def test_what_is_no_parquet_is_refused(sail: SparkEngine, tmp_path: Path) -> None:
    """In a sentence that names the file."""
    write_columns(tmp_path, BODIES, LINES)
    (tmp_path / "bodies.parquet").write_text("id\ntrust\n" * 9)
    with pytest.raises(EngineError, match=r"bodies.parquet cannot be read: .*Parquet"):
        spark.load(sail, tmp_path)


def test_wrong_columns_are_refused(sail: SparkEngine, tmp_path: Path) -> None:
    """Of both tables at once, with the nearest spelling."""
    folder = write_columns(
        tmp_path, {"id": ["trust"], "apexx": [True]}, {"form": ["a"], "kind": ["b"], "to": ["c"]}
    )
    problems = problems_of(sail, folder)
    assert "there is no column 'apexx' here; did you mean 'apex'?" in problems[0]
    assert "there is no column 'form' here; did you mean 'from'?" in problems[1]
    assert "the column 'from' is missing" in problems[2]


def test_an_apex_is_not_outside(sail: SparkEngine, tmp_path: Path) -> None:
    """Whatever else its row says, as in a register that is read here."""
    bodies = {"id": ["a", "b", "c"], "apex": [True, False, None], "outside": [True, True, None]}
    relations = {"from": ["a"], "kind": ["supports"], "to": ["b"]}
    register = reading.read_register(sail, str(write_columns(tmp_path, bodies, relations)))
    assert register.bodies.where("outside").count() == 1


def test_columns_without_text_are_refused(sail: SparkEngine, tmp_path: Path) -> None:
    """Spark would write their brackets into the identifiers."""
    folder = write_columns(tmp_path, {"id": [["trust"], ["hart"]]}, LINES)
    assert problems_of(sail, folder) == ["the column 'id' holds lists, not text"]


def test_identifiers_written_twice_are_refused_beside_what_else_is_wrong(
    sail: SparkEngine, tmp_path: Path
) -> None:
    """All that is wrong with both tables is told at once."""
    bodies = {"id": ["hart", "hart", None, None], "apex": ["yes", "", "", ""]}
    relations = {**LINES, "to": [" "]}
    assert problems_of(sail, write_columns(tmp_path, bodies, relations)) == [
        "'id' is missing in 2 rows",
        "'yes' is no apex, in 1 row (allowed: true, false)",
        "the body 'hart' is written twice",
        "'to' is missing in 1 row",
    ]


def test_wrong_cells_are_refused(sail: SparkEngine, tmp_path: Path) -> None:
    """Each wrong word once, with how many rows have it."""
    bodies = {
        "id": ["trust", None, "ha rt", "x"],
        "apex": ["true", "yes", "yes", ""],
        "count": ["1", "many", "", None],
        "status": ["activ", "", "active", "ended"],
        "from": ["2010-13", "2010", "", "2010-02-30"],
    }
    relations = {**LINES, "to": [" "], "basis": ["said"], "until": ["never"]}
    problems = problems_of(sail, write_columns(tmp_path, bodies, relations))
    for expected in (
        "'id' is missing in 1 row",
        "an id is one visible word; in 1 row it is not, such as 'ha rt'",
        "'yes' is no apex, in 2 rows (allowed: true, false)",
        "'many' is no count, in 1 row",
        "'activ' is no status, in 1 row; did you mean 'active'?",
        "'2010-13' is no from, in 1 row",
        "'2010-02-30' is no from, in 1 row",
        "'to' is missing in 1 row",
        "'said' is no basis, in 1 row",
        "'never' is no until, in 1 row",
    ):
        assert any(problem.startswith(expected) for problem in problems), expected
    assert len(problems) == 10


def test_identifiers_written_twice_are_refused(sail: SparkEngine, tmp_path: Path) -> None:
    """By name; beyond a few they are counted."""
    ids = [f"body-{number:02}" for number in range(22)]
    folder = write_columns(tmp_path, {"id": [*ids, *ids, "body-00"]}, LINES)
    problems = problems_of(sail, folder)
    assert problems[0] == "the body 'body-00' is written 3 times"
    assert problems[1] == "the body 'body-01' is written twice"
    assert problems[-1] == "and 2 more problems, not listed"
    assert len(problems) == 21


def collide(seeds: int, among: str) -> object:
    """A hash by which bodies collide with all others, for the first seeds."""

    def key(text: Column, seed: int) -> Column:
        collides = text.isin(*among.split())
        return (
            sql.when(collides, sql.lit(7).cast("long")).otherwise(hash_key(text, seed))
            if seed < seeds
            else hash_key(text, seed)
        )

    return key


@pytest.mark.parametrize("among", ["trust hart", "hart nowhere"])
def test_a_collision_of_hashes_is_found_and_hashed_anew(
    sail: SparkEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, among: str
) -> None:
    """Of two bodies, or of a body and one that is not there."""
    monkeypatch.setattr(reading, "hash_key", collide(2, among))
    lines = {"from": ["hart"] * 2, "kind": ["reports_to"] * 2, "to": ["trust", "nowhere"]}
    found = tell_by_spark(sail, write_columns(tmp_path, BODIES, lines), Standpoint())
    assert [(row[0], row[6]) for row in found] == [("GG106", "nowhere")]


def test_hashes_that_always_collide_are_given_up(
    sail: SparkEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No two bodies are ever taken for one."""
    monkeypatch.setattr(reading, "hash_key", collide(9, "trust hart"))
    with pytest.raises(EngineError, match="two identifiers have the same hash"):
        spark.load(sail, write_columns(tmp_path, BODIES, LINES))


def test_too_many_words_are_refused(
    sail: SparkEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A column of names where kinds should stand does not fill this machine."""
    monkeypatch.setattr("govgraph.spark.graph.inspection.MOST", 3)
    folder = write_columns(tmp_path, {"id": list("abcd"), "kind": list("abcd")}, LINES)
    assert problems_of(sail, folder) == ["more than 3 different words stand in kind"]


@pytest.mark.parametrize("form", ["{0}", "file://{0}"])
def test_kinds_may_be_declared_beside_the_tables(
    sail: SparkEngine, tmp_path: Path, form: str
) -> None:
    """A kind of the register's own makes a line, where its table says so."""
    folder = write_columns(
        tmp_path, {**BODIES, "kind": ["moot", "board"]}, {**LINES, "kind": ["owned_by"]}
    )
    (folder / "body_kinds.csv").write_text("id,name,like\nmoot,Moot,board\n")
    declared = "id,reads,class\nowned_by,is owned by,accountability\n"
    (folder / "relation_kinds.csv").write_text(declared)
    assert tell_by_table(folder, Standpoint()) == []
    assert tell_by_spark(sail, form.format(folder), Standpoint()) == []
