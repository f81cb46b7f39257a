"""The foot of a sheet: key and findings side by side, then sources and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.description import stopped
from govgraph.drawing.entries import draw_findings, draw_notes
from govgraph.drawing.key import Block, draw_keys
from govgraph.drawing.svg import element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.drawing.diagram import Diagram, DiagramFinding
    from govgraph.drawing.theme import Theme

_NARROWEST = 200.0  # the least width of findings beside the key
_LEAST_LIST = 60.0  # what the list of findings gets however high the key is
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
    *,
    spare: float = 0.0,
) -> Foot:
    """The foot of a sheet.

    Args:
        diagram: What is on this sheet.
        theme: Colours and font.
        width: Its width in points.
        height: What key and findings may take; the key always stands, findings give way.
        notes: What the layout has to say, printed with what was left out.
        spare: What the whole foot may take because nothing else needs it.
    """
    lower = draw_notes(_paragraphs(diagram, notes), theme, width)
    most = max(height, spare - lower.height - 3 * _GAP)
    upper = _key_and_findings(diagram, theme, width, most)
    drawn, y = "", 0.0
    for block in (upper.block, lower):
        if block.height:
            drawn += _rule(y, width, theme) + _moved(block.svg, 0, y + _GAP)
            y += _GAP + block.height + (_GAP if block is upper.block else 0)
    return Foot(Block(drawn, width, y), upper.rest)


def _key_and_findings(diagram: Diagram, theme: Theme, width: float, height: float) -> Foot:
    """The lowest arrangement that leaves no finding out, or as few of them as can be."""
    keys = draw_keys(diagram, theme) or [Block("", 0.0, 0.0)]
    if not diagram.findings:
        return Foot(_widest(keys, width), ())
    found = [_beside(diagram, theme, key, width, height) for key in keys]
    found.append(_below(diagram, theme, _widest(keys, width), width, height))
    return min(
        (foot for foot in found if foot is not None),
        key=lambda foot: (foot.block.height > height, len(foot.rest), foot.block.height),
    )


def _widest(keys: Sequence[Block], width: float) -> Block:
    """The lowest key that is no wider than this; the narrowest one if none is."""
    return [key for key in keys if key.width <= width or key is keys[0]][-1]


def _below(diagram: Diagram, theme: Theme, key: Block, width: float, height: float) -> Foot:
    """The findings below the key, over the whole width."""
    above = key.height + _GAP if key.height else 0.0
    most = max(height - above, _LEAST_LIST)
    found = draw_findings(diagram.findings, theme, width, 0.0, most)
    drawn = key.svg + _moved(found.block.svg, 0, above)
    return Foot(Block(drawn, width, above + found.block.height), found.rest)


def _beside(diagram: Diagram, theme: Theme, key: Block, width: float, height: float) -> Foot | None:
    """The findings beside the key; None when it leaves them no room to be read."""
    left = key.width + _GUTTER
    if width - left < _NARROWEST:
        return None
    most = max(height, key.height)
    found = draw_findings(diagram.findings, theme, width - left, key.height, most)
    deep = max(key.height, found.block.height)
    x = left - _GUTTER / 2
    parting = element("line", x1=x, x2=x, y1=0, y2=deep, stroke=theme.page.rule, stroke_width=0.8)
    return Foot(
        Block(key.svg + parting + _moved(found.block.svg, left, 0), width, deep), found.rest
    )


def _paragraphs(diagram: Diagram, notes: Sequence[str]) -> list[str]:
    """What stands in small print: the one rule of reading, what is left out, the sources."""
    paragraphs = []
    if any(line.style == "accountable" for line in diagram.lines):
        paragraphs.append("A solid thick line is the only mark that means accountability.")
    elif diagram.lines:
        paragraphs.append("This sheet shows no line of account: none was found.")
    left_out = " ".join(map(stopped, (*diagram.left_out, *notes)))
    if left_out:
        paragraphs[:] = [" ".join((*paragraphs, left_out))]
    if diagram.sources:
        listed = " ".join(f"[{place}] {source}" for place, source in _counted(diagram.sources))
        paragraphs.append(f"Sources: {listed}")
    return paragraphs


def _counted(sources: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    return tuple((place, stopped(source)) for place, source in enumerate(sources, start=1))


def _rule(y: float, width: float, theme: Theme) -> str:
    return element("line", x1=0, x2=width, y1=y, y2=y, stroke=theme.page.rule, stroke_width=0.8)


def _moved(drawn: str, x: float, y: float) -> str:
    return element("g", drawn, transform=f"translate({x:.2f} {y:.2f})")
