"""The index of a register answers as the register does, and only while it is true to it."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govgraph import registers
from govgraph.errors import AmbiguousNameError, OutputError, UnknownNameError
from govgraph.graph.registers.arrow_file import ArrowFile
from govgraph.graph.registers.checksums import sum_blocks
from govgraph.graph.registers.index import DAMAGED, OUTDATED, ask_index, open_index
from govgraph.graph.registers.index_files import FOLDER, describe_index
from govgraph.graph.registers.reading import read_register
from govgraph.graph.registers.tables import find_register
from govgraph.graph.walks import AROUND, DEPENDANTS, UPWARD
from govgraph.model.structure import Structure
from govgraph.questions.catalogue import QUESTIONS, find_question
from tests.registers import IDS, structures, write_tables, write_text

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
            assert found.relations == expected.relations
            assert set(found.bodies) == set(expected.bodies)


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
    with pytest.raises(AmbiguousNameError, match="fleet\n  fleet2"):
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


@pytest.mark.parametrize("content", [b"none, but as long as it takes", b"\xff\xfe", b"[]", b""])
@pytest.mark.parametrize("broken", ["sources.json", "bodies.arrow"])
def test_a_broken_index_is_not_used(tmp_path: Path, broken: str, content: bytes) -> None:
    """Whatever stands there in its place."""
    path = indexed(tmp_path)
    (path / FOLDER / broken).write_bytes(content)
    assert open_index(path) == (None, DAMAGED)


def test_what_was_changed_in_an_index_is_no_answer(tmp_path: Path) -> None:
    """A name written over another of the same length is found by its checksum."""
    path = indexed(tmp_path)
    file = path / FOLDER / "bodies.arrow"
    file.write_bytes(file.read_bytes().replace(b"Hart Board", b"Hurt Board"))
    index, refused = open_index(path)
    assert refused == DAMAGED or (index and ask_index(index, AROUND, ["hart"]) is None)


def test_an_index_of_another_version_is_not_used(tmp_path: Path) -> None:
    """Its columns may be others."""
    path = indexed(tmp_path)
    described = path / FOLDER / "sources.json"
    described.write_text(described.read_text().replace('"version": 3', '"version": 2'))
    assert open_index(path) == (None, OUTDATED)


@cache
def files_of_an_index() -> dict[str, bytes]:
    """The files of a register with its index, made once."""
    with TemporaryDirectory() as name:
        folder = indexed(Path(name))
        files = [path for path in folder.rglob("*") if path.is_file()]
        return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_a_damaged_index_gives_an_answer_or_none(data: st.DataObject) -> None:
    """Whatever bytes of it are others, or cut off, nothing worse comes of it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / FOLDER).mkdir()
        for path, sound in files_of_an_index().items():
            (folder / path).write_bytes(sound)
        file = folder / FOLDER / data.draw(st.sampled_from(["bodies.arrow", "relations.arrow"]))
        content = bytearray(file.read_bytes())
        for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=4)):
            content[place] = data.draw(st.integers(0, 255))
        file.write_bytes(content[: data.draw(st.integers(0, len(content)) | st.just(len(content)))])
        (folder / FOLDER / "sources.json").write_text(
            describe_index(folder / FOLDER, find_register(folder).parts)
        )
        index, refused = open_index(folder)
        assert bool(refused) is (index is None)
        if index:
            with suppress(UnknownNameError):
                ask_index(index, DEPENDANTS, ["hart"])


def test_a_body_with_more_relations_than_there_are_is_damage(tmp_path: Path) -> None:
    """No number in a file makes the program count for ever."""
    index = open_index(indexed(tmp_path))[0]
    assert index
    for column, number in (("end_up", 1 << 60), ("first_up", -(1 << 60))):
        sound = index.bodies[column]
        index.bodies[column] = [number] * len(sound)
        assert ask_index(index, UPWARD, ["hart"]) is None
        index.bodies[column] = sound
    assert ask_index(index, UPWARD, ["hart"])


def test_a_register_without_an_index_has_none(tmp_path: Path) -> None:
    """Nothing is said of it."""
    assert open_index(write_text(tmp_path, BODIES, RELATIONS)) == (None, "")


def test_an_index_is_made_anew(tmp_path: Path) -> None:
    """In the place of the one that was there; nothing else is left."""
    path = indexed(tmp_path)
    (path / FOLDER / "old").touch()
    registers.write_index(read_register(path))
    found = sorted(file.name for file in (path / FOLDER).iterdir())
    assert found == ["bodies.arrow", "relations.arrow", "sources.json"]
    beside = sorted(file.name for file in path.iterdir())
    assert beside == ["bodies.csv", FOLDER, "relations.csv"]


def test_an_index_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    """A file stands where its folder is made."""
    path = write_text(tmp_path, BODIES, RELATIONS)
    (path / FOLDER).touch()
    with pytest.raises(OutputError, match="cannot be written: it is a file"):
        registers.write_index(read_register(path))


def test_several_runs_at_once_all_write_the_index(tmp_path: Path) -> None:
    """One of them stands at last, whole, and nothing else is left."""
    path = write_text(tmp_path, BODIES, RELATIONS)
    register = read_register(path)
    with ThreadPoolExecutor(4) as pool:
        written = [*pool.map(lambda _: registers.write_index(register), range(20))]
    assert {*written} == {path / FOLDER}
    assert sorted(file.name for file in path.iterdir()) == ["bodies.csv", FOLDER, "relations.csv"]
    assert open_index(path)[0]


def test_what_is_no_arrow_file_is_refused(tmp_path: Path) -> None:
    """By its first and last bytes."""
    file = tmp_path / "none.arrow"
    file.write_bytes(b"ARROW1 and so on")
    with pytest.raises(ValueError, match="no Arrow file"):
        ArrowFile(file, sum_blocks(file))


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
    assert found.relations == expected.relations
    assert sorted(found.bodies, key=lambda each: each.id) == sorted(
        expected.bodies, key=lambda each: each.id
    )
    assert (found.id, found.title) == (tmp_path.name, tmp_path.name)


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
