"""The page's style sheet: what its template says, without what only its readers need."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govgraph.reporting.page.inline_svg import InlineSvg

_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_TIGHT = re.compile(r"\s*([{};,>])\s*|(:)\s+")


def build_style(diagram: "InlineSvg | None") -> str:
    """The style sheet of a page with that diagram, or with none."""
    from govgraph.reporting.page.templates import find_templates

    sheet = find_templates().get_template("report.css").render(diagram=diagram)
    return shorten_style(sheet)


def build_dark_style(*looks: str) -> str:
    """What turns drawings with these looks dark, with what is marked in them; or nothing."""
    from govgraph.reporting.page.svg_dark import darken_looks
    from govgraph.reporting.page.templates import find_templates

    marks = find_templates().get_template("steps.css").render()
    return darken_looks("".join((*looks, shorten_style(marks)))) if looks else ""


def shorten_style(sheet: str) -> str:
    r"""A style sheet without remarks and without white space that means nothing, a rule a line.

    Space within a value or a selector stays, as does what stands in quotes.

    >>> shorten_style('a { /* now */\n  color: red;\n  content: "; b"; }')
    'a{color:red;content:"; b"}\n'
    """
    parts = re.split(r'("[^"]*")', _REMARK.sub("", sheet))
    parts[::2] = (_TIGHT.sub(r"\1\2", re.sub(r"\s+", " ", part)) for part in parts[::2])
    return "".join(parts).replace(";}", "}").replace("}", "}\n").replace("}\n}", "}}").strip(" ")
