"""What a body's box says, line by line, and how large the box must be to hold it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from govgraph.drawing.shapes.change_marks import LOST
from govgraph.drawing.text import least_width, measure, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govgraph.drawing.diagram import DiagramBody, Shape
    from govgraph.drawing.fonts import Weight
    from govgraph.drawing.theme import Theme

NAME_SIZE = 10.5
"""The size of a name at full size, in points; everything else in the box follows it."""

SMALL_SIZE = 8.55
"""The size of every other letter: shrunk until names print at 8 points, it prints at 6.5."""

STACK = 3.0
"""How far each of the two sheets behind a placeholder for several bodies looks out, in points."""

ChipRole = Literal["vacancy", "status", "count", "news"]

_SMALL = SMALL_SIZE / NAME_SIZE
_ABOVE, _BELOW = 0.55, 0.55  # room over the first and under the last line, in name sizes
_KIND_LEADING, _NAME_LEADING, _META_LEADING = 1.1, 1.12, 1.14  # from line to line, in their sizes
_CHIP_HEIGHT, _CHIP_SIDES, _CHIP_GAP = 1.28, 0.8, 0.27
_SIDES: dict[Shape, tuple[float, float]] = {
    "trust": (11, 11),
    "board": (8, 8),
    "local-partnership": (9, 9),
    "sub-group": (12, 8),
    "chairs-group": (14, 14),
    "lsp": (11, 11),
    "commissioning": (12, 12),
    "neutral": (8, 8),
}
_SLACK = 0.01  # what adding up in another order may cost
_RULED = 3.0  # what the inner rule of a trust takes at the top and at the bottom
_CAPPED = 3.0  # what the bar of an apex takes at the top
_CORNERS = 11.0  # what the first line leaves free at its two ends for badges at the corners
_JOINT = " · "  # between two short remarks on one line


@dataclass(frozen=True, slots=True)
class TextRow:
    """One line of text in a box: `baseline` counts down from the top of all the content."""

    text: str
    role: Literal["kind", "name", "meta"]
    size: float
    baseline: float
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
        max_width: The greatest width of the box. Texts wrap to fit it, but no word is broken: the
            longest one, or a chip, makes the box wider.

    Returns:
        The rows, the chips and the least box. Asked again with the width of a larger box, it fits
        that box with no more rows than before.
    """
    left, right = _SIDES[body.shape]
    stack = 2 * STACK if body.count is not None else 0.0
    sizes = _Sizes(name_size, theme.fonts.wider)
    room = max(sizes.least(body), max_width - left - right - stack) + _SLACK
    rows, below, content = _rows(body, sizes, room)
    chips, below = _chips(body, sizes, content, below)
    content = max([content, *(2 * (chip.x + chip.width) for chip in chips)])
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
        about = "ABOUT " if body.count_is_about else ""
        status.append((f"{about}{body.count} BODIES", "count"))
    news: list[tuple[str, ChipRole]] = [
        (word, "vacancy" if word == LOST else "news") for word in body.news
    ]
    return (*news, *status, *((chip, "vacancy") for chip in body.chips))


@dataclass(frozen=True, slots=True)
class _Sizes:
    """How large the letters of a box are, and how wide those of a theme's font."""

    name: float
    wider: float

    @property
    def small(self) -> float:
        """The size of everything but the name."""
        return self.name * _SMALL

    def width(self, row: TextRow) -> float:
        """How wide a line is."""
        return measure(row.text, row.size * self.wider, row.weight)

    def chip(self, words: str) -> float:
        """How wide the frame round some words is."""
        return measure(words, self.small * self.wider, "bold") + self.small * _CHIP_SIDES

    def least(self, body: DiagramBody) -> float:
        """The width of the longest word or chip of a body."""
        small, name = self.small * self.wider, self.name * self.wider
        kind = least_width(body.kind_label, small)
        title = least_width(body.name, name, _weight(body))
        first = (kind if body.kind_label else title) + _CORNERS
        metas = (least_width(words, small) for words in body.meta)
        return max(first, title, *metas, *(self.chip(words) for words, _ in chip_words(body)))


def _weight(body: DiagramBody) -> Weight:
    """A name is bold, but for that of a body which is only pointed to."""
    return "regular" if body.pointer else "bold"


def _rows(body: DiagramBody, sizes: _Sizes, room: float) -> tuple[list[TextRow], float, float]:
    """The lines of text, how far down they reach, and how wide the widest of them is."""
    rows: list[TextRow] = []
    small, name, wider = sizes.small, sizes.name, sizes.wider
    below = 0.0
    for line in wrap(body.kind_label, small * wider, room - _CORNERS) if body.kind_label else ():
        below += small * _KIND_LEADING
        rows.append(TextRow(line, "kind", small, below - small * 0.3))
    below += name * 0.1 if rows else 0.0
    corners = 0.0 if rows else _CORNERS
    for line in wrap(body.name, name * wider, room - corners, _weight(body)):
        below += name * _NAME_LEADING
        rows.append(TextRow(line, "name", name, below - name * 0.3, _weight(body)))
    # Each line that was kept off the corners, not the first alone: a box made as narrow as what its
    # lines came to would break them once more when it is drawn.
    kept_off = max(sizes.width(row) for row in rows if row.role == rows[0].role) + _CORNERS
    metas = [wrap(words, small * wider, room) for words in body.meta]
    unbroken = [measure(line, small * wider) for lines in metas for line in lines]
    chips = (sizes.chip(words) for words, _ in chip_words(body))
    widest = max([kept_off, *map(sizes.width, rows), *unbroken, *chips])
    below += name * 0.1 if metas else 0.0
    for lines in _joined(metas, small * wider, widest):
        for line in lines:
            below += small * _META_LEADING
            rows.append(TextRow(line, "meta", small, below - small * 0.3))
    return rows, below, widest


def _joined(
    metas: Iterable[tuple[str, ...]], size: float, room: float
) -> Iterator[tuple[str, ...]]:
    """The remarks, short ones together on a line where the box is wide enough as it is."""
    waiting: tuple[str, ...] = ()
    for lines in metas:
        both = f"{waiting[0]}{_JOINT}{lines[0]}" if len(waiting) == len(lines) == 1 else ""
        if both and measure(both, size) <= room:
            waiting = (both,)
        else:
            yield waiting
            waiting = lines
    yield waiting


def _chips(body: DiagramBody, sizes: _Sizes, room: float, below: float) -> tuple[list[Chip], float]:
    """The framed words in centred rows, and how far down they reach."""
    size, gap = sizes.small, sizes.name * _CHIP_GAP
    height = size * _CHIP_HEIGHT
    lines: list[list[tuple[str, ChipRole, float]]] = []
    used = room
    for words, role in chip_words(body):
        width = sizes.chip(words)
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
            chips.append(Chip(words, role, x, below, width, height, size))
            x += width + gap
        below += height
    return chips, below
