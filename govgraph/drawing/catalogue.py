"""The forms a drawing can be written in, found by the ending of a file's name."""

from collections.abc import Callable
from pathlib import Path

from govgraph.drawing.diagram import Diagram
from govgraph.drawing.draw import draw_diagram
from govgraph.drawing.paper import FREE, Paper
from govgraph.drawing.theme import Theme, built_in_theme
from govgraph.errors import SettingsError

Content = str | bytes


def render(
    diagram: Diagram,
    path: Path,
    *,
    paper: Paper = FREE,
    theme: Theme | None = None,
    dpi: float = 150,
) -> tuple[tuple[Path, Content], ...]:
    """The files that a diagram becomes, in the form that the path's ending names.

    SVG and PNG hold one sheet a file: with several sheets the files are `name-1.svg` and so on.

    Args:
        diagram: What to show.
        path: Where it is to go; nothing is written.
        paper: What each sheet is printed on; the free one is as large as it must be.
        theme: What it looks like; the built-in theme if None.
        dpi: Of a PNG, in pixels an inch.

    Raises:
        SettingsError: No form goes by that ending.
        DrawingError: It cannot be laid out.
        MissingExtraError: The form needs an extra that is not installed.
    """
    form = FORMS.get(path.suffix.lower())
    if form is None:
        found = (
            f"'{path.suffix}' is no form of drawing" if path.suffix else f"'{path}' has no ending"
        )
        raise SettingsError(f"{found} (allowed: {', '.join(sorted(FORMS))})")
    pages = form(diagram, paper, theme or built_in_theme(), dpi)
    if len(pages) == 1:
        return ((path, pages[0]),)
    width = len(str(len(pages)))
    return tuple(
        (path.with_name(f"{path.stem}-{number:0{width}}{path.suffix}"), page)
        for number, page in enumerate(pages, 1)
    )


def _svg(diagram: Diagram, paper: Paper, theme: Theme, dpi: float) -> tuple[Content, ...]:
    del dpi
    return draw_diagram(diagram, paper=paper, theme=theme).svg_pages


def _png(diagram: Diagram, paper: Paper, theme: Theme, dpi: float) -> tuple[Content, ...]:
    drawing = draw_diagram(diagram, paper=paper, theme=theme)
    return tuple(drawing.png(dpi, page) for page in range(1, len(drawing.svg_pages) + 1))


def _pdf(diagram: Diagram, paper: Paper, theme: Theme, dpi: float) -> tuple[Content, ...]:
    del dpi
    return (draw_diagram(diagram, paper=paper, theme=theme).pdf(),)


def _dot(diagram: Diagram, paper: Paper, theme: Theme, dpi: float) -> tuple[Content, ...]:
    del paper, dpi
    from govgraph.drawing.dot import write_dot

    return (write_dot(diagram, theme),)


def _mermaid(diagram: Diagram, paper: Paper, theme: Theme, dpi: float) -> tuple[Content, ...]:
    del paper, dpi
    from govgraph.drawing.mermaid import write_mermaid

    return (write_mermaid(diagram, theme),)


FORMS: dict[str, Callable[[Diagram, Paper, Theme, float], tuple[Content, ...]]] = {
    ".dot": _dot,
    ".gv": _dot,
    ".mmd": _mermaid,
    ".pdf": _pdf,
    ".png": _png,
    ".svg": _svg,
}
"""Each ending and what makes its files; a new form is one line here and one module."""
