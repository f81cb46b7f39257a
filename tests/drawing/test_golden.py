"""What is written has not changed unawares.

The files of tests/golden are looked at when they are made: `GOVGRAPH_GOLDEN=write uv run pytest
tests/drawing -k as_before` makes them again after a change that is meant.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from govgraph.checks.comparison import compare_states
from govgraph.drawing.draw import draw_pages
from govgraph.drawing.draw_difference import draw_difference
from govgraph.drawing.outputs.dot import write_dot
from govgraph.drawing.outputs.mermaid import write_mermaid
from govgraph.drawing.paper import find_paper
from govgraph.drawing.placement import Placement
from govgraph.drawing.sheets.frame import Folio
from govgraph.drawing.sheets.sheet import draw_sheet
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.standpoint import Standpoint
from tests.drawing.sample import DIAGRAM, THEME, placement
from tests.factories import structure
from tests.golden_files import by_element, hold


def _written(name: str) -> str:
    if name.endswith(".dot"):
        return write_dot(DIAGRAM, THEME)
    if name.endswith(".mmd"):
        return write_mermaid(DIAGRAM, THEME)
    return by_element(draw_sheet(DIAGRAM, placement(), find_paper("A4"), THEME, Folio()))


@pytest.mark.parametrize("name", ["sample.dot", "sample.mmd", "sample.svg"])
def test_every_form_of_body_and_line_is_written_as_before(name: str) -> None:
    """The sample holds each of them, placed by hand, so that layout has no say in it."""
    hold(name, _written(name))


def test_what_cannot_be_drawn_is_listed_as_before() -> None:
    """Every body of the sample with its relations, on as many sheets as it takes."""
    nowhere = Placement(0, 0, notes=("Too dense to be drawn.",))
    pages = draw_pages(DIAGRAM, [(DIAGRAM, nowhere)], find_paper("A5"), THEME)
    assert len(pages) > 1
    hold("listed.svg", "".join(map(by_element, pages)))


def test_two_states_are_drawn_as_before() -> None:
    """As one drawing with marks of change, and side by side."""
    old = structure("hart -> trust*; fleet -part_of-> hart; old -> trust")
    new = structure("hart -> board*; trust*; fleet -part_of-> hart; new? -> trust; old")
    comparison = compare_states(*(AccountabilityGraph(one, Standpoint()) for one in (old, new)))
    for name, beside in (("difference.svg", False), ("side-by-side.svg", True)):
        drawing = draw_difference(comparison, paper="A4", side_by_side=beside)
        hold(name, "".join(map(by_element, drawing.svg_pages)))


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
