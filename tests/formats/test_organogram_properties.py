"""Organograms of any rows: nothing is lost, and the verdict is that of a second opinion."""

import csv
import io
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import govgraph
from govgraph import api
from govgraph.formats.account import Account
from govgraph.formats.format_catalogue import read_account
from govgraph.model.bodies import Status
from tests.formats.organogram_validator import Row, judge

HEADS = ["Post Unique Reference", "Name", "Job Title", "Reports to Senior Post", "FTE", ""]
JUNIOR_HEADS = ["Reporting Senior Post", "Generic Job Title", "Unit"]
REFERENCES = ("1", "2", "3", "a b", "0", "")
CELLS = st.sampled_from(["", "x", "'Vacant'", "Ann"])
ANY_ROWS = st.lists(
    st.tuples(
        st.sampled_from(REFERENCES),
        st.sampled_from(["Ann", "Bob", "Vacant", "'ELIMINATED'", "N/D", ""]),
        st.sampled_from(["Chief", "Law", "law.", ""]),
        st.sampled_from([*REFERENCES, "XX", "9"]),
        CELLS,
        CELLS,
    ),
    min_size=1,
    max_size=12,
)
JUNIOR_ROWS = st.lists(st.tuples(st.sampled_from(REFERENCES), CELLS, CELLS), max_size=4)
ONE_ROW_A_POST = st.lists(
    st.builds(
        Row,
        st.sampled_from("abcdefgh"),
        st.sampled_from(["Ann", "Vacant", "Eliminated"]),
        st.just("Head"),
        st.sampled_from([*"abcdefgh", "z", "XX"]),
    ),
    min_size=1,
    unique_by=lambda row: row.reference,
)


def written(path: Path, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The text of a table, which is written to a file."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([heads, *rows])
    path.write_text(out.getvalue(), encoding="utf-8", newline="")
    return out.getvalue()


def read(senior: Sequence[Sequence[str]], junior: Sequence[Sequence[str]] = ()) -> Account:
    """What rows come to, after one that is there always."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x-senior.csv"
        written(path, HEADS, senior)
        written(path.with_name("x-junior.csv"), JUNIOR_HEADS, junior)
        return read_account(path)


def counted(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, int, int]:
    """The rows, columns and stray cells of a table that hold anything, as `csv` reads them."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    again = [row for row in csv.reader(io.StringIO(out.getvalue(), newline="")) if any(row)]
    headed = [[cell for head, cell in zip(heads, row, strict=True) if head] for row in again]
    columns = sum(any(row[at] for row in again) for at, head in enumerate(heads) if head)
    stray = sum(
        1 for row in again for head, cell in zip(heads, row, strict=True) if cell and not head
    )
    return sum(map(any, headed)), columns, stray


@settings(max_examples=150)
@given(ANY_ROWS, JUNIOR_ROWS)
def test_every_row_column_and_cell_is_accounted_for(
    senior: list[tuple[str, ...]], junior: list[tuple[str, ...]]
) -> None:
    """As many as an independent parser counts, each once; all posts that are read are bodies."""
    senior = [*senior, ("7", "Ann", "Chief", "XX", "", "")]
    account = read(senior, junior)
    rows, columns, stray = counted(HEADS, senior)
    further_rows, further_columns, _ = counted(JUNIOR_HEADS, junior)
    assert account.records.get("senior row", 0) == rows
    assert account.records.get("junior row", 0) == further_rows
    assert account.records.get("column", 0) == columns + further_columns
    assert account.records.get("cell", 0) == stray
    bodies = sum(len(fate.of) for fate in account.fates if fate.into.startswith("body"))
    assert bodies == len(account.structure.bodies)


@settings(max_examples=100)
@given(ANY_ROWS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_decides_nothing(rows: list[tuple[str, ...]], random: object) -> None:
    """Neither who reports to whom, nor which post is at the top or has ended."""
    rows = [*rows, ("7", "Ann", "Chief", "XX", "", "")]
    again = list(rows)
    random.shuffle(again)  # type: ignore[attr-defined]
    first, second = read(rows).structure, read(again).structure
    assert {line.key for line in first.relations} == {line.key for line in second.relations}
    facts = [
        {(body.id, body.apex, body.status) for body in each.bodies} for each in (first, second)
    ]
    assert facts[0] == facts[1]


@settings(max_examples=100)
@given(ONE_ROW_A_POST)
def test_the_verdict_is_that_of_the_government(rows: list[Row]) -> None:
    """The same tops, the same posts above themselves, and the same that come to no top."""
    verdict = judge(rows)
    structure = read([(*row, "", "") for row in rows]).structure
    live = {body.id for body in structure.bodies if body.status is not Status.ENDED}
    found = api.check(api.build_graph(structure)).findings
    named: dict[str, set[str]] = {}
    for finding in found:
        named.setdefault(finding.name, set()).update({finding.subject.body, *finding.others})
    assert {body.id for body in structure.bodies if body.apex} & live == verdict.tops
    if not live:
        return
    assert ("no-apex" in named) is (not verdict.tops)
    assert named.get("self-accountability", set()) == verdict.to_themselves
    if verdict.tops:
        graph = api.build_graph(structure)
        arriving = {
            id_ for id_ in live if any(each.apex for each in govgraph.chain(graph, id_).chains)
        }
        assert live - arriving == verdict.stranded
