"""Reads back how the picture of a page stands after it was laid anew, and what is wrong with it."""

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

READ = r"""() => {
  const shift = (group) => {
    const found = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(group.getAttribute("transform") || "");
    return found ? [Number(found[1]), Number(found[2])] : [0, 0];
  };
  const shown = (kind) => [...document.querySelectorAll(`#diagram svg ${kind}`)]
    .filter((group) => !group.classList.contains("gone"));
  return {
    boxes: shown(".gg-body").map((group) => {
      const [x0, y0, x1, y1] = group.dataset.box.split(/[ ,]+/).map(Number);
      const [x, y] = shift(group);
      return [group.dataset.id, [x0 + x, y0 + y, x1 + x, y1 + y]];
    }),
    lines: shown(".gg-line").map((group) => [
      group.dataset.from, group.dataset.to, group.querySelector("path").getAttribute("d"),
    ]),
    related: [...document.querySelectorAll("#diagram svg .gg-line")]
      .map((group) => [group.dataset.from, group.dataset.to]),
  };
}"""
AIR = 1.5
"""How far within a box a line has to come to run through it."""
CLOSE = 3.0
"""Nearer than this no two boxes come."""

Box = tuple[float, float, float, float]
Point = tuple[float, float]


@dataclass(frozen=True)
class Laid:
    """What is shown: boxes by id, and the way of each line with the ids of its ends."""

    boxes: dict[str, Box]
    lines: list[tuple[str, str, list[Point]]]
    related: list[tuple[str, str]]


def read_laid(page: "Page") -> Laid:
    """The picture as it stands."""
    found = page.evaluate(READ)
    boxes = {id_: tuple(box) for id_, box in found["boxes"]}
    lines = [(from_, to, read_way(path)) for from_, to, path in found["lines"]]
    return Laid(boxes, lines, [tuple(pair) for pair in found["related"]])


def read_way(path: str) -> list[Point]:
    """The corners of a path whose corners are rounded."""
    corners: list[Point] = []
    x = y = 0.0
    for letter, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", path):
        given = [float(each) for each in re.findall(r"-?\d*\.?\d+", rest)]
        kind = letter.upper()
        left, top = (0.0, 0.0) if kind == letter else (x, y)
        if kind in "MQ":
            corners.append((given[0] + left, given[1] + top))
        if kind == "H":
            x = given[0] + left
        elif kind == "V":
            y = given[0] + top
        elif given:
            x, y = given[-2] + left, given[-1] + top
    return [*corners, (x, y)]


def find_faults(laid: Laid) -> list[str]:
    """Boxes that touch, lines that slant, run through a box, or have vanished."""
    boxes = laid.boxes
    faults = [
        f"{one} and {other} touch"
        for one, other in itertools.combinations(boxes, 2)
        if _meet(boxes[one], boxes[other], -CLOSE)
    ]
    wanted = sorted(pair for pair in laid.related if set(pair) <= boxes.keys())
    if sorted((from_, to) for from_, to, _ in laid.lines) != wanted:
        faults.append("the lines are not those between the bodies shown")
    for from_, to, way in laid.lines:
        for (ax, ay), (bx, by) in itertools.pairwise(way):
            if abs(ax - bx) > AIR and abs(ay - by) > AIR:
                faults.append(f"{from_} to {to} slants")
            piece = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
            faults += [
                f"{from_} to {to} runs through {id_}"
                for id_, box in boxes.items()
                if id_ not in (from_, to) and _meet(piece, box, AIR)
            ]
    return faults


def _meet(one: Box, other: Box, by: float) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > by * (by < 0)
        and one[0] < other[2] - by
        and one[2] > other[0] + by
        and one[1] < other[3] - by
        and one[3] > other[1] + by
    )
