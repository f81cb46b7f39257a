"""From two states held against each other to a finished drawing of their difference."""

from dataclasses import replace

from govgraph.checks.comparison import Comparison
from govgraph.drawing.draw import Drawing, draw_diagram, draw_pages
from govgraph.drawing.paper import FREE, Paper, find_paper
from govgraph.drawing.scene.difference_scene import (
    build_difference_diagram,
    build_sides,
    format_open,
)
from govgraph.drawing.sheets.side_by_side import lay_out_side_by_side
from govgraph.drawing.theme import Theme
from govgraph.drawing.theme_file import built_in_theme


def draw_difference(
    comparison: Comparison,
    *,
    side_by_side: bool = False,
    paper: Paper | str = FREE,
    theme: Theme | None = None,
) -> Drawing:
    """The difference as one sheet, or as the two states side by side.

    Args:
        comparison: the two states.
        side_by_side: both states whole, left and right, what is in both at the same place in
            both; otherwise one sheet that tells what comes, goes, moves and stays.
        paper: a paper or its name; the free one is as large as it must be.
        theme: what it looks like; the built-in theme if None.

    Raises:
        SettingsError: no paper goes by that name.
        DrawingError: it cannot be laid out.
    """
    theme = theme or built_in_theme()
    paper = find_paper(paper) if isinstance(paper, str) else paper
    whole = build_difference_diagram(comparison)
    if not side_by_side:
        return draw_diagram(whole, paper=paper, theme=theme)
    before, after = build_sides(comparison)
    whole = replace(
        whole, subtitle="Before and after", findings=(), left_out=tuple(format_open(comparison))
    )
    laid = lay_out_side_by_side(before, after, whole, paper, theme)
    return Drawing(whole, draw_pages(whole, laid, paper, theme), theme)
