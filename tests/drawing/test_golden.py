"""What is written has not changed unawares.

The files of tests/golden are looked at when they are made: `GOVGRAPH_GOLDEN=write uv run pytest
tests/drawing/test_golden.py` makes them again after a change that is meant.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from govgraph.drawing.outputs.dot import write_dot
from govgraph.drawing.outputs.mermaid import write_mermaid
from govgraph.drawing.paper import find_paper
from govgraph.drawing.sheets.frame import Folio
from govgraph.drawing.sheets.sheet import draw_sheet
from tests.drawing.sample import DIAGRAM, THEME, placement

GOLDEN = Path(__file__).parents[1] / "golden"


def _written(name: str) -> str:
    if name.endswith(".dot"):
        return write_dot(DIAGRAM, THEME)
    if name.endswith(".mmd"):
        return write_mermaid(DIAGRAM, THEME)
    sheet = draw_sheet(DIAGRAM, placement(), find_paper("A4"), THEME, Folio())
    return sheet.replace("><", ">\n<") + "\n"


@pytest.mark.parametrize("name", ["sample.dot", "sample.mmd", "sample.svg"])
def test_every_form_of_body_and_line_is_written_as_before(name: str) -> None:
    """The sample holds each of them, placed by hand, so that layout has no say in it."""
    path = GOLDEN / name
    if os.environ.get("GOVGRAPH_GOLDEN") == "write":
        path.write_text(_written(name), encoding="utf-8")
    assert _written(name) == path.read_text(encoding="utf-8")


SCRIPT = """
import hashlib
from govgraph.drawing.drawing_forms import FORMS, render
from govgraph.drawing.paper import find_paper
from pathlib import Path
from tests.drawing.sample import DIAGRAM
for ending in sorted(FORMS):
    ((_, content),) = render(DIAGRAM, Path("sheet" + ending), paper=find_paper("A3"), dpi=40)
    data = content if isinstance(content, bytes) else content.encode()
    print(ending, hashlib.sha256(data).hexdigest())
"""


def _digests(seed: str, zone: str, locale: str) -> str:
    surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=Path(__file__).parents[2],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_every_form_is_the_same_on_any_hash_seed_zone_and_locale() -> None:
    """To the byte: SVG, PNG, PDF, DOT, Mermaid."""
    pytest.importorskip("typst")
    first, second = _digests("1", "UTC", "C.UTF-8"), _digests("99", "Asia/Tokyo", "C")
    assert first == second
    assert first.count("\n") == 6
