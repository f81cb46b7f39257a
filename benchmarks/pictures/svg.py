"""The shapes of an SVG document, as far as our sheets use them: paths, corners, transforms."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.drawing.placement import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from xml.etree.ElementTree import Element

    from govgraph.drawing.placement import Point

SVG = "{http://www.w3.org/2000/svg}"
STROKES = frozenset({"path", "polyline", "line"})
SHAPES = STROKES | {"rect", "polygon", "circle", "ellipse"}

_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_NUMBER = re.compile(r"-?[\d.]+")
_UNIT = re.compile(r"[a-z%]+$")
_TRANSFORM = re.compile(r"(translate|scale|rotate)\(([^)]*)\)")
_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "A": 7}
_STEPS = 8  # straight pieces of a rounded corner
_ROUNDING = 30.0  # a quadratic curve shorter than this is a rounded corner


@dataclass(frozen=True, slots=True)
class Way:
    """A path as geometry sees it, and as pixels do.

    Attributes:
        corners: Its corners, each rounding as one sharp corner.
        fine: As drawn, curves in short steps.
        curved: Whether it has curves that are no rounded corners.
    """

    corners: tuple[Point, ...]
    fine: tuple[Point, ...]
    curved: bool = False

    @property
    def backwards(self) -> Way:
        """The same way from its other end."""
        return Way(self.corners[::-1], self.fine[::-1], self.curved)


@dataclass(frozen=True, slots=True)
class Transform:
    """How a group is moved, scaled and turned (in degrees) within what it stands in."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    angle: float = 0.0

    def inside(self, outer: Transform) -> Transform:
        """The same as seen from outside a group that is itself moved and scaled."""
        x, y = outer.at((self.x, self.y))
        return Transform(x, y, outer.scale * self.scale, outer.angle + self.angle)

    def at(self, point: Point) -> Point:
        """A place in the group, in units of what it stands in; turning is left out."""
        return point[0] * self.scale + self.x, point[1] * self.scale + self.y


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.removeprefix(SVG)


def classes(element: Element) -> list[str]:
    """Our own classes of an element, `gg-` left off."""
    found = (element.get("class") or "").split()
    return [name.removeprefix("gg-") for name in found if name.startswith("gg-")]


def length(element: Element, key: str, default: float = 0.0) -> float:
    """An attribute as a number."""
    written = element.get(key)
    return float(_UNIT.sub("", written)) if written else default


def is_stroke(element: Element) -> bool:
    """True of what draws a way and nothing inside it."""
    return local(element) in STROKES and element.get("fill", "none") == "none"


def read_transform(written: str | None) -> Transform:
    """A transform made of translate, scale and rotate."""
    x = y = angle = 0.0
    scale = 1.0
    for name, values in _TRANSFORM.findall(written or ""):
        given = [float(value) for value in _NUMBER.findall(values)]
        if name == "translate":
            x, y = x + given[0] * scale, y + (given[1] if len(given) > 1 else 0.0) * scale
        elif name == "scale":
            scale *= given[0]
        else:
            angle += given[0]
    return Transform(x, y, scale, angle)


def read_way(element: Element) -> Way:
    """The way that a path, a polyline or a line draws."""
    if local(element) == "path":
        return read_path(element.get("d") or "")
    corners = tuple(extent(element))
    return Way(corners, corners)


def read_path(written: str) -> Way:
    """A path of straight pieces, rounded corners and cubic curves; commands are absolute.

    >>> read_path("M0 0L0 8Q0 10 2 10L9 10").corners
    ((0.0, 0.0), (0.0, 10.0), (9.0, 10.0))
    """
    tokens = _TOKEN.findall(written)
    corners: list[Point] = []
    fine: list[Point] = []
    curved, place, command = False, 0, ""
    while place < len(tokens):
        if tokens[place].isalpha():
            command = tokens[place]
            place += 1
        if command == "Z":
            corners.append(fine[0])
            fine.append(fine[0])
            continue
        values = [float(value) for value in tokens[place : place + _ARITY[command]]]
        place += _ARITY[command]
        start = fine[-1] if fine else (0.0, 0.0)
        controls = _controls(command, values, start)
        end = controls[-1]
        rounding = command == "Q" and math.dist(start, end) < _ROUNDING
        curve = _curve((start, *controls)) if len(controls) > 1 else [end]
        curved = curved or (len(controls) > 1 and not rounding)
        corners += [controls[0]] if rounding else curve
        fine += curve
    return Way(tuple(simplified(corners)), tuple(fine), curved)


def _controls(command: str, values: Sequence[float], start: Point) -> tuple[Point, ...]:
    """The points that a command gives, its end last."""
    if command == "H":
        return ((values[0], start[1]),)
    if command == "V":
        return ((start[0], values[0]),)
    if command == "A":
        return ((values[5], values[6]),)
    return tuple(zip(values[::2], values[1::2], strict=True))


def _curve(controls: Sequence[Point]) -> list[Point]:
    """A Bézier curve of any degree in short straight pieces, without its beginning."""
    steps = _STEPS if len(controls) == 3 else _STEPS + 4
    return [bezier(controls, step / steps) for step in range(1, steps + 1)]


def bezier(controls: Sequence[Point], share: float) -> Point:
    """A place on a Bézier curve (de Casteljau's construction)."""
    points = list(controls)
    while len(points) > 1:
        points = [
            (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            for a, b in pairwise(points)
        ]
    return points[0]


def simplified(points: Iterable[Point]) -> list[Point]:
    """Without points that lie on the straight way between their neighbours."""
    kept: list[Point] = []
    for point in points:
        if kept and math.dist(kept[-1], point) < 1e-6:
            continue
        while len(kept) > 1 and to_segment(kept[-1], kept[-2], point) < 0.02:
            kept.pop()
        kept.append(point)
    return kept


def to_segment(point: Point, start: Point, end: Point) -> float:
    """How far a point is from a straight piece."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / square if square else 0.0
    share = max(0.0, min(1.0, along))
    return math.dist(point, (start[0] + share * dx, start[1] + share * dy))


def extent(element: Element) -> list[Point]:
    """The points that bound a shape."""
    tag = local(element)
    if tag == "rect":
        x, y, w, h = (length(element, key) for key in ("x", "y", "width", "height"))
        return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
    if tag in ("polygon", "polyline"):
        values = [float(value) for value in _NUMBER.findall(element.get("points") or "")]
        return list(zip(values[::2], values[1::2], strict=True))
    if tag in ("circle", "ellipse"):
        (x, y), r = (length(element, "cx"), length(element, "cy")), length(element, "r")
        rx, ry = r or length(element, "rx"), r or length(element, "ry")
        turns = (step * math.pi / 6 for step in range(12))
        return [(x + rx * math.cos(turn), y + ry * math.sin(turn)) for turn in turns]
    if tag == "line":
        return [(length(element, f"x{end}"), length(element, f"y{end}")) for end in (1, 2)]
    return list(read_path(element.get("d") or "").fine) if tag == "path" else []


def bound(points: Iterable[Point]) -> Box:
    """The upright rectangle round some points; at least one."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))
