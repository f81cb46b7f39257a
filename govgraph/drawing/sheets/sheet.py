"""A whole sheet as SVG: head, bands, drawing, foot, composed on a paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.drawing.placement import Box
from govgraph.drawing.shapes.badges import draw_badge
from govgraph.drawing.shapes.buses import draw_buses, stands_for
from govgraph.drawing.shapes.drawn_body import draw_body
from govgraph.drawing.sheets.description import describe
from govgraph.drawing.sheets.frame import AIR, ASIDE, GUTTER, LARGEST, Folio, frame_placed
from govgraph.drawing.sheets.labels import STRIP, draw_area, draw_scope, draw_tier
from govgraph.drawing.svg import element, rectangle, titled, write_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.paper import Paper
    from govgraph.drawing.placement import Band, Placement, Point
    from govgraph.drawing.sheets.frame import Frame
    from govgraph.drawing.theme import Theme


_BAND_REACH = 60.0  # how far the outermost bands reach out to fill the paper
_SLIT = 12.0  # too narrow for a body: only the room of an outline
_ABOVE = 12.0  # how much of the room that a drawing leaves is above it: what is high, is first


def draw_picture(diagram: Diagram, placement: Placement, theme: Theme) -> str:
    """Everything that the placement gives a place, in points from its top left corner."""
    boxes = dict(placement.boxes)
    findings = {finding.number: finding for finding in diagram.findings}
    parts = [draw_area(area, theme) for area in placement.areas]
    parts.append(draw_buses(diagram, placement, theme))
    parts += [
        draw_body(body, boxes[body.id], theme, placement.name_size)
        for body in diagram.bodies
        if body.id in boxes
    ]
    parts += [
        element(
            "g",
            draw_scope(label, theme),
            class_="gg-scope",
            **stands_for(diagram.lines[label.line]),
        )
        for label in placement.labels
    ]
    for badge in placement.badges:
        finding = findings[badge.finding]
        drawn = draw_badge(finding.number, finding.severity, badge.box, theme.findings)
        said = f"Finding {finding.number}: {finding.text}"
        about = {} if finding.line is None else stands_for(diagram.lines[finding.line])
        which = {"data_finding": str(finding.number), "data_body": badge.body}
        parts.append(titled(drawn, said, class_="gg-finding", **which, **about))
    return "".join(parts)


def draw_sheet(
    diagram: Diagram, placement: Placement, paper: Paper, theme: Theme, folio: Folio
) -> str:
    """A sheet as an SVG document.

    Args:
        diagram: What is on this sheet.
        placement: Where its bodies and lines stand.
        paper: What it is printed on. The drawing is scaled to fit it, up to `LARGEST`.
        theme: Colours, fonts and logo.
        folio: Which sheet of how many.
    """
    frame = frame_placed(diagram, placement, paper, theme, folio)
    scale = fitting_scale(placement, frame.room, paper)
    room = frame.room
    height = room.height if paper.height is not None else placement.height
    x = room.x0 + (room.width - placement.width * scale) / 2
    y = room.y0 + min((height - placement.height * scale) / 2, _ABOVE)
    bottom = room.y0 + height + AIR
    sheet_height = paper.height or bottom + frame.foot.block.height + paper.margin
    margin = paper.margin
    foot_y = sheet_height - margin - frame.foot.block.height
    top = placement.bands and placement.bands[0].upright
    whole = Box(margin, room.y0 - (GUTTER if top else 0.0), room.x1, room.y0 + height)
    drawn = (
        element("rect", width=frame.width, height=sheet_height, fill=theme.page.background),
        moved(frame.header.svg, margin, margin, "head"),
        _bands(placement, whole, (x, y), scale, theme),
        element(
            "g",
            draw_picture(diagram, placement, theme),
            class_="gg-drawing",
            transform=f"translate({x:.2f} {y:.2f}) scale({scale:.4f})",
        ),
        _column(frame, whole, theme),
        moved(frame.foot.block.svg, margin, foot_y, "foot"),
    )
    shown = replace(diagram, left_out=(*diagram.left_out, *placement.notes))
    size = (frame.width, sheet_height)
    return document(shown, size, "".join(drawn), theme, folio, form=placement.form)


def fitting_scale(placement: Placement, room: Box, paper: Paper) -> float:
    """By how much the drawing is scaled to fit its room."""
    if paper.is_free or not placement.width or not placement.height:
        return 1.0
    return min(room.width / placement.width, room.height / placement.height, LARGEST)


def document(
    diagram: Diagram,
    size: tuple[float, float],
    drawn: str,
    theme: Theme,
    folio: Folio,
    *,
    form: str,
    description: str = "",
) -> str:
    """An SVG document with its title and its description, fit to stand in a page with others.

    Its form says how the bodies stand, or what stands there instead of a picture.
    """
    title = f"{diagram.title}, sheet {folio.words}" if folio.words else diagram.title
    described = description or describe(diagram)
    return write_document(
        title,
        described,
        size,
        drawn,
        family=theme.fonts.family,
        language=diagram.language,
        data_form=form,
        data_sheet=f"{folio.sheet}/{folio.of}",
    )


def _column(frame: Frame, whole: Box, theme: Theme) -> str:
    """What stands right of the drawing and the names of its tiers, a thin rule before it."""
    if not frame.column.height:
        return ""
    x = whole.x1 + ASIDE / 2
    ends = {"x1": x, "x2": x, "y1": whole.y0, "y2": whole.y1}
    rule = element("line", **ends, stroke=theme.page.rule, stroke_width=0.8)
    return rule + moved(frame.column.svg, whole.x1 + ASIDE, whole.y0, "foot")


def _bands(placement: Placement, whole: Box, corner: Point, scale: float, theme: Theme) -> str:
    """The strips of the tiers across the sheet; those at its edge reach out into unused room.

    Args:
        placement: The drawing.
        whole: What of the sheet is there for it and for the names of its tiers.
        corner: Where on the sheet the drawing begins.
        scale: By how much it is scaled.
        theme: The colours and the font.
    """
    if not placement.bands:
        return ""
    upright = placement.bands[0].upright
    offset = corner[0] if upright else corner[1]
    first, last = (whole.x0, whole.x1) if upright else (whole.y0, whole.y1)
    size = placement.width if upright else placement.height
    drawn = []
    for place, band in enumerate(_with_gaps(placement.bands, size)):
        start, end = offset + band.start * scale, offset + band.end * scale
        if band.start <= 0 and band.tier:
            start = max(first, start - _BAND_REACH)
        if band.end >= size and band.tier:
            end = min(last, end + _BAND_REACH)
        colour = theme.page.band_alternate if place % 2 else theme.page.band
        if upright:
            strip = Box(start + 0.6, whole.y0, end - 0.6, whole.y0 + STRIP)
            band_box = Box(start, whole.y0, end, whole.y1)
        else:
            strip = Box(whole.x0, start + 0.6, whole.x0 + STRIP, end - 0.6)
            band_box = Box(whole.x0, start, whole.x1, end)
        if band.tier:
            drawn.append(rectangle(band_box, fill=colour))
        drawn.append(draw_tier(band.tier, strip, theme, upright=upright))
    return element("g", "".join(drawn), class_="gg-tiers")


def _with_gaps(bands: Sequence[Band], size: float) -> Iterator[Band]:
    """The bands, and between and round them those of the bodies that have no tier."""
    end = 0.0
    for band in bands:
        if band.start > end + _SLIT:
            yield replace(band, tier="", start=end, end=band.start)
        yield band
        end = band.end
    if end + _SLIT < size:
        yield replace(bands[-1], tier="", start=end, end=size)


def moved(drawn: str, x: float, y: float, part: str) -> str:
    """A part of the sheet at its place."""
    return element("g", drawn, class_=f"gg-{part}", transform=f"translate({x:.2f} {y:.2f})")
