"""Graphviz's dot lays out a picture, each area a cluster."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

from benchmarks.pictures.peers.placed import PeerError, Picture, Where, led, moved
from benchmarks.pictures.svg import bezier
from govgraph.drawing.outputs.graphviz import graphviz_program
from govgraph.drawing.placement import Box

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from benchmarks.pictures.sheet import DrawnLine
    from govgraph.drawing.placement import Point

_INCH = 72.0
_HEAD = 'node [shape=box, fixedsize=true, label=""]; edge [arrowsize=0.8];'
_STEPS = 12  # straight pieces of a curve


def lay_out(picture: Picture, where: Mapping[str, Where], limit: float, splines: str) -> Picture:
    """The picture as dot places it.

    Args:
        picture: The boxes in their sizes, and the lines.
        where: For each body its area.
        limit: Seconds after which it is given up.
        splines: How lines are led: `ortho` or `splines`.
    """
    ran = subprocess.run(
        [graphviz_program(), "-Tjson"],
        input="\n".join(_written(picture, where, splines)),
        capture_output=True,
        text=True,
        timeout=limit,
        check=False,
    )
    if ran.returncode or not ran.stdout:
        raise PeerError(ran.stderr.strip()[-160:] or "dot failed")
    made = json.loads(ran.stdout)
    names = [*picture.bodies]
    bodies = {
        names[int(each["name"][1:])]: each
        for each in made.get("objects", ())
        if "pos" in each and not each["name"].startswith("cluster")
    }
    placed = {body: moved(picture.bodies[body], _box(each)) for body, each in bodies.items()}
    return Picture(placed, tuple(_led(picture, made, straight=splines == "ortho")))


def _written(picture: Picture, where: Mapping[str, Where], splines: str) -> Iterator[str]:
    yield f"digraph g {{ rankdir=TB; nodesep=0.28; ranksep=0.56; splines={splines};"
    yield _HEAD
    number = {body: place for place, body in enumerate(picture.bodies)}
    areas: dict[str, list[str]] = {}
    for body, drawn in picture.bodies.items():
        size = f"width={drawn.box.width / _INCH:.4f}, height={drawn.box.height / _INCH:.4f}"
        areas.setdefault(where.get(body, Where()).area, []).append(f"n{number[body]} [{size}];")
    for place, (area, nodes) in enumerate(areas.items()):
        outlined = (f'subgraph cluster_{place} {{ label="{place}"; fontsize=11;', *nodes, "}")
        yield from outlined if area else nodes
    for line in picture.lines:
        free = "" if line.of_account or line.form == "part" else ", constraint=false"
        yield f"n{number[line.to]} -> n{number[line.from_]} [dir=back{free}];"
    yield "}"


def _box(node: dict[str, Any]) -> Box:
    x, y = (float(value) for value in node["pos"].split(","))
    w, h = (float(node[side]) * _INCH / 2 for side in ("width", "height"))
    return Box(x - w, -y - h, x + w, -y + h)


def _led(picture: Picture, made: dict[str, Any], *, straight: bool) -> Iterator[DrawnLine]:
    """The lines as dot leads them; several between the same two are told apart by their order."""
    waiting: dict[tuple[str, str], list[DrawnLine]] = {}
    number = {body: f"n{place}" for place, body in enumerate(picture.bodies)}
    for line in picture.lines:
        waiting.setdefault((number[line.to], number[line.from_]), []).append(line)
    nodes = [each["name"] for each in made.get("objects", ())]
    for edge in made.get("edges", ()):
        lines = waiting.get((nodes[edge["tail"]], nodes[edge["head"]]))
        if lines and "pos" in edge:
            yield led(lines.pop(0), _way(edge["pos"], straight=straight), curved=not straight)


def _way(pos: str, *, straight: bool) -> list[Point]:
    """The way of an edge, from the superior; the curves of `ortho` are straight."""
    ends: dict[str, Point] = {}
    control: list[Point] = []
    for word in pos.split(";", maxsplit=1)[0].split():
        *mark, x, y = word.split(",")
        point = (float(x), -float(y))
        if mark:
            ends[mark[0]] = point
        else:
            control.append(point)
    way = [control[0]]
    for place in range(0, len(control) - 3, 3):
        curve = control[place : place + 4]
        shares = (1.0,) if straight else tuple(step / _STEPS for step in range(1, _STEPS + 1))
        way += [bezier(curve, share) for share in shares]
    return [*filter(None, (ends.get("s"),)), *way, *filter(None, (ends.get("e"),))]
