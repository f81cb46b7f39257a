"""The paper from the command line."""

from pathlib import Path

import pytest

from tests.cli.program import govgraph

FLEET = """
structure: {id: fleet, title: Fleet, as_at: 2010}
bodies:
  trust: {name: "Children's Trust", kind: trust, apex: true}
  hart: {name: Hart Partnership, kind: local-partnership, accountable_to: trust}
  fleet: {name: Fleet, kind: sub-cluster, part_of: hart, status: proposed}
"""


@pytest.fixture
def fleet(tmp_path: Path) -> str:
    """The path of a small structure."""
    file = tmp_path / "fleet.yaml"
    file.write_text(FLEET, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("name", "starts"),
    [("a.docx", b"PK"), ("a.PDF", b"%PDF-1.7"), ("a.md", b"# Fleet"), ("a.xlsx", b"PK")],
)
def test_each_form_is_written(fleet: str, tmp_path: Path, name: str, starts: bytes) -> None:
    """The ending of the name says which."""
    done = govgraph("paper", fleet, "--include", "proposed", "-o", str(tmp_path / name))
    assert done.code == 0, done.err
    assert (tmp_path / name).read_bytes().startswith(starts)
    *figures, paper = done.err.splitlines()
    assert paper == f"wrote {tmp_path / name}"
    assert all(line.endswith(".svg") for line in figures)  # they are there before what shows them


@pytest.mark.parametrize("name", ["a.md", "a.xlsx"])
def test_a_slip_of_the_typist_is_for_no_board(
    fleet: str, tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    """It is counted where whoever writes the paper sees it."""
    misspelt = FLEET.replace("accountable_to: trust", "accountable_to: trsut, liaises_with: fleat")
    Path(fleet).write_text(misspelt, encoding="utf-8")
    assert govgraph("paper", fleet, "-o", str(tmp_path / name)).code == 0
    (said,) = caplog.messages
    assert said.startswith("2 mistakes in the file are not told in the paper: 'govgraph check'")
    if name == "a.md":
        written = (tmp_path / name).read_text(encoding="utf-8")
        assert "did you mean" not in written
        assert "has that id" not in written


def test_a_paper_is_not_written_over_its_template(fleet: str, tmp_path: Path) -> None:
    """Nor over its structure, where that is a workbook."""
    template = tmp_path / "board.docx"
    template.write_bytes(b"PK")
    done = govgraph("paper", fleet, "--template", str(template), "-o", str(template))
    assert (done.code, template.read_bytes()) == (2, b"PK")
    assert "is read from; name another file to write" in done.err


def test_figures_of_markdown_are_written_beside_it(fleet: str, tmp_path: Path) -> None:
    """Of the structure and of what would change."""
    assert govgraph("paper", fleet, "-o", str(tmp_path / "a.md")).code == 0
    assert {file.name for file in tmp_path.glob("*.svg")} == {"a-figure-1.svg", "a-figure-2.svg"}


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.md"])
def test_figures_wear_a_theme(fleet: str, tmp_path: Path, name: str) -> None:
    """As what `draw` makes does."""
    theme = tmp_path / "council.toml"
    theme.write_text('[bodies.trust]\nfill = "#1b4332"\n', encoding="utf-8")
    made = [tmp_path / f"{place}-{name}" for place in range(2)]
    assert govgraph("paper", fleet, "-o", str(made[0])).code == 0
    done = govgraph("paper", fleet, "-o", str(made[1]), "--theme", str(theme))
    assert done.code == 0, done.err
    assert made[0].read_bytes() != made[1].read_bytes() or name == "a.md"
    if name == "a.md":
        assert "#1b4332" in (tmp_path / "1-a-figure-1.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "x.odt"), "'.odt' is no form of paper (allowed: .docx, .md, .pdf, .xlsx)"),
        (("-o", "x"), "has no ending"),
        (("-o", "x.pdf", "--template", "a.docx"), "a template is for a Word file (.docx)"),
        (("-o", "x.docx", "--template", "none.docx"), "none.docx cannot be read"),
        (("-o", "x.docx", "--figures", "B9"), "'B9' is no paper"),
        (("-o", "missing/x.md"), "could not be written"),
    ],
)
def test_what_means_nothing_is_said(fleet: str, arguments: tuple[str, ...], said: str) -> None:
    """In one line, with what is allowed."""
    done = govgraph("paper", fleet, *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
