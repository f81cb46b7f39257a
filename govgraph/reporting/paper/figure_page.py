"""The page of a figure: as much of it for the drawing as a printer can reach."""

from dataclasses import dataclass

from govgraph.drawing.paper import Paper, find_paper
from govgraph.drawing.text import measure

SIDE, TOP, BOTTOM = 24.0, 24.0, 44.0
"""The margins of a page that holds a figure, in points: its number stands in the lowest."""
STRIPS = tuple(Paper("A strip", 481.0, height, 0.0) for height in (90.0, 140.0, 190.0))
"""What a small drawing has that stands among the text: the lowest in which it can be read."""
_USUAL = "A4"
_TEXT, _LEADING, _ROUND = 10.0, 13.0, 13.0
"""Of a caption: its letters, its lines, and what is white round it."""
_NUMBERED = "Figure 88: : what would change (88 of 88)"
"""About as much as stands round the title in a caption."""
_OTHER_FONT = 1.15
"""How much wider the letters of the font may be that stands in for Arial."""


@dataclass(frozen=True, slots=True)
class TemplatePage:
    """The page of an authority's own template, in points, with the room of its head and foot."""

    width: float
    height: float
    top: float
    bottom: float


def find_area(name: str, caption: float, page: TemplatePage | None = None) -> Paper:
    """What of a paper is there for a drawing with a caption below it.

    A free paper is no page: all of it is the drawing's.

    Args:
        name: The paper; that of the template unless given, or A4.
        caption: How high the caption is, in points.
        page: That of the template, if there is one.

    Raises:
        SettingsError: No paper goes by that name.
    """
    whole = find_paper(name or _USUAL)
    if whole.width is None or whole.height is None:
        return whole
    long, short = whole.width, whole.height
    if page and not name:
        long, short = max(page.width, page.height), min(page.width, page.height)
    edges = page.top + page.bottom if page else TOP + BOTTOM
    below = edges + caption - 2 * SIDE
    width, height = long - 2 * SIDE, short - 2 * SIDE - below
    return Paper(whole.name, width, height, 0.0, whole.may_turn, below)


def caption_height(name: str, title: str) -> float:
    """How high a caption with a title becomes, on a paper whichever way round it is used."""
    whole = find_paper(name or _USUAL)
    if whole.width is None or whole.height is None:
        return _ROUND + _LEADING
    across = min(whole.width, whole.height) - 2 * SIDE
    letters = measure(title + _NUMBERED, _TEXT, "bold") * _OTHER_FONT
    return _ROUND + _LEADING * (1 + letters // across)
