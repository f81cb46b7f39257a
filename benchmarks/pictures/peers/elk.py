"""ELK layered lays out a picture, orthogonal; `npm ci` in this folder fetches it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.pictures.peers.placed import PeerError, Picture, Where, led, moved
from govgraph.drawing.placement import Box

if TYPE_CHECKING:
    from collections.abc import Mapping

_SCRIPT = Path(__file__).with_name("elk.cjs")


def lay_out(picture: Picture, where: Mapping[str, Where], limit: float, *, tiers: bool) -> Picture:
    """The picture as ELK places it.

    Args:
        picture: The boxes in their sizes, and the lines.
        where: For each body its tier and area.
        limit: Seconds after which it is given up.
        tiers: Whether each tier is a partition, and each area in it a box of its own.
    """
    node = shutil.which("node")
    if node is None:
        raise PeerError("node is not installed")
    asked = {
        "tiers": tiers,
        "nodes": [_node(body, picture, where) for body in picture.bodies],
        "edges": [
            {"id": f"e{place}", "superior": line.to, "subordinate": line.from_}
            for place, line in enumerate(picture.lines)
        ],
    }
    ran = subprocess.run(
        [node, str(_SCRIPT)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        timeout=limit,
        check=False,
    )
    if ran.returncode:
        raise PeerError(ran.stderr.strip()[-160:] or "elk failed")
    made = json.loads(ran.stdout)
    bodies = {body: moved(picture.bodies[body], Box(*at)) for body, at in made["boxes"].items()}
    ways = (made["lines"].get(f"e{place}", []) for place in range(len(picture.lines)))
    lines = (
        led(line, [(x, y) for x, y in way])
        for line, way in zip(picture.lines, ways, strict=True)
        if len(way) > 1
    )
    return Picture(bodies, tuple(lines))


def _node(body: str, picture: Picture, where: Mapping[str, Where]) -> dict[str, Any]:
    box, place = picture.bodies[body].box, where.get(body, Where())
    tier = -1 if place.tier is None else place.tier
    size = {"width": box.width, "height": box.height}
    return {"id": body, **size, "tier": tier, "area": place.area}
