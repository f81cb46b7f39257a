"""Answers in a cell that are tables: the rows of a query, who sits where, a history."""

from collections.abc import Sequence
from typing import Any

from govgraph.analysis.history import History
from govgraph.analysis.query import Rows
from govgraph.analysis.seating import Seating
from govgraph.reporting.notebook.structure_cell import MOST_LISTED, find_title, render_cell
from govgraph.wording.lists import count_words

Table = dict[str, Any]


def rows_as_html(answer: Rows) -> str:
    """The rows that a query returned."""
    from govgraph.reporting.query_forms import cell_as_text

    rows = [tuple(map(cell_as_text, row)) for row in answer.rows]
    count = count_words(len(rows), "row")
    more = "; there are more" if answer.capped else ""
    return _render(answer, f"{count}{more}", [_table("", answer.columns, rows)])


def seating_as_html(answer: Seating) -> str | None:
    """The seats of each body, then how it fares against each requirement."""
    from govgraph.reporting.membership_text import (
        COLUMNS,
        coverage_as_lines,
        format_requirement,
        seat_as_row,
    )
    from govgraph.reporting.text_columns import without_empty_columns

    if answer.graph is None:
        return None
    structure, tables = answer.graph.structure, []
    for body in answer.bodies:
        rows = [seat_as_row(structure, held) for held in body.seats]
        columns, shown = without_empty_columns(COLUMNS, rows) if rows else ((), ())
        asked = [
            line
            for each in body.requirements
            for line in (f"{format_requirement(each.requirement)}:", *coverage_as_lines(each))
        ]
        told = _table(structure.name_of(body.body), columns, shown)
        tables.append(told | {"remarks": asked[:MOST_LISTED]})
    return _render(answer, "Seats", tables)


def history_as_html(history: History) -> str:
    """The picture of a history, and its lives and events as tables."""
    from govgraph.drawing.timeline.draw_timeline import draw_timeline
    from govgraph.errors import DrawingError
    from govgraph.reporting.history_text import EVENTS, LIVES, history_rows
    from govgraph.reporting.notebook.structure_cell import MOST_DRAWN, svg_as_image

    lives, events = history_rows(history)
    drawing = None
    if 0 < len(history.lives) <= MOST_DRAWN:
        try:
            drawing = svg_as_image(draw_timeline(history).svg_pages[0])
        except DrawingError:
            drawing = None
    return render_cell(
        "tables",
        title=f"{find_title(history.structure)}: timeline",
        standpoint="",
        drawing=drawing,
        tables=[_table("Lives", LIVES, lives), _table("Events", EVENTS, events)],
    )


def _render(answer: Rows | Seating, title: str, tables: Sequence[Table]) -> str:
    from govgraph.reporting.answer_phrases import format_standpoint

    told = format_standpoint(answer.graph) if answer.graph else ""
    return render_cell("tables", title=title, standpoint=told, drawing=None, tables=tables)


def _table(heading: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A table cut short, and how many rows are left."""
    return {
        "heading": heading,
        "columns": columns,
        "rows": rows[:MOST_LISTED],
        "left": max(0, len(rows) - MOST_LISTED),
        "remarks": (),
    }
