"""Reads a finished sheet back: every text with the box that its letters fill on the paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from govgraph.drawing.placement import Box
from govgraph.drawing.text import measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.drawing.fonts import Weight

_CALL = re.compile(r"(translate|scale|rotate)\(([^)]*)\)")
_SVG = "{http://www.w3.org/2000/svg}"
_EDGE = 0.5  # square points; what rounding to two decimals may cost
_UP, _DOWN = 0.70, 0.02  # of the size: how far capitals reach over the baseline and below it

Moves = tuple[float, float, float, bool]
"""Scale, shift across, shift down, and whether what follows is turned upright."""


@dataclass(frozen=True)
class Text:
    """A text and the box of its letters, in points of the sheet."""

    words: str
    box: Box
    size: float


def texts(svg: str) -> list[Text]:
    """Every visible text of a sheet."""
    root = ET.fromstring(svg)  # noqa: S314 - our own document
    return list(_texts(root, (1.0, 0.0, 0.0, False), "start"))


def overlapping(found: list[Text]) -> list[tuple[str, str]]:
    """The pairs of texts that lie upon each other."""
    ordered = sorted(found, key=lambda text: text.box.y0)
    return [
        (one.words, other.words)
        for one, other in combinations(ordered, 2)
        if one.box.overlaps(other.box)
    ]


def outside(found: list[Text], paper: Box) -> list[str]:
    """The texts that leave the paper."""
    return [
        text.words
        for text in found
        if text.box.x0 < paper.x0
        or text.box.y0 < paper.y0
        or text.box.x1 > paper.x1
        or text.box.y1 > paper.y1
    ]


def _texts(element: ET.Element, moves: Moves, anchor: str) -> Iterator[Text]:
    moves = _moved(moves, element.get("transform") or "")
    anchor = element.get("text-anchor") or anchor
    if element.tag.endswith("}text") and element.text:
        yield _text(element, moves, anchor)
    for child in element:
        yield from _texts(child, moves, anchor)


def _text(element: ET.Element, moves: Moves, anchor: str) -> Text:
    scale, dx, dy, turned = moves
    size = float(element.get("font-size") or 0)
    spacing = float(element.get("letter-spacing") or 0)
    weight: Weight = "bold" if element.get("font-weight") == "bold" else "regular"
    words = element.text or ""
    wide = measure(words, size, weight, spacing) - spacing
    x, y = float(element.get("x") or 0), float(element.get("y") or 0)
    left = {"start": x, "middle": x - (wide + spacing) / 2, "end": x - wide}[anchor]
    box = (left, y - _UP * size, left + wide, y + _DOWN * size)
    if turned:  # a quarter turn to the left
        box = (box[1], -box[2], box[3], -box[0])
    x0, y0, x1, y1 = (
        value * scale + shift for value, shift in zip(box, (dx, dy, dx, dy), strict=True)
    )
    return Text(words, Box(x0, y0, x1, y1), size * scale)


def _moved(moves: Moves, transform: str) -> Moves:
    scale, dx, dy, turned = moves
    for name, written in _CALL.findall(transform):
        values = [float(value) for value in written.replace(",", " ").split()]
        if name == "translate":
            dx, dy = dx + values[0] * scale, dy + values[1] * scale
        elif name == "scale":
            scale *= values[0]
        else:
            assert values == [-90]
            turned = True
    return scale, dx, dy, turned


def out_of_their_boxes(svg: str) -> list[str]:
    """The texts of bodies that are not inside the form of their body."""
    root = ET.fromstring(svg)  # noqa: S314 - our own document
    found: list[str] = []
    for group in root.iter(f"{_SVG}g"):
        if group.get("class") == "gg-body":
            forms = [outline for outline in map(_outline, group) if outline]
            words = list(_texts(group, (1.0, 0.0, 0.0, False), "start"))
            found += [
                text.words
                for text in words
                if not any(_holds(outline, text.box) for outline in forms)
            ]
    return found


def _outline(element: ET.Element) -> list[tuple[float, float]]:
    """The corners of a filled form; a ring or a line has none."""
    if element.get("fill") in (None, "none"):
        return []
    if element.tag == f"{_SVG}polygon":
        pairs = (pair.split(",") for pair in (element.get("points") or "").split())
        return [(float(x), float(y)) for x, y in pairs]
    if element.tag == f"{_SVG}rect":
        x, y, wide, high = (float(element.get(key) or 0) for key in ("x", "y", "width", "height"))
        return [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]
    return []


def _holds(outline: list[tuple[float, float]], box: Box) -> bool:
    """Whether all corners of a box lie inside a convex outline, drawn clockwise."""
    ring = zip(outline, outline[1:] + outline[:1], strict=True)
    corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x0, box.y1), (box.x1, box.y1))
    return all(
        (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) >= -_EDGE
        for (x0, y0), (x1, y1) in ring
        for x, y in corners
    )
