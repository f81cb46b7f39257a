"""A sheet as pixels: as it is seen, and with a colour of its own for each thing on it."""

from __future__ import annotations

import copy
import io
import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import numpy as np
from PIL import Image

from benchmarks.pictures.reading import bus_of, line_key, line_stroke
from benchmarks.pictures.svg import SHAPES, SVG, classes, length, local
from govgraph.drawing.outputs.raster import draw_png

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    import numpy.typing as npt

    from benchmarks.pictures.reading import LineKey
    from benchmarks.pictures.sheet import Sheet
    from govgraph.drawing.placement import Point

    Pixels = npt.NDArray[np.uint8]
    Numbers = npt.NDArray[np.int32]

POINTS_AN_INCH = 72
_SIDE = 15_000  # the most pixels on a side
_AREA = 20_000_000  # the most altogether: larger sheets are looked at more coarsely
_MOST = 70_000_000  # unless their lines are very thin
_THINNEST = 1.8  # pixels of the width of the thinnest line
_APART = 37  # steps from one colour to the next, so that a blend of two is noticed
_CELL = 12.0  # points: the side of the squares by which blank paper is counted
_WORDLESS = frozenset({"text", "title", "desc", "image"})
_BACKGROUND = frozenset({"tiers", "head", "foot", "table"})
_BOXES = {"body": ("box", "data-id"), "finding": ("badge", "data-body")}
_PLAIN = ("stroke-dasharray", "opacity", "fill-opacity", "stroke-opacity")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Thing:
    """What is drawn somewhere: nothing, casing, line, box, badge or label.

    Attributes:
        what: Which of these.
        number: Of a casing its bus, of a line or a label the place of the line.
        body: The identifier of a box's body, or of the body that wears a badge.
    """

    what: str
    number: int = -1
    body: str = ""


NOTHING = Thing("nothing")


@dataclass(frozen=True, slots=True)
class Owners:
    """Whose every pixel is.

    Attributes:
        pixels: For each pixel the number of a thing.
        things: The things by number; 0 is nothing.
        number: The numbers of the things.
        casings: How wide the white edge of each bus is.
    """

    pixels: Numbers
    things: tuple[Thing, ...]
    number: dict[Thing, int]
    casings: dict[int, float]


@dataclass(frozen=True, slots=True)
class Seen:
    """The ordinary picture of a sheet, and how many pixels a point of it has."""

    pixels: Pixels
    scale: float

    def blank_share(self, backgrounds: frozenset[str]) -> float:
        """The share of the sheet, in squares of `_CELL` points, on which nothing is printed."""
        ink = np.ones(self.pixels.shape[:2], bool)
        for colour in filter(_COLOUR.fullmatch, backgrounds):
            away = np.abs(self.pixels.astype(np.int16) - np.asarray(rgb(colour), np.int16))
            ink &= away.sum(axis=2) > 12
        side = max(1, round(_CELL * self.scale))
        high, wide = self.pixels.shape[0] // side, self.pixels.shape[1] // side
        squares = ink[: high * side, : wide * side].reshape(high, side, wide, side)
        return float(1 - squares.any(axis=(1, 3)).mean()) if squares.size else 1.0


def rgb(colour: str) -> tuple[int, int, int]:
    """A colour written as #rrggbb."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def render(root: Element, size: Point, scale: float) -> Pixels:
    """A document of some size in points, with so many pixels a point.

    It is told its size in whole pixels: one in parts of them is rounded first and scaled then, and
    what lies at the far end is found a pixel or two away.
    """
    sized = copy.copy(root)
    width, height = (round(side * scale) for side in size)
    sized.set("width", str(width))
    sized.set("height", str(height))
    sized.set("preserveAspectRatio", "none")
    drawn = draw_png(_written(sized), (width, height), POINTS_AN_INCH)
    picture = Image.open(io.BytesIO(drawn)).convert("RGBA")
    white = Image.new("RGBA", picture.size, "white")
    return np.asarray(Image.alpha_composite(white, picture).convert("RGB"))


def resolution(sheet: Sheet, dpi: float) -> float:
    """Pixels a point: enough for the thinnest line, as far as memory allows."""
    area = sheet.width * sheet.height
    thinnest = min((line.width for line in sheet.lines), default=1.1) * sheet.scale
    wanted = min(dpi / POINTS_AN_INCH, math.sqrt(_AREA / area))
    wanted = max(wanted, _THINNEST / max(thinnest, 0.05))
    most = min(wanted, _SIDE / max(sheet.width, sheet.height), math.sqrt(_MOST / area))
    return round(sheet.width * most) / sheet.width


def see(sheet: Sheet, scale: float) -> Seen:
    """The sheet as everybody sees it."""
    return Seen(render(sheet.root, (sheet.width, sheet.height), scale), scale)


def find_owners(sheet: Sheet, scale: float) -> Owners:
    """The sheet with one colour for each thing, without smoothing, read back as numbers."""
    painter = _Painter(sheet)
    root = copy.deepcopy(sheet.root)
    painter.paint(root, NOTHING)
    root.set("shape-rendering", "crispEdges")
    drawn = render(root, (sheet.width, sheet.height), scale).astype(np.uint32)
    codes = drawn[..., 0] << 16 | drawn[..., 1] << 8 | drawn[..., 2]
    numbers = (codes + _APART - 1) // _APART - 1 + (codes == 0)
    known = tuple(painter.number)
    numbers[((codes != 0) & (codes % _APART != 1)) | (numbers >= len(known))] = 0
    return Owners(numbers.astype(np.int32), known, painter.number, painter.casings)


def _written(root: Element) -> str:
    ET.register_namespace("", SVG.strip("{}"))
    return ET.tostring(root, encoding="unicode")


@dataclass(slots=True)
class _Painter:
    """Gives everything on a sheet the colour of the thing that it belongs to."""

    sheet: Sheet
    number: dict[Thing, int] = field(default_factory=lambda: {NOTHING: 0})
    casings: dict[int, float] = field(default_factory=dict)
    _places: dict[LineKey, int] = field(default_factory=dict)
    _order: Iterator[int] = field(default_factory=lambda: iter(()))

    def __post_init__(self) -> None:
        for place, line in enumerate(self.sheet.lines):
            self._places.setdefault((line.from_, line.to, line.kind, line.status), place)
        self._order = iter(range(len(self.sheet.lines)))

    def paint(self, element: Element, thing: Thing) -> None:
        """Colour everything in an element that belongs to a thing, or to one inside it."""
        for child in list(element):
            if local(child) in _WORDLESS:
                element.remove(child)
            elif local(child) == "g":
                self.paint(child, self._thing(child, thing))
            elif local(child) in SHAPES:
                self._colour(child, thing)

    def _thing(self, group: Element, outer: Thing) -> Thing:
        """What a group is drawn for."""
        part = next(iter(classes(group)), "")
        if part == "casing":
            bus = bus_of(group)
            widths = (length(each, "stroke-width") for each in group)
            self.casings[bus] = max(self.casings.get(bus, 0.0), *widths)
            return Thing("casing", bus)
        if part == "line" and line_stroke(group) is not None:
            return Thing("line", next(self._order))
        if part in ("rim", "scope"):
            place = self._places.get(line_key(group), -1)
            return Thing("line" if part == "rim" else "label", place)
        if part in _BOXES:
            what, key = _BOXES[part]
            return Thing(what, body=group.get(key) or "")
        return NOTHING if part in _BACKGROUND else outer

    def _colour(self, shape: Element, thing: Thing) -> None:
        number = self.number.setdefault(thing, len(self.number))
        colour = f"#{number * _APART + 1 if number else 0:06x}"
        if shape.get("fill") != "none":
            shape.set("fill", colour)
        if shape.get("stroke") not in (None, "none"):
            shape.set("stroke", colour)
        for key in _PLAIN:
            shape.attrib.pop(key, None)
