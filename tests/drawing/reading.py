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
