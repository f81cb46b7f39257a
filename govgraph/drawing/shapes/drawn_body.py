"""One body on the sheet: its form, its words, its chips, the ring of an orphan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.drawing.placement import Box
from govgraph.drawing.shapes.body_box import STACK, Chip, size_body
from govgraph.drawing.shapes.body_shapes import draw_shape
from govgraph.drawing.shapes.change_marks import body_colours, draw_halo
from govgraph.drawing.svg import element, number, rectangle, titled, words
from govgraph.drawing.text import stated_length

if TYPE_CHECKING:
    from govgraph.drawing.diagram import DiagramBody
    from govgraph.drawing.theme import BodyColours, Theme

RING = 4.5
"""How far outside its box the ring of an orphan lies, in points."""

_THICKER = 1.0  # the edge of a body that changes
_WHITE = "#ffffff"


def draw_body(body: DiagramBody, box: Box, theme: Theme, name_size: float) -> str:
    """A body that fills the box, its text centred in it.

    Args:
        body: The body.
        box: At least as large as `size_body` asks for.
        theme: The colours and the font.
        name_size: The size of the name in points.
    """
    colours = body_colours(body, theme)
    text = size_body(body, theme, name_size, box.width)
    drawn = draw_ring(box, theme, RING + _THICKER * bool(body.change)) if body.orphan else ""
    front = box
    if body.count is not None:
        front = Box(box.x0, box.y0 + 2 * STACK, box.x1 - 2 * STACK, box.y1)
        drawn += _stack(body, front, colours)
    drawn += draw_shape(body.shape, front, colours, body.status, apex=body.apex)
    drawn += draw_halo(body.change, front, colours)
    middle = front.centre[0] + text.middle
    top = front.centre[1] + text.lowered - text.content_height / 2
    active = body.status == "active"
    inks = {
        "kind": colours.label if active else colours.border,
        "name": colours.text if active else theme.page.ink,
        "meta": colours.text if active else theme.page.ink,
    }
    for row in text.rows:
        drawn += words(
            row.text,
            middle,
            top + row.baseline,
            row.size,
            inks[row.role],
            bold=row.weight == "bold",
            role=row.role,
            length=stated_length(row.text, row.size, theme.fonts.wider, row.weight),
        )
    drawn += "".join(draw_chip(chip, middle, top, theme) for chip in text.chips)
    stands = {
        "data_id": body.id,
        "data_box": " ".join(map(number, (box.x0, box.y0, box.x1, box.y1))),
        "data_holds": " ".join(body.holds) or None,
        "data_pointer": body.pointer or None,
    }
    return titled(drawn, body.caption, class_="gg-body", **stands, text_anchor="middle")


def draw_chip(chip: Chip, middle: float, top: float, theme: Theme) -> str:
    """A framed word: a vacancy is red and square, a status is black, round and broken.

    Like everything in a body's group, its text is centred by the group.
    """
    missing = chip.role == "vacancy"
    colour = theme.page.missing if missing else theme.page.ink
    frame = element(
        "rect",
        x=middle + chip.x,
        y=top + chip.y,
        width=chip.width,
        height=chip.height,
        rx=1.5 if missing else chip.height / 2,
        fill=_WHITE,
        stroke=colour,
        stroke_width=1.6 if chip.role == "news" else 1,
        stroke_dasharray="2.5 1.5" if chip.role == "status" else None,
    )
    x = middle + chip.x + chip.width / 2
    y = top + chip.y + chip.height / 2 + chip.size * 0.36
    length = stated_length(chip.text, chip.size, theme.fonts.wider, "bold")
    return frame + words(chip.text, x, y, chip.size, colour, bold=True, role="chip", length=length)


def draw_ring(box: Box, theme: Theme, by: float = RING) -> str:
    """The dotted red ring round a body without a line of account."""
    ring = box.grown(by)
    return rectangle(
        ring,
        rx=6,
        fill="none",
        stroke=theme.page.missing,
        stroke_width=1.5,
        stroke_dasharray="2.5 2.5",
    )


def _stack(body: DiagramBody, front: Box, colours: BodyColours) -> str:
    """The two sheets behind a placeholder for several bodies."""
    return "".join(
        draw_shape(body.shape, _shifted(front, step * STACK), colours, body.status)
        for step in (2, 1)
    )


def _shifted(box: Box, by: float) -> Box:
    return Box(box.x0 + by, box.y0 - by, box.x1 + by, box.y1 - by)
