"""How a sheet of differences tells what stays, comes, goes, moves and is not as it was.

Never by colour alone: what stays is grey and thin, what comes has a thick edge, what goes is dotted
or crossed out, what moves or changes has a second edge, what answers to nobody any more a dotted
one; and each bears its word.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from govgraph.drawing.svg import rectangle
from govgraph.drawing.theme import BodyColours, LineColours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.diagram import Change, DiagramBody, DiagramLine, LineStyle, Status
    from govgraph.drawing.placement import Box
    from govgraph.drawing.theme import Theme

LOST = "LOST"
"""What a body bears that has lost its last superior."""

MEANINGS: dict[Change, str] = {
    "same": "stays as it was",
    "added": "new: was not there before",
    "removed": "ended: is there no longer",
    "moved": "moved: answers to somebody else",
    "lost": "lost: answers to nobody any more",
    "changed": "changed: not as it was",
}
"""What the key says, in its order."""

COUNTED: dict[Change, str] = {
    "added": "NEW",
    "removed": "ENDED",
    "moved": "MOVED",
    "lost": LOST,
    "changed": "CHANGED",
}
"""What a box for several bodies says, behind a number."""

HALO = 3.0
"""How far outside its box the second edge of what moves or changes lies, in points."""

_HALO_DASHES: dict[Change, str | None] = {"moved": None, "lost": "2.5 2.5", "changed": "6 2"}
_WIDER = 0.7  # how much wider a line is drawn that comes, goes or moves


def body_colours(body: DiagramBody, theme: Theme) -> BodyColours:
    """The colours of a body: of its form, or of what became of it; grey if not really here."""
    if body.pointer:
        return theme.changes["same"]
    if body.change:
        return theme.changes[body.change]
    return outside_colours(theme) if body.outside else theme.bodies[body.shape]


def outside_colours(theme: Theme) -> BodyColours:
    """The colours of a body outside the arrangements: plainly lighter than any other."""
    grey = theme.changes["same"].border
    return BodyColours(theme.page.background, grey, grey, grey, theme.changes["same"].width)


def line_colours(line: DiagramLine, theme: Theme) -> LineColours:
    """The colour and width of a line: those of its form, or of what became of it."""
    plain = theme.lines[line.style]
    if not line.change:
        return plain
    wider = 0.0 if line.change == "same" else _WIDER
    return LineColours(theme.changes[line.change].border, plain.width + wider)


def form_colours(style: LineStyle, theme: Theme, *, among_changes: bool) -> LineColours:
    """The look of a form of line in the key: grey where what became of a line has the colour."""
    plain = theme.lines[style]
    return LineColours(theme.changes["same"].border, plain.width) if among_changes else plain


def status_of(change: Change) -> Status:
    """As what something is drawn that stood on one side only: ended, where it is gone."""
    return "ended" if change == "removed" else "active"


def gather_changes(bodies: Sequence[DiagramBody]) -> tuple[Change, tuple[str, ...]]:
    """What became of bodies that are drawn as one box, and how many came, went, moved or changed.

    Nothing on a sheet that is not of differences.
    """
    fates = Counter(body.change for body in bodies)
    if fates[""]:
        return "", ()
    news = tuple(f"{fates[fate]} {word}" for fate, word in COUNTED.items() if fates[fate])
    change: Change = next(iter(fates)) if len(fates) == 1 else "changed"
    return change, news


def has_halo(change: Change) -> bool:
    """Whether a body with this change has a second edge."""
    return change in _HALO_DASHES


def draw_halo(change: Change, box: Box, colours: BodyColours) -> str:
    """The second edge round what moves, is lost or changes; nothing round anything else."""
    if not has_halo(change):
        return ""
    outer = box.grown(HALO)
    return rectangle(
        outer,
        rx=4,
        fill="none",
        stroke=colours.border,
        stroke_width=1.2,
        stroke_dasharray=_HALO_DASHES[change],
    )
