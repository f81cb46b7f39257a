"""The picture of coverage in the form that a file's name asks for."""

from collections.abc import Callable
from pathlib import Path

from govgraph.drawing.coverage.matrix import CoveragePicture
from govgraph.drawing.theme import Theme
from govgraph.drawing.theme_file import built_in_theme
from govgraph.errors import SettingsError


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
    from govgraph.reporting.coverage_html import build_coverage_page

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
