"""Reads a sheet that govgraph wrote, from what its SVG says of itself (docs/sheet.md)."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from benchmarks.pictures.sheet import DrawnBody, DrawnLine, DrawnText, Sheet
from benchmarks.pictures.svg import (
    SHAPES,
    SVG,
    Transform,
    bound,
    classes,
    extent,
    is_stroke,
    length,
    local,
    read_transform,
    read_way,
)
from govgraph.drawing.placement import Box
from govgraph.drawing.text import measure

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from govgraph.drawing.fonts import Weight

_ABOVE, _BELOW = 0.72, 0.2  # of the size: how far letters reach over their baseline and under it
_STRIP = 100.0  # a rectangle of the tiers wider than this is a band

LineKey = tuple[str | None, ...]
"""What tells a relation from another."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an element stands, and what it belongs to."""

    transform: Transform
    part: str = ""
    owner: str = ""
    anchor: str = "start"


@dataclass(slots=True)
class _Found:
    """What has been read so far."""

    bodies: dict[str, DrawnBody] = field(default_factory=dict)
    lines: list[DrawnLine] = field(default_factory=list)
    texts: list[DrawnText] = field(default_factory=list)
    drawing: Transform = field(default_factory=Transform)
    backgrounds: set[str] = field(default_factory=lambda: {"#ffffff"})
    rims: dict[LineKey, str] = field(default_factory=dict)


def read_sheet(svg: str) -> Sheet:
    """A sheet from its SVG."""
    root = ET.fromstring(svg)  # noqa: S314 - our own document
    width, height = (float(value) for value in (root.get("viewBox") or "0 0 1 1").split()[2:])
    found = _Found()
    _walk(root, _Place(Transform()), found)
    lines = tuple(_led(line, found) for line in found.lines)
    return Sheet(
        root,
        width,
        height,
        root.get("data-form") or "",
        found.bodies,
        lines,
        tuple(found.texts),
        found.drawing,
        frozenset(found.backgrounds),
    )


def line_key(group: Element) -> LineKey:
    """Which relation a group is drawn for."""
    return tuple(group.get(f"data-{name}") for name in ("from", "to", "kind", "status"))


def line_stroke(group: Element) -> Element | None:
    """What draws the way of a line; none where it lies on another all along."""
    return next(filter(is_stroke, group), None)


def bus_of(group: Element) -> int:
    """The number of the bus that a white edge or a line is drawn with."""
    return int((group.get("data-bus") or "-1").split()[0])


def _walk(element: Element, place: _Place, found: _Found) -> None:
    for child in element:
        if local(child) == "g":
            _walk(child, _enter(child, place, found), found)
        elif local(child) == "text":
            text = _read_text(child, place)
            found.texts += [text] if text else []


def _enter(group: Element, place: _Place, found: _Found) -> _Place:
    """Where the content of a group stands; what the group stands for is noted."""
    part = next(iter(classes(group)), "")
    transform = read_transform(group.get("transform")).inside(place.transform)
    owner = group.get("data-id") or group.get("data-body") or place.owner
    if part == "drawing":
        found.drawing = transform
    elif part == "body":
        body = _read_body(group)
        found.bodies[body.id] = body
    elif part == "line":
        line = _read_line(group)
        found.lines += [line] if line else []
    elif part == "rim":
        strokes = (each.get("stroke") for each in group)
        found.rims.setdefault(line_key(group), next(filter(None, strokes), ""))
    elif part == "tiers":
        bands = (each for each in group if length(each, "width") > _STRIP)
        found.backgrounds |= {each.get("fill", "") for each in bands}
    elif part == "scope":
        owner = f"{group.get('data-from')} -> {group.get('data-to')}"
    anchor = group.get("text-anchor") or place.anchor
    return _Place(transform, part or place.part, owner, anchor)


def _read_body(group: Element) -> DrawnBody:
    # Behind a placeholder for several bodies are sheets that reach other sides of its box.
    outlines = [each for each in group if local(each) == "polygon"]
    outline = outlines[0] if len(outlines) == 1 else None
    return DrawnBody(
        group.get("data-id") or "",
        group.findtext(f"{SVG}title") or "",
        Box(*(float(side) for side in (group.get("data-box") or "").split())),
        () if outline is None else tuple(extent(outline)),
        tuple((group.get("data-holds") or "").split()),
        group.get("data-pointer") or "",
    )


def _read_line(group: Element) -> DrawnLine | None:
    stroke = line_stroke(group)
    if stroke is None:
        return None
    others = (each for each in group if each is not stroke and local(each) in SHAPES)
    return DrawnLine(
        group.get("data-from") or "",
        group.get("data-to") or "",
        group.get("data-kind") or "",
        next((name for name in classes(group) if name != "line"), ""),
        group.get("data-status") or "active",
        read_way(stroke),
        stroke.get("stroke") or "#000000",
        length(stroke, "stroke-width", 1.0),
        tuple(int(number) for number in (group.get("data-bus") or "").split()),
        tuple(point for each in others for point in extent(each)),
    )


def _led(line: DrawnLine, found: _Found) -> DrawnLine:
    """The line from the body that answers: dashes are written from whichever end lines share."""
    first, last = line.way.corners[0], line.way.corners[-1]
    start, end = found.bodies.get(line.from_), found.bodies.get(line.to)
    if start and end:
        there = start.distance(first) + end.distance(last)
        back = end.distance(first) + start.distance(last)
        if back < there - 1e-6:
            line = replace(line, way=line.way.backwards)
    if line.is_hollow:
        rim = found.rims.get((line.from_, line.to, line.kind, line.status))
        line = replace(line, colour=rim or line.colour)
    return line


def _read_text(element: Element, place: _Place) -> DrawnText | None:
    words = "".join(element.itertext())
    if not words.strip():
        return None
    size = length(element, "font-size", 10.0)
    spacing = length(element, "letter-spacing")
    weight: Weight = "bold" if element.get("font-weight") == "bold" else "regular"
    width = length(element, "textLength") or measure(words, size, weight, spacing)
    x, y = length(element, "x"), length(element, "y")
    anchor = element.get("text-anchor") or place.anchor
    left = x - {"middle": width / 2, "end": width}.get(anchor, 0.0)
    box = Box(left, y - _ABOVE * size, left + width - spacing, y + _BELOW * size)
    own = read_transform(element.get("transform"))
    here = own.inside(place.transform)
    covered = bound(here.at(corner) for corner in _turned(box, own.angle))
    role = element.get("data-role") or ""
    return DrawnText(words, size * here.scale, covered, place.part, place.owner, role)


def _turned(box: Box, angle: float) -> list[tuple[float, float]]:
    """The corners of a box, turned round the origin."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    corners = ((x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1))
    return [(x * cos - y * sin, x * sin + y * cos) for x, y in corners]
