"""The difference between two states as one HTML page: its picture, and the list of it."""

from collections import Counter

from govgraph.checks.comparison import Comparison
from govgraph.drawing.draw import Drawing
from govgraph.reporting.difference.difference_as_text import build_sections, format_title
from govgraph.reporting.page.inline_svg import inline_svg
from govgraph.reporting.page.templates import find_templates, shorten_style, write_policy
from govgraph.wording.lists import count_words

DESCRIPTION = "The list of this page says in words everything that the picture shows."
"""What stands for the picture's own description, which is every relation as a sentence."""

FATES = {
    "lost": "lost: nobody is left to answer to",
    "added": "new",
    "removed": "ended",
    "moved": "moved: others to answer to",
    "changed": "changed",
}
"""What became of a body, the gravest first, and how the page says it."""


def build_difference_page(comparison: Comparison, drawing: Drawing) -> str:
    """What came, went, changed and was lost, as one whole HTML page.

    The same arguments give the same bytes. Whatever a file says is escaped; the page runs no
    script, and its security policy lets it fetch nothing.

    Args:
        comparison: the two states.
        drawing: their difference as `draw_difference` draws it, on one free sheet.

    Raises:
        DrawingError: the drawing is no SVG document.
    """
    from markupsafe import Markup

    diagram = inline_svg(drawing.svg_pages[0], DESCRIPTION, where="#sheet svg")
    templates = find_templates()
    sheet = templates.get_template("change.css").render(diagram=diagram)
    style = shorten_style(sheet) + diagram.style
    title, standpoints = format_title(comparison)
    fates = Counter[str](body.change for body in drawing.diagram.bodies)
    page = templates.get_template("change.html").render(
        title=title,
        standpoints=standpoints,
        tallies=[
            (fate, f"{count_words(count, 'body')} {words}")
            for fate, words in FATES.items()
            if (count := fates[fate])
        ],
        sections=build_sections(comparison, ids=False),
        drawing=Markup(diagram.markup),  # noqa: S704 - made fit by inline_svg
        style=Markup(style),  # noqa: S704 - our own, with numbers in it
        policy=write_policy(style),
    )
    return page.replace("&#39;", "'")
