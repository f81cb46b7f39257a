"""A sound sheet, placed by hand so that no layout has a say in it, and ways to spoil it."""

from __future__ import annotations

import re
from dataclasses import replace

from benchmarks.pictures.known import Known
from benchmarks.pictures.reading import read_sheet
from benchmarks.pictures.sheet import Sheet
from govgraph.drawing.diagram import Diagram, DiagramBody, DiagramLine
from govgraph.drawing.paper import FREE
from govgraph.drawing.placement import Box, Placement, Route
from govgraph.drawing.sheets.frame import Folio
from govgraph.drawing.sheets.sheet import draw_sheet
from govgraph.drawing.theme_file import built_in_theme

NAMES = {
    "top": "County Council",
    "left": "Audit Committee",
    "right": "Planning Committee",
    "low": "Site Visits Group",
}
BOXES = {
    "top": Box(100, 0, 240, 50),
    "left": Box(0, 130, 140, 180),
    "right": Box(200, 130, 340, 180),
    "low": Box(200, 260, 340, 310),
}
WAYS = {
    ("left", "top"): ((70.0, 130.0), (70.0, 90.0), (170.0, 90.0), (170.0, 50.0)),
    ("right", "top"): ((270.0, 130.0), (270.0, 90.0), (170.0, 90.0), (170.0, 50.0)),
    ("low", "right"): ((270.0, 260.0), (270.0, 180.0)),
}
DIAGRAM = Diagram(
    "Sound",
    bodies=tuple(DiagramBody(id_, name, apex=id_ == "top") for id_, name in NAMES.items()),
    lines=tuple(DiagramLine(from_, to) for from_, to in WAYS),
)
KNOWN = Known("sound", ("draw", "sound.yaml"), DIAGRAM)

UPRIGHT = ((270.0, 250.0), (270.0, 190.0))
"""A stretch of the line from low to right, clear of its ends."""


def drawn(
    diagram: Diagram = DIAGRAM,
    boxes: dict[str, Box] = BOXES,
    ways: dict[tuple[str, str], tuple[tuple[float, float], ...]] = WAYS,
    form: str = "down",
) -> str:
    """The sheet as SVG: sound, unless it is asked for with something else."""
    routes = tuple(
        Route(place, ways[line.from_, line.to]) for place, line in enumerate(diagram.lines)
    )
    placed = Placement(340, 310, tuple(sorted(boxes.items())), routes, form=form)
    return draw_sheet(diagram, placed, FREE, built_in_theme(), Folio())


def sheet(svg: str) -> Sheet:
    """A sheet as it is measured."""
    return read_sheet(svg)


def covered(svg: str, more: str) -> str:
    """The sheet with something more above the lines and below the bodies."""
    return _changed(svg, r'<g class="gg-body" data-id="top"', lambda found: more + found)


def shortened(svg: str, from_: str) -> str:
    """The sheet with a line that stops half way, without its mark."""
    group = rf'(<g class="gg-line[^>]*data-from="{from_}"[^>]*>.*?)'
    path = r'<path d="M(\S+) (\S+)L(\S+) (\S+)".*?</g>'
    found = re.search(group + path, svg, re.DOTALL)
    assert found
    x0, y0, x1, y1 = (float(found[place].rstrip("Q")) for place in range(2, 6))
    stub = f'<path d="M{x0} {y0}L{(x0 + x1) / 2} {(y0 + y1) / 2}" fill="none" stroke="#12304f"/>'
    return svg.replace(found[0], f"{found[1]}{stub}</g>")


def without(svg: str, body: str) -> str:
    """The sheet on which a body goes by another identifier."""
    return _changed(svg, rf'data-id="{body}"', lambda _: 'data-id="stranger"')


def casing(start: tuple[float, float], end: tuple[float, float], bus: int = 99) -> str:
    """The white edge of a bus that is not there."""
    return f'<g class="gg-casing" data-bus="{bus}">{_path(start, end, "#ffffff", 4.7)}</g>'


def line(start: tuple[float, float], end: tuple[float, float]) -> str:
    """A line from left to right of which nobody knows, as dark and wide as lines of account."""
    named = 'data-from="left" data-to="right" data-kind="x" data-status="active" data-bus="98"'
    colours = built_in_theme().lines["accountable"]
    path = _path(start, end, colours.colour, colours.width)
    return f'<g class="gg-line gg-accountable" {named}>{path}</g>'


def block(x: float, y: float) -> str:
    """The box of a stranger round a place."""
    sides = f'x="{x - 15}" y="{y - 9}" width="30" height="18"'
    box = f'data-box="{x - 15} {y - 9} {x + 15} {y + 9}"'
    rect = f'<rect {sides} fill="#ffffff" stroke="#000000"/>'
    return f'<g class="gg-body" data-id="stranger" {box}><title>Stranger</title>{rect}</g>'


def renamed(body: str, name: str) -> Diagram:
    """The diagram with a body that has another name."""
    bodies = (replace(each, name=name) if each.id == body else each for each in DIAGRAM.bodies)
    return replace(DIAGRAM, bodies=tuple(bodies))


def _path(start: tuple[float, float], end: tuple[float, float], colour: str, width: float) -> str:
    way = f"M{start[0]} {start[1]}L{end[0]} {end[1]}"
    return f'<path d="{way}" fill="none" stroke="{colour}" stroke-width="{width}"/>'


def _changed(svg: str, pattern: str, change: object) -> str:
    assert callable(change)
    made, count = re.subn(pattern, lambda found: str(change(found[0])), svg, count=1)
    assert count
    return made
