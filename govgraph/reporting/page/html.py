"""The page: one HTML file that holds everything it shows and asks nothing of any other place."""

import re
from typing import TYPE_CHECKING

from govgraph.checks.runner import Findings
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.reporting.page.data import build_data, gather_data, pack
from govgraph.reporting.page.inline_svg import InlineSvg, inline_svg
from govgraph.reporting.page.page_content import build_content
from govgraph.reporting.page.page_records import Page
from govgraph.reporting.page.templates import (
    UNPACK,
    build_dark_style,
    build_script,
    build_style,
    find_templates,
    write_policy,
)

if TYPE_CHECKING:
    from jinja2 import Environment

DESCRIPTION = "The tables of this page say in words everything that the diagram shows."
"""What stands for the drawing's own description, which is every relation as a sentence."""

MOST_OPEN = 100_000
"""How many letters the sections of the bodies may take before they are packed."""


NOTHING_LIFTED: dict[str, tuple[()]] = {"marks": (), "fits": ()}
"""What is lifted from a diagram that there is not."""

_BETWEEN_CELLS = re.compile(r"(?<=>)\n+(?=</?t[dhr]\b)")
"""The ends of lines that only a reader of the markup of a table needs."""


def build_page(
    graph: AccountabilityGraph, findings: Findings, diagram_svg: str, every_day_svg: str = ""
) -> str:
    """A structure as an HTML page: diagram, findings, bodies, relations, seats and sources.

    The same arguments give the same bytes. Whatever the structure says is escaped. The page is
    whole without its script, and its security policy lets it fetch nothing. Where the sections of
    the bodies are long, they stand compressed in the page, with all else that repeats the tables
    or that only the script reads.

    Args:
        graph: who answers to whom in the structure.
        findings: what the rules found from the same standpoint.
        diagram_svg: the diagram as an SVG document; empty where it could not be drawn.
        every_day_svg: all that is ever there, for other days; empty where the diagram shows it.

    Raises:
        DrawingError: the diagram is not an SVG document.
    """
    from markupsafe import Markup

    content = build_content(graph, findings)
    environment = find_templates()
    sections = _rendered(environment, "bodies.html", page=content)
    apart = len(sections) > MOST_OPEN
    where = ".sheet svg:not(.ever)" if every_day_svg else ".sheet svg"
    diagram = inline_svg(diagram_svg, DESCRIPTION, lift=apart, where=where) if diagram_svg else None
    ever = _of_every_day(every_day_svg) if every_day_svg and diagram else None
    if apart:
        pieces = {"bodies": sections, **_cited(environment, content)}
        lifted = {"marks": diagram.marks, "fits": diagram.fits} if diagram else NOTHING_LIFTED
        structure = gather_data(graph, content.groups)
        data = pack({"structure": structure, "pieces": pieces, **lifted})
    else:
        data = build_data(graph, content.groups)
    style = build_style(diagram) + (ever.style if ever else "")
    dark = build_dark_style(*(each.style for each in (diagram, ever) if each))
    scripts = (build_script(UNPACK), build_script()) if apart else (build_script(),)
    html = _rendered(
        environment,
        "report.html",
        page=content,
        apart=apart,
        sections=Markup(sections),  # noqa: S704 - rendered just now, everything escaped
        diagram=diagram,
        drawing=Markup(diagram.markup) if diagram else "",  # noqa: S704 - made fit by inline_svg
        style=Markup(style),  # noqa: S704 - our own, with two numbers in it
        data=Markup(data),  # noqa: S704 - escaped for its element, or letters and digits
        ever=Markup(pack(ever.markup)) if ever else "",  # noqa: S704 - letters and digits
        script=Markup(scripts[0]),  # noqa: S704 - our own
        packed_script=Markup(pack(scripts[-1])) if apart else "",  # noqa: S704 - letters and digits
        dark=Markup(dark),  # noqa: S704 - our own
        policy=write_policy(style, *scripts, dark=dark),
    )
    return _BETWEEN_CELLS.sub("", html) if apart else html


def _of_every_day(svg: str) -> InlineSvg:
    """The drawing that other days are shown in: it stands packed in the page until then."""
    marked = svg.replace("<svg ", '<svg class="ever" ', 1)
    return inline_svg(marked, DESCRIPTION, where=".sheet svg.ever", classes="z")


def _cited(environment: "Environment", content: Page) -> dict[str, str]:
    """What is cited from each source, by the name of its place on the page."""
    return {
        f"source-{source.number}": _rendered(environment, "cited.html", source=source)
        for source in content.sources
        if source.places
    }


def _rendered(environment: "Environment", template: str, **shown: object) -> str:
    """A template as markup.

    Every attribute stands in double quotes, so that an apostrophe need not be written out.
    """
    return environment.get_template(template).render(**shown).replace("&#39;", "'")
