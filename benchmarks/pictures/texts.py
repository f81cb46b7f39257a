"""What is wrong with the texts of a sheet: words broken, texts upon each other or out of place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from benchmarks.pictures.svg import to_segment
from govgraph.drawing.placement import Box

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from benchmarks.pictures.sheet import DrawnLine, DrawnText, Sheet
    from govgraph.drawing.placement import Point

_FREE = frozenset({"drawing", "area", "scope", ""})
"""The parts of a sheet whose texts stand among the lines."""

_INSET = 0.8  # units: how far into a text a line must reach to run through it


def broken_words(sheet: Sheet, names: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names broken inside a word: with a hyphen of the drawing's own, or after one of theirs."""
    rows: dict[str, list[str]] = {}
    for text in sheet.texts:
        if text.role == "name":
            rows.setdefault(text.owner, []).append(text.words)
    hard: list[str] = []
    soft: list[str] = []
    for body, lines in rows.items():
        title = sheet.bodies[body].title.rsplit(":", 1)[0]
        rest = " ".join((names.get(body) or title).split())
        for line, following in pairwise(lines):
            told = f"{body}: {line}|{following}"
            if rest.startswith(line):
                rest = rest[len(line) :]
                soft += [told] if rest and not rest.startswith(" ") else []
                rest = rest.lstrip(" ")
            elif line.endswith("-") and rest.startswith(line[:-1]):
                rest = rest[len(line) - 1 :]
                hard.append(told)
            else:
                break  # no name that is known: nothing can be said
    return tuple(hard), tuple(soft)


def leaving(sheet: Sheet) -> Iterator[str]:
    """The texts that leave the sheet, or the box of their body."""
    for text in sheet.texts:
        if not _holds(Box(-0.5, -0.5, sheet.width + 0.5, sheet.height + 0.5), text.box):
            yield f"{text.words!r} leaves the sheet"
        body = sheet.bodies.get(text.owner) if text.part == "body" else None
        if body:
            (x0, y0), (x1, y1) = (
                sheet.drawing.at(corner)
                for corner in ((body.box.x0, body.box.y0), (body.box.x1, body.box.y1))
            )
            if not _holds(Box(x0 - 1, y0 - 1, x1 + 1, y1 + 1), text.box):
                yield f"{text.words!r} leaves {text.owner}"


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x0 <= inner.x0
        and outer.y0 <= inner.y0
        and inner.x1 <= outer.x1
        and inner.y1 <= outer.y1
    )


def upon_each_other(sheet: Sheet) -> Iterator[str]:
    """The pairs of texts that lie upon each other."""
    order = sorted(sheet.texts, key=lambda text: text.box.x0)
    for place, one in enumerate(order):
        for other in order[place + 1 :]:
            if other.box.x0 >= one.box.x1 - 0.5:
                break
            if _lie_upon(one.box, other.box):
                yield f"{one.words!r} | {other.words!r}"


def _lie_upon(one: Box, other: Box) -> bool:
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.y1, other.y1) - max(one.y0, other.y0)
    return wide > 1 and high > 0.25 * min(one.height, other.height)


def crossed_out(sheet: Sheet) -> Iterator[str]:
    """The words among the lines through which a line runs that they are not about."""
    drawing = sheet.drawing
    for text in sheet.texts:
        if text.part not in _FREE:
            continue
        (x0, y0), (x1, y1) = (
            ((x - drawing.x) / drawing.scale, (y - drawing.y) / drawing.scale)
            for x, y in ((text.box.x0, text.box.y0), (text.box.x1, text.box.y1))
        )
        inner = Box(x0 + _INSET, y0 + _INSET, x1 - _INSET, y1 - _INSET)
        found = next((line for line in sheet.lines if _runs_through(line, text, inner)), None)
        if found:
            yield f"{text.words!r} by {found}"


def _runs_through(line: DrawnLine, text: DrawnText, inner: Box) -> bool:
    own = text.part == "scope" and text.owner == str(line)
    return not own and any(_through(a, b, inner) for a, b in pairwise(line.way.corners))


def _through(start: Point, end: Point, box: Box) -> bool:
    """True when a straight piece passes through a box: exact for level and upright ones."""
    if max(start[0], end[0]) < box.x0 or min(start[0], end[0]) > box.x1:
        return False
    if max(start[1], end[1]) < box.y0 or min(start[1], end[1]) > box.y1:
        return False
    if min(abs(start[0] - end[0]), abs(start[1] - end[1])) < 0.05:
        return True
    return to_segment(box.centre, start, end) < min(box.width, box.height) / 2
