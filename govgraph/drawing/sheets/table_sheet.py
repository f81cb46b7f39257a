"""Sheets that list bodies and relations as a table: what is left when nothing can be drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.drawing.sheets.description import sentence
from govgraph.drawing.sheets.entries import draw_notes
from govgraph.drawing.sheets.frame import AIR
from govgraph.drawing.sheets.header import draw_header
from govgraph.drawing.sheets.key_samples import TEXT_SIZE
from govgraph.drawing.sheets.sheet import document, moved
from govgraph.drawing.svg import element, words
from govgraph.drawing.text import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govgraph.drawing.diagram import Diagram
    from govgraph.drawing.paper import Paper
    from govgraph.drawing.sheets.frame import Folio
    from govgraph.drawing.theme import Theme

_COLUMNS = (("Body", 0.34), ("Kind", 0.16), ("Where", 0.14), ("Relations", 0.36))
_LEADING, _PADDING, _GUTTER = 10.2, 3.0, 10.0
_FREE_WIDTH = 780.0

Cells = tuple[tuple[str, ...], ...]
"""The lines of each cell of a row."""


@dataclass(frozen=True, slots=True)
class TablePage:
    """The rows of one sheet, the bodies they are about, and why they are no drawing."""

    bodies: tuple[str, ...]
    rows: tuple[Cells, ...]
    notes: tuple[str, ...]


def share_rows(
    diagram: Diagram, paper: Paper, theme: Theme, notes: Sequence[str]
) -> Iterator[TablePage]:
    """The bodies of a diagram as rows, sheet by sheet; a free paper takes them all."""
    width, height = _room(diagram, paper, theme, notes)
    bodies: list[str] = []
    rows: list[Cells] = []
    used = _height(_heads())
    for body, cells in _rows(diagram, theme, width):
        if rows and used + _height(cells) > height:
            yield TablePage(tuple(bodies), tuple(rows), tuple(notes))
            bodies, rows, used = [], [], _height(_heads())
        bodies.append(body)
        rows.append(cells)
        used += _height(cells)
    yield TablePage(tuple(bodies), tuple(rows), tuple(notes))


def draw_table_sheet(
    diagram: Diagram, page: TablePage, paper: Paper, theme: Theme, folio: Folio
) -> str:
    """One sheet of a table as an SVG document."""
    notes = tuple(filter(None, (*page.notes, folio.pointing)))
    width = _width(paper)
    header = draw_header(diagram, theme, width, folio.words)
    foot = draw_notes(notes, theme, width)
    table, height = _table(page, theme, width)
    margin = paper.margin
    top = margin + header.height + AIR
    whole = paper.height or top + height + AIR + foot.height + margin
    here = frozenset(page.bodies)
    shown = replace(
        diagram,
        bodies=tuple(body for body in diagram.bodies if body.id in here),
        lines=tuple(line for line in diagram.lines if {line.from_, line.to} <= here),
        findings=(),
        left_out=(*diagram.left_out, *notes),
    )
    size = (width + 2 * margin, whole)
    drawn = (
        element("rect", width=size[0], height=size[1], fill=theme.page.background),
        moved(header.svg, margin, margin, "head"),
        moved(table, margin, top, "table"),
        moved(foot.svg, margin, whole - margin - foot.height, "foot"),
    )
    return document(shown, size, "".join(drawn), theme, folio, form="table")


def _rows(diagram: Diagram, theme: Theme, width: float) -> Iterator[tuple[str, Cells]]:
    names = {body.id: body.name for body in diagram.bodies}
    said: dict[str, list[str]] = {}
    for line in diagram.lines:
        said.setdefault(line.from_, []).append(sentence(line, {**names, line.from_: ""}).strip())
    for body in diagram.bodies:
        status = "" if body.status == "active" else f" ({body.status})"
        where = ", ".join(word for word in (body.tier, body.area) if word)
        relations = said.get(body.id) or (["No line of account found."] if body.orphan else [])
        cells = ([f"{body.name}{status}"], [body.kind_label], [where], relations)
        yield body.id, tuple(_cells(cells, theme, width))


def _cells(cells: Iterable[Sequence[str]], theme: Theme, width: float) -> Iterator[tuple[str, ...]]:
    size = TEXT_SIZE * theme.fonts.wider
    for (_, share), paragraphs in zip(_COLUMNS, cells, strict=True):
        room = width * share - _GUTTER
        yield tuple(line for text in paragraphs for line in wrap(text, size, room, balanced=False))


def _heads() -> Cells:
    return tuple((name,) for name, _ in _COLUMNS)


def _height(cells: Cells) -> float:
    return max(1, *map(len, cells)) * _LEADING + 2 * _PADDING


def _table(page: TablePage, theme: Theme, width: float) -> tuple[str, float]:
    """The rows below their heads, a thin rule below each."""
    drawn: list[str] = []
    y = 0.0
    for place, cells in enumerate((_heads(), *page.rows)):
        x = 0.0
        for (_, share), lines in zip(_COLUMNS, cells, strict=True):
            for row, line in enumerate(lines):
                below = y + _PADDING + row * _LEADING + TEXT_SIZE
                bold = place == 0 or x == 0
                drawn.append(words(line, x, below, TEXT_SIZE, theme.page.ink, bold=bold))
            x += width * share
        y += _height(cells)
        heavy = 1.4 if place == 0 else 0.4
        rule = theme.page.heading if place == 0 else theme.page.rule
        drawn.append(element("line", x1=0, x2=width, y1=y, y2=y, stroke=rule, stroke_width=heavy))
    return "".join(drawn), y


def _width(paper: Paper) -> float:
    return _FREE_WIDTH if paper.width is None else paper.width - 2 * paper.margin


def _room(
    diagram: Diagram, paper: Paper, theme: Theme, notes: Sequence[str]
) -> tuple[float, float]:
    width = _width(paper)
    if paper.height is None:
        return width, float("inf")
    header = draw_header(diagram, theme, width, "99 of 99").height
    foot = draw_notes((*notes, "."), theme, width).height  # a line more, where findings are listed
    return width, paper.height - 2 * paper.margin - header - foot - 2 * AIR
