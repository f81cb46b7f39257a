"""The page: one HTML file that holds everything it shows and asks nothing of any other place."""

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from govgraph.checks.runner import Findings
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.reporting.inline_svg import inline_svg
from govgraph.reporting.page_content import build_content

if TYPE_CHECKING:
    from jinja2 import Environment


def build_page(graph: AccountabilityGraph, findings: Findings, diagram_svg: str) -> str:
    """A structure as an HTML page: findings, diagram, bodies, relations, seats and sources.

    The same arguments give the same bytes. Whatever the structure says is escaped; the page
    runs no script, and its security policy lets it fetch nothing.

    Args:
        graph: who answers to whom in the structure.
        findings: what the rules found from the same standpoint.
        diagram_svg: the diagram as an SVG document; empty where it could not be drawn.

    Raises:
        DrawingError: the diagram is not an SVG document.
    """
    from markupsafe import Markup

    diagram = inline_svg(diagram_svg) if diagram_svg else None
    content = build_content(graph, findings)
    environment = _environment()
    style = environment.get_template("report.css").render(diagram=diagram)
    return environment.get_template("report.html").render(
        page=content,
        diagram=diagram,
        drawing=Markup(diagram.markup) if diagram else "",  # noqa: S704 - made fit by inline_svg
        style=Markup(style),  # noqa: S704 - our own, with two numbers in it
        policy=_policy(style),
    )


def _policy(style: str) -> str:
    """The page's content security policy: its own style sheet, images it holds, nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def _environment() -> "Environment":
    """Jinja2 on the templates of the package, everything escaped, nothing undefined."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _template(name: str) -> str:
    """The text of a template of the page."""
    from importlib.resources import files

    return files("govgraph.templates").joinpath("html", name).read_text(encoding="utf-8")
