"""Whatever shape a structure has, every command answers, and says where it stopped counting."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.cli.program import Done, govgraph

Lines = dict[int, list[int]]


def lattice(layers: int) -> Lines:
    """Two bodies a layer, each answering to both above: 2 to the power of the layers, in paths."""
    above: Lines = {1: [0], 2: [0]}
    for layer in range(1, layers):
        upper, lower = 2 * layer - 1, 2 * layer + 1
        above |= {lower: [upper, upper + 1], lower + 1: [upper, upper + 1]}
    return above


SHAPES: dict[str, tuple[int, Lines, Iterable[int], str]] = {
    "complete": (12, {one: [o for o in range(12) if o != one] for one in range(12)}, (), ""),
    "lattice": (85, lattice(42), (0,), ""),
    "ring": (60, {one: [(one + 1) % 60] for one in range(60)}, (), ""),
    "empty": (0, {}, (), ""),
    "one body": (1, {}, (), ""),
    "one apex": (1, {}, (0,), ""),
    "itself alone": (1, {0: [0]}, (), ""),
    "two apexes": (3, {2: [0, 1]}, (0, 1), ""),
    "all proposed": (3, {1: [0], 2: [1]}, (0,), "proposed"),
    "chain": (150, {one: [one - 1] for one in range(1, 150)}, (0,), ""),
    "star": (150, {one: [0] for one in range(1, 150)}, (0,), ""),
}


@pytest.fixture(params=SHAPES, scope="module")
def shape(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of each shape in turn."""
    count, above, apexes, status = SHAPES[request.param]
    bodies = {
        f"b{one}": {"name": f"Body {one}", "accountable_to": [f"b{o}" for o in above.get(one, [])]}
        | ({"apex": True} if one in apexes else {})
        | ({"status": status} if status else {})
        for one in range(count)
    }
    path: Path = tmp_path_factory.mktemp("shape") / "shape.json"
    path.write_text(json.dumps({"structure": {"title": "Shape"}, "bodies": bodies}))
    return path


def answered(*arguments: str) -> Done:
    """What a command says; it never ends in any other way."""
    done = govgraph(*arguments)
    assert done.code in {0, 1}, done.err
    assert "Traceback" not in done.err
    return done


def test_every_shape_is_checked_and_drawn(shape: Path) -> None:
    """As findings, on a sheet of its own, on A4, and as text for others."""
    assert json.loads(answered("check", str(shape), "--format", "json").out)
    for name, options in (
        ("s.svg", ()),
        ("a4.svg", ("--paper", "A4")),
        ("s.mmd", ()),
        ("s.dot", ()),
    ):
        assert answered("draw", str(shape), "-o", str(shape.with_name(name)), *options).code == 0


def test_every_shape_has_a_page(shape: Path) -> None:
    """Whole, with a diagram beside it."""
    folder = shape.with_name("report")
    answered("report", str(shape), "-o", str(folder))
    assert (folder / "index.html").read_text("utf-8").endswith("</html>\n")
    assert (folder / "diagram.svg").is_file()


def test_every_question_of_every_shape_is_answered(shape: Path) -> None:
    """Of its last body; a lattice has more chains than anybody reads, and that is said."""
    bodies = json.loads(answered("list", str(shape), "--format", "json").out)["bodies"]
    if not bodies:
        assert govgraph("chain", str(shape), "b0").code == 2
        return
    last = bodies[-1]["id"]
    for command in ("chain", "reports", "impact", "show"):
        json.loads(answered(command, str(shape), last, "--format", "json").out)
    answered("common", str(shape), last, "b0")
    ways = json.loads(answered("paths", str(shape), last, "b0", "--format", "json").out)
    assert ways["capped"] is (len(bodies) in {12, 85})
