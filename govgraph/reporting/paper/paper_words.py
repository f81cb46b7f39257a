"""The words of the paper: its one template, and text made fit for a file of any kind."""

import re
from functools import cache
from typing import Any

_STEERING = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""Control characters, and marks that reorder what follows: they have no ink of their own."""


def plain(text: str) -> str:
    r"""`text` on one line, without the characters that only steer whatever shows them.

    >>> plain("Hart\x1b[31m \u202eTrust\n")
    'Hart[31m Trust'
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join(_STEERING.sub("", whole).split())


def say(what: str, *facts: object) -> str:
    """A heading, paragraph or cell: the macro of that name in `templates/paper/words.txt`."""
    return plain(str(getattr(_module(), what)(*facts)))


def format_columns(what: str) -> tuple[str, ...]:
    """The headings of a table, as the macro of that name gives them."""
    return tuple(say(what).split("|"))


@cache
def _module() -> Any:  # noqa: ANN401 - macros are attributes of whatever name
    """The macros, none of which escapes: that is for whoever knows the file."""
    from importlib.resources import files

    from jinja2 import Environment, StrictUndefined

    words = files("govgraph.templates").joinpath("paper", "words.txt").read_text(encoding="utf-8")
    environment = Environment(
        autoescape=False,  # noqa: S701 - the text goes to no browser; every writer escapes
        undefined=StrictUndefined,
    )
    return environment.from_string(words).module
