"""The picture of coverage as one HTML page: a table for each requirement, read without colour."""

from dataclasses import dataclass

from govgraph.analysis.membership import Cover
from govgraph.drawing.coverage.coverage_marks import MARK, draw_mark
from govgraph.drawing.coverage.matrix import MEANINGS, CoveragePicture, Section
from govgraph.drawing.svg import element
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
