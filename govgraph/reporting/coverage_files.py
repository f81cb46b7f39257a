"""The picture of coverage in the form that a file's name asks for, one HTML page among them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from govgraph.analysis.membership import Cover
from govgraph.drawing.coverage.coverage_marks import MARK, draw_mark
from govgraph.drawing.coverage.matrix import MEANINGS, CoveragePicture, Section
from govgraph.drawing.svg import element
from govgraph.drawing.theme import Theme
from govgraph.drawing.theme_file import built_in_theme
from govgraph.errors import SettingsError
from govgraph.reporting.page.templates import find_templates, write_policy


@dataclass(frozen=True, slots=True)
class _Table:
    """A requirement and the bodies it applies to."""

    bodies: tuple[tuple[str, str], ...]
    section: Section


def build_coverage_page(picture: CoveragePicture) -> str:
    """How bodies fare against requirements, as one whole HTML page.

    The same picture gives the same bytes. Whatever a file says is escaped; the page runs no
    script, and its security policy lets it fetch nothing.
    """
    from markupsafe import Markup

    templates = find_templates()
    style = templates.get_template("coverage.css").render()
    return templates.get_template("coverage.html").render(
        picture=picture,
        tables=[
            _Table(matrix.bodies, section)
            for matrix in picture.matrices
            for section in matrix.sections
        ],
        meanings=MEANINGS,
        marks={cover: Markup(_mark(cover)) for cover in Cover},  # noqa: S704 - drawn by ourselves
        style=Markup(style),  # noqa: S704 - our own style sheet
        policy=write_policy(style),
    )


def _mark(cover: Cover) -> str:
    """A mark in the colour of the words around it; the words say what it means."""
    edge = MARK + 2
    drawn = draw_mark(cover, edge / 2, edge / 2, "currentColor", "Canvas")
    return element("svg", drawn, class_="mark", viewBox=f"0 0 {edge} {edge}", aria_hidden="true")


def render_coverage(
    picture: CoveragePicture, path: Path, theme: Theme | None = None
) -> str | bytes:
    """The content of a file that ends in .svg, .png, .pdf or .html.

    Args:
        picture: what it shows.
        path: where it is to go; nothing is written.
        theme: what a sheet looks like; the built-in theme if None.

    Raises:
        SettingsError: the ending is that of no form.
        DrawingError: the picture would be too large.
        MissingExtraError: the form needs an extra that is not installed.
    """
    form = FORMS.get(path.suffix.lower())
    if form is None:
        allowed = ", ".join(sorted(FORMS))
        raise SettingsError(f"'{path}' ends in no form of this picture (allowed: {allowed})")
    return form(picture, theme or built_in_theme())


def _html(picture: CoveragePicture, theme: Theme) -> str:
    del theme

    return build_coverage_page(picture)


def _svg(picture: CoveragePicture, theme: Theme) -> str:
    from govgraph.drawing.coverage.coverage_sheet import draw_coverage

    return draw_coverage(picture, theme)[0]


def _png(picture: CoveragePicture, theme: Theme) -> bytes:
    from govgraph.drawing.coverage.coverage_sheet import draw_coverage
    from govgraph.drawing.outputs.raster import draw_png

    svg, size = draw_coverage(picture, theme)
    return draw_png(svg, size, 150, theme.fonts.files)


def _pdf(picture: CoveragePicture, theme: Theme) -> bytes:
    from govgraph.drawing.coverage.coverage_sheet import describe_coverage, draw_coverage
    from govgraph.drawing.outputs.pdf import draw_pdf

    svg, size = draw_coverage(picture, theme)
    said = " ".join(describe_coverage(picture))
    return draw_pdf([(svg, size, said)], picture.title, fonts=theme.fonts.files)


FORMS: dict[str, Callable[[CoveragePicture, Theme], str | bytes]] = {
    ".html": _html,
    ".pdf": _pdf,
    ".png": _png,
    ".svg": _svg,
}
"""Each ending and what makes its file."""
