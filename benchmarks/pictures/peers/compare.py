"""Our free sheet beside the same boxes and lines as ELK and dot lay them out."""

from __future__ import annotations

import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.pictures.crossings import close_pairs, crossings
from benchmarks.pictures.extents import (
    EM,
    bends,
    bounds,
    filled,
    ink_length,
    not_above,
    way_length,
)
from benchmarks.pictures.peers import dot, elk
from benchmarks.pictures.peers.placed import PeerError, Picture, Where
from benchmarks.pictures.peers.side_pictures import save_side_picture
from govgraph.errors import DrawingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from benchmarks.pictures.known import Known
    from benchmarks.pictures.sheet import Sheet

OURS = "govgraph"
PEERS = ("elk", "elk-tiers", "dot-ortho", "dot-splines")
"""The tools; `elk-tiers` has a partition for each tier, and a box for each area in it."""

ROOM = {"A4": (782.0, 455.0), "A3": (1130.0, 700.0)}
"""What head, key and margins leave of a landscape page, in points."""

_LIMIT = 90.0


@dataclass(frozen=True, slots=True)
class Compared:
    """What is measured of a drawing, whoever made it.

    Attributes:
        crossings: Crossings of any two lines.
        account: Crossings of two lines of account.
        bends: Corners of all lines.
        length: Length of all lines in em.
        ink: The same with shared stretches counted once.
        width: How wide it is in em.
        height: How high it is.
        a4: The size of a name if it is shrunk into the room of an A4 page, in points.
        a3: The same on A3.
        fill: The share of it that boxes take.
        below: Lines of account whose superior stands below or beside.
        close: Lines side by side with too little white between them.
        seconds: How long it took.
        error: Why there is none, or "".
    """

    crossings: int = 0
    account: int = 0
    bends: int = 0
    length: int = 0
    ink: int = 0
    width: float = 0.0
    height: float = 0.0
    a4: float = 0.0
    a3: float = 0.0
    fill: float = 0.0
    below: int = 0
    close: int = 0
    seconds: float = 0.0
    error: str = ""


def compare(
    known: Known, sheet: Sheet, seconds: float, pictures: Path | None = None
) -> dict[str, Compared]:
    """Our sheet, and what each peer makes of its boxes and lines.

    Args:
        known: The structure, for its tiers and areas.
        sheet: Our free sheet.
        seconds: How long it took to draw.
        pictures: The folder for a picture of what each made, if any.
    """
    lines = (line for line in sheet.lines if {line.from_, line.to} <= sheet.bodies.keys())
    picture = Picture(sheet.bodies, tuple(lines))
    rank = {tier: place for place, tier in enumerate(known.diagram.tiers)}
    where = {
        body.id: Where(rank.get(body.tier or ""), body.area or "") for body in known.diagram.bodies
    }
    found = {OURS: _measured(Picture(sheet.bodies, sheet.lines), seconds)}
    for tool in PEERS:
        if tool == "elk-tiers" and not any(place != Where() for place in where.values()):
            continue
        begun = time.perf_counter()
        try:
            made = _MAKERS[tool](picture, where)
        except subprocess.TimeoutExpired:
            found[tool] = Compared(error=f"not done after {_LIMIT:.0f} s")
        except (PeerError, DrawingError, ValueError) as error:
            found[tool] = Compared(error=str(error)[:160])
        else:
            found[tool] = _measured(made, time.perf_counter() - begun)
            if pictures:
                save_side_picture(made, pictures / f"{known.name}-{tool}.png")
    return found


_MAKERS: dict[str, Callable[[Picture, Mapping[str, Where]], Picture]] = {
    "elk": lambda picture, where: elk.lay_out(picture, where, _LIMIT, tiers=False),
    "elk-tiers": lambda picture, where: elk.lay_out(picture, where, _LIMIT, tiers=True),
    "dot-ortho": lambda picture, where: dot.lay_out(picture, where, _LIMIT, "ortho"),
    "dot-splines": lambda picture, where: dot.lay_out(picture, where, _LIMIT, "splines"),
}


def _measured(picture: Picture, seconds: float) -> Compared:
    bodies, lines = picture.bodies, picture.lines
    whole = bounds(bodies, lines)
    crossed = crossings(lines)
    below, beside = not_above(bodies, lines)
    fits = {
        paper: round(EM * min(wide / whole.width, high / whole.height, 1.0), 1)
        for paper, (wide, high) in ROOM.items()
    }
    return Compared(
        crossings=sum(crossed.values()),
        account=crossed["account"],
        bends=round(sum(map(bends, lines))),
        length=round(sum(map(way_length, lines)) / EM),
        ink=round(ink_length(lines) / EM),
        width=round(whole.width / EM, 1),
        height=round(whole.height / EM, 1),
        a4=fits["A4"],
        a3=fits["A3"],
        fill=round(filled(bodies, lines), 3),
        below=len(below) + len(beside),
        close=len(close_pairs(lines, 1.0)),
        seconds=round(seconds, 2),
    )


_COLUMNS: tuple[tuple[str, int, Callable[[Compared], str]], ...] = (
    ("x", 5, lambda made: str(made.crossings)),
    ("aa", 5, lambda made: str(made.account)),
    ("bends", 6, lambda made: str(made.bends)),
    ("length", 7, lambda made: str(made.length)),
    ("ink", 6, lambda made: str(made.ink)),
    ("w em", 6, lambda made: f"{made.width:.0f}"),
    ("h em", 6, lambda made: f"{made.height:.0f}"),
    ("A4 pt", 6, lambda made: f"{made.a4:.1f}"),
    ("A3 pt", 6, lambda made: f"{made.a3:.1f}"),
    ("fill", 5, lambda made: f"{made.fill:.0%}"),
    ("below", 6, lambda made: str(made.below)),
    ("close", 5, lambda made: str(made.close)),
    ("s", 6, lambda made: f"{made.seconds:.2f}"),
)

Side = dict[str, Compared]
"""What each tool made of a structure."""


def listed(rows: Mapping[str, Side]) -> Iterator[str]:
    """Every structure as each tool draws it."""
    heads = "  ".join(head.rjust(width) for head, width, _ in _COLUMNS)
    yield f"{'side by side':24}  {'tool':12}  {heads}"
    for name, side in rows.items():
        for tool, made in side.items():
            cells = "  ".join(say(made).rjust(width) for _, width, say in _COLUMNS)
            yield f"{name:24}  {tool:12}  {made.error or cells}"


_JUDGED: tuple[tuple[str, Callable[[Compared], float], bool], ...] = (
    ("crossings", lambda made: made.crossings, True),
    ("of account", lambda made: made.account, True),
    ("bends", lambda made: made.bends, True),
    ("length", lambda made: made.length, True),
    ("A4 letters", lambda made: made.a4, False),
)
"""By what a drawing is judged, and whether the sum of it says something."""


def judged(rows: Mapping[str, Side]) -> Iterator[str]:
    """For each tool in how many structures it is better or worse than we are, and the sums."""
    yield "In how many structures each is better (+) or worse (-) than govgraph [sums: ours v its]"
    for tool in PEERS:
        both = [(side[OURS], side[tool]) for side in rows.values() if tool in side]
        drawn = [(ours, its) for ours, its in both if not its.error]
        told = []
        for words, count, summed in _JUDGED:
            sign = 1 if summed else -1
            better = sum(sign * (count(its) - count(ours)) < 0 for ours, its in drawn)
            worse = sum(sign * (count(its) - count(ours)) > 0 for ours, its in drawn)
            mine, theirs = (sum(count(pair[at]) for pair in drawn) for at in (0, 1))
            told.append(
                f"{words} +{better} -{worse}" + (f" [{mine:g} v {theirs:g}]" if summed else "")
            )
        yield f"  {tool:12} of {len(drawn):2}: {'; '.join(told)}"
