"""The frame of a sheet: its head, its foot, and the room that they leave for the drawing."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.drawing.placement import Box
from govgraph.drawing.sheets.foot import Foot, FootRoom, draw_foot
from govgraph.drawing.sheets.header import draw_header
from govgraph.drawing.sheets.labels import STRIP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.paper import Paper
    from govgraph.drawing.placement import Placement
    from govgraph.drawing.sheets.key import Block
    from govgraph.drawing.theme import Theme

LARGEST = 1.25
"""How far a small drawing is enlarged to fill its paper, at the most."""

AIR = 10.0
"""The space between head, drawing and foot, in points."""

_GUTTER = STRIP + 7.0  # from the left edge of the strip of the tiers to the drawing
_UPPER_FOOT, _LOWER_FOOT = 0.32, 0.12  # of the paper's height: key and findings, small print
_GUESS = "The findings and notes of this sheet are listed from page 99 on."  # as long as it comes
_FREE_FOOT = 1e5  # a free sheet has room for every finding
_LEAST_FREE = 640.0  # the least width of a free sheet, so that its head and foot can be read


@dataclass(frozen=True, slots=True)
class Folio:
    """Which sheet of how many this is.

    Attributes:
        sheet: Its number, from 1.
        of: How many there are.
        pointing: Where its findings and sources go on, as a sentence, or "" if they do not; None
            while that is not known.
    """

    sheet: int = 1
    of: int = 1
    pointing: str | None = None

    @property
    def words(self) -> str:
        """The number as the title block prints it; nothing on a single sheet."""
        return f"{self.sheet} of {self.of}" if self.of > 1 else ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything of a sheet but the drawing, and the room that it leaves for the drawing.

    Attributes:
        header: The head.
        foot: The foot, with the findings for which it had no room.
        width: The width of the sheet in points.
        room: Where on the sheet the drawing stands; on a free paper its height is 0.
    """

    header: Block
    foot: Foot
    width: float
    room: Box


def drawing_room(
    diagram: Diagram,
    paper: Paper,
    theme: Theme,
    folio: Folio,
    notes: Sequence[str] = (),
    *,
    findings_apart: bool = False,
) -> tuple[float, float]:
    """How wide and high the drawing may be, in points of the sheet.

    Args:
        diagram: What is on this sheet: its key, findings and sources take their room first.
        paper: A paper with a size of its own; a free one has all the room that is needed.
        theme: Decides how long the texts are.
        folio: Whether the sheet is one of several.
        notes: What the layout will say on the sheet.
        findings_apart: Whether the findings go to a sheet of their own.
    """
    room = frame_sheet(diagram, paper, theme, folio, notes, findings_apart=findings_apart).room
    return room.width, room.height


def frame_sheet(
    diagram: Diagram,
    paper: Paper,
    theme: Theme,
    folio: Folio,
    notes: Sequence[str] = (),
    *,
    drawing: tuple[float, float] = (0.0, 0.0),
    findings_apart: bool = False,
) -> Frame:
    """Head, foot and room of a sheet.

    `drawing` is the width and the height of the drawing, once they are known: a free paper grows
    with it, and on any other the foot may have the room that the drawing cannot use.
    """
    listed = replace(diagram, findings=()) if findings_apart else diagram
    frame = _framed(listed, paper, theme, folio, notes, drawing)
    if folio.pointing is None and (frame.foot.rest or frame.foot.apart or findings_apart):
        frame = _framed(listed, paper, theme, replace(folio, pointing=_GUESS), notes, drawing)
    if findings_apart:
        return replace(frame, foot=replace(frame.foot, rest=diagram.findings))
    return frame


def _framed(  # noqa: PLR0917 - all that `frame_sheet` is given
    diagram: Diagram,
    paper: Paper,
    theme: Theme,
    folio: Folio,
    notes: Sequence[str],
    drawing: tuple[float, float],
) -> Frame:
    gutter = _GUTTER if diagram.tiers else 0.0
    margin = paper.margin
    least = max(_LEAST_FREE, drawing[0] + gutter)
    inner = least if paper.width is None else paper.width - 2 * margin
    header = draw_header(diagram, theme, inner, folio.words)
    top = margin + header.height + AIR
    pointing = folio.pointing or ""
    if paper.height is None:
        foot = draw_foot(diagram, theme, FootRoom(inner, _FREE_FOOT), notes, pointing)
        bottom = top
    else:
        end = paper.height - margin
        spare = end - top - AIR - _printed_height(drawing, inner - gutter)
        room = FootRoom(inner, paper.height * _UPPER_FOOT, paper.height * _LOWER_FOOT, spare)
        foot = draw_foot(diagram, theme, room, notes, pointing)
        bottom = max(top + 1, end - foot.block.height - AIR)
    place = Box(margin + gutter, top, margin + inner, bottom)
    return Frame(header, foot, inner + 2 * margin, place)


def _printed_height(drawing: tuple[float, float], width: float) -> float:
    """How high a drawing is when it is as wide as its room; endless while it is not known."""
    if not drawing[0]:
        return math.inf
    return drawing[1] * min(width / drawing[0], LARGEST)


def frame_placed(
    diagram: Diagram, placement: Placement, paper: Paper, theme: Theme, folio: Folio
) -> Frame:
    """Head, foot and room of a sheet whose drawing is known."""
    drawing = (placement.width, placement.height)
    apart = placement.findings_apart and not paper.is_free
    return frame_sheet(
        diagram, paper, theme, folio, placement.notes, drawing=drawing, findings_apart=apart
    )
