"""A register that is kept in files gives what it gives in memory, to the byte."""

import os
import re
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govgraph import registers
from govgraph.errors import LoadError, OutputError, SettingsError, UnknownNameError
from govgraph.graph import pairs
from govgraph.model.standpoint import Standpoint
from govgraph.model.structure import Structure
from govgraph.registers.graph.register_graph import RegisterGraph
from govgraph.registers.reading import (
    frames,
    large_identifiers,
    malformed,
    mapped_texts,
    mapped_words,
    out_of_core,
    room,
    work_files,
)
from govgraph.registers.reading.large_identifiers import MOST_PARTS, count_parts
from govgraph.registers.reading.register import Register
from govgraph.registers.reading.register_reader import read_register
from govgraph.registers.reading.room import Room, find_free, parse_size
from govgraph.registers.reading.work_files import WorkFiles
from govgraph.registers.rules.runner import check_register
from tests.cli.program import started
from tests.made_registers import standpoints, structures, write_tables, write_text

FORMS = ("text", "jsonl", "csv", "parquet")
LITTLE = 400
"""Bytes of memory: four parts for ten bodies."""

in_pieces: Any = st.integers(1, 4)


@contextmanager
def pieces(rows: int) -> Iterator[None]:
    """So few rows at a time, every column in a file."""
    with (
        patch.object(frames, "SLICE", rows),
        patch.object(work_files, "LEAST", 0),
        patch.object(work_files, "PIECE", 8 * rows),
        patch.object(large_identifiers, "AT_ONCE", rows),
        patch.object(mapped_words, "AT_ONCE", rows),
        patch.object(mapped_texts, "AT_ONCE", rows),
        patch.object(out_of_core, "AT_ONCE", rows),
        patch.object(malformed, "AT_ONCE", rows),
    ):
        yield


def read_in_files(folder: Path) -> Register:
    """The register in a folder, out of core."""
    with patch.object(room, "estimate", lambda *_: LITTLE + 1):
        register = read_register(folder, room=Room(LITTLE))
    assert register.work is not None
    return register


def give(register: Register, standpoint: Standpoint, folder: Path) -> list[bytes]:
    """Every finding of a register, in every form."""
    findings = check_register(RegisterGraph(register, standpoint))
    given = []
    for form in FORMS:
        registers.write(findings, folder / f"found.{form}", form)
        given.append((folder / f"found.{form}").read_bytes())
    return given


def as_parquet(folder: Path) -> Path:
    """The same tables as Parquet in several parts, in a folder beside."""
    made = folder / "parquet"
    for name in ("bodies", "relations"):
        (made / name).mkdir(parents=True)
        table = pl.read_csv(folder / f"{name}.csv", infer_schema=False)
        for number, start in enumerate(range(0, max(len(table), 1), 7)):
            table[start : start + 7].write_parquet(made / name / f"{number:03}.parquet")
    return made


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(structure=structures(), standpoint=standpoints(), rows=in_pieces, parquet=st.booleans())
def test_findings_are_those_found_in_memory(
    structure: Structure, standpoint: Standpoint, rows: int, *, parquet: bool
) -> None:
    """Whatever the register says, however few rows are held at a time."""
    with TemporaryDirectory() as made:
        folder = write_tables(structure, Path(made))
        folder = as_parquet(folder) if parquet else folder
        known = give(read_register(folder), standpoint, Path(made))
        with pieces(rows):
            assert give(read_in_files(folder), standpoint, Path(made)) == known


BODIES = "id,name,kind,apex,status\na,A,board,true,\nb,,board,,\nc,C,board,,ended\n"
RELATIONS = "from,kind,to\nb,accountable_to,a\n"


@pytest.mark.parametrize(
    ("bodies", "relations"),
    [
        (BODIES, RELATIONS + "b,accountable_to,nobody\nsomeone,,\n"),
        (BODIES + "a,again,board,,\n,none,board,,\nx y,sp,board,,\n", RELATIONS),
        (BODIES + "d,D,board,maybe,lost\n", RELATIONS + ",supports,\nb,,a\n"),
        ("id,nmae\na,A\n", RELATIONS),
        (BODIES + 'd,"D,board,,\n', RELATIONS),
        (BODIES, "from,to\nb,a\n"),
    ],
)
def test_what_is_malformed_is_told_as_of_one_in_memory(
    tmp_path: Path, bodies: str, relations: str
) -> None:
    """All of it at once, each where it stands."""
    folder = write_text(tmp_path, bodies, relations)
    with pytest.raises(LoadError) as in_memory:
        read_register(folder)
    with pieces(2), pytest.raises(LoadError) as in_files:
        read_in_files(folder)
    assert in_files.value.problems == in_memory.value.problems


def test_spaces_and_blank_rows_are_no_fault(tmp_path: Path) -> None:
    """Around identifiers, and between rows."""
    folder = write_text(
        tmp_path,
        BODIES + ",,,,\n d ,D,board,,\n",
        RELATIONS + ",,\n d, accountable_to ,a \n e ,supports,a\n",
    )
    known = give(read_register(folder), Standpoint(), tmp_path)
    with pieces(2):
        assert give(read_in_files(folder), Standpoint(), tmp_path) == known


def test_every_question_is_answered(tmp_path: Path) -> None:
    """By name, by what is nearly a name, and from an index."""
    folder = write_text(tmp_path, BODIES + "dd,Döra,board,,\n", RELATIONS)
    with pieces(2):
        register = read_in_files(folder)
        assert [registers.identify(register, name) for name in ("b", "dd", "döra")] == [
            "b",
            "dd",
            "dd",
        ]
        with pytest.raises(UnknownNameError) as unknown:
            registers.identify(register, "Dora")
        assert unknown.value.nearest == ("dd",)
        graph = registers.build_graph(register)
        assert registers.chains(graph, ["b", "dd"]).chain_ids(0) == ("b", "a")
        small = registers.excerpt(register, "chain", ["b"])
        assert [body.id for body in small.bodies] == ["a", "b"]
        assert registers.write_index(register).is_file()
        assert list(register.bodies.names) == ["A", "b", "C", "Döra"]


@pytest.mark.parametrize("read", [read_register, read_in_files])
def test_more_bodies_than_can_be_paired_are_refused(
    tmp_path: Path, read: Callable[[Path], Register]
) -> None:
    """In words, with what takes them; of relations any number is taken."""
    folder = write_text(tmp_path, BODIES, RELATIONS + "b,supports,a\n" * 3)
    with patch.object(pairs, "MOST", 3):
        assert len(read(folder).relations) == 4
    with patch.object(pairs, "MOST", 2), pieces(2), pytest.raises(LoadError) as told:
        read(folder)
    assert re.search("there are more than 2 bodies.*--engine spark", str(told.value))


def test_a_full_folder_is_told_in_words(tmp_path: Path) -> None:
    """Before a column is mapped that the disk has no room for."""
    folder = write_text(tmp_path, BODIES, RELATIONS)

    def open_full(**_: object) -> Any:
        return Path("/dev/full").open("r+b", buffering=0)

    with (
        patch.object(tempfile, "TemporaryFile", open_full),
        pytest.raises(
            OutputError, match="where work files of a register go, is full; name another"
        ),
    ):
        read_in_files(folder)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Before anything is read."""
    folder = write_text(tmp_path, BODIES, RELATIONS)
    with pytest.raises(OutputError, match="there is no folder"):
        registers.load(folder, memory="10B", work_dir=tmp_path / "nowhere")


def test_it_goes_into_files_by_itself_where_memory_is_short(tmp_path: Path) -> None:
    """And says so in one line."""
    folder = write_text(tmp_path, BODIES, RELATIONS)
    said: list[str] = []
    assert registers.load(folder, say=said.append).work is None
    with patch.object(room, "find_free", lambda: 10):
        register = registers.load(folder, work_dir=tmp_path, say=said.append)
    assert register.work is not None
    (line,) = said
    assert "are free: its columns are kept in files in" in line
    assert line.endswith("even so")  # of ten bytes nobody does anything
    assert registers.load(folder, memory=10**9).work is None


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("2GB", 2 * 10**9),
        ("1.5 gb", 1_500_000_000),
        ("512MiB", 512 << 20),
        ("7k", 7_000),
        ("1" + "0" * 400, 10**400),
    ],
)
def test_sizes_are_read(text: str, size: int) -> None:
    """As people write them."""
    assert parse_size(text) == size


def test_with_hardly_any_memory_it_takes_longer_and_ends(tmp_path: Path) -> None:
    """All hashes are gone through for each part, so that there are not too many of them."""
    assert count_parts(WorkFiles(tmp_path, 0), 10**9) == MOST_PARTS
    assert count_parts(WorkFiles(tmp_path, 4 * 10**9), 10**7) == 1


def test_parts_of_a_table_may_have_other_types(tmp_path: Path) -> None:
    """Where whoever wrote a part took its identifiers for numbers: in memory as in files."""
    for name in ("bodies", "relations"):
        (tmp_path / name).mkdir()
    pl.DataFrame({"id": [1, 2], "name": ["A", "B"]}).write_parquet(
        tmp_path / "bodies" / "1.parquet"
    )
    named = pl.DataFrame({"id": ["c", "d"], "name": ["C", "D"]})
    named.with_columns(pl.col("name").cast(pl.Categorical)).write_parquet(
        tmp_path / "bodies" / "2.parquet"
    )
    lines = {"from": [1, 2], "kind": ["accountable_to"] * 2, "to": ["d", "nobody"]}
    pl.DataFrame(lines).write_parquet(tmp_path / "relations" / "1.parquet")
    register = read_register(tmp_path)
    assert list(register.bodies.ids) == ["1", "2", "c", "d"]
    assert list(register.bodies.names) == ["A", "B", "C", "D"]
    made = tmp_path / "made"
    made.mkdir()
    known = give(register, Standpoint(), made)
    assert give(read_in_files(tmp_path), Standpoint(), made) == known


@pytest.mark.parametrize("text", ["", "GB", "-1GB", "2 pounds"])
def test_what_is_no_size_is_told(text: str) -> None:
    """With what one looks like."""
    with pytest.raises(SettingsError, match="is no size of memory"):
        parse_size(text)


@pytest.mark.skipif(sys.platform != "linux", reason="only there it is known")
def test_free_memory_is_known() -> None:
    """It is no more than there is."""
    free = find_free()
    assert free is not None
    assert 0 < free <= os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")


KEPT = """
import signal, sys, time
from govgraph import registers
from govgraph.registers.reading import work_files
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job of a shell may not hear it
work_files.LEAST = 0
register = registers.load(sys.argv[1], memory=10, work_dir=sys.argv[2])
findings = registers.check(registers.build_graph(register))
assert register.work
print("ready", flush=True)
while True:
    time.sleep(0.02)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there files keep their names")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_is_left_however_it_ends(tmp_path: Path, end: signal.Signals) -> None:
    """Not even by a process that is killed outright."""
    folder = write_text(tmp_path, BODIES, RELATIONS)
    (tmp_path / "work").mkdir()
    command = [sys.executable, "-c", KEPT, str(folder), str(tmp_path / "work")]
    with started(command) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        running.send_signal(end)
        running.wait()
    assert list((tmp_path / "work").iterdir()) == []
