"""The structures that pictures are measured on, and the tools they are set beside."""

import shutil
from pathlib import Path

import pytest

from benchmarks.pictures.asked import Asked, ask_besides
from benchmarks.pictures.generate import CHARACTERS, write
from benchmarks.pictures.known import know
from benchmarks.pictures.ladder import QUICK, find_structures
from benchmarks.pictures.laws import broken_laws
from benchmarks.pictures.peers import dot, elk
from benchmarks.pictures.peers.placed import Picture, Where
from benchmarks.pictures.run import Task, measure
from tests.benchmarks import spoiled

ELK = Path(elk.__file__).parent / "node_modules"


@pytest.mark.parametrize("character", CHARACTERS)
def test_a_generated_structure_has_as_many_bodies_as_are_asked_for(
    character: str, tmp_path: Path
) -> None:
    """And is the same each time; those that have ended are not drawn."""
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    write(character, 24, 7, first)
    write(character, 24, 7, second)
    assert first.read_text(encoding="utf-8") == second.read_text(encoding="utf-8")
    known = know(Asked(character, first))
    assert 20 < len(known.names) <= 24
    assert known.is_tree is (character == "tree")


def test_thirty_structures_are_drawn_at_every_change(tmp_path: Path) -> None:
    """The small ones, the real ones and our papers."""
    found = find_structures(tmp_path, QUICK)
    assert len(found) == 30
    assert {"data-hampshire", "fault-joint", "real-halton", "tree-030"} <= found.keys()


def test_a_structure_is_drawn_by_the_command_and_measured(tmp_path: Path) -> None:
    """What it cost is told as well."""
    path = tmp_path / "two.yaml"
    path.write_text("bodies:\n  a: {name: A, apex: true}\n  b: {name: B, reports_to: a}\n")
    made = measure(Task(Asked("two", path), "A4"))
    assert (made.error, made.sheets, made.named, made.account) == ("", 1, 2, 1)
    assert made.cpu > 0


def test_a_structure_that_cannot_be_drawn_is_told(tmp_path: Path) -> None:
    """With the words of the command."""
    path = tmp_path / "two.yaml"
    path.write_text("bodies:\n  a: {name: A, apex: true}\n")
    made = measure(Task(Asked("two", path), "A9"))
    assert "A9" in made.error


def _picture() -> Picture:
    sheet = spoiled.sheet(spoiled.drawn())
    return Picture(sheet.bodies, sheet.lines)


def test_dot_lays_out_the_same_boxes_and_lines() -> None:
    """Superiors above, each line from the body that answers."""
    made = dot.lay_out(_picture(), {"low": Where(area="Hart")}, 30, "ortho")
    assert made.bodies.keys() == spoiled.NAMES.keys()
    assert {str(line) for line in made.lines} == {f"{a} -> {b}" for a, b in spoiled.WAYS}
    assert made.bodies["top"].box.y1 < made.bodies["left"].box.y0
    for line in made.lines:
        assert made.bodies[line.to].distance(line.way.corners[-1]) < 16


@pytest.mark.skipif(not (ELK.is_dir() and shutil.which("node")), reason="ELK is not installed")
@pytest.mark.parametrize("tiers", [False, True])
def test_elk_lays_out_the_same_boxes_and_lines(*, tiers: bool) -> None:
    """With a box round an area as well."""
    where = {"top": Where(0), "left": Where(1, "Hart"), "right": Where(1), "low": Where(1, "Hart")}
    made = elk.lay_out(_picture(), where, 60, tiers=tiers)
    assert made.bodies.keys() == spoiled.NAMES.keys()
    assert len(made.lines) == len(spoiled.WAYS)
    assert made.bodies["top"].box.y1 < made.bodies["left"].box.y0


def test_views_a_difference_and_a_timeline_are_asked_of_a_structure(tmp_path: Path) -> None:
    """What there is to see of it: of one with tiers and areas a part of everything."""
    write("council", 15, 7, tmp_path / "council.yaml")
    found = find_structures(tmp_path, ("data-worcestershire",))
    asked = [*ask_besides({"council": tmp_path / "council.yaml", **found}, tmp_path)]
    names = {one.name.removeprefix("council-") for one in asked if "council" in one.name}
    assert names == {"chain", "focus", "area", "collapse", "account", "change"}
    assert {one.command for one in asked if "worcestershire" in one.name} == {
        "draw",
        "diff",
        "timeline",
    }
    change = next(one for one in asked if one.new)
    fates = {body.change for body in know(change).diagram.bodies}
    assert fates >= {"same", "added", "removed", "moved", "changed"}


@pytest.mark.parametrize("what", ["chain", "focus", "collapse", "change", "timeline"])
def test_views_differences_and_timelines_keep_the_laws(what: str, tmp_path: Path) -> None:
    """The same that hold for whole structures."""
    name = "data-worcestershire" if what == "timeline" else "fault-syn20"
    found = find_structures(tmp_path, (name,))
    asked = next(one for one in ask_besides(found, tmp_path) if one.name.endswith(what))
    made = measure(Task(asked, "A4"))
    assert [(law.name, count) for law, count in broken_laws(made, free=False)] == []
