"""Government organograms: what becomes of posts, and what the government's own validator says."""

import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from govgraph import api
from govgraph.checks.runner import Findings
from govgraph.errors import LoadError
from govgraph.formats.account import Account
from govgraph.formats.format_catalogue import read_account
from govgraph.model.bodies import Status
from govgraph.model.seats import SeatStatus

REAL = Path(__file__).parents[3] / "shared" / "realdata" / "organograms"
VERDICTS = REAL / "expected_verdicts.json"
CASES = json.loads(VERDICTS.read_text("utf-8")) if VERDICTS.is_file() else {}
HEADINGS = (
    "Post Unique Reference,Name,Grade (or equivalent),Job Title,Job/Team Function,"
    "Parent Department,Organisation,Unit,Contact Phone,Reports to Senior Post,Notes,FTE"
)
SENIOR = f"""{HEADINGS}
1,Ann Archer,SCS2,Chief Executive,Leads,Ministry,Agency,Office,123,XX,,1
2,Vacant,SCS1,Finance Director,Counts,Ministry,Agency,Finance,,1,the post became vacant,1
3,Eliminated,SCS1,Estates Director,Builds,Ministry,Agency,N/A,,1,,1
4,N/D,SCS1,Head of Estates,Mends,Ministry,Agency,Estates,,3,,1
5,Bob Baker,SCS1,Head of Law,Advises,Ministry,Agency,Law,,1,,0.5
5,Cat Cook,SCS1,Head of Law,Advises,Ministry,Agency,Law,,1,,0.5
0,Dan Dyer,SCS1,Not in post,N/A,Ministry,Agency,N/A,,XX,,1
6,Ann Archer,SCS1,Head of Press,Speaks,Ministry,Agency,Press,,1,,1
"""
JOB_SHARE = "it has the same reference and title: a job share, with a seat of its own"
SAME_NAME = "the file gives names alone; they are taken for different people"
JUNIOR = """Organisation,Unit,Reporting Senior Post,Grade,Generic Job Title,Number of Posts in FTE
Agency,Law,5,HEO,Lawyer,3.0
Agency,Law,5,EO,Clerk,0.75
"""


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """A file of senior posts, with the junior posts beside it."""
    (tmp_path / "agency-junior.csv").write_text(JUNIOR, encoding="cp1252")
    path = tmp_path / "agency-senior.csv"
    path.write_text(SENIOR, encoding="cp1252")
    return path


def test_posts_become_bodies_and_reports_lines_of_account(posts: Path) -> None:
    """Each post answers to the post that it reports to; XX is where accountability may end."""
    structure = read_account(posts).structure
    assert [body.id for body in structure.bodies] == [
        "1", "2", "3", "4", "5", "6", "junior-1", "junior-2",
    ]  # fmt: skip
    chief, clerks = structure.bodies[0], structure.bodies[-1]
    assert (chief.name, chief.apex, chief.tier, chief.tags) == (
        "Chief Executive", True, "SCS2", ("Office",),
    )  # fmt: skip
    assert (clerks.count, clerks.note) == (None, "0.75 full-time equivalent")
    assert structure.bodies[-2].count == 3
    assert structure.relations[0].key == ("2", "reports_to", "1")
    assert structure.relations[-1].key == ("junior-2", "reports_to", "5")
    assert str(structure.relations[0].cites[0]) == "agency-senior row 3"


def test_vacant_eliminated_and_undisclosed_posts_say_so(posts: Path) -> None:
    """None of these words is somebody's name, and a job share has several holders."""
    structure = read_account(posts).structure
    standings = [(seat.body, seat.standing, seat.held_by) for seat in structure.seats]
    assert standings == [
        ("1", SeatStatus.SUBSTANTIVE, ("ann-archer",)),
        ("2", SeatStatus.VACANT, ()),
        ("3", SeatStatus.ABOLISHED, ()),
        ("4", SeatStatus.UNDISCLOSED, ()),
        ("5", SeatStatus.SUBSTANTIVE, ("bob-baker",)),
        ("5", SeatStatus.SUBSTANTIVE, ("cat-cook",)),
        ("6", SeatStatus.SUBSTANTIVE, ("ann-archer-2",)),
    ]
    assert structure.body_by_id["3"].status is Status.ENDED


def test_everything_that_was_left_is_named(posts: Path) -> None:
    """Columns without a place, people without a post, and what names do not say."""
    left = [str(each).replace(str(posts), "file") for each in read_account(posts).skipped]
    assert left == [
        f"file:7:1: 1 senior row merged into post 5 (5): {JOB_SHARE}",
        "file:8:1: 1 senior row (0): they are paid and hold no post, which the reference 0 says",
        "1 column (contact phone): how to reach somebody is not governance",
        "1 column (fte): a structure has no place for it",
        f"whether the 2 posts held by 'Ann Archer' are held by one person: {SAME_NAME}",
    ]


def senior(tmp_path: Path, *rows: str) -> Account:
    """What a file of senior posts comes to, whose rows leave out the middle columns.

    A row gives reference, name, title, unit and superior.
    """
    path = tmp_path / "posts-senior.csv"
    cells = [row.split(",") for row in rows]
    lines = [f"{ref},{name},SCS1,{title},,,,{unit},,{up},," for ref, name, title, unit, up in cells]
    path.write_text("\n".join([HEADINGS, *lines, ""]), encoding="utf-8")
    return read_account(path)


def lines_of(account: Account) -> set[tuple[str, str]]:
    """Who reports to whom."""
    return {(line.from_body, line.to_body) for line in account.structure.relations}


def test_rows_without_a_reference_are_named(tmp_path: Path) -> None:
    """Nobody could report to such a post; an odd reference is made an id, an empty name says so."""
    account = senior(tmp_path, ",C,Lost,,7", "A 8,,,,7", "7,A,Head,,XX")
    left = "\n".join(map(str, account.skipped))
    assert "1 senior row (Lost): it has no post reference" in left
    assert "junior posts: there is no file of junior posts beside this one" in left
    odd = account.structure.bodies[0]
    assert (odd.id, odd.name) == ("a-8", "Post A 8")
    assert account.structure.seats[0].standing is SeatStatus.UNDISCLOSED


@pytest.mark.parametrize("backwards", [False, True])
def test_one_reference_with_two_titles_is_two_posts(tmp_path: Path, backwards: bool) -> None:  # noqa: FBT001
    """The unit says which is meant, else the top, whatever the order; both are told."""
    rows = [
        "1,Ann,Permanent Secretary,Office,XX",
        "1,Bob,Head of North,North,2",
        "2,Cat,Head of Regions,Regions,1",
        "3,Dan,Clerk,North,1",
    ]
    account = senior(tmp_path, *(reversed(rows) if backwards else rows))
    assert lines_of(account) == {
        ("1-head-of-north", "2"), ("2", "1"), ("3", "1-head-of-north"),
    }  # fmt: skip
    assert [body.id for body in account.structure.bodies if body.apex] == ["1"]
    assert "which of 2 posts the reference '1' means" in "\n".join(map(str, account.skipped))
    found = checked(account).findings
    assert [each.name for each in found if each.severity.name == "ERROR"] == []
    (shared,) = [each.message for each in found if each.name == "shared-name"]
    assert "(‘Post 1’): Permanent Secretary (1) and Head of North (1-head-of-north)" in shared


def test_where_nothing_tells_which_post_is_meant_both_lines_are_inferred(tmp_path: Path) -> None:
    """Neither of them is stated, and neither is lost."""
    account = senior(
        tmp_path, "1,Ann,Chief,A,XX", "2,Bob,Finance,B,1", "2,Cat,Estates,B,1", "3,Dan,Clerk,C,2"
    )
    unclear = [line for line in account.structure.relations if line.from_body == "3"]
    assert [(line.to_body, str(line.basis)) for line in unclear] == [
        ("2-finance", "inferred"), ("2-estates", "inferred"),
    ]  # fmt: skip


def test_a_reference_of_very_many_posts_is_no_line_to_any(tmp_path: Path) -> None:
    """As where somebody wrote *N/D* into the whole column; it is named."""
    rows = [f"N/D,Ann {number},Head {number},A,1" for number in range(13)]
    account = senior(tmp_path, "1,Zoe,Chief,A,XX", *rows, "2,Dan,Clerk,B,N/D")
    assert "2" not in {line.from_body for line in account.structure.relations}
    said = "\n".join(map(str, account.skipped))
    assert "which of 13 posts the reference 'N/D' means" in said
    assert "and 1 row that means neither reports to none of so many" in said


def test_a_post_that_shares_its_reference_with_its_superior_does_not_report_to_itself(
    tmp_path: Path,
) -> None:
    """The other post of that reference is meant."""
    account = senior(tmp_path, "1,Ann,Chief,A,XX", "2,Bob,Finance,B,1", "2,Cat,Deputy,B,2")
    assert ("2-deputy", "2-finance") in lines_of(account)


def test_a_row_written_twice_is_one_holder(tmp_path: Path) -> None:
    """The same reference, title and name; a job share has another name, and a vacancy none."""
    account = senior(
        tmp_path, "1,Ann,Chief,,XX", "1,Ann,Chief,,XX", "2,Bob,Law,,1", "2,Cat,law ,,1"
    )
    assert [(seat.body, seat.held_by) for seat in account.structure.seats] == [
        ("1", ("ann",)), ("2", ("bob",)), ("2", ("cat",)),
    ]  # fmt: skip
    left = "\n".join(map(str, account.skipped))
    assert "merged into post 1 (1): it has the same reference, title and name" in left


def test_words_for_a_job_share_are_no_part_of_the_title(tmp_path: Path) -> None:
    """Some write them behind it in one row or both."""
    account = senior(tmp_path, "1,Ann,Chief,,XX", "2,Bob,Law (job share),,1", "2,Cat,Law,,1")
    assert [body.id for body in account.structure.bodies] == ["1", "2"]


def test_a_job_share_with_two_superiors_reports_to_both(tmp_path: Path) -> None:
    """Which of the two is right, the order of the rows does not say."""
    account = senior(
        tmp_path, "1,Ann,Chief,,XX", "2,Bob,Law,,1", "3,Cat,Press,,2", "3,Dan,Press,,1"
    )
    assert {end for start, end in lines_of(account) if start == "3"} == {"1", "2"}


@pytest.mark.parametrize("backwards", [False, True])
def test_an_eliminated_row_beside_one_in_force_does_not_end_the_post(
    tmp_path: Path,
    backwards: bool,  # noqa: FBT001 - one of two orders
) -> None:
    """With another title it is a post of its own, which nobody means."""
    rows = ("1,Ann,Chief,,XX", "2,Bob,Law,,1", "2,Eliminated,Law,,1", "2,Eliminated,Old law,,1")
    account = senior(tmp_path, *(reversed(rows) if backwards else rows))
    status = {body.id: body.status for body in account.structure.bodies}
    assert status == {"1": Status.ACTIVE, "2": Status.ACTIVE, "2-old-law": Status.ENDED}
    standings = [seat.standing for seat in account.structure.seats if seat.body == "2"]
    assert sorted(standings) == [SeatStatus.ABOLISHED, SeatStatus.SUBSTANTIVE]


@pytest.mark.parametrize(
    ("word", "standing"),
    [
        ("ELIMINATED", SeatStatus.ABOLISHED),
        ("'Eliminated.'", SeatStatus.ABOLISHED),
        ("Post Eliminated", SeatStatus.ABOLISHED),
        ("“Vacant”", SeatStatus.VACANT),
        ("Vacancy", SeatStatus.VACANT),
        ("N/D'", SeatStatus.UNDISCLOSED),
        ("Not disclosed", SeatStatus.UNDISCLOSED),
        ("NA", SeatStatus.UNDISCLOSED),
        ("Reverend Vacant", SeatStatus.SUBSTANTIVE),
    ],
)
def test_words_for_nobody_are_known_however_they_are_written(
    tmp_path: Path, word: str, standing: SeatStatus
) -> None:
    """In any case, in quotation marks, with a full stop."""
    account = senior(tmp_path, f"'1',{word},'Chief',,'xx'")
    (seat,) = account.structure.seats
    (body,) = account.structure.bodies
    assert (seat.standing, body.id, body.name, body.apex) == (standing, "1", "Chief", True)


@pytest.mark.parametrize(
    ("senior_name", "junior_name"),
    [
        ("Senior-staff-senior.csv", "Senior-staff-junior.csv"),
        ("senior-seniors.csv", "junior-seniors.csv"),
        ("seniors-and-senior.csv", "juniors-and-junior.csv"),
        ("Agency-SENIOR.csv", "agency-Junior.csv"),
    ],
)
def test_the_junior_posts_beside_are_found(posts: Path, senior_name: str, junior_name: str) -> None:
    """Whichever *senior* of a name stands for the sort of posts, and in whatever letters."""
    one, other = posts.with_name(senior_name), posts.with_name(junior_name)
    posts.with_name("agency-junior.csv").rename(other)
    posts.rename(one)
    assert len(read_account(one).structure.bodies) == 8
    assert len(read_account(other).structure.bodies) == 8
    assert len(read_account(posts.parent).structure.bodies) == 8


def test_headings_alone_are_told_from_no_headings(tmp_path: Path) -> None:
    """A file of senior posts without rows is refused; one of junior posts is named."""
    path = tmp_path / "a-senior.csv"
    path.write_text(f"{HEADINGS}\n", encoding="utf-8")
    with pytest.raises(LoadError, match="there are headings, and no row below them"):
        read_account(path)
    path.write_text(SENIOR, encoding="utf-8")
    other = tmp_path / "a-junior.csv"
    other.write_text(JUNIOR.splitlines()[0], encoding="utf-8")
    assert f"the file {other}: it has headings and no posts" in map(str, read_account(path).skipped)


def test_cells_under_no_heading_are_counted(tmp_path: Path) -> None:
    """Also those under a heading that stands there twice."""
    path = tmp_path / "a-senior.csv"
    path.write_text(f"{HEADINGS},,Name\n1,Ann,,,,,,,,XX,,,stray,Bob\n", encoding="utf-8")
    assert "2 cells (1, 2): it stands under no heading of its own" in [
        str(left) for left in read_account(path).skipped
    ]


def test_junior_posts_alone_are_no_structure(posts: Path) -> None:
    """They report to posts that are not there."""
    posts.unlink()
    with pytest.raises(LoadError, match="holds no senior posts"):
        read_account(posts.with_name("agency-junior.csv"))


def test_a_folder_holds_the_posts_of_one_body(posts: Path) -> None:
    """Which of two goes with which, nobody says."""
    assert len(read_account(posts.parent).structure.bodies) == 8
    posts.with_name("other-senior.csv").write_text(SENIOR, encoding="utf-8")
    with pytest.raises(LoadError, match="is a second file of senior posts"):
        read_account(posts.parent, "organogram")


def workbook(path: Path, **sheets: str) -> Path:
    """A workbook of such sheets; a name may begin in `final_`."""
    book = xlsxwriter.Workbook(str(path))
    for name, text in sheets.items():
        sheet = book.add_worksheet(name.replace("final_", "(final data) "))
        for number, line in enumerate(text.splitlines()):
            sheet.write_row(number, 0, line.split(","))
    book.close()
    return path


def test_a_workbook_of_posts_is_read(tmp_path: Path) -> None:
    """As departments send it in, with other sheets around the posts; its headings tell."""
    path = workbook(
        tmp_path / "posts.xlsx",
        grades="Grade\nSCS1\n",
        draft=SENIOR.splitlines()[0],
        final_senior=SENIOR,
        final_junior=JUNIOR,
    )
    account = read_account(path)
    assert len(account.structure.bodies) == 8
    said = [str(left) for left in account.skipped]
    assert "the sheet 'grades': it has no headings of posts" in said
    assert not any("junior posts" in each for each in said)


def test_sheets_of_posts_may_have_any_name(tmp_path: Path) -> None:
    """Of two with the same headings the one of final data is read, and the other named."""
    path = workbook(tmp_path / "posts.xlsx", one=SENIOR, two=JUNIOR)
    assert len(read_account(path).structure.bodies) == 8
    path = workbook(tmp_path / "again.xlsx", draft=SENIOR, final_senior=SENIOR, final_junior=JUNIOR)
    account = read_account(path)
    assert len(account.structure.bodies) == 8
    assert "the sheet 'draft': another holds such posts" in [str(left) for left in account.skipped]


def test_other_files_of_a_folder_are_named(posts: Path) -> None:
    """Nothing is passed over without a word."""
    other = posts.with_name("budget.csv")
    other.write_text("x\n1\n", encoding="utf-8")
    said = [str(left) for left in read_account(posts.parent, "organogram").skipped]
    assert f"the file {other}: it has no headings of posts" in said


def checked(account: Account) -> Findings:
    """The findings on what was read."""
    return api.check(api.build_graph(account.structure))


def bodies_of(findings: Findings, name: str) -> set[str]:
    """The senior posts that a rule finds something about."""
    found = {finding.subject.body for finding in findings.findings if finding.name == name}
    return {body for body in found if not body.startswith("junior")}


@pytest.mark.skipif(not CASES, reason="the real organograms are not here")
@pytest.mark.parametrize("case", CASES)
def test_the_verdicts_of_the_government_are_ours(case: str) -> None:
    """Post by post: the same tops, the same broken chains, the same posts above themselves."""
    verdict: dict[str, Any] = CASES[case]
    account = read_account(REAL / f"{case}-senior.csv")
    structure, findings = account.structure, checked(account)
    senior = [body for body in structure.bodies if body.kind == "post"]
    standings = [seat.standing for seat in structure.seats]
    assert len(senior) == verdict["n_senior"] - verdict["dup_refs"]
    assert len(structure.bodies) - len(senior) == verdict["n_junior"]
    assert sum(body.apex for body in senior) == verdict["tops"]
    assert standings.count(SeatStatus.ABOLISHED) == verdict["eliminated"]
    assert standings.count(SeatStatus.VACANT) == verdict["vacant"]
    assert standings.count(SeatStatus.UNDISCLOSED) == verdict["nd_na"]

    said = " ".join(verdict["errors"])
    to_itself = {body for body in structure.body_by_id if f'him/herself. ref:"{body}"' in said}
    stranded = {body for body in structure.body_by_id if f'senior post "{body}": Post' in said}
    gone = {body for body in structure.body_by_id if f'unknown senior post "{body}"' in said}
    if verdict["fatal"]:
        assert bodies_of(findings, "no-apex") == {""}
        return
    assert not bodies_of(findings, "no-apex")
    assert bodies_of(findings, "self-accountability") == to_itself
    broken = [each for each in findings.findings if each.name == "broken-chain"]
    above = {line.from_body: line.to_body for line in structure.relations}
    assert {
        each.subject.body
        for each in broken
        if each.subject.body in {body.id for body in senior}
        and above[each.subject.body] not in to_itself
    } == stranded
    assert {above[body] for body in stranded} == gone
    assert not bodies_of(findings, "accountability-cycle")


def test_what_rows_say_is_kept_wherever_it_stands(tmp_path: Path) -> None:
    """Notes on junior posts, and on a row that is eliminated beside one in force."""
    path = tmp_path / "x-senior.csv"
    heads = "Post Unique Reference,Name,Job Title,Reports to Senior Post,Notes"
    rows = ("1,Ann,Chief,XX,", "1,Eliminated,Chief,XX,Till May")
    path.write_text("\n".join((heads, *rows)), encoding="utf-8")
    heads = "Reporting Senior Post,Generic Job Title,Number of Posts in FTE,Notes,Name"
    junior = f"{heads}\n1,Clerk,2,Part,Bo\n"
    path.with_name("x-junior.csv").write_text(junior, encoding="utf-8")
    account = read_account(path)
    assert [seat.note for seat in account.structure.seats] == ["", "Till May"]
    assert account.structure.bodies[-1].note == "2 full-time equivalent; Part"
    assert any("1 column (name): a structure has no place" in str(each) for each in account.skipped)
