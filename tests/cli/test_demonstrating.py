"""`govgraph demo`: what ships with the program, and the main job on it."""

from pathlib import Path

import pytest

from tests.cli.program import govgraph as program

SHIPPED = Path(__file__).parents[2] / "data"


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
