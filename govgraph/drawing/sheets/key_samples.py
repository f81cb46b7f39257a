"""The entries of a key: a small sample of each form that is used, and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.contrast import is_dark
from govgraph.drawing.diagram import DiagramLine
from govgraph.drawing.placement import Box
from govgraph.drawing.shapes.body_shapes import draw_shape
from govgraph.drawing.shapes.change_marks import (
    HALO,
    MEANINGS,
    draw_halo,
    form_colours,
    line_colours,
    outside_colours,
    status_of,
)
from govgraph.drawing.shapes.drawn_body import draw_ring
from govgraph.drawing.shapes.line_shapes import FORMS, draw_line, draw_rims, form_of, with_look
from govgraph.drawing.svg import element, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.drawing.diagram import Change, Shape, Status
    from govgraph.drawing.placement import Point
    from govgraph.drawing.sheets.key_entries import KeyEntries
    from govgraph.drawing.theme import Theme

TEXT_SIZE = 8.0
"""The size of everything that is explained or listed on a sheet, in points."""

MOST = 12
"""How many entries a key may have without leaving anything to the boxes themselves."""

_BODY, _LINE, _SHORT = 26.0, 44.0, 32.0  # how wide a sample is; short is a line beside a body
_PLANNED: frozenset[Status] = frozenset({"proposed", "shadow"})
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


def samples(used: KeyEntries, theme: Theme) -> tuple[tuple[Sample, ...], tuple[Sample, ...]]:
    """What a key explains of bodies and of lines, `MOST` entries of both if that is enough.

    Every box says its kind, and every chip what it means, in words. So where there is much to
    explain, the forms of boxes are left to the boxes, then what chips say to the chips; and on a
    sheet of differences, where colours tell what became of a body, the forms always.
    """
    forms, marks, chips, lines = (
        tuple(found(used, theme)) for found in (_forms, _marks, _chips, _lines)
    )
    if used.body_changes or len(forms) + len(marks) + len(chips) + len(lines) > MOST:
        forms = ()
    if len(marks) + len(chips) + len(lines) > MOST:
        chips = ()
    return (*forms, *marks, *chips), lines


def _forms(used: KeyEntries, theme: Theme) -> Iterator[Sample]:
    """The forms of bodies in the order of the theme."""
    for shape, colours in theme.bodies.items():
        if shape in used.kinds:
            yield _sample(draw_shape(shape, _BOX, colours), used.kinds[shape])


def _marks(used: KeyEntries, theme: Theme) -> Iterator[Sample]:
    """What became of bodies and lines, where they stand in their lives, and the marks of bodies."""
    for change in used.changes:
        yield _change(change, used, theme)
    for status in used.statuses:
        drawn = draw_shape("neutral", _BOX, theme.bodies["board"], status)
        line = _status_line(status, used, theme)
        beside = element("g", line, transform=f"translate({_BODY + 4:g} 0)") if line else ""
        width = _BODY + 4 + _SHORT if line else _BODY
        yield _sample(drawn + beside, _STATUSES[status], width)
    if used.apex:
        yield _sample(_apexes(used, theme), "accountability may end here")
    if used.outside:
        drawn = draw_shape("neutral", _BOX, outside_colours(theme))
        yield _sample(drawn, "outside these arrangements")
    if used.orphan:
        yield _sample(draw_ring(_BOX, theme, by=0), "no line of account found")


def _chips(used: KeyEntries, theme: Theme) -> Iterator[Sample]:
    """What a framed word in the box says as well."""
    neutral = theme.bodies["neutral"]
    if used.several:
        behind = draw_shape("neutral", Box(3.4, -6, _BODY, 3.4), neutral)
        drawn = behind + draw_shape("neutral", Box(0.6, -3.2, _BODY - 2.8, 6.2), neutral)
        yield _sample(drawn, "one box for several bodies")
    if used.vacancy:
        yield _sample(_vacancy(theme), "a post is vacant")


def _lines(used: KeyEntries, theme: Theme) -> Iterator[Sample]:
    """The forms of lines in their order, each with all the words that it stands for."""
    for style, look, meaning in used.styles:
        colours = form_colours(style, theme, among_changes=bool(used.line_changes))
        drawn = draw_line(with_look(style, look), "active", _ends(_LINE), colours)
        yield _sample(drawn, meaning, _LINE)
    if used.hollow and not _PLANNED & set(used.statuses):
        drawn = _status_line("proposed", used, theme, _LINE)
        yield _sample(drawn, "hollow: proposed, not yet agreed", _LINE)
    if used.ended and "ended" not in used.statuses:
        yield _sample(_status_line("ended", used, theme, _LINE), "crossed: has ended", _LINE)


def _status_line(status: Status, used: KeyEntries, theme: Theme, length: float = _SHORT) -> str:
    """The line of a status, where one occurs; hollow lines stand with the first of their bodies."""
    first = next((one for one in used.statuses if one in _PLANNED), status)
    if status in _PLANNED and used.hollow and status == first:
        colours = theme.lines[used.hollow]
        rims = draw_rims(FORMS[used.hollow], _ends(length), colours)
        return rims + draw_line(FORMS[used.hollow], "proposed", _ends(length), colours)
    if status == "ended" and used.ended:
        return draw_line(FORMS[used.ended], "ended", _ends(length), theme.lines[used.ended])
    return ""


def _change(change: Change, used: KeyEntries, theme: Theme) -> Sample:
    """On a sheet of differences, what may have become of a body or of a line, or of both."""
    drawn, width = "", 0.0
    if change in used.body_changes:
        box, look = _BOX.grown(-HALO), theme.changes[change]
        drawn = draw_shape("neutral", box, look, status_of(change)) + draw_halo(change, box, look)
        width = _BODY
    if change in used.line_changes and change != "same":
        line = DiagramLine("", "", status=status_of(change), change=change)
        led = draw_line(form_of(line), line.status, _ends(_SHORT), line_colours(line, theme))
        left = width + 4 if width else 0.0
        drawn += element("g", led, transform=f"translate({left:g} 0)")
        width = left + _SHORT
    return _sample(drawn, MEANINGS[change], width)


def _ends(length: float) -> tuple[Point, Point]:
    return (0.0, 0.0), (length, 0.0)


def _apexes(used: KeyEntries, theme: Theme) -> str:
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


def _sample(drawn: str, meaning: str, width: float = _BODY) -> Sample:
    return Sample(drawn, width, meaning[:1].upper() + meaning[1:])


def _vacancy(theme: Theme) -> str:
    colour = theme.page.missing
    frame = element(
        "rect", x=0.5, y=-5.5, width=25, height=11, rx=1.5, fill="#ffffff", stroke=colour
    )
    middle = _BODY / 2
    return frame + words("VAC", middle, 2.7, 7.4, colour, bold=True, anchor="middle")
