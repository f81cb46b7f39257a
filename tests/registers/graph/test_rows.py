"""Sentences about bodies and relations by the million, and where their rows are written."""

import errno
import io
import json
from pathlib import Path

import numpy as np
import polars
import pytest

from govgraph.registers.graph.row_sentences import (
    Counted,
    End,
    Fill,
    Named,
    Told,
    Worded,
    make_sentences,
    make_subjects,
    stream_parquet,
    write_rows,
)
from govgraph.registers.reading.hashed_identifiers import UNKNOWN
from govgraph.registers.reading.register import Register
from govgraph.registers.reading.register_reader import read_register
from govgraph.registers.reading.row_places import find_lines
from govgraph.wording.verbs import agree_subject
from tests.made_registers import write_text

BODIES = "id,name,kind\ntrust,Trust,board\nhart,,team\nfleet,Fleet,team\n"
RELATIONS = "from,kind,to\nhart,reports_to,trust\nfleet,supports,moot\nnobody,informs,fleet\n"
ALL = slice(None)


def ints(*numbers: int) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    """A column."""
    return np.array(numbers, dtype=np.int32)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """Three bodies, one without a name, and three relations, two of them to nobody known."""
    return read_register(write_text(tmp_path, BODIES, RELATIONS))


def test_a_sentence_is_filled_row_by_row(register: Register) -> None:
    """With names, numbers, words, ends of relations, and texts made when they are read."""
    assert register.bodies.kinds is not None
    fills: list[Fill] = [
        Named(ints(0, 1, 2)),
        Counted(ints(1, 1_000, 1_234_567)),
        Worded(register.bodies.kinds, ints(0, 1, 2)),
        End(ints(0, 1, 2), upper=True),
        End(ints(0, 1, 2), upper=False),
        Told(lambda: ["one", "two", "three"]),
    ]
    says = "{} has {}, a {}: {} above {} ({})"
    assert make_sentences(register, says, fills, ALL).to_list() == [
        "Trust has 1, a board: trust above hart (one)",
        "hart has 1,000, a team: moot above fleet (two)",
        "Fleet has 1,234,567, a team: fleet above nobody (three)",
    ]
    assert make_sentences(register, says, fills, slice(1, 2)).to_list() == [
        "hart has 1,000, a team: moot above fleet (two)"
    ]


NAMES = (
    "Local partnerships",
    "Board",
    "Leaders of the Councils",
    "Board, agencies",
    "EIPs",
    "3 groups",
)


def test_verbs_agree_with_the_name_before_them(tmp_path: Path) -> None:
    """Row by row, as a structure's sentences do; a name that stands elsewhere has no say in it."""
    rows = "".join(f'b{number},"{name}"\n' for number, name in enumerate(NAMES))
    made = read_register(write_text(tmp_path, f"id,name\n{rows}", "from,kind,to\n"))
    below = ints(*range(len(NAMES)))
    for says in (
        "{} answers to {}.",
        "Is {} above {}?",
        "Agree what {} does; {} is next.",
        "{}: {}",
    ):
        told = make_sentences(made, says, [Named(below), Named(below[::-1])], ALL).to_list()
        pairs = zip(NAMES, NAMES[::-1], strict=True)
        assert told == [
            agree_subject(agree_subject(says.format(*pair), pair[0]), pair[1]) for pair in pairs
        ]
    assert "EIPs answer to Board." in make_sentences(
        made, "{} answers to {}.", [Named(ints(4)), Named(ints(1))], ALL
    )


def test_a_sentence_without_a_gap_is_said_once(register: Register) -> None:
    """It is the same for every row."""
    assert make_sentences(register, "No apex.", [], ALL).to_list() == ["No apex."]


def test_rows_about_bodies_say_which_and_where(register: Register, tmp_path: Path) -> None:
    """The heading is the first line of a CSV file."""
    made = make_subjects(register, ints(2, 0), None)
    file = str(tmp_path / "bodies.csv")
    assert made.rows(named=True) == [
        {
            "body": body,
            "from": None,
            "kind": None,
            "to": None,
            "file": file,
            "line": line,
            "column": 1,
        }
        for body, line in (("fleet", 4), ("trust", 2))
    ]


def test_rows_about_relations_say_both_ends_as_written(register: Register, tmp_path: Path) -> None:
    """Known or not."""
    made = make_subjects(register, ints(2, UNKNOWN), ints(1, 2))
    file = str(tmp_path / "relations.csv")
    assert made.rows() == [
        (None, "fleet", "supports", "moot", file, 3, 1),
        (None, "nobody", "informs", "fleet", file, 4, 1),
    ]


def test_rows_about_no_body_have_no_place(register: Register) -> None:
    """Such as that there is no apex."""
    names = ("body", "from", "kind", "to", "file", "line", "column")
    made = make_subjects(register, ints(UNKNOWN), None)
    assert made.rows(named=True) == [dict.fromkeys(names) | {"column": 1}]
    assert dict(made.schema) == dict(make_subjects(register, ints(0), None).schema)


def test_rows_are_found_in_the_part_they_are_written_in(tmp_path: Path) -> None:
    """However many there are; the first row of Parquet is row 1, having no heading."""
    (tmp_path / "bodies-1.csv").write_text("id\na\nb\n")
    (tmp_path / "bodies-2.csv").write_text("id\nc\n")
    (tmp_path / "bodies-3.csv").write_text("id\nd\ne\n")
    for part, ends in (("1", ["a"]), ("2", ["b", "c"])):
        frame = polars.DataFrame({"from": ends, "kind": ["reports_to"] * len(ends), "to": ends})
        frame.write_parquet(tmp_path / f"relations-{part}.parquet")
    register = read_register(tmp_path)
    lines = find_lines(register.bodies.files, ints(*range(5)))
    assert [(Path(file).name, line) for file, line in lines.rows()] == [
        ("bodies-1.csv", 2),
        ("bodies-1.csv", 3),
        ("bodies-2.csv", 2),
        ("bodies-3.csv", 2),
        ("bodies-3.csv", 3),
    ]
    lines = find_lines(register.relations.files, ints(*range(3)))
    assert [(Path(file).name, line) for file, line in lines.rows()] == [
        ("relations-1.parquet", 1),
        ("relations-2.parquet", 1),
        ("relations-2.parquet", 2),
    ]
    places = [register.place(row) for row in range(5)]
    assert [(Path(place.file).name, place.line) for place in places] == [
        ("bodies-1.csv", 2),
        ("bodies-1.csv", 3),
        ("bodies-2.csv", 2),
        ("bodies-3.csv", 2),
        ("bodies-3.csv", 3),
    ]
    place = register.place(2, of_relation=True)
    assert (Path(place.file).name, place.line, place.column) == ("relations-2.parquet", 2, 1)
    assert register.place(2, "to", of_relation=True).column == 3


def test_rows_are_written_as_lines() -> None:
    """Of CSV without a heading, which stands once above many such."""
    frame = polars.DataFrame({"body": ["a", None], "line": [2, 3]})
    written = {}
    for form in ("jsonl", "csv"):
        file = io.BytesIO()
        write_rows(frame, form, file)
        written[form] = file.getvalue()
    assert [json.loads(line) for line in written["jsonl"].splitlines()] == [
        {"body": "a", "line": 2},
        {"body": None, "line": 3},
    ]
    assert written["csv"] == b"a,2\n,3\n"


def test_frames_are_written_as_one_parquet_file() -> None:
    """In their order; of none a file without columns."""
    frames = [polars.DataFrame({"body": [str(number), None]}) for number in range(5)]
    file = io.BytesIO()
    stream_parquet(iter(frames), file)
    assert polars.read_parquet(file.getvalue()).equals(polars.concat(frames))
    none = io.BytesIO()
    stream_parquet(iter(()), none)
    assert polars.read_parquet(none.getvalue()).is_empty()


def test_what_cannot_be_written_as_parquet_is_said_as_python_says_it() -> None:
    """A full disk, whatever Polars makes of it."""

    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left") as caught:
        stream_parquet(iter([polars.DataFrame({"body": ["a"]})]), Full())
    assert caught.value.errno == errno.ENOSPC


def test_cells_of_parquet_are_read_as_they_look(tmp_path: Path) -> None:
    """Whole numbers without a point, a midnight as its day, and texts as they are."""
    from datetime import date, datetime

    frame = polars.DataFrame(
        {
            "id": [1.0, 2.5, 30.0],
            "name": ["a", None, "c"],
            "from": [datetime(2010, 4, 1), None, datetime(2011, 1, 2)],  # noqa: DTZ001 - as read
            "until": [date(2012, 1, 1), None, None],
            "count": [5, None, 20],
        }
    )
    frame.write_parquet(tmp_path / "bodies.parquet")
    polars.DataFrame(
        {"from": [1, 30], "kind": ["reports_to"] * 2, "to": [30.0, 2.5]}
    ).write_parquet(tmp_path / "relations.parquet")
    register = read_register(tmp_path)
    assert register.bodies.ids.to_list() == ["1", "2.5", "30"]
    assert register.bodies.names.to_list() == ["a", "2.5", "c"]
    assert register.bodies.counts is not None
    assert register.bodies.counts.tolist() == [5, 1, 20]
    assert register.relations.froms.tolist() == [0, 2]
    assert register.relations.tos.tolist() == [2, 1]
    words = register.bodies.words("from")
    assert words is not None
    assert [words[row] for row in range(3)] == ["2010-04-01", "", "2011-01-02"]
    assert register.bodies.words("area") is None
    assert register.bodies.texts("area") is None
    with_time = frame.with_columns(polars.lit(datetime(2010, 4, 1, 9, 30)).alias("tier"))  # noqa: DTZ001
    with_time.write_parquet(tmp_path / "bodies.parquet")
    tiers = read_register(tmp_path).bodies.texts("tier")
    assert tiers is not None
    assert tiers.to_list() == ["2010-04-01 09:30:00.000000"] * 3
