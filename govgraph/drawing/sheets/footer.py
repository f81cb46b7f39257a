"""The foot of a sheet: key and findings side by side, then sources and what was left out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.drawing.sheets.description import stopped
from govgraph.drawing.sheets.entries import draw_notes, set_findings
from govgraph.drawing.sheets.key import NOTHING, Block, draw_keys
from govgraph.drawing.sheets.key_entries import find_key_entries
from govgraph.drawing.svg import element

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.drawing.diagram import Diagram, DiagramFinding
    from govgraph.drawing.sheets.entries import Findings
    from govgraph.drawing.theme import Theme


_ACCOUNT = ("accountable", "reports")

_NARROWEST = 200.0  # the least width of findings beside the key
_LEAST_LIST = 60.0  # what the list of findings gets however high the key is
_GAP, _GUTTER = 8.0, 26.0


def list_small_print(diagram: Diagram, notes: Sequence[str]) -> tuple[str, ...]:
    """The small print of a sheet as paragraphs of a list: what is left out, then the sources."""
    left_out = _left_out(diagram, notes)
    return (*([left_out] if left_out else []), *_sources(diagram))


def share_small_print(
    diagram: Diagram,
    notes: Sequence[str],
    pointing: str,
    fits: Callable[[Sequence[str]], bool],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands in small print: how to read the sheet, what is left out, the sources.

    Sources give way first, then what is left out; the second value is what gave way.
    """
    left_out = _left_out(diagram, notes)
    first = " ".join(filter(None, (_reading(diagram), left_out, pointing)))
    sources = _sources(diagram)
    if fits((first, " ".join(sources))):
        return (first, " ".join(sources)), ()
    if fits((first,)):
        return (first,), sources
    return (" ".join(filter(None, (_reading(diagram), pointing))),), list_small_print(
        diagram, notes
    )


def _left_out(diagram: Diagram, notes: Sequence[str]) -> str:
    """What a sheet does not show; what the layout had no room for, a paper says in its tables."""
    return " ".join(map(stopped, (*diagram.left_out, *(() if diagram.figure else notes))))


def _sources(diagram: Diagram) -> tuple[str, ...]:
    numbered = enumerate(diagram.sources, start=1)
    listed = [f"[{place}] {stopped(source)}" for place, source in numbered]
    return ("Sources:", *listed) if listed else ()


def _reading(diagram: Diagram) -> str:
    """The one rule of reading, which of a figure stands in the paper."""
    if diagram.figure:
        return ""
    if any(line.style in _ACCOUNT for line in diagram.lines):
        return "A solid line with an arrowhead is a line of account; no other line is."
    return "This sheet shows no line of account." if diagram.lines else ""


@dataclass(frozen=True, slots=True)
class Footer:
    """The foot, drawn from (0, 0) down, and what it had no room for.

    Attributes:
        block: The foot itself.
        rest: The findings that are to be listed elsewhere.
        apart: The paragraphs that are to be printed elsewhere.
    """

    block: Block
    rest: tuple[DiagramFinding, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FooterRoom:
    """What a foot may take of its sheet, in points.

    Attributes:
        width: Its width.
        upper: The height of key and findings; the key always stands, findings give way.
        lower: The height of the small print; what does not fit is printed elsewhere.
        spare: The height of the whole foot that nothing else needs.
    """

    width: float
    upper: float
    lower: float = math.inf
    spare: float = 0.0


def draw_footer(
    diagram: Diagram,
    theme: Theme,
    room: FooterRoom,
    notes: Sequence[str] = (),
    pointing: str = "",
) -> Footer:
    """The foot of a sheet.

    Args:
        diagram: What is on this sheet.
        theme: Colours and font.
        room: What it may take.
        notes: What the layout has to say, printed with what was left out.
        pointing: Where the sheet's findings and sources go on.
    """
    printed, apart = share_small_print(
        diagram, notes, pointing, lambda paragraphs: _fits(paragraphs, theme, room)
    )
    lower = draw_notes(printed, theme, room.width)
    most = max(room.upper, room.spare - lower.height - 3 * _GAP)
    upper = _key_and_findings(diagram, theme, room.width, most)
    drawn, y = "", 0.0
    for block in (upper.block, lower):
        if block.height:
            drawn += _rule(y, room.width, theme) + _moved(block.svg, 0, y + _GAP)
            y += _GAP + block.height + (_GAP if block is upper.block else 0)
    return Footer(Block(drawn, room.width, y), upper.rest, apart)


def _key_and_findings(diagram: Diagram, theme: Theme, width: float, height: float) -> Footer:
    """The lowest arrangement that leaves no finding out, or as few of them as can be."""
    keys = draw_keys(find_key_entries(diagram), theme)
    if not diagram.listed:
        return Footer(_widest(keys, width))
    tried = [
        _beside(diagram, theme, key, width, height)
        for key in keys
        if width - key.width - _GUTTER >= _NARROWEST
    ]
    tried.append(_below(diagram, theme, _widest(keys, width), width, height))
    best = min(tried, key=lambda pair: (pair.deep > height, len(pair.found.rest), pair.deep))
    return Footer(best.draw(theme), best.found.rest)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A key and a list of findings, and where the list stands."""

    key: Block
    found: Findings
    x: float
    y: float
    width: float

    @property
    def deep(self) -> float:
        """How far down the two reach."""
        return max(self.key.height, self.y + self.found.height)

    def draw(self, theme: Theme) -> Block:
        """Both, with a rule between them when they stand side by side."""
        drawn = self.key.svg + _moved(self.found.draw(theme).svg, self.x, self.y)
        if self.x:
            x = self.x - _GUTTER / 2
            ends = {"x1": x, "x2": x, "y1": 0.0, "y2": self.deep}
            drawn += element("line", **ends, stroke=theme.page.rule, stroke_width=0.8)
        return Block(drawn, self.width, self.deep)


def _widest(keys: Sequence[Block], width: float) -> Block:
    """The lowest key that is no wider than this; the narrowest one if none is."""
    fitting = [key for key in keys if key.width <= width or key is keys[0]]
    return fitting[-1] if fitting else NOTHING


def _below(diagram: Diagram, theme: Theme, key: Block, width: float, height: float) -> _Pair:
    """The findings below the key, over the whole width."""
    above = key.height + _GAP if key.height else 0.0
    most = max(height - above, _LEAST_LIST)
    found = set_findings(diagram.listed, theme, width, 0.0, most)
    return _Pair(key, found, 0.0, above, width)


def _beside(diagram: Diagram, theme: Theme, key: Block, width: float, height: float) -> _Pair:
    """The findings beside the key."""
    left = key.width + _GUTTER
    most = max(height, key.height)
    found = set_findings(diagram.listed, theme, width - left, key.height, most)
    return _Pair(key, found, left, 0.0, width)


def _fits(paragraphs: Sequence[str], theme: Theme, room: FooterRoom) -> bool:
    return draw_notes(paragraphs, theme, room.width).height <= room.lower


def _rule(y: float, width: float, theme: Theme) -> str:
    return element("line", x1=0, x2=width, y1=y, y2=y, stroke=theme.page.rule, stroke_width=0.8)


def _moved(drawn: str, x: float, y: float) -> str:
    return element("g", drawn, transform=f"translate({x:.2f} {y:.2f})")
