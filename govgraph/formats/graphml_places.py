"""Where the bodies of a graph stand when it is opened, and how their names break into lines.

Superiors stand above, and nobody upon another. Enough to read it by before yEd or Gephi lays it
out; the drawings of govgraph are made elsewhere.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from textwrap import wrap
from typing import NamedTuple

_LETTERS = 28

_WIDTH, _LINE, _PADDING = 190.0, 15.0, 14.0
_ACROSS, _BETWEEN = 30.0, 70.0
_MOST_ABREAST = 12


def label_lines(name: str) -> list[str]:
    """A name in lines that fit its box; there is always one.

    >>> label_lines("Local Children's Partnership of Odiham and Hook")
    ["Local Children's Partnership", 'of Odiham and Hook']
    """
    return wrap(name, _LETTERS, break_long_words=True) or [name]


class Box(NamedTuple):
    """The rectangle of a node: its upper left corner and its size, y growing downward."""

    x: float
    y: float
    width: float
    height: float


def place_bodies(
    names: Mapping[str, str], lines: Iterable[tuple[str, str]], tops: Collection[str] = ()
) -> dict[str, Box]:
    """A box for each body, its superiors in rows above it.

    Args:
        names: each body's name, by its id, in the order of the structure.
        lines: pairs of subordinate and superior.
        tops: those that stand in the first row even if nothing ties them to any other.
    """
    above: dict[str, list[str]] = {id_: [] for id_ in names}
    for lower, upper in lines:
        if lower in names and upper in names and lower != upper:
            above[lower].append(upper)
    boxes: dict[str, Box] = {}
    y = 0.0
    for row in _rows(above, tops):
        ordered = sorted(row, key=lambda id_: _middle_of(above[id_], boxes))
        for start in range(0, len(ordered), _MOST_ABREAST):
            abreast = ordered[start : start + _MOST_ABREAST]
            heights = [_PADDING + _LINE * len(label_lines(names[id_])) for id_ in abreast]
            left = -(len(abreast) * (_WIDTH + _ACROSS) - _ACROSS) / 2
            for number, (id_, height) in enumerate(zip(abreast, heights, strict=True)):
                x = left + number * (_WIDTH + _ACROSS)
                boxes[id_] = Box(x, y, _WIDTH, height)
            y += max(heights) + _BETWEEN
    return boxes


def _rows(above: Mapping[str, Sequence[str]], tops: Collection[str]) -> list[list[str]]:
    """The bodies by how far they stand below a top; those that nothing ties to any come last."""
    depths: dict[str, int] = {}
    below: dict[str, list[str]] = {id_: [] for id_ in above}
    waiting = {id_: len(set(uppers)) for id_, uppers in above.items()}
    for lower, uppers in above.items():
        for upper in dict.fromkeys(uppers):
            below[upper].append(lower)
    ready = [id_ for id_ in above if not waiting[id_]]
    left = dict.fromkeys(above)
    while left:
        if not ready:  # a circle of account: it is entered at the first of it in the file
            ready = [next(iter(left))]
        id_ = ready.pop(0)
        if id_ not in left:
            continue
        del left[id_]
        depths[id_] = max((depths[upper] + 1 for upper in above[id_] if upper in depths), default=0)
        for lower in below[id_]:
            waiting[lower] -= 1
            if not waiting[lower]:
                ready.append(lower)
    rows: dict[int, list[str]] = {}
    alone = []
    for id_ in above:
        if above[id_] or below[id_] or id_ in tops:
            rows.setdefault(depths[id_], []).append(id_)
        else:
            alone.append(id_)
    return [*(rows[depth] for depth in sorted(rows)), *([alone] if alone else [])]


def _middle_of(uppers: Sequence[str], boxes: Mapping[str, Box]) -> float:
    """The middle of the boxes above a body, under which it stands best."""
    placed = [boxes[upper].x for upper in uppers if upper in boxes]
    return sum(placed) / len(placed) if placed else 0.0
