"""The templates of the pages, and what a page may fetch: nothing."""

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from govgraph.drawing.svg import UNSEEN

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
