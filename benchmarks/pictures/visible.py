"""Whether every line can be followed from one end to the other.

Every line is walked in small steps on a picture in which each thing has a colour of its own: what
lies on top there is known exactly. The ordinary picture is looked at in the same places, to tell
what is gone from what only runs below a line that looks the same.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.pictures.pixels import Seen, Thing, find_owners, resolution, see
from benchmarks.pictures.sheet import together
from benchmarks.pictures.svg import to_segment
from benchmarks.pictures.walk import (
    LOOSE,
    MARK,
    STEP,
    Fault,
    Look,
    Walk,
    runs,
    sampled,
    unlike,
    walk_line,
    within,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.pictures.sheet import DrawnLine, Sheet
    from benchmarks.pictures.walk import Flags
    from govgraph.drawing.placement import Point

DPI = 250.0
"""Pixels an inch at which sheets are looked at, where memory allows."""

_SLACK = 1.0  # units that a crossing may hide beyond the width of the band that hides it
_WIDENED = 1.5  # a crossing at 45 degrees or at a rounded corner hides more than the band is wide
_LONGEST = 24.0  # units that several lines close together may hide of one that crosses them
_UNLIKE = 13.0  # units without the line's colour that nothing explains
_REACHED = 2.0  # units that an end may stay short of its box
_JOINED = 1.5  # units from another line of its bus at which an end runs into it
_SEEN = 1.6  # pixels a line must be wide, so that its middle lies on one
_ALLOWED = {"box": 1.5, "badge": 4.0, "label": 4.0}  # units that a thing may hide
_OTHERS = 3.0  # what anything else may hide


def look(sheet: Sheet, page: int, dpi: float = DPI) -> tuple[tuple[Fault, ...], Seen]:
    """The faults of a sheet's lines, and the ordinary picture."""
    scale = resolution(sheet, dpi)
    seen = see(sheet, scale)
    if not sheet.lines:
        return (), seen
    looked = Look(sheet, page, find_owners(sheet, scale), seen)
    faults: list[Fault] = []
    for line in sheet.lines:
        mates = [place for place, other in enumerate(sheet.lines) if together(line, other)]
        faults += _loose(looked, line, mates)
        faults += _hidden(looked, line, mates)
    return tuple(faults), seen


def _loose(looked: Look, line: DrawnLine, mates: Sequence[int]) -> Iterator[Fault]:
    """The ends of a line that reach no box, nor another line of its bus."""
    sheet = looked.sheet
    for body, end in ((line.from_, line.way.corners[0]), (line.to, line.way.corners[-1])):
        drawn = sheet.bodies.get(body)
        if drawn is None:
            by = f"{body} (not drawn)"
            yield looked.fault(line, LOOSE, by, (end, end), 0.0, gone=True)
            continue
        near = [end, *(point for point in line.marks if math.dist(point, end) < MARK)]
        short = min(map(drawn.distance, near))
        others = (sheet.lines[place] for place in mates)
        if short > _REACHED and not any(
            other is not line and _distance(end, other) < _JOINED for other in others
        ):
            yield looked.fault(line, LOOSE, body, (end, end), short, gone=True)


def _distance(point: Point, line: DrawnLine) -> float:
    return min(to_segment(point, a, b) for a, b in pairwise(line.way.corners))


def _hidden(looked: Look, line: DrawnLine, mates: Sequence[int]) -> list[Fault]:
    """The stretches of a line on which something else lies, for longer than a crossing takes."""
    walk = walk_line(looked, line)
    number, lines = looked.owners.number, looked.sheet.lines
    # Its own white edge lies below it: seen at its middle, only the rounding to pixels shows.
    mine = {Thing("casing", lines[place].bus) for place in mates}
    mine |= {Thing(what, place) for what in ("line", "label") for place in mates}
    own = {Thing("box", body=body) for body in (line.from_, line.to)}
    good = np.isin(walk.centre, [number[thing] for thing in mine | own if thing in number])
    ours = [number[thing] for thing in mine if thing in number]
    wide = line.width * looked.sheet.scale * looked.seen.scale
    half = max(0.5, wide / 2)  # without smoothing, its middle may fall beside its pixels
    for offset in (-half, half):
        at = looked.at(walk.points) + walk.normal * offset
        good |= np.isin(sampled(looked.owners.pixels, at), ours)
    good |= within(looked.sheet, walk, 0.8)
    faults = [
        fault for run in runs(~good, walk.along) if (fault := _judged(looked, walk, run, good))
    ]
    if line.of_account and wide >= _SEEN:
        labels = [number[t] for t in mine if t.what == "label" and t in number]
        faults += _other_colour(looked, walk, np.isin(walk.centre, labels), faults)
    return faults


def _judged(looked: Look, walk: Walk, run: slice, good: Flags) -> Fault | None:
    """What hides a stretch of a line, if it hides more than a crossing may."""
    things, lines = looked.owners.things, looked.sheet.lines
    hidden: defaultdict[Thing, float] = defaultdict(float)
    strands: Counter[int] = Counter()  # a bus may cross a line twice, side by side with itself
    before: int | None = None
    steps = np.diff(walk.along, append=walk.along[-1])
    for step in range(run.start, run.stop):
        thing = things[walk.centre[step]]
        bus = lines[thing.number].bus if thing.what == "line" else thing.number
        now = bus if thing.what == "line" and not good[step] else None
        if now is not None and now != before:
            strands[now] += 1
        before = now
        if not good[step]:
            hider = Thing("bus", bus) if thing.what in ("line", "casing") else thing
            hidden[hider] += float(steps[step])
    too_long = [
        (length, thing)
        for thing, length in hidden.items()
        if length > _limit(looked, thing, strands)
    ]
    worst = max(too_long, key=lambda found: found[0], default=None)
    total = float(walk.along[run.stop - 1] - walk.along[run.start]) + STEP
    if worst is None:
        if total <= max(_LONGEST, 8 * strands.total()):
            return None
        worst = (total, Thing("lines", body="several"))
    length, thing = worst
    cause, by = _named(looked, walk, run, thing)
    gone = _gone(looked, walk, run)
    return looked.fault(walk.line, cause, by, walk.ends(run), length, gone=gone)


def _limit(looked: Look, thing: Thing, strands: Counter[int]) -> float:
    """How many units of a line something may hide."""
    if thing.what == "bus":
        casing = looked.owners.casings.get(thing.number, 4.7)
        return (_WIDENED * casing + _SLACK) * max(1, strands[thing.number])
    if thing == Thing("badge"):
        return _LONGEST  # that of a finding about a line sits upon it
    return _ALLOWED.get(thing.what, _OTHERS)


def _named(looked: Look, walk: Walk, run: slice, thing: Thing) -> tuple[str, str]:
    """What hides a stretch, in words."""
    if thing.what != "bus":
        return thing.what, thing.body
    top = Counter(looked.owners.things[number].what for number in walk.centre[run])
    cause = "white edge" if top["casing"] >= top["line"] else "line"
    others = sorted({str(line) for line in looked.sheet.lines if line.bus == thing.number})
    more = f" and {len(others) - 1} more" if len(others) > 1 else ""
    return cause, f"of {others[0]}{more}" if others else str(thing.number)


def _gone(looked: Look, walk: Walk, run: slice) -> bool:
    """True when most of a stretch shows nothing of the line's colour in the ordinary picture."""
    close = np.minimum(unlike(looked, walk, -0.5), unlike(looked, walk, 0.5))[run] < 150
    return bool(close.mean() < 0.5)


def _other_colour(
    looked: Look, walk: Walk, own_label: Flags, known: Sequence[Fault]
) -> Iterator[Fault]:
    """The same asked of the ordinary picture alone: a stretch that nothing explains."""
    offsets: tuple[float, ...] = (-1.0, 0.0, 1.0)
    if walk.line.is_hollow:
        rim = (walk.line.width / 2 + 0.65) * looked.sheet.scale * looked.seen.scale
        offsets = (-rim - 1, -rim, -rim + 1, rim - 1, rim, rim + 1)
    good = own_label.copy()
    for offset in offsets:
        good |= unlike(looked, walk, offset) < 240
    good |= within(looked.sheet, walk, 7.0)
    for run in runs(~good, walk.along):
        total = float(walk.along[run.stop - 1] - walk.along[run.start]) + STEP
        found = looked.fault(
            walk.line, "other colour", "what lies there", walk.ends(run), total, gone=True
        )
        if total > _UNLIKE and not any(fault.meets(found) for fault in known):
            yield found
