"""Drawing and reporting from the command line."""

from pathlib import Path

import pytest

from tests.cli.program import govgraph

FLEET = """
structure: {id: fleet, title: Fleet, as_at: 2010}
bodies:
  trust: {name: "Children's Trust", kind: trust, apex: true}
  hart: {name: Hart Partnership, kind: local-partnership, accountable_to: trust}
  fleet: {name: Fleet, kind: sub-cluster, part_of: hart}
"""


@pytest.fixture
def fleet(tmp_path: Path) -> str:
    """The path of a small structure."""
    file = tmp_path / "fleet.yaml"
    file.write_text(FLEET, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("a.svg", b"<svg"),
        ("a.PNG", b"\x89PNG"),
        ("a.pdf", b"%PDF-1.7"),
        ("a.dot", b"digraph"),
        ("a.mmd", b"---"),
    ],
)
def test_each_form_is_written(fleet: str, tmp_path: Path, name: str, starts: bytes) -> None:
    """The ending of the name says which."""
    done = govgraph("draw", fleet, "-o", str(tmp_path / name))
    assert done.code == 0, done.err
    assert (tmp_path / name).read_bytes().startswith(starts)
    assert done.err == f"wrote {tmp_path / name}\n"


@pytest.mark.parametrize(
    ("name", "starts"),
    [("a.svg", b"<?xml"), ("a.png", b"\x89PNG"), ("a.pdf", b"%PDF-1.7"), ("a.gv", b"digraph")],
)
def test_graphviz_draws_each_form(fleet: str, tmp_path: Path, name: str, starts: bytes) -> None:
    """As its own file says it."""
    done = govgraph("draw", fleet, "--engine", "graphviz", "-o", str(tmp_path / name))
    assert done.code == 0, done.err
    assert (tmp_path / name).read_bytes().startswith(starts)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("-o", "a.mmd"), "Graphviz writes no '.mmd' (allowed: .dot, .gv, .pdf, .png, .svg)"),
        (("-o", "a.svg", "--paper", "A4"), "leave out --paper"),
    ],
)
def test_what_graphviz_cannot_do_is_told(fleet: str, more: tuple[str, ...], told: str) -> None:
    """Nothing is silently done otherwise."""
    done = govgraph("draw", fleet, "--engine", "graphviz", *more)
    assert done.code == 2
    assert told in done.err


def test_what_is_proposed_for_a_later_day_is_said_to_be_left_out(tmp_path: Path) -> None:
    """`--as-at` with the structure's own date shows less than no date, which nobody expects."""
    file = tmp_path / "s.yaml"
    file.write_text(
        "structure: {as_at: 2009-08}\n"
        "bodies: {a: {name: A, apex: true}, b: {name: B, status: proposed, from: 2010}}\n",
        encoding="utf-8",
    )
    asked = ("draw", str(file), "-o", str(tmp_path / "a.svg"), "--include", "proposed")
    assert "Not counted" not in govgraph(*asked).err
    done = govgraph(*asked, "--as-at", "2009-08")
    assert (
        "Not counted: 1 body, proposed from a later day (without --as-at they count)." in done.err
    )


def test_the_same_input_gives_the_same_bytes(fleet: str, tmp_path: Path) -> None:
    """SVG, twice."""
    for name in ("a.svg", "b.svg"):
        govgraph("draw", fleet, "--paper", "A4", "-o", str(tmp_path / name))
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "x.gif"), "'.gif' is no form of drawing (allowed: .dot, .gv, .mmd, .pdf, .png"),
        (("-o", "x"), "has no ending"),
        (("-o", "x.svg", "--paper", "B9"), "'B9' is no paper (allowed: A5"),
        (("-o", "x.svg", "--focus", "Flete"), "did you mean fleet?"),
        (
            ("-o", "x.svg", "--kind", "trusts"),
            "no body has the kind 'trusts'; did you mean 'trust'?",
        ),
        (("-o", "x.svg", "--kind", "x"), "there are local-partnership, sub-cluster and trust"),
        (("-o", "x.svg", "--area", "Hart"), "no body has the area 'Hart'; there is none"),
        (("-o", "x.svg", "--tier", "county"), "no body has the tier 'county'"),
        (("-o", "x.svg", "--source", "paper"), "no source has the id 'paper'"),
        (
            ("-o", "x.svg", "--kind", "trust", "--chain", "Fleet"),
            "nothing to draw: no body in force has the kind 'trust' and is in the chain of 'fleet'",
        ),
        (("-o", "missing/x.svg"), "could not be written"),
        (("-o", "x.svg", "--theme", "none.toml"), "none.toml"),
    ],
)
def test_what_cannot_be_drawn_is_explained(
    fleet: str, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """Exit 2, and no file."""
    here = [str(tmp_path / a) if a.startswith(("x", "missing")) else a for a in arguments]
    done = govgraph("draw", fleet, *here)
    assert done.code == 2
    assert said in done.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fleet.yaml"]


def test_a_drawing_on_several_sheets_says_where_it_fits_on_one(tmp_path: Path) -> None:
    """Last, in one line."""
    bodies = "".join(
        f"  b{n}: {{name: Partnership board number {n}, accountable_to: b{n // 3}}}\n"
        for n in range(1, 40)
    )
    file = tmp_path / "many.yaml"
    file.write_text(f"bodies:\n  b0: {{name: The Trust}}\n{bodies}", encoding="utf-8")
    done = govgraph("draw", str(file), "--paper", "A5", "-o", str(tmp_path / "a.svg"))
    *written, last = done.err.splitlines()
    assert len(written) > 1
    assert last.startswith("it fits on one sheet of A")


def test_a_view_from_the_command_line(fleet: str, tmp_path: Path) -> None:
    """What is outside the view is said on the sheet."""
    file = tmp_path / "a.svg"
    govgraph("draw", fleet, "--chain", "hart", "--only", "accountability", "-o", str(file))
    svg = file.read_text(encoding="utf-8")
    assert "Left out: 1 body outside this view." in svg
    assert "Fleet</text>" not in svg.replace(">Fleet</text>", "", 1)


def test_a_report_is_a_page_and_a_drawing(fleet: str, tmp_path: Path) -> None:
    """The findings go to the terminal as well; the folder is made."""
    folder = tmp_path / "out" / "report"
    done = govgraph("report", fleet, "-o", str(folder))
    assert done.code == 0, done.err
    assert "warning GG101 orphaned-body" in done.out
    assert (folder / "index.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (folder / "diagram.svg").read_text(encoding="utf-8").startswith("<svg")
    assert (folder / "diagram.dot").read_text(encoding="utf-8").startswith("digraph")
