"""The picture of the architecture: rooms one above the other, and arrows for their imports."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from govgraph.drawing.fonts import STACK
from govgraph.drawing.svg import element, escape
from govgraph.drawing.text import measure, wrap

_WIDTH, _MARGIN, _LANE = 640.0, 16.0, 18.0
_GAP, _PAD, _BETWEEN = 26.0, 10.0, 14.0
_NAME, _SMALL, _LEADING = 13.0, 10.5, 14.0
_INK, _QUIET, _LINE, _PAPER, _BOX = "#1b2a3a", "#51606f", "#2b5c8a", "#ffffff", "#eef3f8"
_ARROW = (
    '<marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
    f'orient="auto"><path d="M0 0L8 4L0 8z" fill="{_LINE}"/></marker>'
)


@dataclass(frozen=True, slots=True)
class Room:
    """A package or module at the top: its name, a sentence and the packages within it."""

    name: str
    says: str
    inner: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Rooms side by side, which know nothing of each other."""

    rooms: tuple[Room, ...]


@dataclass(frozen=True, slots=True)
class _Box:
    room: Room
    left: float
    top: float
    width: float
    height: float

    @property
    def centre(self) -> float:
        return self.left + self.width / 2

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height


def draw_rooms(bands: Sequence[Band], arrows: Collection[tuple[str, str]]) -> str:
    """An SVG of bands from the top down, with an arrow from each importer to what it imports."""
    lanes = _choose_lanes(bands, arrows)
    boxes = _place(bands, _WIDTH - 2 * _MARGIN - _LANE * max(lanes.values(), default=0))
    height = max(box.bottom for box in boxes.values()) + _MARGIN
    parts = [
        element("rect", width=_WIDTH, height=height, fill=_PAPER),
        f"<defs>{_ARROW}</defs>",
        *(_draw_arrow(boxes, arrow, lanes.get(arrow, 0)) for arrow in sorted(arrows)),
        *(part for box in boxes.values() for part in _draw_box(box)),
    ]
    title = (
        "<title>The rooms of govgraph: each arrow runs from a room to one that it imports</title>"
    )
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH:g} {height:g}" '
        f'width="{_WIDTH:g}" height="{height:g}" role="img" font-family="{escape(STACK)}">'
    )
    return "\n".join([opening, title, *parts, "</svg>", ""])


def _choose_lanes(
    bands: Sequence[Band], arrows: Collection[tuple[str, str]]
) -> dict[tuple[str, str], int]:
    """A lane beside the boxes for each arrow that passes a band by; one is shared where it is free.

    The shortest come first, and so run the nearest to the boxes.
    """
    band_of = {room.name: place for place, band in enumerate(bands) for room in band.rooms}
    spans = sorted(
        (band_of[end] - band_of[start], band_of[start], (start, end))
        for start, end in arrows
        if band_of[end] - band_of[start] > 1
    )
    taken: list[list[tuple[int, int]]] = []
    lanes = {}
    for length, top, arrow in spans:
        free = (
            lane
            for lane, used in enumerate(taken)
            if all(top >= below or top + length <= above for above, below in used)
        )
        lane = next(free, len(taken))
        taken[lane:] = taken[lane:] or [[]]
        taken[lane].append((top, top + length))
        lanes[arrow] = lane + 1
    return lanes


def _place(bands: Sequence[Band], width: float) -> dict[str, _Box]:
    """A box for each room, those of a band as high as the highest of them."""
    boxes: dict[str, _Box] = {}
    top = _MARGIN
    for band in bands:
        each = (width - _BETWEEN * (len(band.rooms) - 1)) / len(band.rooms)
        height = max(_height(room, each) for room in band.rooms)
        for place, room in enumerate(band.rooms):
            left = _MARGIN + place * (each + _BETWEEN)
            boxes[room.name] = _Box(room, left, top, each, height)
        top += height + _GAP
    return boxes


def _lines(room: Room, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a room says, and the names within it, as lines of its box."""
    said = wrap(room.says, _SMALL, width - 2 * _PAD - _indent(room), balanced=False)
    inner = wrap(" · ".join(room.inner), _SMALL, width - 2 * _PAD, balanced=False)
    return said, inner if room.inner else ()


def _indent(room: Room) -> float:
    return measure(room.name, _NAME, "bold") + _PAD


def _height(room: Room, width: float) -> float:
    return 2 * _PAD + _LEADING * sum(map(len, _lines(room, width))) - 1


def _draw_box(box: _Box) -> Iterator[str]:
    """The box of a room with its words."""
    yield element(
        "rect", x=box.left, y=box.top, width=box.width, height=box.height, rx=4,
        fill=_BOX, stroke=_LINE,
    )  # fmt: skip
    base = box.top + _PAD + _SMALL
    left = box.left + _PAD
    yield element(
        "text", escape(box.room.name), x=left, y=base, font_size=_NAME, font_weight="bold",
        fill=_INK,
    )  # fmt: skip
    said, inner = _lines(box.room, box.width)
    lines = [(line, left + _indent(box.room), _INK) for line in said]
    lines += [(line, left, _QUIET) for line in inner]
    for place, (line, x, colour) in enumerate(lines):
        y = base + place * _LEADING
        yield element("text", escape(line), x=x, y=y, font_size=_SMALL, fill=colour)


def _draw_arrow(boxes: dict[str, _Box], arrow: tuple[str, str], lane: int) -> str:
    """An arrow down to the next band, or one that runs beside the boxes in a lane of its own."""
    start, end = boxes[arrow[0]], boxes[arrow[1]]
    path = _pass_by(boxes, start, end, lane) if lane else _go_down(start, end)
    return element("path", d=path, fill="none", stroke=_LINE, marker_end="url(#to)")


def _go_down(start: _Box, end: _Box) -> str:
    """From the middle of the narrower box, as straight as the wider one lets it."""
    narrow, wide = sorted((start, end), key=lambda box: box.width)
    near = min(max(narrow.centre, wide.left + _PAD), wide.right - _PAD)
    leave, arrive = (narrow.centre, near) if narrow is start else (near, narrow.centre)
    return f"M{leave:g} {start.bottom:g}v{_GAP / 2:g}H{arrive:g}V{end.top:g}"


def _pass_by(boxes: dict[str, _Box], start: _Box, end: _Box, lane: int) -> str:
    """From side to side of boxes at the right edge; by bottom and top where others stand beside."""
    edge = max(box.right for box in boxes.values())
    side = edge + lane * _LANE
    if start.right == edge:
        out = f"M{start.right:g} {start.top + start.height / 2 + 2 * lane:g}H{side:g}"
    else:
        out = f"M{start.centre + 4 * lane:g} {start.bottom:g}v{_GAP / 2 - lane:g}H{side:g}"
    if end.right == edge:
        return f"{out}V{end.top + end.height / 2 - 2 * lane:g}H{end.right:g}"
    return f"{out}V{end.top - _GAP / 2 - lane:g}H{end.centre + 4 * lane:g}V{end.top:g}"
