"""The foot of a sheet: key and findings side by side, then sources and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.entries import Findings, draw_findings, draw_notes
from govgraph.drawing.key import Block, draw_key
from govgraph.drawing.svg import element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.diagram import Diagram, DiagramFinding
    from govgraph.drawing.theme import Theme

_KEY_SHARE = 0.6  # of the width, for the key beside findings
_BESIDE = 620.0  # the least width at which findings stand beside the key
_COLUMN = 235.0  # the least width of a column of findings, when there are several
_STEP = 10.0
_GAP, _GUTTER = 9.0, 26.0


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot, drawn from (0, 0) down, and the findings for which it had no room."""

    block: Block
    rest: tuple[DiagramFinding, ...]


def draw_foot(
    diagram: Diagram,
    theme: Theme,
    width: float,
    height: float,
    notes: Sequence[str] = (),
) -> Foot:
    """The foot of a sheet.

    Args:
        diagram: What is on this sheet.
        theme: Colours and font.
        width: Its width in points.
        height: What key and findings may take; the key always stands, findings give way.
        notes: What the layout has to say, printed with what was left out.
    """
    upper, rest = _key_and_findings(diagram, theme, width, height)
    lower = draw_notes(_paragraphs(diagram, notes), theme, width)
    drawn, y = "", 0.0
    for block in (upper, lower):
        if block.height:
            drawn += _rule(y, width, theme) + _moved(block.svg, 0, y + _GAP)
            y += _GAP + block.height + (_GAP if block is upper else 0)
    return Foot(Block(drawn, width, y), rest)


def _key_and_findings(
    diagram: Diagram, theme: Theme, width: float, height: float
) -> tuple[Block, tuple[DiagramFinding, ...]]:
    findings = diagram.findings
    if not findings:
        return draw_key(diagram, theme, width), ()
    if width < _BESIDE:
        key = draw_key(diagram, theme, width)
        found = _lowest(diagram.findings, theme, width, 0.0, max(height - key.height, 60.0))
        drawn = key.svg + _moved(found.block.svg, 0, key.height + _GAP)
        return Block(drawn, width, key.height + _GAP + found.block.height), found.rest
    key = draw_key(diagram, theme, width * _KEY_SHARE)
    left = key.width + _GUTTER
    found = _lowest(findings, theme, width - left, key.height, max(height, key.height))
    deep = max(key.height, found.block.height)
    x = left - _GUTTER / 2
    parting = element("line", x1=x, x2=x, y1=0, y2=deep, stroke=theme.page.rule, stroke_width=0.8)
    return Block(key.svg + parting + _moved(found.block.svg, left, 0), width, deep), found.rest


def _lowest(
    findings: Sequence[DiagramFinding], theme: Theme, width: float, low: float, high: float
) -> Findings:
    """The lowest list of all findings, or the one of the greatest height if none holds them."""
    columns = max(1, int((width + 16) // _COLUMN))
    height = max(low, 34.0)
    while height < high:
        found = draw_findings(findings, theme, width, height, columns=columns)
        if not found.rest:
            return found
        height += _STEP
    return draw_findings(findings, theme, width, high, columns=columns)


def _paragraphs(diagram: Diagram, notes: Sequence[str]) -> list[str]:
    """What stands in small print: the one rule of reading, what is left out, the sources."""
    paragraphs = []
    if any(line.style == "accountable" for line in diagram.lines):
        paragraphs.append("A solid thick line is the only mark that means accountability.")
    elif diagram.lines:
        paragraphs.append("This sheet shows no line of account: none was found.")
    left_out = " ".join((*diagram.left_out, *notes))
    if left_out:
        paragraphs[:] = [" ".join((*paragraphs, left_out))]
    if diagram.sources:
        listed = " ".join(f"[{place}] {source}" for place, source in _counted(diagram.sources))
        paragraphs.append(f"Sources: {listed}")
    return paragraphs


def _counted(sources: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    return tuple(
        (place, source if source.endswith(".") else f"{source}.")
        for place, source in enumerate(sources, start=1)
    )


def _rule(y: float, width: float, theme: Theme) -> str:
    return element("line", x1=0, x2=width, y1=y, y2=y, stroke=theme.page.rule, stroke_width=0.8)


def _moved(drawn: str, x: float, y: float) -> str:
    return element("g", drawn, transform=f"translate({x:.2f} {y:.2f})")
