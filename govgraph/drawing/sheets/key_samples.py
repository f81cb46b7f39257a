"""The entries of a key: a small sample of each form that is used, and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.contrast import is_dark
from govgraph.drawing.diagram import DiagramLine
from govgraph.drawing.placement import Box
from govgraph.drawing.strokes.bodies import draw_ring
from govgraph.drawing.strokes.changes import (
    HALO,
    LINE_MEANINGS,
    MEANINGS,
    draw_halo,
    form_colours,
    line_colours,
    status_of,
)
from govgraph.drawing.strokes.lines import FORMS, draw_line, draw_rims
from govgraph.drawing.strokes.shapes import draw_shape
from govgraph.drawing.svg import element, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.drawing.diagram import Shape, Status
    from govgraph.drawing.sheets.used import Used
    from govgraph.drawing.theme import Theme

TEXT_SIZE = 8.0
"""The size of everything that is explained or listed on a sheet, in points."""

_BODY, _LINE = 26.0, 44.0  # how wide a sample is
_BOX = Box(0.6, -6, _BODY - 0.6, 6)
_BETWEEN = 2.4  # two looks of one mark
_STATUSES: dict[Status, str] = {
    "proposed": "proposed, not yet agreed",
    "shadow": "in shadow form",
    "ended": "ended",
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample, drawn round (0, 0) at its left middle, and what it means."""

    drawn: str
    width: float
    meaning: str


def body_samples(used: Used, theme: Theme) -> Iterator[Sample]:
    """The forms of bodies in the order of the theme, then what may be done to any of them."""
    neutral = theme.bodies["neutral"]
    for shape, colours in theme.bodies.items():
        if shape in used.kinds:
            look = theme.changes["same"] if used.body_changes else colours
            yield _body(draw_shape(shape, _BOX, look), used.kinds[shape])
    yield from _change_samples(used, theme)
    for status in used.statuses:
        drawn = draw_shape("neutral", _BOX, theme.bodies["board"], status)
        yield _body(drawn, _STATUSES[status])
    if used.apex:
        yield _body(_apexes(used, theme), "accountability may end here")
    if used.several:
        behind = draw_shape("neutral", Box(3.6, -7, _BODY, 4), neutral)
        drawn = behind + draw_shape("neutral", Box(0.6, -4, _BODY - 3.6, 7), neutral)
        yield _body(drawn, "one box for several bodies")
    if used.orphan:
        yield _body(draw_ring(_BOX, theme, by=0), "no line of account found")
    if used.vacancy:
        yield _body(_vacancy(theme), "a post is vacant")


def line_samples(used: Used, theme: Theme) -> Iterator[Sample]:
    """The forms of lines in their order, each with all the words that it stands for."""
    ends = ((0.0, 0.0), (_LINE, 0.0))
    for style in FORMS:
        if style in used.relations:
            look = form_colours(style, theme, among_changes=bool(used.line_changes))
            yield _line(draw_line(style, "active", ends, look), used.relations[style])
    for change in used.line_changes:
        if change in LINE_MEANINGS:
            line = DiagramLine("", "", status=status_of(change), change=change)
            drawn = draw_line(line.style, line.status, ends, line_colours(line, theme))
            yield _line(drawn, LINE_MEANINGS[change])
    if used.hollow:
        colours = theme.lines[used.hollow]
        drawn = draw_rims(used.hollow, ends, colours)
        drawn += draw_line(used.hollow, "proposed", ends, colours)
        yield _line(drawn, "hollow: proposed, not yet agreed")
    if used.ended:
        drawn = draw_line(used.ended, "ended", ends, theme.lines[used.ended])
        yield _line(drawn, "crossed: has ended")


def _change_samples(used: Used, theme: Theme) -> Iterator[Sample]:
    """On a sheet of differences, what may have become of a body."""
    box = _BOX.grown(-HALO)
    for change in used.body_changes:
        look = theme.changes[change]
        drawn = draw_shape("neutral", box, look, status_of(change))
        yield _body(drawn + draw_halo(change, box, look), MEANINGS[change])


def _apexes(used: Used, theme: Theme) -> str:
    """The bar of an apex on a light body and on a dark one, whichever are used."""
    looks = (
        {} if used.body_changes else {is_dark(theme.bodies[shape]): shape for shape in used.apex}
    )
    shapes: list[Shape] = [looks[dark] for dark in sorted(looks)] or ["neutral"]
    width = (_BOX.width - _BETWEEN * (len(shapes) - 1)) / len(shapes)
    boxes = (
        Box(left, _BOX.y0, left + width, _BOX.y1)
        for left in (_BOX.x0 + (width + _BETWEEN) * place for place in range(len(shapes)))
    )
    return "".join(
        draw_shape("board", box, theme.bodies[shape], apex=True)
        for box, shape in zip(boxes, shapes, strict=True)
    )


def _body(drawn: str, meaning: str) -> Sample:
    return Sample(drawn, _BODY, meaning[:1].upper() + meaning[1:])


def _line(drawn: str, meaning: str) -> Sample:
    return Sample(drawn, _LINE, meaning[:1].upper() + meaning[1:])


def _vacancy(theme: Theme) -> str:
    colour = theme.page.missing
    frame = element(
        "rect", x=0.5, y=-5.5, width=25, height=11, rx=1.5, fill="#ffffff", stroke=colour
    )
    middle = _BODY / 2
    return frame + words("VAC", middle, 2.7, 7.4, colour, bold=True, anchor="middle")
