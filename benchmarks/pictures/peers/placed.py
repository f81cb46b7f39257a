"""What a tool is given to lay out, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from benchmarks.pictures.svg import Way

if TYPE_CHECKING:
    from benchmarks.pictures.sheet import DrawnBody, DrawnLine
    from govgraph.drawing.placement import Box, Point


class PeerError(Exception):
    """A tool is not there, or could not do it."""


@dataclass(frozen=True, slots=True)
class Where:
    """The tier of a body by number, from the top, and its area; None and "" without."""

    tier: int | None = None
    area: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """Boxes, and the lines between them."""

    bodies: dict[str, DrawnBody]
    lines: tuple[DrawnLine, ...]


def moved(body: DrawnBody, box: Box) -> DrawnBody:
    """The same body somewhere else, as a plain rectangle."""
    return replace(body, box=box, outline=())


def led(line: DrawnLine, points: list[Point], *, curved: bool = False) -> DrawnLine:
    """The same line another way, which begins at the superior; it runs with no other."""
    corners = tuple(points[::-1])
    return replace(line, way=Way(corners, corners, curved), buses=(), marks=())
