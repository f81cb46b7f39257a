"""The frame of a sheet: its head, its foot, and the room that they leave for the drawing."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from govgraph.drawing.placement import PLAIN, Arrangement, Box
from govgraph.drawing.sheets.fine_footer import draw_aside, draw_fine_footer
from govgraph.drawing.sheets.footer import Footer, FooterRoom, draw_footer
from govgraph.drawing.sheets.header import draw_header
from govgraph.drawing.sheets.key import NOTHING, Block
from govgraph.drawing.sheets.labels import STRIP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.paper import Paper
    from govgraph.drawing.placement import Placement
    from govgraph.drawing.theme import Theme

LARGEST = 1.25
"""How far a small drawing is enlarged to fill its paper, at the most."""

AIR = 8.0
"""The space between head, drawing and foot, in points."""

ASIDE = 14.0
"""The space between the drawing and a column beside it, in points."""

GUTTER = STRIP + 5.0
"""From the edge of the strip with the names of the tiers to the drawing, in points."""

Strips = Literal["", "left", "top"]
"""Where on a sheet the names of the tiers stand, if it has any."""

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
        column: What stands right of the drawing, or nothing.
    """

    header: Block
    foot: Footer
    width: float
    room: Box
    column: Block = NOTHING


def candidate_rooms(
    diagram: Diagram,
    paper: Paper,
    theme: Theme,
    folio: Folio,
    *,
    upright: bool = False,
) -> tuple[tuple[Arrangement, tuple[float, float]], ...]:
    """How wide and high the drawing may be in every arrangement of the sheet, the plainest first.

    On a free paper there is but one, with room without end. Findings are listed apart only where
    that makes room, and a column stands only where all that belongs in it has room there.

    Args:
        diagram: What is on this sheet: its key, findings and sources take their room first.
        paper: What the sheet is printed on.
        theme: Decides how long the texts are.
        folio: Whether the sheet is one of several.
        upright: Whether the drawing runs from left to right, its tiers side by side.
    """
    if paper.is_free:
        return ((PLAIN, (math.inf, math.inf)),)
    strips = _strips(diagram, upright=upright)
    found: dict[Arrangement, tuple[float, float]] = {}
    for arrangement in _arrangements(diagram, paper):
        frame = frame_sheet(
            diagram, paper, theme, folio, (), arrangement=arrangement, strips=strips
        )
        room = frame.room.width, frame.room.height
        whole = arrangement.findings_apart or not frame.foot.rest
        if arrangement.key == "beside" and not (whole and frame.column.height):
            continue
        if room != found.get(replace(arrangement, findings_apart=False)):
            found[arrangement] = room
    return tuple(found.items())


def _arrangements(diagram: Diagram, paper: Paper) -> Iterator[Arrangement]:
    broad = paper.width is not None and paper.height is not None and paper.width > paper.height
    for apart in (False, True) if diagram.listed else (False,):
        yield Arrangement("foot", apart)
        yield Arrangement("compact", apart)
        if broad:
            yield Arrangement("beside", apart)


def _strips(diagram: Diagram, *, upright: bool) -> Strips:
    """Where the names of a diagram's tiers are to stand."""
    return ("top" if upright else "left") if diagram.tiers else ""


def frame_sheet(
    diagram: Diagram,
    paper: Paper,
    theme: Theme,
    folio: Folio,
    notes: Sequence[str] = (),
    *,
    drawing: tuple[float, float] = (0.0, 0.0),
    arrangement: Arrangement = PLAIN,
    strips: Strips = "",
) -> Frame:
    """Head, foot and room of a sheet.

    `drawing` is the width and the height of the drawing, once they are known: a free paper grows
    with it, and on any other the foot may have the room that the drawing cannot use. `strips` says
    at which edge of it the names of the tiers stand.
    """
    apart = arrangement.findings_apart
    listed = replace(diagram, findings=()) if apart else diagram
    sheet = _Sheet(listed, paper, theme, folio, notes, drawing, arrangement, strips)
    frame = sheet.frame()
    if folio.pointing is None and (frame.foot.rest or frame.foot.apart or apart):
        frame = replace(sheet, folio=replace(folio, pointing=_GUESS)).frame()
    if apart:
        return replace(frame, foot=replace(frame.foot, rest=diagram.findings))
    return frame


@dataclass(frozen=True, slots=True)
class _Sheet:
    """All that decides the frame of a sheet, as `frame_sheet` is given it."""

    diagram: Diagram
    paper: Paper
    theme: Theme
    folio: Folio
    notes: Sequence[str]
    drawing: tuple[float, float]
    arrangement: Arrangement
    strips: Strips

    def frame(self) -> Frame:
        """The frame, with the drawing between head and foot."""
        paper, margin = self.paper, self.paper.margin
        gutter = GUTTER if self.strips == "left" else 0.0
        least = max(_LEAST_FREE, self.drawing[0] + gutter)
        inner = least if paper.width is None else paper.width - 2 * margin
        header = draw_header(self.diagram, self.theme, inner, self.folio.words)
        head = header.height + AIR if header.height else 0.0
        top = margin + head + (GUTTER if self.strips == "top" else 0.0)
        end = math.inf if paper.height is None else paper.height - margin
        if self.arrangement.key == "beside" and paper.height is not None:
            pointing = self.folio.pointing or ""
            aside = draw_aside(self.diagram, self.theme, (inner, end - top), self.notes, pointing)
            foot, column = aside.foot, aside.column
        else:
            column = NOTHING
            foot = self._foot(inner, gutter, end - top)
        bottom = top if paper.height is None else max(top + 1, end - foot.block.height - AIR)
        right = margin + inner - (column.width + ASIDE if column.width else 0.0)
        room = Box(margin + gutter, top, right, bottom)
        return Frame(header, foot, inner + 2 * margin, room, column)

    def _foot(self, inner: float, gutter: float, height: float) -> Footer:
        """The foot of a sheet `inner` points wide, of which head and margins leave a height."""
        pointing = self.folio.pointing or ""
        if self.paper.height is None:
            room = FooterRoom(inner, _FREE_FOOT)
        else:
            spare = height - AIR - _printed_height(self.drawing, inner - gutter)
            whole = self.paper.height
            room = FooterRoom(inner, whole * _UPPER_FOOT, whole * _LOWER_FOOT, spare)
        if self.arrangement.key == "compact":
            apart = self.arrangement.findings_apart
            return draw_fine_footer(
                self.diagram, self.theme, room, self.notes, pointing, apart=apart
            )
        return draw_footer(self.diagram, self.theme, room, self.notes, pointing)


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
    arrangement = PLAIN if paper.is_free else placement.arrangement
    strips: Strips = ""
    if placement.bands:
        strips = "top" if placement.bands[0].upright else "left"
    return frame_sheet(
        diagram,
        paper,
        theme,
        folio,
        placement.notes,
        drawing=drawing,
        arrangement=arrangement,
        strips=strips,
    )
