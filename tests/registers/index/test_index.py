"""The index of a register answers as the register does, and only while it is true to it."""

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govgraph import registers
from govgraph.errors import AmbiguousNameError, OutputError, UnknownNameError
from govgraph.graph.walks import AROUND, DEPENDANTS
from govgraph.model.structure import Structure
from govgraph.questions.question_catalogue import QUESTIONS, find_question
from govgraph.registers.index.index_reader import DAMAGED, OUTDATED, ask_index, open_index
from govgraph.registers.index.index_schema import FILE
from govgraph.registers.reading.register_reader import read_register
from tests.made_registers import IDS, structures, write_tables, write_text

BODIES = "id,name\nhart,Hart Board\nfleet,Fleet\nfleet2,Fleet\nodiham,\n"
RELATIONS = "from,kind,to\nfleet,reports_to,hart\n"


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(structure=structures(), body=st.sampled_from(IDS))
def test_an_excerpt_is_the_same_from_the_index(structure: Structure, body: str) -> None:
    """The same bodies and relations, with everything known of them."""
    with TemporaryDirectory() as folder:
        path = write_tables(structure, Path(folder))
        register = read_register(path)
        registers.write_index(register)
        index, refused = open_index(path)
        assert index
        assert not refused
        for question in QUESTIONS:
            expected = registers.excerpt(register, question, [body])
            found = index.excerpt(find_question(question).wording.needs, [index.find(body)])
            assert found == expected


def indexed(folder: Path) -> Path:
    """A register with its index."""
    path = write_text(folder, BODIES, RELATIONS)
    registers.write_index(read_register(path))
    return path


def test_a_body_is_found_by_id_or_name(tmp_path: Path) -> None:
    """In any case; several of a name are listed, nobody is said."""
    index, _ = open_index(indexed(tmp_path))
    assert index
    assert index.id(index.find("hart")) == "hart"
    assert index.id(index.find("hart BOARD")) == "hart"
    assert index.id(index.find("Odiham")) == "odiham"
    with pytest.raises(AmbiguousNameError, match=r"fleet  \(Fleet\)\n  fleet2  \(Fleet\)"):
        index.find("Fleet")
    with pytest.raises(UnknownNameError, match="moot"):
        index.find("moot")


def test_an_index_is_not_used_once_its_tables_are_others(tmp_path: Path) -> None:
    """A change of size or content tells; a change of time alone does not."""
    path = indexed(tmp_path)
    bodies = path / "bodies.csv"
    os.utime(bodies, ns=(1, 1))
    assert open_index(path)[0]
    bodies.write_text(BODIES.replace("hart,", "hurt,"))
    assert open_index(path) == (None, OUTDATED)
    bodies.write_text(BODIES + "lsp,LSP\n")
    assert open_index(path) == (None, OUTDATED)


@pytest.mark.parametrize("content", [b"none, but as long as it takes", b"\xff\xfe", b"", b"{}"])
def test_a_broken_index_is_not_used(tmp_path: Path, content: bytes) -> None:
    """Whatever stands there in its place."""
    path = indexed(tmp_path)
    (path / FILE).write_bytes(content)
    assert open_index(path) == (None, DAMAGED)


def change(path: Path, *words: str) -> None:
    """Write something into an index, as nobody should."""
    with closing(sqlite3.connect(path / FILE, isolation_level=None)) as database:
        for each in words:
            database.execute(each)


@pytest.mark.parametrize(
    "words",
    [
        "UPDATE body SET name = 'Hurt Board' WHERE id = 'hart'",
        "UPDATE body SET downs = 2 WHERE id = 'hart'",
        "UPDATE relation SET kind = 'supports'",
        "DELETE FROM relation",
        "DELETE FROM body WHERE id = 'fleet'",
    ],
)
def test_what_was_changed_in_an_index_is_no_answer(tmp_path: Path, words: str) -> None:
    """A cell by its checksum; a row that is missing, by what the others say of it."""
    path = indexed(tmp_path)
    change(path, words)
    index, refused = open_index(path)
    assert index
    assert not refused
    assert ask_index(index, AROUND, ["hart"]) is None


def test_a_database_with_other_tables_is_no_index(tmp_path: Path) -> None:
    """A view in the place of a table could be made to count for ever."""
    path = indexed(tmp_path)
    change(path, "DROP TABLE named", "CREATE VIEW named AS SELECT 'hart' AS lowered, 1 AS body")
    assert open_index(path) == (None, DAMAGED)


def test_an_index_is_opened_for_reading_alone(tmp_path: Path) -> None:
    """Nothing that a question does can change it, and nothing is left beside it."""
    path = indexed(tmp_path)
    index, _ = open_index(path)
    assert index
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        index.database.execute("DELETE FROM body")
    assert sorted(file.name for file in path.iterdir()) == ["bodies.csv", FILE, "relations.csv"]


def test_an_index_of_another_version_is_not_used(tmp_path: Path) -> None:
    """Its columns may mean something else."""
    path = indexed(tmp_path)
    change(
        path, """UPDATE about SET described = replace(described, '"version": 4', '"version": 3')"""
    )
    assert open_index(path) == (None, OUTDATED)


@cache
def files_of_an_index() -> dict[str, bytes]:
    """The files of a register with its index, made once."""
    with TemporaryDirectory() as name:
        folder = indexed(Path(name))
        return {path.name: path.read_bytes() for path in folder.iterdir()}


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_a_damaged_index_gives_the_answer_or_none(data: st.DataObject) -> None:
    """Whatever bytes of it are others, or cut off: never another answer, and nothing worse."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file, sound in files_of_an_index().items():
            (folder / file).write_bytes(sound)
        content = bytearray((folder / FILE).read_bytes())
        for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=4)):
            content[place] = data.draw(st.integers(0, 255))
        kept = data.draw(st.integers(0, len(content)) | st.just(len(content)))
        (folder / FILE).write_bytes(content[:kept])
        index, refused = open_index(folder)
        assert bool(refused) is (index is None)
        if index:
            with suppress(UnknownNameError):
                found = ask_index(index, DEPENDANTS, ["hart"])
                whole = registers.excerpt(read_register(folder), "impact", ["hart"])
                assert found in (None, (whole, ("hart",)))


def test_a_register_without_an_index_has_none(tmp_path: Path) -> None:
    """Nothing is said of it."""
    assert open_index(write_text(tmp_path, BODIES, RELATIONS)) == (None, "")


def test_an_index_is_made_anew(tmp_path: Path) -> None:
    """In the place of the one that was there; nothing else is left."""
    path = indexed(tmp_path)
    (path / FILE).write_bytes(b"old")
    registers.write_index(read_register(path))
    assert open_index(path)[0]
    assert sorted(file.name for file in path.iterdir()) == ["bodies.csv", FILE, "relations.csv"]


def test_an_index_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    """A folder stands where it is written."""
    path = write_text(tmp_path, BODIES, RELATIONS)
    (path / FILE).mkdir()
    with pytest.raises(OutputError, match="cannot be written: it is a folder"):
        registers.write_index(read_register(path))


def test_several_runs_at_once_all_write_the_index(tmp_path: Path) -> None:
    """One of them stands at last, whole, and nothing else is left."""
    path = write_text(tmp_path, BODIES, RELATIONS)
    register = read_register(path)
    with ThreadPoolExecutor(4) as pool:
        written = [*pool.map(lambda _: registers.write_index(register), range(20))]
    assert {*written} == {path / FILE}
    assert sorted(file.name for file in path.iterdir()) == ["bodies.csv", FILE, "relations.csv"]
    assert open_index(path)[0]


RICH_BODIES = """id,name,kind,apex,outside,area,tier,status,from,until,count
top,Top,board,TRUE,true,Hart,1,,2009,,
mid,,team,,,,2,shadow,2009-04,2010-04~,20
foot,Foot,,,True,,,,,,
gone,Gone,,,,,,ended,,2010,
"""
RICH_RELATIONS = """from,kind,to,basis,status,since,until,intended,scope
foot,reports_to,mid,implied,proposed,2009,2010,the plan,money
mid,accountable_to,top,,,,,,
foot,supports,top,,,,,,
foot,part_of,moot,inferred,,,,,
nobody,reports_to,mid,,,,,,
gone,reports_to,mid,,,,,,
"""


@pytest.mark.parametrize("body", ["top", "mid", "foot", "gone"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_column_is_the_same_from_the_index(tmp_path: Path, question: str, body: str) -> None:
    """Whatever is written of bodies and relations, known or not, in the order of the tables."""
    path = write_text(tmp_path, RICH_BODIES, RICH_RELATIONS)
    register = read_register(path)
    registers.write_index(register)
    index, refused = open_index(path)
    assert index
    assert not refused
    expected = registers.excerpt(register, question, [body])
    found = index.excerpt(find_question(question).wording.needs, [index.find(body)])
    assert found == expected


def test_what_was_probably_meant_is_said(tmp_path: Path) -> None:
    """However many identifiers begin alike."""
    rows = "".join(f"GB-{number:05},Body {number}\n" for number in range(30_000))
    register = read_register(write_text(tmp_path, f"id,name\n{rows}"))
    with pytest.raises(UnknownNameError, match="did you mean GB-2999"):
        registers.identify(register, "GB-2999O")


def test_what_was_probably_meant_is_said_of_an_index(tmp_path: Path) -> None:
    """Of those that stand beside it in the order of identifiers or names."""
    index = open_index(indexed(tmp_path))[0]
    assert index
    with pytest.raises(UnknownNameError, match="did you mean fleet"):
        index.find("fleett")
