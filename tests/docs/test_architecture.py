"""The page of the architecture says what is so, and its picture shows it."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from docs.architecture import STEPS, draw_picture, read_house, reduce_imports

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
SVG = "{http://www.w3.org/2000/svg}"


def test_every_import_runs_along_the_arrows() -> None:
    """What is left out of the picture follows from what is in it, and nothing else is there."""
    house = read_house()
    arrows = reduce_imports(house)
    for room, others in house.imports.items():
        reached: set[str] = set()
        waiting = [room]
        while waiting:
            here = waiting.pop()
            found = {end for start, end in arrows if start == here} - reached
            reached |= found
            waiting += found
        assert others <= reached
        assert {end for start, end in arrows if start == room} <= others


def test_every_room_stands_in_the_picture_with_its_arrows() -> None:
    """None is forgotten, and no arrow leads upward."""
    house = read_house()
    root = ET.fromstring(draw_picture())  # noqa: S314 - our own
    names = {each.text for each in root.iter(f"{SVG}text") if each.get("font-weight") == "bold"}
    assert names == {room for layer in house.layers for room in layer}
    arrows = [each for each in root.iter(f"{SVG}path") if each.get("marker-end")]
    assert len(arrows) == len(reduce_imports(house))
    for arrow in arrows:
        start, *_ = re.findall(r"M[-\d.]+ ([-\d.]+)", arrow.get("d", ""))
        *_, end = re.findall(r"V([-\d.]+)", arrow.get("d", ""))
        assert float(end) > float(start)


def test_the_program_on_the_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what it gives is of the types that the table of steps names."""
    monkeypatch.chdir(ROOT)
    (program,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    given: dict[str, object] = {}
    exec(program, given)  # noqa: S102
    kinds = {type(given[name]).__name__ for name in ("graph", "chains", "findings", "diagram")}
    kinds |= {type(given["drawing"]).__name__}
    assert all(f"| `{kind}` |" in PAGE for kind in kinds)
    assert len(STEPS) > len(kinds)
