"""The templates of the pages, and what a page may fetch: nothing."""

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


def write_policy(style: str) -> str:
    """The page's content security policy: its own style sheet, images it holds, nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def find_templates() -> "Environment":
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
