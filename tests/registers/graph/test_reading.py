"""Registers are read from tables of every kind, and what is wrong in them is told by row."""

import gzip
from pathlib import Path

import numpy as np
import polars
import pytest

from govgraph.errors import LoadError, Place
from govgraph.formats.register.register_files import TableFiles
from govgraph.registers.reading.diagnosis import diagnose
from govgraph.registers.reading.hashed_identifiers import UNKNOWN
from govgraph.registers.reading.register import Register
from govgraph.registers.reading.register_reader import read_register
from tests.made_registers import write_text

BODIES = "id,name,apex\ntrust,Trust,true\nhart,Hart,\nfleet,Fleet,\n"
RELATIONS = "from,kind,to\nhart,accountable_to,trust\nfleet,reports_to,hart\n"


def lines(register: Register) -> list[tuple[str, str, str]]:
    """Every relation as it was written."""
    froms, tos = register.ends(np.arange(len(register.relations)))
    kinds = [register.relations.kinds[row] for row in range(len(register.relations))]
    return list(zip(froms, kinds, tos, strict=True))


EXPECTED = [("hart", "accountable_to", "trust"), ("fleet", "reports_to", "hart")]


def problems(path: Path) -> list[str]:
    """What is wrong with a register, each with its place but for the folder."""
    with pytest.raises(LoadError) as caught:
        read_register(path)
    return [str(problem).replace(f"{path}/", "") for problem in caught.value.problems]


def test_two_csv_files_are_a_register(tmp_path: Path) -> None:
    """The folder, or either table, is its path."""
    folder = write_text(tmp_path, BODIES, RELATIONS)
    assert lines(read_register(folder)) == EXPECTED
    assert lines(read_register(folder / "relations.csv")) == EXPECTED


@pytest.mark.parametrize("suffix", ["csv.gz", "csv.zst", "parquet"])
def test_compressed_tables_and_parquet_are_read(tmp_path: Path, suffix: str) -> None:
    """The suffix says how."""
    for name, text in (("bodies", BODIES), ("relations", RELATIONS)):
        path = tmp_path / f"{name}.{suffix}"
        frame = polars.read_csv(text.encode(), infer_schema=False)
        if suffix == "csv.gz":
            path.write_bytes(gzip.compress(text.encode()))
        elif suffix == "parquet":
            frame.with_columns(polars.col("^apex$") == "true").write_parquet(path)
        else:
            frame.lazy().sink_csv(path, compression="zstd")
    assert lines(read_register(tmp_path)) == EXPECTED
    assert read_register(tmp_path).bodies.apex.tolist() == [True, False, False]


def test_an_apex_is_not_outside(tmp_path: Path) -> None:
    """Whatever else its row says; what stands in no column is said of none."""
    folder = write_text(tmp_path, "id,apex,outside\na,true,true\nb,,TRUE\nc,,false\n")
    assert read_register(folder).bodies.outside.tolist() == [False, True, False]
    assert not read_register(write_text(tmp_path, BODIES)).bodies.outside.any()


def test_parts_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    """In a folder of the table's name, or beside one another; places name the part."""
    (tmp_path / "bodies").mkdir()
    (tmp_path / "bodies" / "1.csv").write_text("id,name\ntrust,Trust\nhart,Hart\n")
    (tmp_path / "bodies" / "2.csv").write_text("id,name\nfleet,Fleet\n")
    (tmp_path / "relations-1.csv").write_text("from,kind,to\nhart,accountable_to,trust\n")
    (tmp_path / "relations-2.csv").write_text("from,kind,to\nfleet,reports_to,hart\n")
    register = read_register(tmp_path)
    assert lines(register) == EXPECTED
    place = register.place(2)
    assert (Path(place.file).name, place.line) == ("2.csv", 2)
    (tmp_path / "relations-2.csv").write_text("from,kind,to\nfleet,reports_to,\n")
    assert problems(tmp_path) == ["relations-2.csv, row 2, to: 'to' is missing"]


def test_a_relation_to_somebody_unknown_keeps_what_was_written(tmp_path: Path) -> None:
    """Its number is UNKNOWN, its identifier is as it stands there."""
    folder = write_text(tmp_path, BODIES, "from,kind,to\nhart,reports_to,moot\nx,y,z\n")
    register = read_register(folder)
    assert register.relations.tos.tolist() == [UNKNOWN, UNKNOWN]
    assert lines(register) == [("hart", "reports_to", "moot"), ("x", "y", "z")]


def test_spaces_around_a_cell_are_not_part_of_it(tmp_path: Path) -> None:
    """As in the tables of a small structure."""
    folder = write_text(
        tmp_path, "id,apex\n trust, true\nhart ,\n", "from,kind,to\nhart, reports_to , trust\n"
    )
    register = read_register(folder)
    assert register.bodies.apex.tolist() == [True, False]
    assert register.relations.froms.tolist() == [1]
    assert register.relations.tos.tolist() == [0]
    assert register.accountability.tolist() == [True]


@pytest.mark.parametrize(
    ("bodies", "relations", "expected"),
    [
        (
            BODIES + "hart,Again,\n",
            RELATIONS,
            (
                "bodies.csv, row 5, id: the body 'hart' is written twice; "
                "first at bodies.csv, row 3, id"
            ),
        ),
        (BODIES + ",Nobody,\n", RELATIONS, "bodies.csv, row 5, id: 'id' is missing"),
        (
            BODIES + "old ham,Odiham,\n",
            RELATIONS,
            "bodies.csv, row 5, id: an id is one visible word",
        ),
        (
            BODIES + "odiham,Odiham,yes\n",
            RELATIONS,
            "bodies.csv, row 5, apex: 'yes' is no apex (allowed: true, false)",
        ),
        (
            "id,status\ntrust,activ\n",
            "from,kind,to\n",
            (
                "bodies.csv, row 2, status: 'activ' is no status; did you mean 'active'? "
                "(allowed: proposed, shadow, active, ended)"
            ),
        ),
        (
            "id,until\ntrust,2010-13\n",
            "from,kind,to\n",
            (
                "bodies.csv, row 2, until: '2010-13' is no until "
                "(allowed: 2010, 2010-04, 2010-04-09, 2010-04~ (about))"
            ),
        ),
        (
            "id,count\ntrust,many\n",
            "from,kind,to\n",
            "bodies.csv, row 2, count: 'many' is no count",
        ),
        (
            BODIES,
            "from,kind,to,basis\nhart,reports_to,trust,guessed\n",
            (
                "relations.csv, row 2, basis: 'guessed' is no basis "
                "(allowed: stated, implied, inferred)"
            ),
        ),
        (
            BODIES,
            "from,kind,to\nhart,reports_to,trust,more\n",
            "relations.csv, row 2: there are 4 cells in this row, but 3 columns",
        ),
        (
            "id,name\nbath,Bath, City of\n",
            RELATIONS,
            "bodies.csv, row 2: there are 3 cells in this row, but 2 columns",
        ),
        (
            BODIES,
            "from,kind,to,note,date\nhart,reports_to,trust,so,1,2\n",
            "relations.csv, row 2: there are 6 cells in this row, but 5 columns",
        ),
        (
            "id,accountable_to\ntrust,\n",
            RELATIONS,
            (
                "bodies.csv:1:2: the relations of a register stand in a table of their own, "
                "not in 'accountable_to'"
            ),
        ),
        ("id,id\ntrust,\n", RELATIONS, "bodies.csv:1:2: the column 'id' is written twice"),
    ],
)
def test_malformed_rows_are_named(
    tmp_path: Path, bodies: str, relations: str, expected: str
) -> None:
    """File, row, column, what is wrong and what was probably meant."""
    assert problems(write_text(tmp_path, bodies, relations)) == [expected]


def test_malformed_rows_of_compressed_tables_are_named(tmp_path: Path) -> None:
    """Those of Zstandard as well, of which Polars says only that there are too many cells."""
    (tmp_path / "bodies.csv").write_text(BODIES)
    text = 'from,kind,to\nhart,reports_to,trust\n"a""b",reports_to,trust,more\n'
    lines = polars.DataFrame({text.splitlines()[0]: text.splitlines()[1:]})
    path = tmp_path / "relations.csv.zst"
    lines.lazy().sink_csv(path, compression="zstd", separator="\x1f", quote_style="never")
    wrong = "relations.csv.zst, row 3: there are 4 cells in this row, but 3 columns"
    assert problems(tmp_path) == [wrong]
    path.write_bytes(path.read_bytes()[:-9])
    assert "cannot be read as a table" in problems(tmp_path)[0]


def test_missing_and_misspelt_columns_are_named(tmp_path: Path) -> None:
    """All of them at once."""
    folder = write_text(tmp_path, BODIES, "from,knd,to\n")
    told = problems(folder)
    assert len(told) == 2
    assert "did you mean 'kind'" in "".join(told)
    assert "the column 'kind' is missing" in "".join(told)


def test_everything_wrong_is_told_at_once_and_a_flood_is_counted(tmp_path: Path) -> None:
    """A thousand problems are listed; how many more there are is said."""
    folder = write_text(tmp_path, "id,apex\n" + "".join(f"b{n},?\n" for n in range(1_500)))
    told = problems(folder)
    assert len(told) == 1_001
    assert "and 500 more problems" in told[-1]


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    """Text that is no UTF-8, a file that is not what its name says, an empty one."""
    folder = write_text(tmp_path, BODIES, RELATIONS)
    (folder / "bodies.csv").write_bytes(b"id,name\ntrust,\xff\n")
    assert problems(folder) == ["bodies.csv, row 2: this is not written in UTF-8"]
    (folder / "bodies.csv").write_bytes(b"")
    assert "the column 'id' is missing" in problems(folder)[0]
    (folder / "bodies.csv").write_bytes(b'id,"name\n')
    assert problems(folder)
    (folder / "bodies.csv").unlink()
    (folder / "bodies.parquet").write_bytes(b"none")
    assert "cannot be read as a table" in problems(folder)[0]
    (folder / "bodies.parquet").unlink()
    (folder / "bodies.csv.gz").write_bytes(gzip.compress(BODIES.encode())[:-9])
    assert len(problems(folder)) == 1


def test_a_table_that_is_not_there_is_named(tmp_path: Path) -> None:
    """With what it could be called; and so is one in two formats, and a folder that is none."""
    assert problems(tmp_path / "none") == [f"{tmp_path}/none: there is no such folder"]
    (tmp_path / "none").touch()
    assert "this is a file; a register is a folder" in problems(tmp_path / "none")[0]
    assert len(problems(tmp_path)) == 2
    folder = write_text(tmp_path, BODIES, RELATIONS)
    (folder / "bodies.parquet").write_bytes(b"")
    assert "is both CSV and Parquet" in problems(folder)[0]


def test_parts_with_different_columns_are_refused(tmp_path: Path) -> None:
    """The part that differs is named."""
    write_text(tmp_path, BODIES, RELATIONS)
    (tmp_path / "bodies-2.csv").write_text("id,kind\nlsp,lsp\n")
    assert problems(tmp_path) == ["bodies.csv:1:1: its columns are not those of bodies-2.csv"]


def test_an_empty_register_is_read(tmp_path: Path) -> None:
    """It has no bodies and no relations."""
    register = read_register(write_text(tmp_path, "id\n"))
    assert (len(register.bodies), len(register.relations)) == (0, 0)


def test_each_file_that_is_no_table_says_why(tmp_path: Path) -> None:
    """Compressed otherwise than named, damaged, or not in UTF-8; with its row."""
    folder = write_text(tmp_path, BODIES, RELATIONS)
    bodies = folder / "bodies.csv.gz"
    (folder / "bodies.csv").unlink()
    bodies.write_bytes(BODIES.encode())
    assert problems(folder) == ["bodies.csv.gz, row 1: this is not compressed as its name says"]
    bodies.write_bytes(gzip.compress(b"id,name\ntrust,a\nhart,\xff\n"))
    assert problems(folder) == ["bodies.csv.gz, row 3: this is not written in UTF-8"]
    bodies.write_bytes(gzip.compress(b"id,kind\ntrust,a,b\nhart\nfleet,a,b,c\n"))
    assert problems(folder) == [
        "bodies.csv.gz, row 2: there are 3 cells in this row, but 2 columns",
        "bodies.csv.gz, row 4: there are 4 cells in this row, but 2 columns",
    ]


def test_a_row_that_is_wrong_is_placed_in_its_own_part(tmp_path: Path) -> None:
    """At its row and its first cell; lines within quotation marks are one row."""
    (tmp_path / "bodies-1.csv").write_text("id,kind\ntrust,trust\n")
    (tmp_path / "bodies-2.csv").write_text('id,kind\nhart,"a\nb"\nfleet,a,b\n')
    (tmp_path / "relations.csv").write_text("from,kind,to\n")
    with pytest.raises(LoadError) as caught:
        read_register(tmp_path)
    (problem,) = caught.value.problems
    place = problem.place
    assert (place.file, place.line, place.column) == (str(tmp_path / "bodies-2.csv"), 3, 1)


def test_a_file_that_is_no_table_at_all_is_named_whole(tmp_path: Path) -> None:
    """With the reason that there is, in one line."""
    folder = write_text(tmp_path, BODIES, RELATIONS)
    (folder / "bodies.csv").unlink()
    (folder / "bodies.parquet").write_bytes(b"none")
    with pytest.raises(LoadError) as caught:
        read_register(folder)
    (problem,) = caught.value.problems
    assert problem.place == Place(str(folder / "bodies.parquet"), 0, 0)
    assert problem.message.startswith("this cannot be read as a table: ")
    assert "\n" not in problem.message
    silent = TableFiles("bodies", (folder / "bodies.parquet",))
    (problem,) = diagnose(silent, OSError()).problems
    assert problem.message == "this cannot be read as a table: for no reason that is given"
    (problem,) = diagnose(silent, OSError("one\ntwo")).problems
    assert problem.message == "this cannot be read as a table: one"


def test_a_row_that_is_too_long_hides_nothing_else(tmp_path: Path) -> None:
    """Neither in its own table nor in the other."""
    bodies = "id,name,apex\na,A,yes\n,Nobody,\nb,B,,x\n"
    relations = "from,kind,to\na,accountable_to,a,x\na,accountable_to,a,y,z\n,accountable_to,a\n"
    assert problems(write_text(tmp_path, bodies, relations)) == [
        "bodies.csv, row 2, apex: 'yes' is no apex (allowed: true, false)",
        "bodies.csv, row 3, id: 'id' is missing",
        "bodies.csv, row 4: there are 4 cells in this row, but 3 columns",
        "relations.csv, row 2: there are 4 cells in this row, but 3 columns",
        "relations.csv, row 3: there are 5 cells in this row, but 3 columns",
        "relations.csv, row 4, from: 'from' is missing",
    ]


def test_a_body_without_an_id_is_not_at_the_end_of_a_relation_without_one(tmp_path: Path) -> None:
    """Nothing is not the same as nothing."""
    relations = "from,kind,to\n,accountable_to,a\na,,a\na,accountable_to, \n"
    assert problems(write_text(tmp_path, "id,name\na,A\n,Nobody\n", relations)) == [
        "bodies.csv, row 3, id: 'id' is missing",
        "relations.csv, row 2, from: 'from' is missing",
        "relations.csv, row 3, kind: 'kind' is missing",
        "relations.csv, row 4, to: 'to' is missing",
    ]


def test_both_of_two_tables_that_are_no_tables_are_named(tmp_path: Path) -> None:
    """Compressed otherwise than named, or written in something else."""
    (tmp_path / "bodies.csv.gz").write_bytes(BODIES.encode())
    (tmp_path / "relations.csv").write_bytes(b"from,kind,to\nhart,reports_to,\xff\n")
    assert problems(tmp_path) == [
        "bodies.csv.gz, row 1: this is not compressed as its name says",
        "relations.csv, row 2: this is not written in UTF-8",
    ]


def test_what_is_wrong_with_columns_hides_no_other_table(tmp_path: Path) -> None:
    """Nor do tables of kinds that cannot be read."""
    folder = write_text(tmp_path, "name\nTrust\n", "from,kind,to\na,,b\n")
    (folder / "body_kinds.csv").write_text("id,name,lik\nx,X,board\n")
    told = "".join(problems(folder))
    assert "the column 'id' is missing" in told
    assert "relations.csv, row 2, kind: 'kind' is missing" in told
    assert "body_kinds.csv" in told


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ('b2,"unfinished,team,\nc,C,team,\n', [3]),
        ('b2,"unfinished,team,\nc,C,team,\nd,"D, the",team,\ne,E,team,,,\n', [3, 6]),
        ('b2,"unfinished' + ",team,\nc" * 20_000, [3]),
        ('b2,"two\nlines",team,\nc,"C,team,\n', [4]),
    ],
)
def test_a_quotation_mark_that_is_not_closed_has_a_row(
    tmp_path: Path, rest: str, expected: list[int]
) -> None:
    """That in which it is opened, however much it swallows."""
    told = problems(write_text(tmp_path, f"id,name,kind,apex\na,A,board,true\n{rest}"))
    rows = [f"bodies.csv, row {row}" for row in expected]
    assert [each.split(":")[0] for each in told] == rows
    assert told[0].endswith(": a quotation mark that is opened in this row is not closed")


def test_a_quotation_mark_within_a_cell_has_a_row(tmp_path: Path) -> None:
    """Where it is, and how it is written."""
    told = problems(write_text(tmp_path, 'id,name\na,"A"b"c\nb,B,\n'))
    assert [each.split(":")[0] for each in told] == ["bodies.csv, row 2", "bodies.csv, row 3"]
    assert "write it twice" in told[0]


def test_blank_rows_are_left_out(tmp_path: Path) -> None:
    """Between others and at the end; what is wrong behind them is at its own row."""
    bodies = "id,name,apex\n\ntrust,Trust,true\n,,\nhart,Hart,\n \nfleet,Fleet,\n\n\n"
    relations = "from,kind,to\n\nhart,accountable_to,trust\n\nfleet,reports_to,hart\n\n"
    register = read_register(write_text(tmp_path, bodies, relations))
    assert lines(register) == EXPECTED
    assert register.bodies.names.to_list() == ["Trust", "Hart", "Fleet"]
    assert [register.place(row).line for row in range(3)] == [3, 5, 7]
    assert [register.place(row, of_relation=True).line for row in range(2)] == [3, 5]
    (tmp_path / "bodies.csv").write_text(bodies + ",Nobody,\n")
    assert problems(tmp_path) == ["bodies.csv, row 10, id: 'id' is missing"]


def test_blank_rows_are_counted_in_their_own_part(tmp_path: Path) -> None:
    """They move no row of another."""
    write_text(tmp_path, BODIES, RELATIONS)
    (tmp_path / "bodies.csv").rename(tmp_path / "bodies-1.csv")
    (tmp_path / "bodies-1.csv").write_text(BODIES + "\n\n")
    (tmp_path / "bodies-2.csv").write_text("id,name,apex\n\nlsp,LSP,\n")
    register = read_register(tmp_path)
    place = register.place(3)
    assert (Path(place.file).name, place.line) == ("bodies-2.csv", 3)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_other_separators_and_spellings_of_headings_are_read(
    tmp_path: Path, separator: str
) -> None:
    """As those of a structure are."""
    bodies = BODIES.replace("id,name,apex", "ID,Name , APEX").replace(",", separator)
    relations = RELATIONS.replace("from,kind,to", "From,Kind,TO").replace(",", separator)
    register = read_register(write_text(tmp_path, bodies, relations))
    assert lines(register) == EXPECTED
    assert register.bodies.names.to_list() == ["Trust", "Hart", "Fleet"]
    (tmp_path / "bodies.csv").write_text(f"{bodies}lsp{separator}{separator}{separator}x\n")
    assert problems(tmp_path) == ["bodies.csv, row 5: there are 4 cells in this row, but 3 columns"]


def test_parquet_may_spell_its_columns_otherwise(tmp_path: Path) -> None:
    """Nothing of what they hold changes."""
    polars.DataFrame({"ID": ["trust"], "Apex": [True]}).write_parquet(tmp_path / "bodies.parquet")
    (tmp_path / "relations.csv").write_text("from,kind,to\n")
    assert read_register(tmp_path).bodies.apex.tolist() == [True]


def test_a_file_that_is_cut_off_or_damaged_says_so(tmp_path: Path) -> None:
    """In other words than one that was never compressed."""
    folder = write_text(tmp_path, BODIES, RELATIONS)
    (folder / "bodies.csv").unlink()
    sound = gzip.compress(BODIES.encode() * 10)
    (folder / "bodies.csv.gz").write_bytes(sound[:-9])
    assert problems(folder) == [
        "bodies.csv.gz: this is cut off: what is compressed in it has no end"
    ]
    (folder / "bodies.csv.gz").write_bytes(sound[:12] + bytes(9) + sound[21:])
    (told,) = problems(folder)
    assert told.startswith("bodies.csv.gz: this is damaged")


def test_a_folder_that_may_not_be_looked_into_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not that its tables are not there."""

    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.scandir", refuse)
    assert problems(tmp_path) == [f"{tmp_path}: this folder cannot be read: Permission denied"]


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever tries to."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    table = TableFiles("bodies", (tmp_path / "bodies.parquet",))
    monkeypatch.setattr(Path, "open", refuse)
    (problem,) = diagnose(table, PermissionError(13, "no")).problems
    assert problem.message == "this cannot be read: Permission denied"
