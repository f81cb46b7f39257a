"""A structure as a folder of CSV tables."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.errors import LoadError, Place
from govgraph.formats.csv_folder import read_folder, write_folder
from govgraph.formats.csv_text import find_delimiter, read_rows
from govgraph.formats.format_catalogue import read_account, read_structure
from govgraph.formats.limits import STANDARD, Limits
from govgraph.formats.problems import Problems
from govgraph.formats.tables import RECORDS, Table, documents
from govgraph.model.bodies import Body
from govgraph.model.dates import PartialDate
from govgraph.model.requirements import Selector
from govgraph.model.structure import Structure
from tests.formats.identity import STRUCTURES


def folder(tmp_path: Path, **tables: str | bytes) -> Path:
    """A folder of tables."""
    for name, content in tables.items():
        data = content.encode() if isinstance(content, str) else content
        (tmp_path / f"{name}.csv").write_bytes(data)
    return tmp_path


def refusal(path: Path, limits: Limits = STANDARD) -> str:
    """What is said of a folder that is not read."""
    with pytest.raises(LoadError) as caught:
        read_folder(path, limits)
    return str(caught.value).replace(f"{path}/", "")


@given(STRUCTURES)
def test_writing_and_reading_changes_nothing(structure: Structure) -> None:
    """What was written is read again as it was."""
    with tempfile.TemporaryDirectory() as path:
        for name, content in write_folder(structure).items():
            (Path(path) / name).write_bytes(content)
        assert read_folder(Path(path), STANDARD).structure == structure


def test_two_tables_are_a_structure(tmp_path: Path) -> None:
    """Bodies and relations alone will do, and each knows its row and column."""
    path = folder(
        tmp_path,
        bodies="id,name,Also known as\nhart,Hart,HLCP|The Hart\ntrust,Trust,\n",
        relations="from,kind,to,since,cites\nhart,reports_to,trust,2010-04,paper p. 3|minutes\n",
    )
    structure = read_structure(path)
    assert structure.bodies[0].also_known_as == ("HLCP", "The Hart")
    assert structure.bodies[0].place == Place(f"{path}/bodies.csv", 2, 1)
    relation = structure.relations[0]
    assert relation.to_place == Place(f"{path}/relations.csv", 2, 3)
    assert [str(cited) for cited in relation.cites] == ["paper p. 3", "minutes"]


def test_only_what_may_be_several_is_split(tmp_path: Path) -> None:
    """A bar, or a brace, in a name is part of it."""
    text = "id,name,also_known_as,remit\na,A | B,C|D,{plans | money\n"
    (body,) = read_structure(folder(tmp_path, bodies=text)).bodies
    assert (body.name, body.also_known_as) == ("A | B", ("C", "D"))
    assert body.remit == "{plans | money"


def test_relations_may_stand_on_their_body(tmp_path: Path) -> None:
    """A column may be any kind of relation, built in or declared."""
    path = folder(
        tmp_path,
        bodies="id,name,supports,line\na,A,b|c,b\nb,B,{to: a; scope: x},\n".replace(";", ","),
        relation_kinds="id,class,reads\nline,accountability,is under\n",
    )
    path.joinpath("bodies.csv").write_text(
        'id,name,supports,line\na,A,b|c,b\nb,B,"{to: a, scope: x}",\n', encoding="utf-8"
    )
    keys = [relation.key for relation in read_structure(path).relations]
    assert keys == [
        ("a", "supports", "b"), ("a", "supports", "c"), ("a", "line", "b"), ("b", "supports", "a"),
    ]  # fmt: skip


def test_fields_within_fields_are_columns(tmp_path: Path) -> None:
    """`applies_to.kind` is the kind of `applies_to`, and a date has its words beside it."""
    path = folder(
        tmp_path,
        requirements="id,applies_to.kind,applies_to.not.area,seats_for,from.words,from,until,until.words\n"
        "r,trust|board,Hart,Police,by spring,2010-04,2011,then\n",
    )
    required = read_structure(path).requirements[0]
    assert required.applies_to == Selector(kind=("trust", "board"), not_=Selector(area=("Hart",)))
    assert required.from_ == PartialDate(2010, 4, words="by spring")
    assert required.until == PartialDate(2011, words="then")


@pytest.mark.parametrize("between", [";", "\t"])
def test_the_delimiter_is_found(tmp_path: Path, between: str) -> None:
    """Semicolons and tabs are what many spreadsheets write."""
    text = between.join(("id", "name", "note\na", '"A, B, C and D"', ""))
    assert read_structure(folder(tmp_path, bodies=text)).bodies[0].name == "A, B, C and D"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    """Whatever a spreadsheet saved it as."""
    path = folder(tmp_path, bodies="id,name\na,Café “Tŷ”\n".replace("ŷ", "y").encode(encoding))
    assert read_structure(path).bodies[0].name == "Café “Ty”"


def test_titles_above_the_headings_and_blank_rows_are_passed_over(tmp_path: Path) -> None:
    """Headings are the first row that names a field that must be there."""
    path = folder(tmp_path, bodies="Bodies of Hart\n\nid,name\n,,\na,A,\n")
    assert [body.id for body in read_structure(path).bodies] == ["a"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,name\na,A,B\n", "bodies.csv:2:3: this cell has no heading above it"),
        ("id,nam\na,A\n", "bodies.csv:1:2: 'nam' is not a field of a body; did you mean 'name'?"),
        ("id,name,name\na,A,B\n", "bodies.csv:1:3: the heading 'name' stands there twice"),
        ("name,kind\n,board\n", "bodies.csv:2:1: this body has neither 'id' nor 'name'"),
        ("id,name,from\na,A,spring\n", "bodies.csv:2:3: 'spring' is not a date"),
        ("id,name,supports\na,A,{to: [}\n", "bodies.csv:2:3: "),
        ('id,name\na,"A\n', "bodies.csv:2:1: this row cannot be read as comma-separated text"),
        ("id,name,tags\na,A,x||y\n", "bodies.csv:2:3: an item of 'tags' is empty"),
        ("id,name,apex.x\na,A,1\n", "bodies.csv:1:3: 'apex.x' is not a field of a body"),
    ],
)
def test_what_is_wrong_is_said_with_its_cell(tmp_path: Path, text: str, said: str) -> None:
    """File, row and column, and what would be right."""
    assert said in refusal(folder(tmp_path, bodies=text))


def test_the_table_of_the_whole_has_one_row(tmp_path: Path) -> None:
    """A second one would be a second structure."""
    said = refusal(folder(tmp_path, structure="id,title\na,A\nb,B\n"))
    assert "structure.csv:3:1: the table 'structure' has one row" in said
    folder(tmp_path, structure="id,title\n", bodies="id,name\n")
    assert read_structure(tmp_path) == Structure()


def test_files_that_are_no_table_are_named(tmp_path: Path) -> None:
    """They are left, and that is said; if there is nothing else, it is an error."""
    path = folder(tmp_path, bodies="id,name\na,A\n", budget="x\n")
    account = read_account(path)
    assert [str(left) for left in account.skipped] == [
        (
            f"the file {path}/budget.csv: no table of a structure goes by that name"
            f" (allowed: {', '.join(RECORDS)})"
        )
    ]
    (path / "bodies.csv").unlink()
    assert "no file of this folder is named after a table" in refusal(path)


def test_a_file_that_is_no_table_is_told_how_to_be_read(tmp_path: Path) -> None:
    """It is no folder, and its columns can be named."""
    (tmp_path / "staff.csv").write_text("Team,Reports to\nA,B\n", encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        read_account(tmp_path / "staff.csv")
    told = str(caught.value)
    assert "staff.csv: this file is not named after a table; the columns of a" in told
    assert "'govgraph convert --map'" in told


def test_a_table_renamed_is_told_the_name_it_wants(tmp_path: Path) -> None:
    """Beside other tables as a warning, and alone as an error."""
    path = folder(tmp_path, bodies="id,name\na,A\n", Relationships="from,kind,to\na,supports,a\n")
    (left,) = read_account(path).skipped
    assert "did you mean 'relations'? (allowed: structure, sources, bodies," in str(left)
    (path / "bodies.csv").unlink()
    assert "is named after a table; did you mean 'relations'? (allowed:" in refusal(path)


@pytest.mark.parametrize("bodies", ["", "id,name\n", "id,name\n , \n"])
def test_a_table_of_bodies_without_any_is_named(tmp_path: Path, bodies: str) -> None:
    """Else every relation would be an error, and nobody would see why."""
    path = folder(tmp_path, bodies=bodies, relations="from,kind,to\na,reports_to,b\n")
    assert [str(left) for left in read_account(path).skipped] == [
        (
            f"the file {path}/bodies.csv: it holds no body, so every body that another table names"
            " is unknown"
        )
    ]


def test_tables_that_speak_of_no_body_need_none(tmp_path: Path) -> None:
    """A folder of requirements is a structure too."""
    path = folder(tmp_path, bodies="id,name\n", sources="id,title\na,A\n")
    assert not read_account(path).skipped


def test_one_table_alone_is_read_and_the_same_table_twice_is_not(tmp_path: Path) -> None:
    """`bodies.csv` may be given by itself."""
    path = folder(tmp_path, bodies="id,name\na,A\n")
    assert read_structure(path / "bodies.csv").bodies == (Body(id="a", name="A"),)
    (path / "Bodies.tsv").write_text("id\tname\nb\tB\n", encoding="utf-8")
    assert "the table 'bodies' stands there twice" in refusal(path)


def test_text_like_a_formula_is_written_so_that_nothing_runs_it() -> None:
    """An apostrophe stands before it, and is taken off again."""
    content = write_folder(Structure(bodies=(Body(id="a", name="=1+1", note="'-x"),)))
    assert content["bodies.csv"].decode("utf-8-sig") == "id,name,note\r\na,'=1+1,''-x\r\n"


@pytest.mark.parametrize("sign", ["\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_full_width_signs_are_signs_of_a_formula_too(sign: str, tmp_path: Path) -> None:
    """Some spreadsheets take them for the plain ones; what was written is read as it was."""
    named = Structure(bodies=(Body(id="a", name=f"{sign}1"),))
    content = write_folder(named)["bodies.csv"]
    assert f"a,'{sign}1" in content.decode("utf-8-sig")
    (tmp_path / "bodies.csv").write_bytes(content)
    assert read_structure(tmp_path).bodies == named.bodies


def test_the_number_of_cells_is_limited(tmp_path: Path) -> None:
    """No file exhausts the machine."""
    path = folder(tmp_path, bodies="id,name\na,A\n")
    assert "more than 3 values" in refusal(path, Limits(nodes=3))


@given(st.binary() | st.text(st.sampled_from('ab,;|"\n\r\t{}\\')).map(str.encode))
def test_any_bytes_are_rows_or_a_problem(content: bytes) -> None:
    """Whatever a file holds, nothing else comes of it."""
    problems = Problems()
    rows = read_rows(content, "a.csv", problems)
    assert (rows is None) == bool(problems.found)


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Staff; as at May; draft\nTeam,Boss\nAudit,Board\n", ","),
        ("Register of teams\nTeam;Boss\nAudit;Board\n", ";"),
        ("Teams, groups, boards\n\nTeam\tBoss\nAudit\tBoard\nRisk\tBoard\n", "\t"),
        ("Team;Share\nAudit;1,5\nRisk;2,5\n", ";"),
        ('Team;Boss\n"Risk; Safety";"A, B"\n', ";"),
        ("Team,Boss\n", ","),
        ("Teams, groups, boards, others\nTeam;Boss\n\n", ";"),
        ("Hart; Fleet\nTeam,Boss,Area\n", ","),
        ("a;b,c;d\n", ";"),
        ("alone\n", ","),
    ],
)
def test_the_delimiter_is_what_makes_a_table(text: str, delimiter: str) -> None:
    """Whatever marks stand in a title above it, or within its cells."""
    assert find_delimiter(text) == delimiter


def test_text_that_is_written_as_a_formula_is_text() -> None:
    """So that zeros before a number stay, and a quotation mark in it too."""
    rows = read_rows(b'"=""0012""","=""A """"B"""""""\n\'=1,=1+1\n', "a.csv", Problems())
    assert rows == [["0012", 'A "B"'], ["=1", "=1+1"]]


def test_a_name_with_a_line_break_stands_on_one_line(tmp_path: Path) -> None:
    """As cells of spreadsheets have them; a note keeps its lines."""
    (tmp_path / "bodies.csv").write_text(
        'id,name,note\na,"Audit \nBoard","One\ntwo"\n', encoding="utf-8"
    )
    (body,) = read_structure(tmp_path).bodies
    assert (body.name, body.note) == ("Audit Board", "One\ntwo")


@pytest.mark.parametrize(
    "written", ["1974-04-01T00:00:00Z", "1974-04-01 09:30", "1974-04-01T00:00:00.000+01:00"]
)
def test_the_time_of_a_day_is_left_off(tmp_path: Path, written: str) -> None:
    """As query services and databases write days."""
    (tmp_path / "bodies.csv").write_text(f"id,name,from\na,A,{written}\n", encoding="utf-8")
    assert str(read_structure(tmp_path).bodies[0].from_) == "1974-04-01"


def test_a_table_without_rows_is_a_section_that_begins_at_its_headings() -> None:
    """Whether it would hold one thing or many; titles may stand above them."""
    problems = Problems(STANDARD)
    for name, headings in (("structure", ["id", "title"]), ("bodies", ["id", "name"])):
        table = Table(name, f"{name}.csv", [["A title of ours"], headings, ["", ""]])
        (document,) = documents([table], problems)
        entry = document.root.entries[name]  # type: ignore[union-attr]
        assert (entry.line, entry.column, entry.value.line, entry.value.column) == (2, 1, 2, 1)
    assert problems.found == []
