"""Government organograms: what becomes of posts, and what the government's own validator says."""

import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from govgraph import verbs
from govgraph.checks.runner import Findings
from govgraph.errors import LoadError
from govgraph.formats.account import Account
from govgraph.formats.catalogue import read_account
from govgraph.model.bodies import Status
from govgraph.model.seats import Standing

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
        ("1", Standing.SUBSTANTIVE, ("ann-archer",)),
        ("2", Standing.VACANT, ()),
        ("3", Standing.ABOLISHED, ()),
        ("4", Standing.UNDISCLOSED, ()),
        ("5", Standing.SUBSTANTIVE, ("bob-baker",)),
        ("5", Standing.SUBSTANTIVE, ("cat-cook",)),
        ("6", Standing.SUBSTANTIVE, ("ann-archer-2",)),
    ]
    assert structure.body_by_id["3"].status is Status.ENDED


def test_everything_that_was_left_is_named(posts: Path) -> None:
    """Columns without a place, people without a post, and what names do not say."""
    left = [str(each).replace(str(posts), "file") for each in read_account(posts).left]
    assert left == [
        "file:8:1: a person: they are paid and hold no post, which the reference 0 says",
        "the column 'contact phone': how to reach somebody is not governance",
        "the column 'fte': a structure has no place for it",
        f"whether the 2 posts held by 'Ann Archer' are held by one person: {SAME_NAME}",
    ]


def test_a_reference_used_for_two_posts_is_told(tmp_path: Path) -> None:
    """A job share differs in the name alone; what else differs is not dropped unsaid."""
    path = tmp_path / "posts.csv"
    rows = (
        "7,A,SCS1,Head of North,,,,,,XX,,\n7,B,SCS1,Head of South,,,,,,XX,,\n"
        ",C,SCS1,Lost,,,,,,7,,\nA 8,,SCS1,,,,,,,7,,\n"
    )
    path.write_text(f"{HEADINGS}\n{rows}", encoding="utf-8")
    account = read_account(path)
    left = "\n".join(map(str, account.left))
    assert "'Head of South' as the job title of post 7: the first row of the post says" in left
    assert "a row: it has no post reference" in left
    assert "junior posts: there is no file of junior posts beside this one" in left
    odd = account.structure.bodies[-1]
    assert (odd.id, odd.name) == ("a-8", "Post A 8")
    assert account.structure.seats[-1].standing is Standing.UNDISCLOSED


def test_junior_posts_alone_are_no_structure(posts: Path) -> None:
    """They report to posts that are not there."""
    posts.unlink()
    with pytest.raises(LoadError, match="holds no senior posts"):
        read_account(posts.with_name("agency-junior.csv"))


def test_a_folder_holds_the_posts_of_one_body(posts: Path) -> None:
    """Which of two goes with which, nobody says."""
    assert len(read_account(posts.parent).structure.bodies) == 8
    posts.with_name("other-senior.csv").write_text(SENIOR, encoding="utf-8")
    with pytest.raises(LoadError, match="a second file of senior posts"):
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
    said = [str(left) for left in account.left]
    assert "the sheet 'grades': it has no headings of posts" in said
    assert not any("junior posts" in each for each in said)


def test_sheets_of_posts_may_have_any_name(tmp_path: Path) -> None:
    """Of two with the same headings the one of final data is read, and the other named."""
    path = workbook(tmp_path / "posts.xlsx", one=SENIOR, two=JUNIOR)
    assert len(read_account(path).structure.bodies) == 8
    path = workbook(tmp_path / "again.xlsx", draft=SENIOR, final_senior=SENIOR, final_junior=JUNIOR)
    account = read_account(path)
    assert len(account.structure.bodies) == 8
    assert "the sheet 'draft': another holds such posts" in [str(left) for left in account.left]


def test_other_files_of_a_folder_are_named(posts: Path) -> None:
    """Nothing is passed over without a word."""
    other = posts.with_name("budget.csv")
    other.write_text("x\n1\n", encoding="utf-8")
    said = [str(left) for left in read_account(posts.parent, "organogram").left]
    assert f"the file {other}: it has no headings of posts" in said


def checked(account: Account) -> Findings:
    """The findings on what was read."""
    return verbs.check(verbs.build_graph(account.structure))


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
    assert standings.count(Standing.ABOLISHED) == verdict["eliminated"]
    assert standings.count(Standing.VACANT) == verdict["vacant"]
    assert standings.count(Standing.UNDISCLOSED) == verdict["nd_na"]

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
