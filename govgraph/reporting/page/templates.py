"""The templates of the pages, their style sheet and script, and what a page may fetch: nothing."""

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from govgraph.drawing.svg import UNSEEN

MODULES = (
    "inflate", "reading_place", "read", "data", "standpoint", "chains", "words", "search",
    "picture", "pictures", "geometry", "scale", "compaction", "pulling", "redraw", "more", "steps",
    "compare", "views", "view", "choice", "panel", "told", "walk", "filters", "time", "csv",
    "tables", "snapshot", "findings_text", "takeaway", "address", "folds", "start",
)  # fmt: skip
"""The modules in the order in which they stand: each may use what stands before it."""

UNPACK = ("inflate", "unpack_script")
"""Those that unpack the others, where they stand packed in the page."""

LARGE = (
    "inflate", "unpack", "standpoint", "chains", "words", "words_large", "search", "choice_large",
    "time", "address", "csv", "list_large", "start_large",
)  # fmt: skip
"""Those of a page of more bodies than one drawing holds."""


if TYPE_CHECKING:
    from jinja2 import Environment


def write_policy(style: str, *scripts: str, dark: str = "") -> str:
    """A page's content security policy: its own styles and scripts, images it holds, no more."""
    digests = " ".join(map(_digest, scripts))
    allowed = f"script-src {digests}; " if scripts else ""
    styles = " ".join(map(_digest, filter(None, (style, dark))))
    return (
        f"default-src 'none'; style-src {styles}; {allowed}img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    """What stands for a text in the policy."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
    return f"'sha256-{digest}'"


@cache
def find_templates() -> "Environment":
    """Jinja2 on the templates of the package, everything escaped, nothing undefined."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        finalize=_without_unseen,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _without_unseen(value: object) -> object:
    """A text of the file without what would turn the rest of its sentence round; others as is."""
    if type(value) is str and not value.isascii():
        return value.translate(UNSEEN)
    return value


def _template(name: str) -> str:
    """The text of a template of the page."""
    from importlib.resources import files

    return files("govgraph.templates").joinpath("html", name).read_text(encoding="utf-8")


if TYPE_CHECKING:
    from govgraph.reporting.page.inline_svg import InlineSvg

_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_TIGHT = re.compile(r"\s*([{};,>])\s*|(:)\s+")


def build_style(diagram: "InlineSvg | None") -> str:
    """The style sheet of a page with that diagram, or with none."""
    sheet = find_templates().get_template("report.css").render(diagram=diagram)
    return shorten_style(sheet)


def build_dark_style(*looks: str) -> str:
    """What turns drawings with these looks dark, with what is marked in them; or nothing."""
    from govgraph.reporting.page.svg_dark import darken_looks

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


def build_script(modules: tuple[str, ...] = MODULES) -> str:
    """The modules as one script that leaves no name behind, and may wait for what it reads.

    Lines that are empty or a comment, and the space before a line, are left out.
    """
    from importlib.resources import files

    folder = files("govgraph.templates").joinpath("html", "explorer")
    texts = (folder.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in modules)
    lines = (line for text in texts for line in _lines(text))
    return "\n".join(('"use strict";(async () => {', *lines, "})();"))


def _lines(text: str) -> Iterator[str]:
    """The lines of a module that the browser needs."""
    for line in map(str.strip, text.splitlines()):
        if line and not line.startswith("//"):
            yield line
