"""A structure in a cell: what it is, its drawing where it is small, and who answers to whom.

Every cell is the words and marks of `templates/html/notebook.html`, everything escaped. No cell has
an id, a script or an address outside itself in it, so that any number of them stand on one page,
and none asks anybody for anything.
"""

from functools import cache
from typing import Any
from urllib.parse import quote

from govgraph.errors import DrawingError
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.model.structure import Structure
from govgraph.reporting.page.templates import find_templates
from govgraph.wording.lists import count_words
from govgraph.wording.standpoints import format_standpoint_date

MOST_LISTED = 50
"""Entries of one list in a cell; the rest are counted, and the record holds them."""

MOST_DRAWN = 100
"""Bodies of a structure that is drawn in its cell: more take long to draw, and are large."""
_LEAST_SCALE = 0.7
"""A drawing wider than its cell is shrunk so far and no further; the rest is scrolled to."""
_PLAIN = " =:/,;()!*-._~?@$+"
"""What need be written out neither in an address that holds a drawing nor in an attribute."""
_SVG = '<svg xmlns="http://www.w3.org/2000/svg"'


def render_cell(what: str, **facts: object) -> str:
    """The cell that the macro of that name makes of some facts."""
    from markupsafe import Markup

    macro = getattr(find_templates().get_template("notebook.html").module, what)
    return str(macro(Markup(_style()), facts))  # noqa: S704 - our own style sheet


def find_title(structure: Structure) -> str:
    """What a structure is called in a cell."""
    return structure.title or structure.id or "A structure without a title"


@cache
def _style() -> str:
    return find_templates().get_template("notebook.css").render().strip()


def structure_as_html(graph: AccountabilityGraph) -> str:
    """What a structure is, drawn, and as a table, from a standpoint."""
    structure = graph.structure
    kinds = structure.kinds_of_body
    rows = [
        (
            body.name,
            kinds[body.kind].name if body.kind in kinds else body.kind,
            _answers(graph, body.id),
        )
        for body in structure.bodies[:MOST_LISTED]
    ]
    return render_cell(
        "structure",
        title=find_title(structure),
        subtitle=structure.subtitle,
        facts=_facts(graph),
        rows=rows,
        left=len(structure.bodies) - len(rows),
        drawing=_drawing(graph),
    )


def structure_as_text(graph: AccountabilityGraph) -> str:
    """What a structure is, on one line."""
    return f"{find_title(graph.structure)}: {'; '.join(_facts(graph))}"


def _facts(graph: AccountabilityGraph) -> list[str]:
    """From when it is seen, and how much it holds."""
    structure = graph.structure
    counted = (
        (structure.bodies, "body"),
        (structure.relations, "relation"),
        (structure.seats, "seat"),
        (structure.sources, "source"),
    )
    told = (count_words(len(things), one) for things, one in counted if things)
    return [format_standpoint_date(graph.standpoint), *told]


def _answers(graph: AccountabilityGraph, body: str) -> str:
    """Whom a body answers to, in words."""
    if not graph.holds(body):
        return f"Not counted: {graph.standpoint.format_presence(graph.structure.body_by_id[body])}"
    above = ", ".join(map(graph.structure.name_of, graph.superiors(body)))
    if above:
        return above
    if body in graph.outside:
        return "Nobody here: its own governance is elsewhere"
    return "Nobody: accountability may end here" if body in graph.apexes else "Nobody recorded"


def _drawing(graph: AccountabilityGraph) -> dict[str, Any] | None:
    """The drawing of a small structure as an image that holds itself whole."""
    from govgraph.checks.runner import check_structure
    from govgraph.drawing.draw import draw_diagram
    from govgraph.drawing.scene.scene import build_diagram
    from govgraph.drawing.scene.views import WHOLE

    if not 0 < len(graph.structure.bodies) <= MOST_DRAWN:
        return None
    try:
        findings = check_structure(graph.structure, graph.standpoint)
        return svg_as_image(draw_diagram(build_diagram(graph, findings, WHOLE)).svg_pages[0])
    except DrawingError:
        return None


def svg_as_image(svg: str) -> dict[str, Any]:
    """A drawing as an image that holds itself whole, and how large it is.

    Raises:
        DrawingError: it is no SVG document.
    """
    from govgraph.reporting.page.inline_svg import inline_svg

    drawn = inline_svg(svg, where=":root")
    # An image is a document of its own: its looks stand in it, and its ids are nobody else's.
    start, _, rest = drawn.markup.removeprefix("<svg").partition(">")
    document = f"{_SVG}{start}><style>{drawn.style}</style>{rest}"
    return {
        "source": f"data:image/svg+xml,{quote(document, safe=_PLAIN)}",
        "width": drawn.width,
        "height": drawn.height,
        "least": round(drawn.width * _LEAST_SCALE),
    }
