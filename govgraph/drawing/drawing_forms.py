"""The forms a drawing can be written in, found by the ending of a file's name.

Packages bring others under the entry point `govgraph.drawings`: a function of a `Diagram` that
gives text or bytes, named as the ending without its dot.
"""

from collections.abc import Callable
from pathlib import Path

from govgraph.drawing.diagram import Diagram
from govgraph.drawing.draw import Drawing, draw_diagram
from govgraph.drawing.paper import FREE, Paper
from govgraph.drawing.theme import Theme
from govgraph.drawing.theme_file import built_in_theme
from govgraph.errors import SettingsError
from govgraph.plugins import find_form, find_plugins, make_form

Content = str | bytes
GROUP = "govgraph.drawings"


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
        PluginError: The form is somebody else's, and failed.
    """
    form = FORMS.get(path.suffix.lower())
    if form is None and (other := find_form(GROUP, path.suffix.lower().removeprefix("."))):
        return ((path, make_form(other, diagram)),)
    if form is None:
        found = (
            f"'{path.suffix}' is no form of drawing" if path.suffix else f"'{path}' has no ending"
        )
        others = (f".{each.name}" for each in find_plugins(GROUP))
        raise SettingsError(f"{found} (allowed: {', '.join(sorted({*FORMS, *others}))})")
    return _named(path, form(diagram, paper, theme or built_in_theme(), dpi))


def render_drawing(
    drawing: Drawing, path: Path, *, dpi: float = 150
) -> tuple[tuple[Path, Content], ...]:
    """The files that a finished drawing becomes, in the form that the path's ending names.

    Args:
        drawing: What is drawn already, and so can only be a picture.
        path: Where it is to go; nothing is written.
        dpi: Of a PNG, in pixels an inch.

    Raises:
        SettingsError: No form of picture goes by that ending.
        MissingExtraError: The form needs an extra that is not installed.
    """
    picture = PICTURES.get(path.suffix.lower())
    if picture is None:
        found = f"'{path.suffix or path}' is no form of picture"
        raise SettingsError(f"{found} (allowed: {', '.join(sorted(PICTURES))})")
    return _named(path, picture(drawing, dpi))


def render_graphviz(
    diagram: Diagram, path: Path, *, theme: Theme | None = None, dpi: float = 150
) -> tuple[tuple[Path, Content], ...]:
    """The file that a diagram becomes when Graphviz lays it out, as its DOT says it.

    Args:
        diagram: What to show.
        path: Where it is to go; nothing is written.
        theme: What it looks like; the built-in theme if None.
        dpi: Of a PNG, in pixels an inch.

    Raises:
        SettingsError: Graphviz makes nothing of that ending.
        DrawingError: Graphviz is missing, or could not lay it out.
        MissingExtraError: The form needs an extra that is not installed.
    """
    from govgraph.drawing.outputs.dot import write_dot
    from govgraph.drawing.outputs.graphviz import draw_svg, picture_size

    ending = path.suffix.lower()
    if ending not in (*PICTURES, *_DOT):
        allowed = ", ".join(sorted((*PICTURES, *_DOT)))
        raise SettingsError(f"Graphviz writes no '{ending or path}' (allowed: {allowed})")
    theme = theme or built_in_theme()
    dot = write_dot(diagram, theme)
    if ending in _DOT:
        return ((path, dot),)
    svg = draw_svg(dot)
    size = picture_size(svg)
    if ending == ".png":
        from govgraph.drawing.outputs.raster import draw_png

        return ((path, draw_png(svg, size, dpi, theme.fonts.files)),)
    if ending == ".pdf":
        from govgraph.drawing.outputs.pdf import draw_pdf
        from govgraph.drawing.sheets.description import describe

        page = (svg, size, describe(diagram))
        return ((path, draw_pdf([page], diagram.title, diagram.language, theme.fonts.files)),)
    return ((path, svg),)


def _named(path: Path, pages: tuple[Content, ...]) -> tuple[tuple[Path, Content], ...]:
    """Each page with the path of its file, numbered where there are several."""
    if len(pages) == 1:
        return ((path, pages[0]),)
    width = len(str(len(pages)))
    return tuple(
        (path.with_name(f"{path.stem}-{number:0{width}}{path.suffix}"), page)
        for number, page in enumerate(pages, 1)
    )


def _svg(drawing: Drawing, dpi: float) -> tuple[Content, ...]:
    del dpi
    return drawing.svg_pages


def _png(drawing: Drawing, dpi: float) -> tuple[Content, ...]:
    return tuple(drawing.png(dpi, page) for page in range(1, len(drawing.svg_pages) + 1))


def _pdf(drawing: Drawing, dpi: float) -> tuple[Content, ...]:
    del dpi
    return (drawing.pdf(),)


PICTURES: dict[str, Callable[[Drawing, float], tuple[Content, ...]]] = {
    ".pdf": _pdf,
    ".png": _png,
    ".svg": _svg,
}
"""Each ending of a picture, and what makes its files of a finished drawing."""


def _picture(ending: str) -> Callable[[Diagram, Paper, Theme, float], tuple[Content, ...]]:
    """What draws a diagram and makes a picture of it."""

    def made(diagram: Diagram, paper: Paper, theme: Theme, dpi: float) -> tuple[Content, ...]:
        return PICTURES[ending](draw_diagram(diagram, paper=paper, theme=theme), dpi)

    return made


def _dot(diagram: Diagram, paper: Paper, theme: Theme, dpi: float) -> tuple[Content, ...]:
    del paper, dpi
    from govgraph.drawing.outputs.dot import write_dot

    return (write_dot(diagram, theme),)


def _mermaid(diagram: Diagram, paper: Paper, theme: Theme, dpi: float) -> tuple[Content, ...]:
    del paper, dpi
    from govgraph.drawing.outputs.mermaid import write_mermaid

    return (write_mermaid(diagram, theme),)


_DOT = (".dot", ".gv")

FORMS: dict[str, Callable[[Diagram, Paper, Theme, float], tuple[Content, ...]]] = {
    **dict.fromkeys(_DOT, _dot),
    ".mmd": _mermaid,
    **{ending: _picture(ending) for ending in PICTURES},
}
"""Each ending and what makes its files; a new form is one line here and one module."""
