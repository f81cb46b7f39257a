"""What a body's box says, line by line, and how large the box must be to hold it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from govgraph.drawing.text import measure, wrap

if TYPE_CHECKING:
    from govgraph.drawing.diagram import DiagramBody, Shape
    from govgraph.drawing.fonts import Weight
    from govgraph.drawing.theme import Theme

NAME_SIZE = 10.5
"""The size of a name at full size, in points; everything else in the box follows it."""

STACK = 3.0
"""How far each of the two sheets behind a placeholder for several bodies looks out, in points."""

ChipRole = Literal["vacancy", "status", "count", "news"]

_KIND, _META, _CHIP = 0.667, 0.8, 0.686  # sizes, as parts of the name's
_KIND_SPACING, _CHIP_SPACING = 0.052, 0.029
_ABOVE, _BELOW = 0.81, 0.72  # room over the first and under the last line, in name sizes
_SIDES: dict[Shape, tuple[float, float]] = {
    "trust": (14, 14),
    "board": (12, 12),
    "local-partnership": (12, 12),
    "sub-group": (16, 11),
    "chairs-group": (20, 20),
    "lsp": (15, 15),
    "commissioning": (17, 17),
    "neutral": (12, 12),
}
_SLACK = 0.01  # what adding up in another order may cost
_RULED = 3.0  # what the inner rule of a trust takes at the top and at the bottom
_CAPPED = 3.0  # what the bar of an apex takes at the top
_CORNERS = 10.0  # what the kind leaves free at its two ends for badges at the corners of the box
_NARROWEST = 30.0  # the least width of text, in points, whatever is asked for


@dataclass(frozen=True, slots=True)
class TextRow:
    """One line of text in a box: `baseline` counts down from the top of all the content."""

    text: str
    role: Literal["kind", "name", "meta"]
    size: float
    baseline: float
    spacing: float = 0.0
    weight: Weight = "regular"


@dataclass(frozen=True, slots=True)
class Chip:
    """A small framed word in a box: x counts from the middle, y from the top of the content."""

    text: str
    role: ChipRole
    x: float
    y: float
    width: float
    height: float
    size: float
    spacing: float


@dataclass(frozen=True, slots=True)
class BodyText:
    """What a box says, and the least size that holds it.

    Attributes:
        width: The least width of the box in points.
        height: The least height of the box.
        content_height: The height of the rows and chips together, without the room round them.
        middle: How far right of the box's middle the text is centred.
        lowered: How far below the box's middle it is centred.
        rows: The lines of text.
        chips: The framed words below them.
    """

    width: float
    height: float
    content_height: float
    middle: float
    lowered: float
    rows: tuple[TextRow, ...]
    chips: tuple[Chip, ...]


def size_body(
    body: DiagramBody, theme: Theme, name_size: float = NAME_SIZE, max_width: float = 165.0
) -> BodyText:
    """What a body's box says when it may be `max_width` points wide.

    Args:
        body: The body.
        theme: Decides how wide the letters are.
        name_size: The size of the name in points; kind, meta and chips follow it.
        max_width: The greatest width of the box. Texts wrap and, if they must, break to fit it;
            only a chip, which is never broken, makes the box wider.

    Returns:
        The rows, the chips and the least box. Asked again with the width of a larger box, it fits
        that box with no more rows than before.
    """
    left, right = _SIDES[body.shape]
    stack = 2 * STACK if body.count is not None else 0.0
    room = max(_NARROWEST, max_width - left - right - stack) + _SLACK
    wider = theme.fonts.wider
    rows, below = _rows(body, name_size, room, wider)
    chips, below = _chips(body, name_size, room, wider, below)
    widths = [
        measure(row.text, row.size * wider, row.weight, row.spacing)
        + (_CORNERS if row.role == "kind" else 0.0)
        for row in rows
    ]
    content = max([*widths, *(2 * (chip.x + chip.width) for chip in chips)])
    ruled = _RULED if body.shape == "trust" else 0.0
    capped = _CAPPED if body.apex else 0.0
    frame = (_ABOVE + _BELOW) * name_size + 2 * ruled + capped
    return BodyText(
        width=_rounded_up(content + left + right + stack),
        height=_rounded_up(below + frame + stack),
        content_height=below,
        middle=(left - right) / 2,
        lowered=(capped + (_ABOVE - _BELOW) * name_size) / 2,
        rows=tuple(rows),
        chips=tuple(chips),
    )


def _rounded_up(length: float) -> float:
    return math.ceil(length * 100) / 100


def chip_words(body: DiagramBody) -> tuple[tuple[str, ChipRole], ...]:
    """The framed words of a body: what is new, its status, how many it stands for, vacancies."""
    status: list[tuple[str, ChipRole]] = []
    if body.status != "active":
        status.append((body.status.upper(), "status"))
    if body.count is not None:
        status.append((f"ABOUT {body.count}", "count"))
    news: list[tuple[str, ChipRole]] = [(word, "news") for word in body.news]
    return (*news, *status, *((chip, "vacancy") for chip in body.chips))


def _rows(
    body: DiagramBody, name_size: float, room: float, wider: float
) -> tuple[list[TextRow], float]:
    """The lines of text, and how far down they reach."""
    rows: list[TextRow] = []
    below = 0.0
    kind, spacing = name_size * _KIND, name_size * _KIND_SPACING
    label = body.kind_label.upper()
    for line in wrap(label, kind * wider, room - _CORNERS, "bold", spacing) if label else ():
        below += kind * 1.16
        rows.append(TextRow(line, "kind", kind, below - kind * 0.3, spacing, "bold"))
    below += name_size * 0.2 if label else 0.0
    weight: Weight = "regular" if body.pointer else "bold"
    for line in wrap(body.name, name_size * wider, room, weight):
        below += name_size * 1.18
        baseline = below - name_size * 0.3
        rows.append(TextRow(line, "name", name_size, baseline, weight=weight))
    meta = name_size * _META
    below += name_size * 0.16 if body.meta else 0.0
    for words in body.meta:
        for line in wrap(words, meta * wider, room):
            below += meta * 1.22
            rows.append(TextRow(line, "meta", meta, below - meta * 0.3))
    return rows, below


def _chips(
    body: DiagramBody, name_size: float, room: float, wider: float, below: float
) -> tuple[list[Chip], float]:
    """The framed words in centred rows, and how far down they reach."""
    size, gap = name_size * _CHIP, name_size * 0.38
    height = size * 1.53
    spacing = name_size * _CHIP_SPACING
    lines: list[list[tuple[str, ChipRole, float]]] = []
    used = room
    for words, role in chip_words(body):
        width = measure(words, size * wider, "bold", spacing) + size * 1.15
        if used + gap + width > room:
            lines.append([])
            used = -gap
        lines[-1].append((words, role, width))
        used += gap + width
    chips: list[Chip] = []
    for line in lines:
        below += gap
        x = -(sum(width for _, _, width in line) + gap * (len(line) - 1)) / 2
        for words, role, width in line:
            chips.append(Chip(words, role, x, below, width, height, size, spacing))
            x += width + gap
        below += height
    return chips, below
