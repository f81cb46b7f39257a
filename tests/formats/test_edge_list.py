"""Tables of somebody else's whose columns the reader names."""

from pathlib import Path

import pytest
import xlsxwriter

from govgraph.errors import LoadError, Place, SettingsError
from govgraph.formats.account import Account
from govgraph.formats.edge_columns import ColumnMap, parse_mapping
from govgraph.formats.edge_list import read_mapped
from govgraph.formats.limits import STANDARD
from govgraph.model.bodies import ApexBasis
from tests.cli.program import govgraph

TWO = "Team,Reports  to\nHart Team,Board\nFleet Team, Hart team\nBoard,\n"


def read(tmp_path: Path, text: str, *mapping: str) -> Account:
    """What a file comes to with its columns named."""
    path = tmp_path / "staff.csv"
    path.write_text(text, encoding="utf-8")
    return read_mapped(path, parse_mapping(mapping), STANDARD)


def test_two_columns_are_a_structure(tmp_path: Path) -> None:
    """Whoever stands in either is a body; whoever has nobody above is a body all the same."""
    account = read(tmp_path, TWO, "from=team", "to=reports to", "kind=reports_to")
    structure = account.structure
    assert [(body.id, body.name) for body in structure.bodies] == [
        ("hart-team", "Hart Team"), ("board", "Board"), ("fleet-team", "Fleet Team"),
    ]  # fmt: skip
    assert [line.key for line in structure.relations] == [
        ("hart-team", "reports_to", "board"),
        ("fleet-team", "reports_to", "hart-team"),
    ]
    assert structure.relations[1].to_place == Place(str(tmp_path / "staff.csv"), 3, 2)
    assert account.imported[0] == "2 rows as relations, each as it stands there"


def test_further_columns_say_more(tmp_path: Path) -> None:
    """Names beside codes, the kind, dates; what is not named is left and said."""
    text = (
        "The teams of Hart\nid,name,above,link,start,fax\n"
        "1,Hart,2,supports,2010-04,99\n2,Board,,,,\n,Lost,2,supports,,\n3,Fleet,1,informs,,\n"
    )
    account = read(
        tmp_path, text, "from=id", "from_name=name", "to=above", "kind=link", "since=start"
    )
    structure = account.structure
    assert [(body.id, body.name) for body in structure.bodies] == [
        ("1", "Hart"), ("2", "Board"), ("3", "Fleet"),
    ]  # fmt: skip
    first = structure.relations[0]
    assert (first.kind, str(first.from_)) == ("supports", "2010-04")
    assert [str(left).rpartition("staff.csv:")[2] for left in account.skipped] == [
        "the column 'fax': it was not named with --map",
        "5:1: a row: nothing stands under 'id'",
        "what stands above the headings (row 1): it is no row of the table",
    ]


def test_what_is_wrong_in_a_cell_is_said_with_its_place(tmp_path: Path) -> None:
    """As in a table of our own."""
    with pytest.raises(LoadError, match=r"staff.csv:2:3: 'soon' is not a date"):
        read(tmp_path, "a,b,c\nx,y,soon\n", "from=a", "to=b", "kind=informs", "since=c")


def test_a_column_that_is_not_there_is_named_with_the_nearest(tmp_path: Path) -> None:
    """And the columns that are."""
    with pytest.raises(LoadError, match="has a column 'Teem' with the others; did you mean 'Team'"):
        read(tmp_path, TWO, "from=Teem", "to=Reports to", "kind=reports_to")
    with pytest.raises(LoadError, match="cannot be read"):
        read_mapped(tmp_path / "none.csv", parse_mapping(("from=a", "to=b", "kind=c")), STANDARD)


def test_a_heading_that_cannot_be_shown_is_shown_otherwise(tmp_path: Path) -> None:
    """What steers a terminal does not come back in the message."""
    path = tmp_path / "teams.csv"
    path.write_bytes(b"Te\x1bam,Boss\na,b\n")
    with pytest.raises(LoadError) as caught:
        read_mapped(path, ColumnMap({"from": "Team", "to": "Boss", "kind": "reports_to"}), STANDARD)
    assert str(caught.value).isprintable()


def test_a_workbook_is_read_where_its_columns_are(tmp_path: Path) -> None:
    """The first sheet that has them; the others are named."""
    path = tmp_path / "staff.xlsx"
    book = xlsxwriter.Workbook(str(path))
    for name, heads in (("Notes", ("x",)), ("Teams", ("Team", "Up")), ("More", ("Team", "Up"))):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, heads)
        sheet.write_row(1, 0, ("A", "B")[: len(heads)])
    book.close()
    account = read_mapped(path, parse_mapping(("from=Team", "to=Up", "kind=informs")), STANDARD)
    assert account.structure.relations[0].key == ("a", "informs", "b")
    assert account.structure.bodies[0].place == Place(str(path), 2, 1, "Teams!A2")
    assert [str(left) for left in account.skipped] == [
        "the sheet 'Notes': it has not the columns that were named",
        "the sheet 'More': another has the columns that were named",
    ]


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        (("from",), "--map takes FIELD=COLUMN, not 'from'"),
        (("form=Team",), "--map knows no field 'form'; did you mean 'from'?"),
        (("from=Team", "kind=x"), "does not say where 'to' is"),
    ],
)
def test_what_a_row_means_is_not_guessed(mapping: tuple[str, ...], said: str) -> None:
    """The ends and the kind are named by whoever reads the table."""
    with pytest.raises(SettingsError, match=said):
        parse_mapping(mapping)


def test_the_command_takes_the_columns(tmp_path: Path) -> None:
    """One --map for each."""
    path = tmp_path / "staff.csv"
    path.write_text(TWO, encoding="utf-8")
    maps = [f"--map={each}" for each in ("from=Team", "to=Reports to", "kind=reports_to")]
    done = govgraph("convert", str(path), str(tmp_path / "staff.yaml"), *maps)
    assert done.code == 0
    assert "reports_to: board" in (tmp_path / "staff.yaml").read_text(encoding="utf-8")


CHAIN = (
    "Committee,Reports to,Chair\nTrust Board,,Ann Lee\nAudit,Trust Board,Registrar\nPanel,Audit,\n"
)


def test_the_one_row_without_a_superior_is_the_end_and_that_is_said(tmp_path: Path) -> None:
    """By judgement; the kind that nobody named is said too."""
    account = read(tmp_path, CHAIN, "body=Committee", "superior=Reports to", "chair=Chair")
    board, audit, _ = account.structure.bodies
    assert (board.apex, board.apex_basis, audit.apex) == (True, ApexBasis.JUDGEMENT, False)
    kind, top = account.imported[2:]
    assert kind == "'reports_to' as the kind of every relation, for none was named with --map"
    assert top == (
        "'Trust Board' as the top (apex), where the chains may end: by judgement, for it is the one"
        f" row that names no superior ({tmp_path / 'staff.csv'}:2:1)"
    )
    assert [(seat.body, seat.held_by or seat.ex_officio) for seat in account.structure.seats] == [
        ("trust-board", ("ann-lee",)),
        ("audit", "post: Registrar"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (CHAIN + "Senate,,\n", "kind=reports_to"),
        (CHAIN, "kind=supports"),
        (CHAIN + "Trust Board,Panel,\n", "kind=reports_to"),
    ],
    ids=["two rows have none", "no line of account", "another row has one"],
)
def test_nothing_is_taken_for_the_end_where_it_is_not_plain(
    text: str, kind: str, tmp_path: Path
) -> None:
    """Two rows without a superior, relations that are no lines, a superior in another row."""
    account = read(tmp_path, text, "from=Committee", "to=Reports to", kind)
    assert not any(body.apex for body in account.structure.bodies)
    assert not any("apex" in taken for taken in account.imported)


def test_several_superiors_in_a_cell_are_split_or_told(tmp_path: Path) -> None:
    """With --split each has a relation; without it the cell that may hold several is named."""
    path = tmp_path / "staff.csv"
    path.write_text("Name,Boss\nEva,\nEd,Eva\nRon,Eva; Ed ;Eva\n", encoding="utf-8")
    maps = ("from=Name", "to=Boss")
    split = read_mapped(path, parse_mapping(maps, split=";"), STANDARD)
    assert [line.key for line in split.structure.relations[1:]] == [
        ("ron", "reports_to", "eva"),
        ("ron", "reports_to", "ed"),
    ]
    assert split.skipped == ()
    whole = read_mapped(path, parse_mapping(maps), STANDARD)
    assert str(whole.skipped[0]) == (
        f"{path}:4:2: the cell 'Eva; Ed ;Eva': it was read as one name, and each part has a row of"
        " its own; --split ';' reads several superiors"
    )


def test_superiors_in_lines_of_a_cell_are_split_or_told(tmp_path: Path) -> None:
    """As spreadsheets write them below each other; a name that is broken stays one."""
    path = tmp_path / "staff.csv"
    path.write_text('Name,Boss\nEva,"Board of\nX"\nEd,Eva\nRon,"Eva\n Ed"\n', encoding="utf-8")
    maps = ("from=Name", "to=Boss")
    whole = read_mapped(path, parse_mapping(maps), STANDARD)
    (told,) = (str(left) for left in whole.skipped if "--split" in str(left))
    assert told == (
        f"{path}:5:2: the cell 'Eva Ed': it was read as one name, and each part has a row of its"
        " own; --split '\\n' reads several superiors"
    )
    split = read_mapped(path, parse_mapping(maps, split=r"\n"), STANDARD)
    assert [line.to_body for line in split.structure.relations][-2:] == ["eva", "ed"]
    assert whole.structure.bodies[1].name == "Board of X"


def test_the_list_can_be_cited(tmp_path: Path) -> None:
    """Each body and relation by its row, so that nothing of it has no source."""
    path = tmp_path / "staff.csv"
    path.write_text("Name,Boss\nEva,\nEd,Eva\n", encoding="utf-8")
    how = parse_mapping(("from=Name", "to=Boss"), cite="Staff list, May 2024")
    structure = read_mapped(path, how, STANDARD).structure
    assert [source.title for source in structure.sources] == ["Staff list, May 2024"]
    assert [str(cite) for body in structure.bodies for cite in body.cites] == [
        "staff-list-may-2024 row 2",
        "staff-list-may-2024 row 3",
    ]
    assert str(structure.relations[0].cites[0]) == "staff-list-may-2024 row 3"


def test_splitting_and_citing_belong_to_a_mapped_table(tmp_path: Path) -> None:
    """Otherwise they would silently do nothing."""
    done = govgraph("convert", "data/hampshire", str(tmp_path / "x.json"), "--cite", "List")
    assert "--split and --cite belong to a table that is read with --map" in done.err


def test_what_a_later_row_says_otherwise_is_named(tmp_path: Path) -> None:
    """The first word holds; so is a cell that stands under no heading."""
    text = "id,name,above,area\n1,Hart,2,North\n1,Hart Team,3,South\n2,Board,,,x\n3,Forum,,\n"
    columns = ("from=id", "from_name=name", "to=above", "kind=supports", "area=area")
    account = read(tmp_path, text, *columns)
    assert [(body.name, body.area) for body in account.structure.bodies[:1]] == [("Hart", "North")]
    assert [str(left) for left in account.skipped] == [
        "cells under 'name' (row 3): an earlier row says 'Hart'",
        "cells under 'area' (row 3): an earlier row says 'North'",
        "cells under 'column 5' (row 4): no heading stands above it",
    ]
    assert account.records["row"] == 4
