"""`govgraph init` as its users meet it."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from govgraph.cli.starting import init
from govgraph.formats.first_file import TEMPLATES
from govgraph.formats.format_catalogue import read_account, read_structure
from tests.cli.program import govgraph
from tests.cli.program import govgraph as program

SHIPPED = Path(__file__).parents[2] / "data"


class Terminal(io.StringIO):
    """Somebody who reads and types."""

    def isatty(self) -> bool:
        """They do."""
        return True


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("name", ["plan", "plan.yaml", "plan.xlsx"])
def test_what_is_begun_has_nothing_wrong_with_it(tmp_path: Path, name: str, template: str) -> None:
    """Every template, in every form, is read and checked without an error or warning."""
    path = str(tmp_path / name)
    done = govgraph("init", path, "--template", template, "--title", "Ours: a plan")
    assert (done.code, done.out) == (0, "")
    assert f"govgraph check {path}" in done.err
    assert read_structure(path).title == "Ours: a plan"
    assert not read_account(path).skipped
    assert govgraph("check", path).code == 0


def test_what_is_not_known_is_left_out(tmp_path: Path) -> None:
    """No date is invented."""
    assert govgraph("init", str(tmp_path / "a.yaml")).code == 0
    structure = read_structure(tmp_path / "a.yaml")
    assert (structure.as_at, structure.jurisdiction) == (None, "")
    arguments = "--as-at", "2010-04", "--jurisdiction", "Hart"
    assert govgraph("init", str(tmp_path / "b.yaml"), *arguments).code == 0
    structure = read_structure(tmp_path / "b.yaml")
    assert (str(structure.as_at), structure.jurisdiction) == ("2010-04", "Hart")


def test_a_workbook_has_every_column(tmp_path: Path) -> None:
    """With empty columns to fill in, and the form in which a template is written the same."""
    assert govgraph("init", str(tmp_path / "plan.xlsx")).code == 0
    with zipfile.ZipFile(tmp_path / "plan.xlsx") as parts:
        text = parts.read("xl/sharedStrings.xml").decode()
        sheets = parts.read("xl/workbook.xml").decode()
    assert "<t>succeeds</t>" in text
    assert 'name="requirements"' in sheets


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("taken",), "is already there; name something new"),
        (("plan.docx",), "not '.docx'"),
        (
            ("plan", "--template", "counsil"),
            "there is no template 'counsil'; did you mean 'council'",
        ),
        (("plan", "--as-at", "soon"), "'soon' is not a date (allowed: 2010,"),
    ],
)
def test_what_cannot_be_begun_is_said(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """Exit 2, and nothing is written."""
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "x").write_text("", encoding="utf-8")
    target, *rest = arguments
    done = govgraph("init", str(tmp_path / target), *rest)
    assert done.code == 2
    assert said in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_terminal_is_asked_for_what_was_not_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three questions at the most; a blank answer is no answer."""
    given = {"County, city or country": "Hart", "True as at (such as 2010-04)": ""}
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setattr(
        "typer.prompt", lambda question, default, **_: given.pop(question) or default
    )
    init(tmp_path / "plan", template="blank", title="Ours", jurisdiction="", as_at="")
    assert not given
    structure = read_structure(tmp_path / "plan")
    assert (structure.title, structure.jurisdiction, structure.as_at) == ("Ours", "Hart", None)


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    """It is as good as none."""
    assert govgraph("init", str(tmp_path)).code == 0
    assert (tmp_path / "structure.yaml").is_file()


def test_an_answer_that_cannot_be_read_is_asked_for_again(tmp_path: Path) -> None:
    """With what was probably meant; three answers are not typed anew for one."""
    script = (
        "import sys\n"
        "sys.stdin.isatty = sys.stdout.isatty = lambda: True\n"
        "from govgraph.cli.main import run_with\n"
        f"sys.exit(run_with(['init', {str(tmp_path / 'plan')!r}]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input="Ours\nHart\nApril 2010\n2010-04\ncounsil\ncouncil\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = done.stdout + done.stderr
    assert "'April 2010' is not a date; did you mean '2010-04'?" in said
    assert "did you mean 'council'?" in said
    structure = read_structure(tmp_path / "plan")
    assert (structure.title, str(structure.as_at)) == ("Ours", "2010-04")
    assert "cabinet" in structure.body_by_id


def test_a_form_is_one_sheet_to_fill_in(tmp_path: Path) -> None:
    """It reads as it is, with what was given above its headings."""
    path = tmp_path / "simple.xlsx"
    arguments = "--title", "Our board", "--as-at", "2024-05", "--jurisdiction", "Midshire"
    assert govgraph("init", "--form", str(path), *arguments).code == 0
    structure = read_structure(path)
    assert (structure.title, structure.jurisdiction) == ("Our board", "Midshire")
    assert (str(structure.as_at), len(structure.bodies)) == ("2024-05", 3)
    assert govgraph("init", "--form", str(tmp_path / "b.xlsx"), "--template", "blank").code == 0
    assert not read_structure(tmp_path / "b.xlsx").bodies


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("plan.yaml",), "a form is a workbook: name it plan.xlsx"),
        (("plan.xlsx", "--template", "council"), "begins with partnership or blank, not 'council'"),
    ],
)
def test_a_form_that_there_is_not_is_refused(
    arguments: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a workbook, and has rows for one example."""
    monkeypatch.chdir(tmp_path)
    done = govgraph("init", "--form", *arguments)
    assert done.code == 2
    assert said in done.err


def test_the_real_papers_are_copied_and_reported_on(tmp_path: Path) -> None:
    """Every file byte for byte, no module, and the page of a county."""
    done = program("demo", str(tmp_path / "new"))
    assert done.code == 0, done.err
    assert "GG101 orphaned-body" in done.out
    copied = {
        path.relative_to(tmp_path / "new" / "data").as_posix(): path.read_bytes()
        for path in (tmp_path / "new" / "data").rglob("*")
        if path.is_file()
    }
    assert "hampshire/1-county.yaml" in copied
    assert not [name for name in copied if name.endswith((".py", ".pyc"))]
    assert all((SHIPPED / name).read_bytes() == content for name, content in copied.items())
    assert (tmp_path / "new" / "hampshire-report" / "index.html").stat().st_size > 10_000


def test_it_runs_again_and_writes_over_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is the same stays; what somebody has changed is theirs."""
    monkeypatch.chdir(tmp_path)
    assert program("demo").code == 0
    assert program("demo").code == 0
    changed = Path("data/hampshire/1-county.yaml")
    changed.write_text("bodies: {}", encoding="utf-8")
    done = program("demo")
    assert (done.code, done.out) == (2, "")
    said = f"{changed} is already there, with other content; name another folder"
    assert done.err == f"govgraph: {said}\n"
    assert changed.read_text(encoding="utf-8") == "bodies: {}"


def test_the_paper_of_the_examples_is_copied_with_its_record(tmp_path: Path) -> None:
    """What the help of `quotes` and `read` names is there, and every word is found."""
    assert program("demo", str(tmp_path)).code == 0
    folder = tmp_path / "docs" / "examples" / "partnership"
    done = program("quotes", str(folder / "partnership.yaml"))
    assert (done.code, done.err) == (0, "")
    assert "21 quotes: 21 found." in done.out
    paper = str(folder / "papers" / "terms-of-reference.txt")
    assert program("read", paper, "-s", str(folder / "partnership.yaml"), "--check").code == 0
