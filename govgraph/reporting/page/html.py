"""The page: one HTML file that holds everything it shows and asks nothing of any other place."""

from govgraph.checks.runner import Findings
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.reporting.page.content import build_content
from govgraph.reporting.page.data import build_data
from govgraph.reporting.page.inline_svg import inline_svg
from govgraph.reporting.page.script import build_script
from govgraph.reporting.page.templates import find_templates, write_policy

DESCRIPTION = "The tables of this page say in words everything that the diagram shows."
"""What stands for the drawing's own description, which is every relation as a sentence."""


def build_page(graph: AccountabilityGraph, findings: Findings, diagram_svg: str) -> str:
    """A structure as an HTML page: findings, diagram, bodies, relations, seats and sources.

    The same arguments give the same bytes. Whatever the structure says is escaped. The page is
    whole without its script, and its security policy lets it fetch nothing.

    Args:
        graph: who answers to whom in the structure.
        findings: what the rules found from the same standpoint.
        diagram_svg: the diagram as an SVG document; empty where it could not be drawn.

    Raises:
        DrawingError: the diagram is not an SVG document.
    """
    from markupsafe import Markup

    diagram = inline_svg(diagram_svg, DESCRIPTION) if diagram_svg else None
    content = build_content(graph, findings)
    environment = find_templates()
    style = environment.get_template("report.css").render(diagram=diagram)
    script = build_script()
    page = environment.get_template("report.html").render(
        page=content,
        diagram=diagram,
        drawing=Markup(diagram.markup) if diagram else "",  # noqa: S704 - made fit by inline_svg
        style=Markup(style),  # noqa: S704 - our own, with two numbers in it
        data=Markup(build_data(graph, content.groups)),  # noqa: S704 - escaped for its element
        script=Markup(script),  # noqa: S704 - our own
        policy=write_policy(style, script),
    )
    # Every attribute stands in double quotes, so that an apostrophe need not be written out.
    return page.replace("&#39;", "'")
