"""A cell as HTML: the words and marks of `templates/html/notebook.html`, everything escaped.

No cell has an id, a script or an address outside itself in it, so that any number of them stand
on one page, and none asks anybody for anything.
"""

from functools import cache

from govgraph.model.structure import Structure
from govgraph.reporting.page.templates import find_templates

MOST_LISTED = 50
"""Entries of one list in a cell; the rest are counted, and the record holds them."""


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
